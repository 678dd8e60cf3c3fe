package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.ikeext.IkeextProposal0;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the keying modules may agree on: who the peers are, how they make keys, and how packets are
 * protected. The pages of the scenarios leave all of it open.
 *
 * @param authentication how main mode, and AuthIP's extended mode, make sure who the peers are
 * @param suite the algorithms
 * @param lifetimes how long it holds
 * @param forwardSecrecy how quick mode makes keys that do not follow from those of main mode
 * @param natTraversal between which peers address translation is allowed
 */
public record Negotiation(
        Authentication authentication,
        Suite suite,
        Lifetimes lifetimes,
        IpsecPfsGroup forwardSecrecy,
        NatTraversal natTraversal) {
    /** Kerberos, modern algorithms, and the lifetimes of Microsoft's transport mode sample. */
    public static final Negotiation DEFAULT =
            new Negotiation(
                    Authentication.DEFAULT,
                    Suite.MODERN,
                    Lifetimes.DEFAULT,
                    IpsecPfsGroup.NONE,
                    NatTraversal.NONE);

    /** Checks that nothing is null. */
    public Negotiation {
        requireNonNull(authentication, "authentication");
        requireNonNull(suite, "suite");
        requireNonNull(lifetimes, "lifetimes");
        requireNonNull(forwardSecrecy, "forwardSecrecy");
        requireNonNull(natTraversal, "natTraversal");
    }

    /**
     * {@return a copy with another authentication}
     *
     * @param authentication how the keying modules make sure who the peers are
     */
    public Negotiation withAuthentication(Authentication authentication) {
        return new Negotiation(authentication, suite, lifetimes, forwardSecrecy, natTraversal);
    }

    /**
     * {@return a copy with other algorithms}
     *
     * @param suite the algorithms
     */
    public Negotiation withSuite(Suite suite) {
        return new Negotiation(authentication, suite, lifetimes, forwardSecrecy, natTraversal);
    }

    /**
     * {@return a copy with other lifetimes}
     *
     * @param lifetimes how long what was negotiated holds
     */
    public Negotiation withLifetimes(Lifetimes lifetimes) {
        return new Negotiation(authentication, suite, lifetimes, forwardSecrecy, natTraversal);
    }

    /**
     * {@return a copy with another treatment of address translation}
     *
     * @param natTraversal between which peers it is allowed
     */
    public Negotiation withNatTraversal(NatTraversal natTraversal) {
        return new Negotiation(authentication, suite, lifetimes, forwardSecrecy, natTraversal);
    }

    /**
     * Refuses keying modules that cannot do this.
     *
     * @throws IllegalArgumentException if one cannot
     */
    void require(Set<KeyingModule> keyingModules) {
        authentication.require(keyingModules);
    }

    /** What the caller should know about it. */
    List<String> warnings(Set<KeyingModule> keyingModules) {
        List<String> warnings = new ArrayList<>(authentication.warnings(keyingModules));
        if (suite.outdated()) {
            warnings.add(
                    "the legacy suite is that of Microsoft's documents: SHA-1, 3DES or small"
                            + " Diffie-Hellman groups, for comparison and old peers only");
        }
        if (suite.hasAuthenticationHeader() && natTraversal != NatTraversal.NONE) {
            warnings.add("AH does not pass address translation, which --nat allows");
        }
        return warnings;
    }

    /** Main mode, as the provider context of a keying module carries it. */
    Policy mainMode(KeyingModule keyingModule) {
        List<IkeextProposal0> proposals =
                suite.mainMode().stream()
                        .map(it -> it.proposal(keyingModule, lifetimes.mainModeSeconds()))
                        .toList();
        IkeextPolicy2 policy = IkeextPolicy2.of(authentication.mainMode(keyingModule), proposals);
        return switch (keyingModule) {
            case IKE -> new Policy.IpsecIkeMmContext(policy);
            case AUTHIP -> new Policy.IpsecAuthipMmContext(policy);
            case IKEV2 -> new Policy.IpsecIkev2MmContext(policy);
        };
    }

    /** Quick mode for transport, as the provider context of a keying module carries it. */
    Policy quickMode(KeyingModule keyingModule, IpsecPolicyFlags flags) {
        IpsecTransportPolicy2 policy =
                IpsecTransportPolicy2.of(quickModeProposals(), lifetimes.idle())
                        .withFlags(flags.or(natTraversal.flags()))
                        .withNdAllowClearTimeoutSeconds(lifetimes.allowClearSeconds())
                        .withEmPolicy(authentication.extendedMode(keyingModule));
        return switch (keyingModule) {
            case IKE -> new Policy.IpsecIkeQmTransportContext(policy);
            case AUTHIP -> new Policy.IpsecAuthipQmTransportContext(policy);
            case IKEV2 -> new Policy.IpsecIkev2QmTransportContext(policy);
        };
    }

    /** Quick mode for a tunnel, as the provider context of a keying module carries it. */
    Policy tunnel(KeyingModule keyingModule, IpsecTunnelEndpoints2 endpoints) {
        IpsecTunnelPolicy3 policy =
                IpsecTunnelPolicy3.of(quickModeProposals(), endpoints, lifetimes.idle())
                        .withFlags(natTraversal.flags())
                        .withEmPolicy(authentication.extendedMode(keyingModule));
        return switch (keyingModule) {
            case IKE -> new Policy.IpsecIkeQmTunnelContext(policy);
            case AUTHIP -> new Policy.IpsecAuthipQmTunnelContext(policy);
            case IKEV2 -> new Policy.IpsecIkev2QmTunnelContext(policy);
        };
    }

    private List<IpsecProposal0> quickModeProposals() {
        return suite.quickMode().stream()
                .map(transform ->
                        IpsecProposal0.of(lifetimes.quickMode(), List.of(transform))
                                .withPfsGroup(forwardSecrecy))
                .toList();
    }
}

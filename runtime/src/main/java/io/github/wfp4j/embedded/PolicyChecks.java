package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ikeext.IkeextEmPolicy2;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.ipsec.IpsecDospOptions0;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The checks of what a provider context carries (3.6).
 *
 * <p>Not checked yet: transforms one by one, groups of a keying module, tunnel endpoints.
 */
final class PolicyChecks {
    private static final int MAX_DSCP = 63;
    private static final int NO_DSCP = 0xFF;
    private static final int MAX_TRANSFORMS = 2;

    private static final IpsecPolicyFlags DISCOVERY =
            IpsecPolicyFlags.ND_SECURE.or(IpsecPolicyFlags.ND_BOUNDARY);

    private static final Set<IkeextAuthenticationMethodType> NOT_IN_IKE =
            EnumSet.of(
                    IkeextAuthenticationMethodType.NTLM_V2,
                    IkeextAuthenticationMethodType.ANONYMOUS,
                    IkeextAuthenticationMethodType.SSL,
                    IkeextAuthenticationMethodType.SSL_ECDSA_P256,
                    IkeextAuthenticationMethodType.SSL_ECDSA_P384,
                    IkeextAuthenticationMethodType.EAP);

    private static final Set<IkeextAuthenticationMethodType> NOT_IN_AUTHIP =
            EnumSet.of(IkeextAuthenticationMethodType.EAP);

    private static final Set<IkeextAuthenticationMethodType> NOT_FOR_USERS =
            EnumSet.of(
                    IkeextAuthenticationMethodType.PRESHARED_KEY,
                    IkeextAuthenticationMethodType.EAP);

    private static final Set<IkeextAuthenticationMethodType> NOT_IN_IKEV2 =
            EnumSet.of(
                    IkeextAuthenticationMethodType.NTLM_V2,
                    IkeextAuthenticationMethodType.ANONYMOUS,
                    IkeextAuthenticationMethodType.KERBEROS,
                    IkeextAuthenticationMethodType.SSL,
                    IkeextAuthenticationMethodType.SSL_ECDSA_P256,
                    IkeextAuthenticationMethodType.SSL_ECDSA_P384);

    private PolicyChecks() {}

    /** Refuses a policy that no keying module could use. */
    static void require(Policy policy) {
        switch (policy) {
            case Policy.IpsecIkeQmTransportContext it -> {
                requireTransport(it.ikeQmTransportPolicy());
                requireNoUsers(it.ikeQmTransportPolicy().emPolicy());
            }
            case Policy.IpsecAuthipQmTransportContext it ->
                    requireTransport(it.authipQmTransportPolicy());
            case Policy.IpsecIkev2QmTransportContext it ->
                    requireTransport(it.ikeV2QmTransportPolicy());
            case Policy.IpsecIkeQmTunnelContext it -> {
                requireTunnel(it.ikeQmTunnelPolicy());
                requireNoUsers(it.ikeQmTunnelPolicy().emPolicy());
            }
            case Policy.IpsecAuthipQmTunnelContext it -> requireTunnel(it.authipQmTunnelPolicy());
            case Policy.IpsecIkev2QmTunnelContext it -> requireTunnel(it.ikeV2QmTunnelPolicy());
            case Policy.IpsecIkeMmContext it -> requireMainMode(it.ikeMmPolicy(), NOT_IN_IKE);
            case Policy.IpsecAuthipMmContext it ->
                    requireMainMode(it.authIpMmPolicy(), NOT_IN_AUTHIP);
            case Policy.IpsecIkev2MmContext it -> requireMainMode(it.ikeV2MmPolicy(), NOT_IN_IKEV2);
            case Policy.IpsecDospContext it -> requireDosp(it.idpOptions());
            case Policy.IpsecKeyingContext _,
                    Policy.ClassifyOptionsContext _,
                    Policy.GeneralContext _,
                    Policy.NetworkConnectionPolicyContext _ -> {
                // Nothing is known to be refused here; a general context may be empty.
            }
        }
    }

    private static void requireTransport(IpsecTransportPolicy2 policy) {
        requireQuickMode(policy.ipsecProposals(), policy.flags());
        requireUsers(policy.emPolicy());
    }

    private static void requireTunnel(IpsecTunnelPolicy3 policy) {
        requireQuickMode(policy.ipsecProposals(), policy.flags());
        requireUsers(policy.emPolicy());
    }

    private static void requireQuickMode(List<IpsecProposal0> proposals, IpsecPolicyFlags flags) {
        EngineFailure.unless(!flags.contains(DISCOVERY), ErrorCode.FWP_E_INVALID_FLAGS);
        requireSome(proposals);
        proposals.forEach(PolicyChecks::requireProposal);
    }

    private static void requireProposal(IpsecProposal0 proposal) {
        List<IpsecSaTransform0> transforms = proposal.saTransforms();
        requireSome(transforms);
        EngineFailure.unless(
                proposal.lifetime().lifetimeSeconds() != 0 && transforms.size() <= MAX_TRANSFORMS,
                ErrorCode.FWP_E_OUT_OF_BOUNDS);
        long headers = transforms.stream().filter(IpsecSaTransform0.Ah.class::isInstance).count();
        EngineFailure.unless(
                transforms.size() == 1 || headers == 1,
                ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION);
    }

    private static void requireNoUsers(@Nullable IkeextEmPolicy2 users) {
        EngineFailure.unless(users == null, ErrorCode.FWP_E_EM_NOT_SUPPORTED);
    }

    private static void requireUsers(@Nullable IkeextEmPolicy2 users) {
        if (users != null) {
            requireMethods(users.authenticationMethods(), NOT_FOR_USERS);
        }
    }

    private static void requireMainMode(
            IkeextPolicy2 policy, Set<IkeextAuthenticationMethodType> impossible) {
        requireMethods(policy.authenticationMethods(), impossible);
        requireSome(policy.ikeProposals());
    }

    private static void requireMethods(
            List<IkeextAuthenticationMethod2> methods,
            Set<IkeextAuthenticationMethodType> impossible) {
        requireSome(methods);
        EngineFailure.unless(
                methods.stream()
                        .noneMatch(it -> impossible.contains(it.authenticationMethodType())),
                ErrorCode.FWP_E_INCOMPATIBLE_AUTH_METHOD);
        // Certificates of several authorities are several methods, so the whole is compared.
        EngineFailure.unless(
                methods.stream().distinct().count() == methods.size(),
                ErrorCode.FWP_E_DUPLICATE_AUTH_METHOD);
    }

    private static void requireDosp(IpsecDospOptions0 options) {
        boolean codePoints =
                IntStream.of(
                                options.ipV6IPsecUnauthDscp(),
                                options.ipV6IPsecAuthDscp(),
                                options.icmpV6Dscp(),
                                options.ipV6FilterExemptDscp(),
                                options.defBlockExemptDscp())
                        .allMatch(it -> it <= MAX_DSCP || it == NO_DSCP);
        boolean limits =
                LongStream.of(
                                options.stateIdleTimeoutSeconds(),
                                options.perIPRateLimitQueueIdleTimeoutSeconds(),
                                options.maxStateEntries(),
                                options.maxPerIPRateLimitQueues())
                        .allMatch(it -> it != 0);
        EngineFailure.unless(codePoints && limits, ErrorCode.FWP_E_OUT_OF_BOUNDS);
    }

    private static void requireSome(List<?> list) {
        EngineFailure.unless(!list.isEmpty(), ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
    }
}

package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextCipherAlgorithm0;
import io.github.wfp4j.ikeext.IkeextCipherType;
import io.github.wfp4j.ikeext.IkeextDhGroup;
import io.github.wfp4j.ikeext.IkeextEmPolicy2;
import io.github.wfp4j.ikeext.IkeextIntegrityAlgorithm0;
import io.github.wfp4j.ikeext.IkeextIntegrityType;
import io.github.wfp4j.ikeext.IkeextKerberosAuthentication1;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.ikeext.IkeextProposal0;
import io.github.wfp4j.ipsec.IpsecAuthAndCipherTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecCipherTransform0;
import io.github.wfp4j.ipsec.IpsecCipherTransformId0;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSaIdleTimeout0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the keying modules may agree on: who the peers are, how they make keys, and how packets are
 * protected. The pages of the scenarios leave all of it open.
 *
 * @param authenticationMethods how main mode makes sure who the peers are, the preferred first
 * @param mainModeProposals how main mode protects itself, the preferred first
 * @param quickModeProposals how packets may be protected, the preferred first
 * @param allowClearTimeoutSeconds for how long clear packets are still accepted once there is a
 *     security association, where negotiation discovery is on: seconds
 * @param idleTimeout after which time without traffic a security association goes
 * @param extendedMode a second authentication, of the user, which only AuthIP has; or null for none
 */
public record Negotiation(
        List<IkeextAuthenticationMethod2> authenticationMethods,
        List<IkeextProposal0> mainModeProposals,
        List<IpsecProposal0> quickModeProposals,
        long allowClearTimeoutSeconds,
        IpsecSaIdleTimeout0 idleTimeout,
        @Nullable IkeextEmPolicy2 extendedMode) {
    // Lifetimes and timeouts are those of Microsoft's transport mode sample.
    private static final long MAIN_MODE_SECONDS = 28_800;
    private static final IpsecSaLifetime0 QUICK_MODE_LIFETIME =
            new IpsecSaLifetime0(3600, 100_000, 0x7FFF_FFFF);
    private static final IpsecSaIdleTimeout0 IDLE_TIMEOUT = new IpsecSaIdleTimeout0(300, 60);
    private static final long ALLOW_CLEAR_SECONDS = 10;

    /**
     * What is used where nothing else is asked for.
     *
     * <ul>
     *   <li>The computers authenticate with Kerberos: the only method of both keying modules that
     *       needs no data of the site, such as a certificate or a key. Their users do not: that
     *       takes an extended mode policy at both peers.
     *   <li>Main mode: AES-256 with SHA-384 over ECP-384, AES-256 and AES-128 with SHA-256 over
     *       ECP-256, and AES-128 with SHA-256 over group 14 for peers without elliptic curves.
     *       Eight hours.
     *   <li>Quick mode: ESP that encrypts in every proposal, with AES-GCM of 256 and 128 bits, then
     *       AES-CBC of 256 and 128 bits with HMAC-SHA-256. An hour or 100 megabytes.
     * </ul>
     *
     * <p>There is no MD5, SHA-1, DES, 3DES and no Diffie-Hellman group below 2048 bits: what
     * Microsoft's samples of the Windows Vista era propose is not offered.
     */
    public static final Negotiation DEFAULT =
            new Negotiation(
                    List.of(
                            new IkeextAuthenticationMethod2.Kerberos(
                                    IkeextKerberosAuthentication1.of())),
                    List.of(
                            mainMode(
                                    IkeextCipherType.AES_256,
                                    IkeextIntegrityType.SHA_384,
                                    IkeextDhGroup.ECP_384),
                            mainMode(
                                    IkeextCipherType.AES_256,
                                    IkeextIntegrityType.SHA_256,
                                    IkeextDhGroup.ECP_256),
                            mainMode(
                                    IkeextCipherType.AES_128,
                                    IkeextIntegrityType.SHA_256,
                                    IkeextDhGroup.ECP_256),
                            mainMode(
                                    IkeextCipherType.AES_128,
                                    IkeextIntegrityType.SHA_256,
                                    IkeextDhGroup.GROUP_14)),
                    List.of(
                            esp(
                                    IpsecAuthTransformId0.GCM_AES_256,
                                    IpsecCipherTransformId0.GCM_AES_256),
                            esp(
                                    IpsecAuthTransformId0.GCM_AES_128,
                                    IpsecCipherTransformId0.GCM_AES_128),
                            esp(
                                    IpsecAuthTransformId0.HMAC_SHA_256_128,
                                    IpsecCipherTransformId0.AES_256),
                            esp(
                                    IpsecAuthTransformId0.HMAC_SHA_256_128,
                                    IpsecCipherTransformId0.AES_128)),
                    ALLOW_CLEAR_SECONDS,
                    IDLE_TIMEOUT,
                    null);

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no authentication method or no proposal
     */
    public Negotiation {
        authenticationMethods = nonEmpty(authenticationMethods, "authenticationMethods");
        mainModeProposals = nonEmpty(mainModeProposals, "mainModeProposals");
        quickModeProposals = nonEmpty(quickModeProposals, "quickModeProposals");
        requireNonNull(idleTimeout, "idleTimeout");
    }

    /**
     * {@return a copy with other quick mode proposals}
     *
     * @param quickModeProposals how packets may be protected, the preferred first
     */
    public Negotiation withQuickModeProposals(List<IpsecProposal0> quickModeProposals) {
        return new Negotiation(
                authenticationMethods,
                mainModeProposals,
                quickModeProposals,
                allowClearTimeoutSeconds,
                idleTimeout,
                extendedMode);
    }

    /**
     * {@return a copy with another time for which clear packets are still accepted}
     *
     * @param allowClearTimeoutSeconds seconds
     */
    public Negotiation withAllowClearTimeoutSeconds(long allowClearTimeoutSeconds) {
        return new Negotiation(
                authenticationMethods,
                mainModeProposals,
                quickModeProposals,
                allowClearTimeoutSeconds,
                idleTimeout,
                extendedMode);
    }

    /** Main mode, as the provider context of a keying module carries it. */
    Policy mainMode(KeyingModule keyingModule) {
        IkeextPolicy2 policy = IkeextPolicy2.of(authenticationMethods, mainModeProposals);
        return switch (keyingModule) {
            case IKE -> new Policy.IpsecIkeMmContext(policy);
            case AUTHIP -> new Policy.IpsecAuthipMmContext(policy);
        };
    }

    /** Quick mode for transport, as the provider context of a keying module carries it. */
    Policy quickMode(KeyingModule keyingModule, IpsecPolicyFlags flags) {
        IpsecTransportPolicy2 policy =
                IpsecTransportPolicy2.of(quickModeProposals, idleTimeout)
                        .withFlags(flags)
                        .withNdAllowClearTimeoutSeconds(allowClearTimeoutSeconds);
        return switch (keyingModule) {
            case IKE -> new Policy.IpsecIkeQmTransportContext(policy);
            case AUTHIP ->
                    new Policy.IpsecAuthipQmTransportContext(policy.withEmPolicy(extendedMode));
        };
    }

    /**
     * {@return whether packets are encrypted where a proposal is agreed on}
     *
     * @param proposal a quick mode proposal
     */
    static boolean encrypts(IpsecProposal0 proposal) {
        return proposal.saTransforms().stream()
                .anyMatch(transform ->
                        switch (transform) {
                            case IpsecSaTransform0.EspCipher _,
                                    IpsecSaTransform0.EspAuthAndCipher _ ->
                                    true;
                            case IpsecSaTransform0.Ah _,
                                    IpsecSaTransform0.EspAuth _,
                                    IpsecSaTransform0.EspAuthFw _ ->
                                    false;
                        });
    }

    private static IkeextProposal0 mainMode(
            IkeextCipherType cipher, IkeextIntegrityType integrity, IkeextDhGroup group) {
        return IkeextProposal0.of(
                IkeextCipherAlgorithm0.of(cipher),
                new IkeextIntegrityAlgorithm0(integrity),
                MAIN_MODE_SECONDS,
                group);
    }

    private static IpsecProposal0 esp(IpsecAuthTransformId0 auth, IpsecCipherTransformId0 cipher) {
        return IpsecProposal0.of(
                QUICK_MODE_LIFETIME,
                List.of(
                        new IpsecSaTransform0.EspAuthAndCipher(
                                new IpsecAuthAndCipherTransform0(
                                        IpsecAuthTransform0.of(auth),
                                        IpsecCipherTransform0.of(cipher)))));
    }

    private static <T> List<T> nonEmpty(List<T> list, String name) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return List.copyOf(list);
    }
}

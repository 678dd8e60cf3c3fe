package io.github.wfp4j.embedded;

import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.ANONYMOUS;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.CERTIFICATE;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.CERTIFICATE_ECDSA_P256;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.CERTIFICATE_ECDSA_P384;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.EAP;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.IPV6_CGA;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.KERBEROS;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.NTLM_V2;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.PRESHARED_KEY;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.SSL;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.SSL_ECDSA_P256;
import static io.github.wfp4j.ikeext.IkeextAuthenticationMethodType.SSL_ECDSA_P384;

import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ikeext.IkeextEmPolicy2;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What a keying module can do (3.6).
 *
 * <p>For each method of authentication Microsoft documents the modules that have it. It documents
 * pre-shared keys for IKE only, but their flags in newer headers have a meaning in IKEv2 only.
 *
 * @param methods how it can make sure who the peer is
 * @param hasExtendedMode whether it can make sure of a user after that
 * @param canOmitGroup whether main mode can go without a Diffie-Hellman group
 * @param hasCombinedCiphers whether main mode can use ciphers that authenticate as well
 */
record KeyingModuleRules(
        Set<IkeextAuthenticationMethodType> methods,
        boolean hasExtendedMode,
        boolean canOmitGroup,
        boolean hasCombinedCiphers) {
    static final KeyingModuleRules IKE =
            new KeyingModuleRules(
                    Set.of(
                            PRESHARED_KEY,
                            CERTIFICATE,
                            CERTIFICATE_ECDSA_P256,
                            CERTIFICATE_ECDSA_P384,
                            KERBEROS,
                            IPV6_CGA),
                    false,
                    false,
                    false);

    static final KeyingModuleRules AUTHIP =
            new KeyingModuleRules(
                    Set.of(KERBEROS, ANONYMOUS, NTLM_V2, SSL, SSL_ECDSA_P256, SSL_ECDSA_P384),
                    true,
                    true,
                    false);

    static final KeyingModuleRules IKEV2 =
            new KeyingModuleRules(
                    Set.of(
                            PRESHARED_KEY,
                            CERTIFICATE,
                            CERTIFICATE_ECDSA_P256,
                            CERTIFICATE_ECDSA_P384,
                            EAP),
                    false,
                    false,
                    true);

    KeyingModuleRules {
        methods = Set.copyOf(methods);
    }

    /** Refuses methods of authentication that the module does not have, none and one twice. */
    void requireMethods(List<IkeextAuthenticationMethod2> wanted) {
        PolicyChecks.requireSome(wanted);
        for (IkeextAuthenticationMethod2 method : wanted) {
            EngineFailure.unless(
                    methods.contains(method.authenticationMethodType()),
                    ErrorCode.FWP_E_INCOMPATIBLE_AUTH_METHOD);
            EngineFailure.unless(
                    method.authenticationMethodType() != IPV6_CGA
                            || EnginePolicy.GENERATED_ADDRESSES_ENABLED,
                    ErrorCode.ERROR_NOT_SUPPORTED);
        }
        // Certificates of several authorities are several methods, so the whole is compared.
        PolicyChecks.requireDistinct(wanted, ErrorCode.FWP_E_DUPLICATE_AUTH_METHOD);
    }

    /** Refuses an extended mode where there is none, or one with methods that it does not have. */
    void requireExtendedMode(@Nullable IkeextEmPolicy2 policy) {
        if (policy != null) {
            EngineFailure.unless(hasExtendedMode, ErrorCode.FWP_E_EM_NOT_SUPPORTED);
            requireMethods(policy.authenticationMethods());
        }
    }
}

package io.github.wfp4j.ikeext;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The credential that one side used in one authentication.
 *
 * <p>C: {@code IKEEXT_CREDENTIAL0}, {@code iketypes.h}.
 *
 * @param impersonationType in whose name the authentication was done
 * @param credential the credential itself
 */
public record IkeextCredential0(IkeextAuthenticationImpersonationType impersonationType,
        IkeextCredential0.Credential credential) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public IkeextCredential0 {
        Objects.requireNonNull(impersonationType, "impersonationType");
        Objects.requireNonNull(credential, "credential");
    }

    /**
     * {@return the tag that selects the case of {@code credential}}
     */
    public IkeextAuthenticationMethodType authenticationMethodType() {
        return credential.authenticationMethodType();
    }

    /**
     * {@return a copy with another {@code impersonationType}}
     *
     * @param impersonationType in whose name the authentication was done
     */
    public IkeextCredential0 withImpersonationType(
            IkeextAuthenticationImpersonationType impersonationType) {
        return new IkeextCredential0(impersonationType, credential);
    }

    /**
     * {@return a copy with another {@code credential}}
     *
     * @param credential the credential itself
     */
    public IkeextCredential0 withCredential(Credential credential) {
        return new IkeextCredential0(impersonationType, credential);
    }

    /**
     * The credential itself.
     */
    public sealed interface Credential {
        /**
         * {@return the tag that selects this case}
         */
        IkeextAuthenticationMethodType authenticationMethodType();

        /**
         * The case of {@code IKEEXT_PRESHARED_KEY}.
         *
         * @param presharedKey the preshared key, or null if it is not shown
         */
        record PresharedKey(
                @Nullable IkeextPresharedKeyAuthentication0 presharedKey) implements Credential {
            @Override
            public IkeextAuthenticationMethodType authenticationMethodType() {
                return IkeextAuthenticationMethodType.PRESHARED_KEY;
            }
        }

        /**
         * The case of {@code IKEEXT_CERTIFICATE}, {@code IKEEXT_SSL}, {@code IKEEXT_IPV6_CGA}, {@code IKEEXT_CERTIFICATE_ECDSA_P256}, {@code IKEEXT_CERTIFICATE_ECDSA_P384}, {@code IKEEXT_SSL_ECDSA_P256}, {@code IKEEXT_SSL_ECDSA_P384}.
         *
         * @param authenticationMethodType the tag, one of those
         * @param certificate the certificate, or null if it is not known
         */
        record Certificate(IkeextAuthenticationMethodType authenticationMethodType,
                @Nullable IkeextCertificateCredential0 certificate) implements Credential {
            /**
             * Checks the components and copies the lists.
             *
             * @throws IllegalArgumentException if a component is out of its range
             */
            public Certificate {
                boolean known = switch (authenticationMethodType) {
                    case CERTIFICATE, SSL, IPV6_CGA, CERTIFICATE_ECDSA_P256, CERTIFICATE_ECDSA_P384, SSL_ECDSA_P256, SSL_ECDSA_P384 -> true;
                    default -> false;
                };
                if (!known) {
                    throw new IllegalArgumentException("authenticationMethodType does not select Certificate: " + authenticationMethodType);
                }
            }
        }

        /**
         * The case of {@code IKEEXT_KERBEROS}, {@code IKEEXT_NTLM_V2}, {@code IKEEXT_EAP}.
         *
         * @param authenticationMethodType the tag, one of those
         * @param name the name of the principal, or null if it is not known
         */
        record Name(IkeextAuthenticationMethodType authenticationMethodType,
                @Nullable IkeextNameCredential0 name) implements Credential {
            /**
             * Checks the components and copies the lists.
             *
             * @throws IllegalArgumentException if a component is out of its range
             */
            public Name {
                boolean known = switch (authenticationMethodType) {
                    case KERBEROS, NTLM_V2, EAP -> true;
                    default -> false;
                };
                if (!known) {
                    throw new IllegalArgumentException("authenticationMethodType does not select Name: " + authenticationMethodType);
                }
            }
        }

        /**
         * The case of {@code IKEEXT_ANONYMOUS}; it holds nothing else.
         */
        record Anonymous() implements Credential {
            @Override
            public IkeextAuthenticationMethodType authenticationMethodType() {
                return IkeextAuthenticationMethodType.ANONYMOUS;
            }
        }
    }
}

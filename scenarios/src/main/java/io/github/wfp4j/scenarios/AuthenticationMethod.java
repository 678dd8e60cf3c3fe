package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ikeext.IkeextCertAuthFlags;
import io.github.wfp4j.ikeext.IkeextCertificateAuthentication2;
import io.github.wfp4j.ikeext.IkeextCertificateAuthentication2.InboundConfig;
import io.github.wfp4j.ikeext.IkeextCertificateAuthentication2.OutboundConfig;
import io.github.wfp4j.ikeext.IkeextCertificateCriteria0;
import io.github.wfp4j.ikeext.IkeextKerberosAuthentication1;
import io.github.wfp4j.ikeext.IkeextNtlmV2Authentication0;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication1;
import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** How peers make sure of each other's identity, in the form that each keying module has. */
public sealed interface AuthenticationMethod {
    /** {@return what a keying module does, or null if it does not have the method} */
    @Nullable IkeextAuthenticationMethod2 of(KeyingModule keyingModule);

    /** By Kerberos V5, in a domain: IKE for computers, AuthIP for computers and users. */
    record Kerberos() implements AuthenticationMethod {
        @Override
        public @Nullable IkeextAuthenticationMethod2 of(KeyingModule keyingModule) {
            return switch (keyingModule) {
                case IKE, AUTHIP ->
                        new IkeextAuthenticationMethod2.Kerberos(
                                IkeextKerberosAuthentication1.of());
                case IKEV2 -> null;
            };
        }

        @Override
        public String toString() {
            return "Kerberos";
        }
    }

    /**
     * By certificates of the computers, both under one of some roots; AuthIP does it over TLS.
     *
     * @param roots the encoded subject names of the root certificates (not the certificates), at
     *     least one
     * @param checkRevocation whether certificates must not be revoked
     */
    record Certificate(List<Bytes> roots, boolean checkRevocation) implements AuthenticationMethod {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there is no root, or an empty one
         */
        public Certificate {
            roots = List.copyOf(roots);
            if (roots.isEmpty() || roots.stream().anyMatch(Bytes::isEmpty)) {
                throw new IllegalArgumentException(
                        "roots must hold a name, and no empty one: " + roots);
            }
        }

        @Override
        public IkeextAuthenticationMethod2 of(KeyingModule keyingModule) {
            List<IkeextCertificateCriteria0> criteria =
                    roots.stream()
                            .map(root ->
                                    IkeextCertificateCriteria0.of()
                                            .withCertData(new FwpByteBlob(root)))
                            .toList();
            IkeextCertificateAuthentication2 authentication =
                    IkeextCertificateAuthentication2.of(
                                    new InboundConfig.ExplicitTrustList(criteria),
                                    new OutboundConfig.ExplicitTrustList(criteria))
                            .withFlags(
                                    checkRevocation
                                            ? IkeextCertAuthFlags.NONE
                                            : IkeextCertAuthFlags.DISABLE_CRL_CHECK);
            return switch (keyingModule) {
                case IKE, IKEV2 ->
                        new IkeextAuthenticationMethod2.CertificateAuthentication(
                                IkeextAuthenticationMethodType.CERTIFICATE, authentication);
                case AUTHIP ->
                        new IkeextAuthenticationMethod2.SslAuthentication(
                                IkeextAuthenticationMethodType.SSL, authentication);
            };
        }

        @Override
        public String toString() {
            return "certificates";
        }
    }

    /**
     * By a key that both peers were given; for tests and where nothing else is possible.
     *
     * @param key the key, which both sides encode alike; secret
     */
    record PresharedKey(Bytes key) implements AuthenticationMethod {
        /**
         * Checks the key.
         *
         * @throws IllegalArgumentException if it is empty
         */
        public PresharedKey {
            requireNonNull(key, "key");
            if (key.isEmpty()) {
                throw new IllegalArgumentException("key must not be empty");
            }
        }

        @Override
        public @Nullable IkeextAuthenticationMethod2 of(KeyingModule keyingModule) {
            return switch (keyingModule) {
                case IKE, IKEV2 ->
                        new IkeextAuthenticationMethod2.PresharedKey(
                                IkeextPresharedKeyAuthentication1.of(new FwpByteBlob(key)));
                case AUTHIP -> null;
            };
        }

        /** {@return a text without the key} */
        @Override
        public String toString() {
            return "a preshared key";
        }
    }

    /** By the password of a user's account, with NTLM version 2. */
    record NtlmV2() implements AuthenticationMethod {
        @Override
        public @Nullable IkeextAuthenticationMethod2 of(KeyingModule keyingModule) {
            return keyingModule == KeyingModule.AUTHIP
                    ? new IkeextAuthenticationMethod2.NtlmV2(IkeextNtlmV2Authentication0.of())
                    : null;
        }

        @Override
        public String toString() {
            return "NTLMv2";
        }
    }

    /** Not at all; as the last method of several it makes the others optional. */
    record Anonymous() implements AuthenticationMethod {
        @Override
        public @Nullable IkeextAuthenticationMethod2 of(KeyingModule keyingModule) {
            return keyingModule == KeyingModule.AUTHIP
                    ? new IkeextAuthenticationMethod2.Anonymous()
                    : null;
        }

        @Override
        public String toString() {
            return "anonymity";
        }
    }
}

package io.github.wfp4j.ikeext;

import org.jspecify.annotations.Nullable;

/**
 * A way for IPsec peers to prove who they are.
 *
 * <p>C: {@code IKEEXT_AUTHENTICATION_METHOD_TYPE}, {@code iketypes.h}.
 */
public enum IkeextAuthenticationMethodType {
    /**
     * A secret known to both sides. C: {@code IKEEXT_PRESHARED_KEY}.
     */
    PRESHARED_KEY(0, "IKEEXT_PRESHARED_KEY"),

    /**
     * An RSA certificate. C: {@code IKEEXT_CERTIFICATE}.
     */
    CERTIFICATE(1, "IKEEXT_CERTIFICATE"),

    /**
     * Kerberos. C: {@code IKEEXT_KERBEROS}.
     */
    KERBEROS(2, "IKEEXT_KERBEROS"),

    /**
     * No authentication. C: {@code IKEEXT_ANONYMOUS}.
     */
    ANONYMOUS(3, "IKEEXT_ANONYMOUS"),

    /**
     * A certificate over TLS. C: {@code IKEEXT_SSL}.
     */
    SSL(4, "IKEEXT_SSL"),

    /**
     * NTLMv2. C: {@code IKEEXT_NTLM_V2}.
     */
    NTLM_V2(5, "IKEEXT_NTLM_V2"),

    /**
     * A cryptographically generated IPv6 address. C: {@code IKEEXT_IPV6_CGA}.
     */
    IPV6_CGA(6, "IKEEXT_IPV6_CGA"),

    /**
     * An ECDSA certificate on curve P-256. C: {@code IKEEXT_CERTIFICATE_ECDSA_P256}.
     */
    CERTIFICATE_ECDSA_P256(7, "IKEEXT_CERTIFICATE_ECDSA_P256"),

    /**
     * An ECDSA certificate on curve P-384. C: {@code IKEEXT_CERTIFICATE_ECDSA_P384}.
     */
    CERTIFICATE_ECDSA_P384(8, "IKEEXT_CERTIFICATE_ECDSA_P384"),

    /**
     * An ECDSA certificate on curve P-256, over TLS. C: {@code IKEEXT_SSL_ECDSA_P256}.
     */
    SSL_ECDSA_P256(9, "IKEEXT_SSL_ECDSA_P256"),

    /**
     * An ECDSA certificate on curve P-384, over TLS. C: {@code IKEEXT_SSL_ECDSA_P384}.
     */
    SSL_ECDSA_P384(10, "IKEEXT_SSL_ECDSA_P384"),

    /**
     * EAP; for IKEv2 only. C: {@code IKEEXT_EAP}.
     */
    EAP(11, "IKEEXT_EAP"),

    /**
     * A method that Windows keeps to itself. C: {@code IKEEXT_RESERVED}.
     */
    RESERVED(12, "IKEEXT_RESERVED");

    private final int value;

    private final String cName;

    IkeextAuthenticationMethodType(int value, String cName) {
        this.value = value;
        this.cName = cName;
    }

    /**
     * {@return the number that stands for it in C}
     */
    public int value() {
        return value;
    }

    /**
     * {@return its name in C}
     */
    public String cName() {
        return cName;
    }

    /**
     * {@return the constant with a number, or null for none}
     *
     * @param value the number that stands for it in C
     */
    public static @Nullable IkeextAuthenticationMethodType find(int value) {
        return switch (value) {
            case 0 -> PRESHARED_KEY;
            case 1 -> CERTIFICATE;
            case 2 -> KERBEROS;
            case 3 -> ANONYMOUS;
            case 4 -> SSL;
            case 5 -> NTLM_V2;
            case 6 -> IPV6_CGA;
            case 7 -> CERTIFICATE_ECDSA_P256;
            case 8 -> CERTIFICATE_ECDSA_P384;
            case 9 -> SSL_ECDSA_P256;
            case 10 -> SSL_ECDSA_P384;
            case 11 -> EAP;
            case 12 -> RESERVED;
            default -> null;
        };
    }

    /**
     * {@return the constant with a number}
     *
     * @param value the number that stands for it in C
     * @throws IllegalArgumentException if no constant has it
     */
    public static IkeextAuthenticationMethodType of(int value) {
        IkeextAuthenticationMethodType found = find(value);
        if (found == null) {
            throw new IllegalArgumentException("not a value of IKEEXT_AUTHENTICATION_METHOD_TYPE: 0x" + Integer.toHexString(value));
        }
        return found;
    }
}

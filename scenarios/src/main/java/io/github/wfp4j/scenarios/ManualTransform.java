package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecCipherTransform0;
import io.github.wfp4j.ipsec.IpsecCipherTransformId0;
import io.github.wfp4j.ipsec.IpsecSa0.Information;
import io.github.wfp4j.ipsec.IpsecSaAuthAndCipherInformation0;
import io.github.wfp4j.ipsec.IpsecSaAuthInformation0;
import io.github.wfp4j.ipsec.IpsecSaCipherInformation0;
import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

/**
 * How packets are protected with keys that were agreed on by hand.
 *
 * <p>AES-GCM is not among them: it must never be used twice with one key and counter, which keys
 * that last over restarts cannot promise (RFC 4106, section 2).
 */
@SuppressWarnings("ImmutableEnumChecker") // ids of transforms are immutable records
public enum ManualTransform {
    /** AH with HMAC-SHA-1: what Microsoft's sample has. */
    AH_SHA1(true, IpsecAuthTransformId0.HMAC_SHA_1_96, 20, null, 0),

    /** AH with HMAC-SHA-256. */
    AH_SHA256(true, IpsecAuthTransformId0.HMAC_SHA_256_128, 32, null, 0),

    /** ESP with HMAC-SHA-256, not encrypted. */
    ESP_SHA256(false, IpsecAuthTransformId0.HMAC_SHA_256_128, 32, null, 0),

    /** ESP with AES-CBC of 128 bits and HMAC-SHA-256. */
    ESP_AES128_SHA256(
            false, IpsecAuthTransformId0.HMAC_SHA_256_128, 32, IpsecCipherTransformId0.AES_128, 16),

    /** ESP with AES-CBC of 256 bits and HMAC-SHA-256. */
    ESP_AES256_SHA256(
            false, IpsecAuthTransformId0.HMAC_SHA_256_128, 32, IpsecCipherTransformId0.AES_256, 32);

    private final boolean header;
    private final IpsecAuthTransformId0 authentication;
    private final int authenticationBytes;
    private final @Nullable IpsecCipherTransformId0 cipher;
    private final int cipherBytes;

    ManualTransform(
            boolean header,
            IpsecAuthTransformId0 authentication,
            int authenticationBytes,
            @Nullable IpsecCipherTransformId0 cipher,
            int cipherBytes) {
        this.header = header;
        this.authentication = authentication;
        this.authenticationBytes = authenticationBytes;
        this.cipher = cipher;
        this.cipherBytes = cipherBytes;
    }

    /** {@return the length of a key for authentication, in bytes} */
    public int authenticationBytes() {
        return authenticationBytes;
    }

    /** {@return the length of a key for encryption, in bytes; 0 if there is none} */
    public int cipherBytes() {
        return cipherBytes;
    }

    /** Refuses keys of other lengths. */
    void require(Keys keys) {
        requireLength(keys.authentication(), authenticationBytes, "authentication");
        requireLength(keys.encryption(), cipherBytes, "encryption");
    }

    private void requireLength(Bytes key, int length, String what) {
        if (key.length() != length) {
            throw new IllegalArgumentException(
                    "the %s key of %s must have %d bytes: %d"
                            .formatted(what, name(), length, key.length()));
        }
    }

    /** What a security association is told. */
    Information information(Keys keys) {
        IpsecSaAuthInformation0 auth =
                new IpsecSaAuthInformation0(
                        IpsecAuthTransform0.of(authentication),
                        new FwpByteBlob(keys.authentication()));
        if (cipher != null) {
            return new Information.EspAuthAndCipher(
                    new IpsecSaAuthAndCipherInformation0(
                            new IpsecSaCipherInformation0(
                                    IpsecCipherTransform0.of(cipher),
                                    new FwpByteBlob(keys.encryption())),
                            auth));
        }
        return header ? new Information.Ah(auth) : new Information.EspAuth(auth);
    }

    /**
     * The keys of one direction; secret.
     *
     * @param authentication for authentication
     * @param encryption for encryption, empty if there is none
     */
    public record Keys(Bytes authentication, Bytes encryption) {
        /**
         * {@return keys without encryption}
         *
         * @param authentication for authentication
         */
        public static Keys of(Bytes authentication) {
            return new Keys(authentication, Bytes.empty());
        }

        /** {@return a text without the keys} */
        @Override
        public String toString() {
            return "Keys[***]";
        }
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.ipsec.IpsecAuthAndCipherTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecCipherTransform0;
import io.github.wfp4j.ipsec.IpsecCipherTransformId0;
import io.github.wfp4j.ipsec.IpsecCipherType;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.win32.ErrorCode;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The checks of what a quick mode policy wants done to packets (3.6). */
final class TransformChecks {
    private static final Set<IpsecAuthTransformId0> AUTHENTICATION =
            Set.of(
                    IpsecAuthTransformId0.HMAC_MD5_96,
                    IpsecAuthTransformId0.HMAC_SHA_1_96,
                    IpsecAuthTransformId0.HMAC_SHA_256_128,
                    IpsecAuthTransformId0.GCM_AES_128,
                    IpsecAuthTransformId0.GCM_AES_192,
                    IpsecAuthTransformId0.GCM_AES_256);

    private static final Set<IpsecCipherTransformId0> CIPHERS =
            Set.of(
                    IpsecCipherTransformId0.CBC_DES,
                    IpsecCipherTransformId0.CBC_3DES,
                    IpsecCipherTransformId0.AES_128,
                    IpsecCipherTransformId0.AES_192,
                    IpsecCipherTransformId0.AES_256,
                    IpsecCipherTransformId0.GCM_AES_128,
                    IpsecCipherTransformId0.GCM_AES_192,
                    IpsecCipherTransformId0.GCM_AES_256);

    /** The ciphers that authenticate as well, with the one authentication each goes with. */
    private static final Map<IpsecCipherTransformId0, IpsecAuthTransformId0> COMBINED =
            Map.of(
                    IpsecCipherTransformId0.GCM_AES_128, IpsecAuthTransformId0.GCM_AES_128,
                    IpsecCipherTransformId0.GCM_AES_192, IpsecAuthTransformId0.GCM_AES_192,
                    IpsecCipherTransformId0.GCM_AES_256, IpsecAuthTransformId0.GCM_AES_256);

    /** The types of one cipher that differ in the length of the key. */
    private static final Set<IpsecCipherType> AES =
            EnumSet.of(IpsecCipherType.AES_128, IpsecCipherType.AES_192, IpsecCipherType.AES_256);

    private TransformChecks() {}

    /** Refuses a transform that is unknown or contradicts itself. */
    static void require(IpsecSaTransform0 transform) {
        switch (transform) {
            case IpsecSaTransform0.Ah it -> require(it.ahTransform());
            case IpsecSaTransform0.EspAuth it -> require(it.espAuthTransform());
            case IpsecSaTransform0.EspAuthFw it -> require(it.espAuthFwTransform());
            case IpsecSaTransform0.EspCipher it -> requireAlone(it.espCipherTransform());
            case IpsecSaTransform0.EspAuthAndCipher it ->
                    requireBoth(it.espAuthAndCipherTransform());
        }
    }

    private static void require(IpsecAuthTransform0 transform) {
        EngineFailure.unless(
                AUTHENTICATION.contains(transform.authTransformId()),
                ErrorCode.FWP_E_INVALID_AUTH_TRANSFORM);
    }

    /**
     * Refuses an unknown cipher.
     *
     * <p>The type says how long the key is, and so does the configuration. If only that keeps the
     * two from fitting, the cipher is known, and it is the length that is refused.
     */
    private static void require(IpsecCipherTransform0 transform) {
        IpsecCipherTransformId0 id = transform.cipherTransformId();
        if (!CIPHERS.contains(id)) {
            boolean otherLength =
                    AES.contains(id.cipherType())
                            && CIPHERS.stream()
                                    .filter(it -> it.cipherConfig() == id.cipherConfig())
                                    .anyMatch(it -> AES.contains(it.cipherType()));
            throw new EngineFailure(
                    otherLength
                            ? ErrorCode.FWP_E_INCOMPATIBLE_CIPHER_TRANSFORM
                            : ErrorCode.FWP_E_INVALID_CIPHER_TRANSFORM);
        }
    }

    /** Refuses a cipher without authentication if it is one that authenticates as well. */
    private static void requireAlone(IpsecCipherTransform0 transform) {
        require(transform);
        EngineFailure.unless(
                !COMBINED.containsKey(transform.cipherTransformId()),
                ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION);
    }

    private static void requireBoth(IpsecAuthAndCipherTransform0 transform) {
        require(transform.authTransform());
        require(transform.cipherTransform());
        IpsecAuthTransformId0 authentication = transform.authTransform().authTransformId();
        IpsecAuthTransformId0 partner =
                COMBINED.get(transform.cipherTransform().cipherTransformId());
        EngineFailure.unless(
                Objects.equals(
                        partner, COMBINED.containsValue(authentication) ? authentication : null),
                ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION);
    }
}

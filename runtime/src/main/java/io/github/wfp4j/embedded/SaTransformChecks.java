package io.github.wfp4j.embedded;

import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecCipherTransformId0;
import io.github.wfp4j.ipsec.IpsecSa0.Information;
import io.github.wfp4j.ipsec.IpsecSaAuthInformation0;
import io.github.wfp4j.ipsec.IpsecSaCipherInformation0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.ErrorCode;

import java.util.Map;

/** The checks of the transform and the keys of one security association (9.12). */
final class SaTransformChecks {
    /** The known ways to authenticate, with the lengths of their keys in bytes. */
    private static final Map<IpsecAuthTransformId0, Integer> AUTHENTICATION =
            Map.of(
                    IpsecAuthTransformId0.HMAC_MD5_96, 16,
                    IpsecAuthTransformId0.HMAC_SHA_1_96, 20,
                    IpsecAuthTransformId0.HMAC_SHA_256_128, 32,
                    IpsecAuthTransformId0.GCM_AES_128, 16,
                    IpsecAuthTransformId0.GCM_AES_192, 24,
                    IpsecAuthTransformId0.GCM_AES_256, 32);

    /** The known ciphers, with the lengths of their keys in bytes. */
    private static final Map<IpsecCipherTransformId0, Integer> CIPHERS =
            Map.of(
                    IpsecCipherTransformId0.CBC_DES, 8,
                    IpsecCipherTransformId0.CBC_3DES, 24,
                    IpsecCipherTransformId0.AES_128, 16,
                    IpsecCipherTransformId0.AES_192, 24,
                    IpsecCipherTransformId0.AES_256, 32,
                    IpsecCipherTransformId0.GCM_AES_128, 16,
                    IpsecCipherTransformId0.GCM_AES_192, 24,
                    IpsecCipherTransformId0.GCM_AES_256, 32);

    /** The ciphers that authenticate as well, with the one authentication each goes with. */
    private static final Map<IpsecCipherTransformId0, IpsecAuthTransformId0> COMBINED =
            Map.of(
                    IpsecCipherTransformId0.GCM_AES_128, IpsecAuthTransformId0.GCM_AES_128,
                    IpsecCipherTransformId0.GCM_AES_192, IpsecAuthTransformId0.GCM_AES_192,
                    IpsecCipherTransformId0.GCM_AES_256, IpsecAuthTransformId0.GCM_AES_256);

    private SaTransformChecks() {}

    /** Refuses an unknown transform, one that does not fit another, and keys of a wrong length. */
    static void require(Information information) {
        switch (information) {
            case Information.Ah it -> requireAuthentication(it.ahInformation());
            case Information.EspAuth it -> requireAuthentication(it.espAuthInformation());
            case Information.EspAuthFw it -> requireAuthentication(it.espAuthFwInformation());
            case Information.EspCipher it -> requireCipher(it.espCipherInformation());
            case Information.EspAuthAndCipher it ->
                    requireBoth(
                            it.espAuthAndCipherInformation().saAuthInformation(),
                            it.espAuthAndCipherInformation().saCipherInformation());
        }
    }

    private static void requireAuthentication(IpsecSaAuthInformation0 information) {
        IpsecAuthTransformId0 id = known(information);
        requireKey(
                information.authKey().data(),
                AUTHENTICATION.getOrDefault(id, 0),
                COMBINED.containsValue(id));
    }

    /** A cipher that authenticates as well cannot go without that. */
    private static void requireCipher(IpsecSaCipherInformation0 information) {
        IpsecCipherTransformId0 id = known(information);
        EngineFailure.unless(
                !COMBINED.containsKey(id), ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION);
        requireKey(information.cipherKey().data(), CIPHERS.getOrDefault(id, 0), false);
    }

    private static void requireBoth(
            IpsecSaAuthInformation0 authentication, IpsecSaCipherInformation0 cipher) {
        IpsecAuthTransformId0 authenticationId = known(authentication);
        IpsecCipherTransformId0 cipherId = known(cipher);
        IpsecAuthTransformId0 partner = COMBINED.get(cipherId);
        boolean fitting =
                partner == null
                        ? !COMBINED.containsValue(authenticationId)
                        : partner.equals(authenticationId);
        EngineFailure.unless(fitting, ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION);
        requireKey(cipher.cipherKey().data(), CIPHERS.getOrDefault(cipherId, 0), partner != null);
        boolean oneKey = partner != null && authentication.authKey().data().isEmpty();
        if (!oneKey) {
            requireAuthentication(authentication);
        }
    }

    private static IpsecAuthTransformId0 known(IpsecSaAuthInformation0 information) {
        IpsecAuthTransformId0 id = information.authTransform().authTransformId();
        EngineFailure.unless(
                AUTHENTICATION.containsKey(id), ErrorCode.FWP_E_INVALID_AUTH_TRANSFORM);
        return id;
    }

    private static IpsecCipherTransformId0 known(IpsecSaCipherInformation0 information) {
        IpsecCipherTransformId0 id = information.cipherTransform().cipherTransformId();
        EngineFailure.unless(CIPHERS.containsKey(id), ErrorCode.FWP_E_INVALID_CIPHER_TRANSFORM);
        return id;
    }

    private static void requireKey(Bytes key, int length, boolean mayHaveSalt) {
        boolean fits =
                key.length() == length
                        || (mayHaveSalt && key.length() == length + EnginePolicy.GCM_SALT_LENGTH);
        EngineFailure.unless(fits, ErrorCode.FWP_E_OUT_OF_BOUNDS);
    }
}

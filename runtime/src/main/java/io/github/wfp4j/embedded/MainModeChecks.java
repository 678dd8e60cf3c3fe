package io.github.wfp4j.embedded;

import io.github.wfp4j.ikeext.IkeextCipherAlgorithm0;
import io.github.wfp4j.ikeext.IkeextCipherType;
import io.github.wfp4j.ikeext.IkeextDhGroup;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.ikeext.IkeextPolicyFlags;
import io.github.wfp4j.ikeext.IkeextProposal0;
import io.github.wfp4j.win32.ErrorCode;

/** The checks of main mode policies (3.6). */
final class MainModeChecks {
    private static final int KNOWN_FLAGS =
            IkeextPolicyFlags.DISABLE_DIAGNOSTICS
                    .or(IkeextPolicyFlags.NO_MACHINE_LUID_VERIFY)
                    .or(IkeextPolicyFlags.NO_IMPERSONATION_LUID_VERIFY)
                    .or(IkeextPolicyFlags.ENABLE_OPTIONAL_DH)
                    .or(IkeextPolicyFlags.MOBIKE_NOT_SUPPORTED)
                    .or(IkeextPolicyFlags.SITE_TO_SITE)
                    .or(IkeextPolicyFlags.IMS_VPN)
                    .or(IkeextPolicyFlags.ENABLE_IKEV2_FRAGMENTATION)
                    .or(IkeextPolicyFlags.SUPPORT_LOW_POWER_MODE)
                    .or(IkeextPolicyFlags.POINT_TO_SITE)
                    .bits();

    private MainModeChecks() {}

    /** Refuses a policy that a keying module could not use. */
    static void require(IkeextPolicy2 policy, KeyingModuleRules module) {
        ObjectChecks.requireFlags(policy.flags().bits(), KNOWN_FLAGS);
        module.requireMethods(policy.authenticationMethods());
        PolicyChecks.requireSome(policy.ikeProposals());
        policy.ikeProposals().forEach(proposal -> require(proposal, module));
    }

    private static void require(IkeextProposal0 proposal, KeyingModuleRules module) {
        requireCipher(proposal.cipherAlgorithm(), module);
        EngineFailure.unless(
                proposal.dhGroup() != IkeextDhGroup.NONE || module.canOmitGroup(),
                ErrorCode.FWP_E_INCOMPATIBLE_DH_GROUP);
        EngineFailure.unless(proposal.maxLifetimeSeconds() != 0, ErrorCode.FWP_E_OUT_OF_BOUNDS);
    }

    /**
     * Refuses a cipher that a module does not have, and a key length that is not its own.
     *
     * <p>Each cipher has one length, so that the member is documented as unused; 0 is usual.
     */
    private static void requireCipher(IkeextCipherAlgorithm0 cipher, KeyingModuleRules module) {
        EngineFailure.unless(
                !isCombined(cipher.algoIdentifier()) || module.hasCombinedCiphers(),
                ErrorCode.FWP_E_INCOMPATIBLE_CIPHER_TRANSFORM);
        EngineFailure.unless(
                cipher.keyLen() == 0 || cipher.keyLen() == bits(cipher.algoIdentifier()),
                ErrorCode.FWP_E_INCOMPATIBLE_CIPHER_TRANSFORM);
    }

    private static boolean isCombined(IkeextCipherType cipher) {
        return switch (cipher) {
            case AES_GCM_128_16ICV, AES_GCM_256_16ICV -> true;
            case DES, CIPHER_3DES, AES_128, AES_192, AES_256 -> false;
        };
    }

    private static int bits(IkeextCipherType cipher) {
        return switch (cipher) {
            case DES -> 56;
            case CIPHER_3DES -> 168;
            case AES_128, AES_GCM_128_16ICV -> 128;
            case AES_192 -> 192;
            case AES_256, AES_GCM_256_16ICV -> 256;
        };
    }
}

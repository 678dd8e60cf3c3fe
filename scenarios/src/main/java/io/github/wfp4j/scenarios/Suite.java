package io.github.wfp4j.scenarios;

import static io.github.wfp4j.ikeext.IkeextCipherType.AES_128;
import static io.github.wfp4j.ikeext.IkeextCipherType.AES_256;
import static io.github.wfp4j.ikeext.IkeextCipherType.CIPHER_3DES;
import static io.github.wfp4j.ikeext.IkeextDhGroup.ECP_256;
import static io.github.wfp4j.ikeext.IkeextDhGroup.ECP_384;
import static io.github.wfp4j.ikeext.IkeextDhGroup.GROUP_14;
import static io.github.wfp4j.ikeext.IkeextDhGroup.GROUP_2;
import static io.github.wfp4j.ikeext.IkeextDhGroup.NONE;
import static io.github.wfp4j.ikeext.IkeextIntegrityType.SHA1;
import static io.github.wfp4j.ikeext.IkeextIntegrityType.SHA_256;
import static io.github.wfp4j.ikeext.IkeextIntegrityType.SHA_384;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.ikeext.IkeextCipherAlgorithm0;
import io.github.wfp4j.ikeext.IkeextCipherType;
import io.github.wfp4j.ikeext.IkeextDhGroup;
import io.github.wfp4j.ikeext.IkeextIntegrityAlgorithm0;
import io.github.wfp4j.ikeext.IkeextIntegrityType;
import io.github.wfp4j.ikeext.IkeextProposal0;
import io.github.wfp4j.ipsec.IpsecAuthAndCipherTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecCipherTransform0;
import io.github.wfp4j.ipsec.IpsecCipherTransformId0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;

import java.util.List;

/**
 * The algorithms that peers may agree on. The pages of the scenarios leave them open.
 *
 * @param name what it is called
 * @param mainMode how main mode protects itself, the preferred first
 * @param quickMode how packets may be protected, the preferred first, one transform for each
 *     proposal
 * @param outdated whether it is there only because Microsoft's documents have it
 */
public record Suite(
        String name,
        List<MainModeAlgorithms> mainMode,
        List<IpsecSaTransform0> quickMode,
        boolean outdated) {
    /**
     * What is used where nothing else is asked for.
     *
     * <ul>
     *   <li>Main mode: AES-256 with SHA-384 over ECP-384, AES-256 and AES-128 with SHA-256 over
     *       ECP-256, and AES-128 with SHA-256 over group 14 for peers without elliptic curves.
     *   <li>Quick mode: ESP that encrypts in every proposal, with AES-GCM of 256 and 128 bits, then
     *       AES-CBC of 256 and 128 bits with HMAC-SHA-256.
     * </ul>
     *
     * <p>There is no MD5, SHA-1, DES, 3DES and no Diffie-Hellman group below 2048 bits: what
     * Microsoft's samples of the Windows Vista era propose is not offered.
     */
    public static final Suite MODERN =
            new Suite(
                    "modern",
                    List.of(
                            new MainModeAlgorithms(AES_256, SHA_384, ECP_384),
                            new MainModeAlgorithms(AES_256, SHA_256, ECP_256),
                            new MainModeAlgorithms(AES_128, SHA_256, ECP_256),
                            new MainModeAlgorithms(AES_128, SHA_256, GROUP_14)),
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
                    false);

    private static final IpsecSaTransform0 AH_SHA_1 =
            new IpsecSaTransform0.Ah(IpsecAuthTransform0.of(IpsecAuthTransformId0.HMAC_SHA_1_96));
    private static final IpsecSaTransform0 ESP_SHA_1 =
            new IpsecSaTransform0.EspAuth(
                    IpsecAuthTransform0.of(IpsecAuthTransformId0.HMAC_SHA_1_96));
    private static final IpsecSaTransform0 ESP_SHA_1_AES =
            esp(IpsecAuthTransformId0.HMAC_SHA_1_96, IpsecCipherTransformId0.AES_128);
    private static final IpsecSaTransform0 ESP_SHA_1_3DES =
            esp(IpsecAuthTransformId0.HMAC_SHA_1_96, IpsecCipherTransformId0.CBC_3DES);

    /** That of Microsoft's transport mode sample. */
    public static final Suite LEGACY =
            new Suite(
                    "legacy",
                    List.of(
                            new MainModeAlgorithms(AES_128, SHA1, NONE),
                            new MainModeAlgorithms(CIPHER_3DES, SHA1, NONE)),
                    List.of(AH_SHA_1, ESP_SHA_1, ESP_SHA_1_AES, ESP_SHA_1_3DES),
                    true);

    /** That of Microsoft's tunnel mode sample. */
    public static final Suite LEGACY_TUNNEL =
            new Suite(
                    "legacy",
                    List.of(new MainModeAlgorithms(AES_128, SHA1, GROUP_2)),
                    List.of(ESP_SHA_1_AES),
                    true);

    /** That of the sample isolation policy in the overview: AH with SHA-1. */
    public static final Suite LEGACY_SAMPLE_ISOLATION =
            new Suite("legacy", LEGACY.mainMode(), List.of(AH_SHA_1), true);

    /** That of the worked example of domain and server isolation, which protects integrity. */
    public static final Suite LEGACY_ISOLATION =
            new Suite(
                    "legacy",
                    List.of(
                            new MainModeAlgorithms(AES_128, SHA1, GROUP_2),
                            new MainModeAlgorithms(CIPHER_3DES, SHA1, GROUP_2)),
                    List.of(ESP_SHA_1, ESP_SHA_1_AES, ESP_SHA_1_3DES),
                    true);

    /** That of the worked example where encryption is required for all rules. */
    public static final Suite LEGACY_ENCRYPTION =
            new Suite(
                    "legacy",
                    LEGACY_ISOLATION.mainMode(),
                    List.of(ESP_SHA_1_AES, ESP_SHA_1_3DES),
                    true);

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if one is empty
     */
    public Suite {
        requireNonNull(name, "name");
        mainMode = nonEmpty(mainMode, "mainModeProposals");
        quickMode = nonEmpty(quickMode, "quickModeProposals");
    }

    /**
     * {@return a copy with other quick mode proposals}
     *
     * @param quickMode how packets may be protected, the preferred first
     */
    public Suite withQuickMode(List<IpsecSaTransform0> quickMode) {
        return new Suite(name, mainMode, quickMode, outdated);
    }

    /** Whether a proposal protects integrity in a way that address translation breaks. */
    boolean hasAuthenticationHeader() {
        return quickMode.stream().anyMatch(IpsecSaTransform0.Ah.class::isInstance);
    }

    /** Whether packets are encrypted where a transform is agreed on. */
    static boolean encrypts(IpsecSaTransform0 transform) {
        return switch (transform) {
            case IpsecSaTransform0.EspCipher _, IpsecSaTransform0.EspAuthAndCipher _ -> true;
            case IpsecSaTransform0.Ah _,
                    IpsecSaTransform0.EspAuth _,
                    IpsecSaTransform0.EspAuthFw _ ->
                    false;
        };
    }

    private static IpsecSaTransform0 esp(
            IpsecAuthTransformId0 auth, IpsecCipherTransformId0 cipher) {
        return new IpsecSaTransform0.EspAuthAndCipher(
                new IpsecAuthAndCipherTransform0(
                        IpsecAuthTransform0.of(auth), IpsecCipherTransform0.of(cipher)));
    }

    private static <T> List<T> nonEmpty(List<T> list, String name) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return List.copyOf(list);
    }

    /**
     * What a main mode proposal consists of.
     *
     * @param cipher the encryption
     * @param integrity the hash
     * @param group the Diffie-Hellman group; none for AuthIP only, in place of which the other
     *     keying modules get that of the tunnel mode sample
     */
    public record MainModeAlgorithms(
            IkeextCipherType cipher, IkeextIntegrityType integrity, IkeextDhGroup group) {
        /** Checks that nothing is null. */
        public MainModeAlgorithms {
            requireNonNull(cipher, "cipher");
            requireNonNull(integrity, "integrity");
            requireNonNull(group, "group");
        }

        /** The proposal of a keying module. */
        IkeextProposal0 proposal(KeyingModule keyingModule, long seconds) {
            boolean needsGroup = group == NONE && keyingModule != KeyingModule.AUTHIP;
            return IkeextProposal0.of(
                    IkeextCipherAlgorithm0.of(cipher),
                    new IkeextIntegrityAlgorithm0(integrity),
                    seconds,
                    needsGroup ? GROUP_2 : group);
        }
    }
}

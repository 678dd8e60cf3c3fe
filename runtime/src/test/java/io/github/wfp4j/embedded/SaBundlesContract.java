package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;
import static io.github.wfp4j.embedded.SaClient.authentication;
import static io.github.wfp4j.embedded.SaClient.bundle;
import static io.github.wfp4j.embedded.SaClient.sha1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecAuthType;
import io.github.wfp4j.ipsec.IpsecCipherTransform0;
import io.github.wfp4j.ipsec.IpsecCipherTransformId0;
import io.github.wfp4j.ipsec.IpsecCipherType;
import io.github.wfp4j.ipsec.IpsecSa0;
import io.github.wfp4j.ipsec.IpsecSa0.Information;
import io.github.wfp4j.ipsec.IpsecSaAuthAndCipherInformation0;
import io.github.wfp4j.ipsec.IpsecSaAuthInformation0;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaBundleFlags;
import io.github.wfp4j.ipsec.IpsecSaCipherInformation0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What bundles of security associations must be like (9.10 to 9.15). */
abstract class SaBundlesContract {
    private final TestEngine engine;
    private final Client client;
    private final SaClient sa;
    private long id;
    private long spi;

    SaBundlesContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
        sa = new SaClient(client);
    }

    @BeforeEach
    void obtainSpi() {
        id = sa.createOk();
        spi = sa.getSpiOk(id);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private IpsecSa0 association(Information information) {
        return new IpsecSa0(spi, information);
    }

    private void assertRefused(ErrorCode error, IpsecSa0... associations) {
        assertRefused(error, bundle(associations));
    }

    private void assertRefused(ErrorCode error, IpsecSaBundle1 bundle) {
        assertError(sa.addInbound(id, bundle), error);
        assertThat(sa.getOk(id).inboundSa()).isNull();
    }

    /** Shows that a bundle is fine, and gets ready for the next. */
    private void assertTaken(IpsecSa0... associations) {
        assertOk(sa.addInbound(id, bundle(associations)));
        assertOk(sa.addOutbound(id, bundle(7000)));
        spi = sa.getSpiOk(id);
    }

    private static IpsecSaCipherInformation0 cipher(IpsecCipherTransformId0 id, int keyLength) {
        return new IpsecSaCipherInformation0(
                IpsecCipherTransform0.of(id), new FwpByteBlob(Bytes.of(new byte[keyLength])));
    }

    private IpsecSa0 both(
            IpsecSaCipherInformation0 cipher, IpsecSaAuthInformation0 authentication) {
        return association(
                new Information.EspAuthAndCipher(
                        new IpsecSaAuthAndCipherInformation0(cipher, authentication)));
    }

    @Test
    @DisplayName("9.10: a bundle has one association, or ESP and then AH")
    void takesOneOrTwo() {
        IpsecSa0 esp = association(new Information.EspAuth(sha1()));
        IpsecSa0 header = association(new Information.Ah(sha1()));
        assertRefused(ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
        assertRefused(ErrorCode.FWP_E_OUT_OF_BOUNDS, esp, header, header);
        assertRefused(ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION, header, esp);
        assertRefused(ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION, esp, esp);
        assertOk(sa.addInbound(id, bundle(esp, header)));
        assertThat(sa.inboundOk(id).saBundle().saList()).containsExactly(esp, header);
    }

    @Test
    @DisplayName("9.11: the inbound SPI is the one that was obtained")
    void refusesOtherSpi() {
        assertRefused(ErrorCode.FWP_E_INVALID_PARAMETER, bundle(0));
        assertRefused(ErrorCode.FWP_E_INVALID_PARAMETER, bundle(spi ^ 1));
        assertOk(sa.addInbound(id, bundle(spi)));
        assertError(sa.addOutbound(id, bundle(255)), ErrorCode.FWP_E_OUT_OF_BOUNDS);
        assertOk(sa.addOutbound(id, bundle(256)));
    }

    @Test
    @DisplayName("9.12: transforms must be known")
    void refusesUnknownTransforms() {
        assertRefused(
                ErrorCode.FWP_E_INVALID_AUTH_TRANSFORM,
                association(
                        new Information.Ah(
                                authentication(
                                        new IpsecAuthTransformId0(IpsecAuthType.MD5, 1), 16))));
        assertRefused(
                ErrorCode.FWP_E_INVALID_CIPHER_TRANSFORM,
                association(
                        new Information.EspCipher(
                                cipher(new IpsecCipherTransformId0(IpsecCipherType.DES, 9), 8))));
    }

    @Test
    @DisplayName("9.12: keys have the length of their transform")
    void refusesKeysOfWrongLength() {
        for (int length : new int[] {0, 19, 21}) {
            IpsecSaAuthInformation0 wrong =
                    authentication(IpsecAuthTransformId0.HMAC_SHA_1_96, length);
            assertRefused(ErrorCode.FWP_E_OUT_OF_BOUNDS, association(new Information.Ah(wrong)));
            assertRefused(
                    ErrorCode.FWP_E_OUT_OF_BOUNDS, association(new Information.EspAuthFw(wrong)));
        }
        assertRefused(
                ErrorCode.FWP_E_OUT_OF_BOUNDS,
                association(
                        new Information.EspCipher(cipher(IpsecCipherTransformId0.AES_128, 20))));
        assertTaken(
                association(
                        new Information.EspCipher(cipher(IpsecCipherTransformId0.AES_128, 16))));
        assertTaken(
                association(
                        new Information.EspAuthFw(
                                authentication(IpsecAuthTransformId0.HMAC_SHA_256_128, 32))));
    }

    @Test
    @DisplayName("9.12: AES-GCM authenticates by itself and goes with nothing else")
    void refusesCombinations() {
        IpsecSaAuthInformation0 gmac = authentication(IpsecAuthTransformId0.GCM_AES_128, 20);
        IpsecSaCipherInformation0 gcm = cipher(IpsecCipherTransformId0.GCM_AES_128, 20);
        IpsecSaCipherInformation0 cbc = cipher(IpsecCipherTransformId0.CBC_3DES, 24);
        ErrorCode error = ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION;
        assertRefused(error, both(gcm, sha1()));
        assertRefused(error, both(gcm, authentication(IpsecAuthTransformId0.GCM_AES_256, 36)));
        assertRefused(error, both(cbc, gmac));
        assertRefused(error, association(new Information.EspCipher(gcm)));
        assertTaken(both(gcm, gmac));
        assertTaken(both(gcm, authentication(IpsecAuthTransformId0.GCM_AES_128, 0)));
        assertTaken(both(cbc, sha1()));
    }

    @Test
    @DisplayName("9.13: limits of zero are off, and whatever is said is read back")
    void keepsLifetime() {
        IpsecSaBundle1 bundle =
                bundle(spi)
                        .withLifetime(new IpsecSaLifetime0(0, 5, 0))
                        .withIdleTimeoutSeconds(300)
                        .withNdAllowClearTimeoutSeconds(9)
                        .withFlags(IpsecSaBundleFlags.ND_SECURE);
        assertOk(sa.addInbound(id, bundle));
        assertThat(sa.inboundOk(id).saBundle()).isEqualTo(bundle);
    }

    @Test
    @DisplayName("9.13, 3.27: undefined flags are refused")
    void refusesUndefinedFlags() {
        assertRefused(
                ErrorCode.FWP_E_INVALID_FLAGS,
                bundle(spi).withFlags(new IpsecSaBundleFlags(0x100)));
    }

    @Test
    @DisplayName("9.14: ports and protocol narrow the traffic, and are read back")
    void narrowsTraffic() {
        var narrow = SaClient.traffic(sa.inboundFilter).withRemotePort(80).withIpProtocol(6);
        long other = sa.createOk();
        assertOk(sa.addInbound(other, bundle(sa.getSpiOk(other, SaClient.request(narrow)))));
        assertThat(sa.inboundOk(other).traffic()).isEqualTo(narrow);
    }

    @Test
    @DisplayName("9.15: the bundles of a pair have one id, those of other pairs another")
    void pairsById() {
        assertOk(sa.addInbound(id, bundle(spi).withQmSaId(5)));
        assertError(
                sa.addOutbound(id, bundle(7000).withQmSaId(6)), ErrorCode.FWP_E_INVALID_PARAMETER);
        assertOk(sa.addOutbound(id, bundle(7000).withQmSaId(5)));
        long other = sa.createOk();
        long otherSpi = sa.getSpiOk(other);
        assertError(
                sa.addInbound(other, bundle(otherSpi).withQmSaId(5)),
                ErrorCode.FWP_E_INVALID_PARAMETER);
        assertOk(sa.addInbound(other, bundle(otherSpi).withQmSaId(6)));
    }

    @Test
    @DisplayName("9.10: a bundle is of the IP version of its traffic")
    void refusesOtherVersion() {
        assertRefused(
                ErrorCode.FWP_E_INVALID_PARAMETER,
                bundle(spi).withPeerPrivateAddress(new IpsecSaBundle1.PeerPrivateAddress.V6()));
    }

    @Test
    @DisplayName("9.10: a bundle must be there")
    void refusesMissingBundle() {
        var functions = client.functions.saContext();
        assertError(
                functions.IPsecSaContextAddInbound1(client.handle, id, NULL),
                ErrorCode.FWP_E_NULL_POINTER);
        assertError(
                functions.IPsecSaContextAddOutbound0(client.handle, id, NULL),
                ErrorCode.FWP_E_NULL_POINTER);
    }
}

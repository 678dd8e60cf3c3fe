package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.ikeext.IkeextCipherType;
import io.github.wfp4j.ikeext.IkeextDhGroup;
import io.github.wfp4j.ikeext.IkeextIntegrityType;
import io.github.wfp4j.ipsec.IpsecAuthType;
import io.github.wfp4j.ipsec.IpsecCipherType;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.scenarios.AuthenticationMethod.Anonymous;
import io.github.wfp4j.scenarios.AuthenticationMethod.Certificate;
import io.github.wfp4j.scenarios.AuthenticationMethod.Kerberos;
import io.github.wfp4j.scenarios.AuthenticationMethod.PresharedKey;
import io.github.wfp4j.scenarios.Suite.MainModeAlgorithms;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class NegotiationTest {
    private static final PresharedKey KEY = new PresharedKey(Examples.bytes(8, 7));

    @Test
    void proposesNothingOutdated() {
        assertThat(Suite.MODERN.mainMode())
                .allSatisfy(it -> {
                    assertThat(it.cipher())
                            .isIn(IkeextCipherType.AES_128, IkeextCipherType.AES_256);
                    assertThat(it.integrity())
                            .isIn(IkeextIntegrityType.SHA_256, IkeextIntegrityType.SHA_384);
                    assertThat(it.group())
                            .isIn(
                                    IkeextDhGroup.GROUP_14,
                                    IkeextDhGroup.ECP_256,
                                    IkeextDhGroup.ECP_384);
                });
        assertThat(Suite.MODERN.quickMode())
                .allSatisfy(it -> {
                    var both =
                            ((IpsecSaTransform0.EspAuthAndCipher) it).espAuthAndCipherTransform();
                    assertThat(both.authTransform().authTransformId().authType())
                            .isIn(
                                    IpsecAuthType.SHA_256,
                                    IpsecAuthType.AES_128,
                                    IpsecAuthType.AES_256);
                    assertThat(both.cipherTransform().cipherTransformId().cipherType())
                            .isIn(IpsecCipherType.AES_128, IpsecCipherType.AES_256);
                });
    }

    @Test
    void theLegacySuiteIsThatOfTheSampleAndComesWithAWarning() {
        Plan plan =
                TransportMode.of("test")
                        .withNegotiation(Negotiation.DEFAULT.withSuite(Suite.LEGACY))
                        .plan();

        assertThat(plan.warnings()).hasSize(1).allMatch(it -> it.contains("legacy suite"));
        assertThat(PlanFacts.quickMode(plan).getFirst().ipsecProposals()).hasSize(4);
        // The sample has AuthIP only, which needs no group; IKE gets that of the tunnel sample.
        assertThat(PlanFacts.mainMode(plan))
                .extracting(it -> it.ikeProposals().getFirst().dhGroup())
                .containsExactly(IkeextDhGroup.GROUP_2, IkeextDhGroup.NONE);
        assertThat(
                        PlanFacts.install(
                                        TransportMode.of("test")
                                                .withNegotiation(
                                                        Negotiation.DEFAULT.withSuite(
                                                                Suite.LEGACY)))
                                .filters())
                .hasSize(16);
    }

    @Test
    void aKeyingModuleOffersTheMethodsThatItHas() {
        Authentication both = Authentication.of(new Kerberos(), KEY);

        assertThat(both.mainMode(KeyingModule.IKE)).hasSize(2);
        assertThat(both.mainMode(KeyingModule.AUTHIP)).hasSize(1);
        assertThat(both.warnings(Scope.DEFAULT.keyingModules()))
                .containsExactly(
                        "AuthIP cannot authenticate by a preshared key and offers the rest");
    }

    @Test
    void aKeyingModuleWithNoneOfThemIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TransportMode.of("test")
                                .withNegotiation(
                                        Negotiation.DEFAULT.withAuthentication(
                                                Authentication.of(KEY))))
                .withMessage(
                        "keyingModules must not hold AuthIP, which cannot authenticate by a"
                                + " preshared key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Authentication.DEFAULT.withSecond(KEY))
                .withMessage("the second authentication cannot be by a preshared key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Authentication.of(KEY, KEY))
                .withMessageStartingWith("authentication must not have a method twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Authentication.DEFAULT
                                .withSecond(new Anonymous())
                                .require(Set.of(KeyingModule.IKE)))
                .withMessageStartingWith("keyingModules must hold AuthIP");
    }

    @Test
    void secretsAreNotInTexts() {
        assertThat(KEY.toString()).doesNotContain("07");
        assertThat(Examples.keys(7).toString()).doesNotContain("07");
    }

    @Test
    void certificatesNeedARoot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Certificate(List.of(), true))
                .withMessage("roots must hold a name, and no empty one: []");
    }

    @Test
    void lifetimesHaveRanges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lifetimes(0, 1, 0, 0, 0, 0, 0))
                .withMessage("mainModeSeconds must be in 1..4294967295: 0");
    }

    @Test
    void suitesAreNotEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suite.MODERN.withQuickMode(List.of()))
                .withMessage("quickModeProposals must not be empty");
        assertThat(
                        new MainModeAlgorithms(
                                IkeextCipherType.AES_256,
                                IkeextIntegrityType.SHA_384,
                                IkeextDhGroup.ECP_384))
                .isEqualTo(Suite.MODERN.mainMode().getFirst());
    }
}

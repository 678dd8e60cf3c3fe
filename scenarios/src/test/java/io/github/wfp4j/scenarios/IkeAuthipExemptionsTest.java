package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.scenarios.install.Change;
import io.github.wfp4j.scenarios.install.Difference;
import io.github.wfp4j.scenarios.install.Installer;
import io.github.wfp4j.scenarios.install.KeyExchangeExemptions;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.Ipproto;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

final class IkeAuthipExemptionsTest {
    private static final IkeAuthipExemptions SCENARIO = IkeAuthipExemptions.of("test");

    private static final List<KeyExchangeExemption> NOT_THERE =
            List.of(new KeyExchangeExemption(FwpmLayers.INBOUND_TRANSPORT_V6, 4500));

    private final Engine engine = EmbeddedEngine.create().open(Sessions.named("test"));
    private final Installer installer = new Installer(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void ix1_ix3_theFileAndTheListOfWhatPassesAgree() {
        List<KeyExchangeExemption> documented =
                Yaml.list(Yaml.scenario(IkeAuthipExemptions.ID), "engine_filters").stream()
                        .flatMap(row ->
                                Yaml.values(row, "ports").stream()
                                        .map(port ->
                                                new KeyExchangeExemption(layer(row), (int) port)))
                        .toList();

        assertThat(KeyExchangeExemption.ALL).containsExactlyElementsOf(documented).hasSize(12);
    }

    private static LayerKey layer(Map<String, Object> row) {
        return Stream.of(
                        FwpmLayers.INBOUND_TRANSPORT_V4,
                        FwpmLayers.INBOUND_TRANSPORT_V6,
                        FwpmLayers.OUTBOUND_TRANSPORT_V4,
                        FwpmLayers.OUTBOUND_TRANSPORT_V6,
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6,
                        FwpmLayers.ALE_AUTH_CONNECT_V4,
                        FwpmLayers.ALE_AUTH_CONNECT_V6)
                .filter(it -> it.toString().equals(row.get("layer")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ix2_exemptionsAreRecognisedHoweverTheirConditionsLook() {
        installer.apply(TransportMode.of("other"));

        assertThat(new KeyExchangeExemptions(engine).filters()).isNotEmpty();
        assertThat(installer.verify(SCENARIO)).isEmpty();
    }

    @Test
    void saysWhichExemptionIsMissing() {
        installer.apply(TransportMode.of("other"));

        // IPv6 has no port 4500, so that is one that an engine does not have.
        assertThat(new KeyExchangeExemptions(engine).differences(NOT_THERE))
                .extracting(Difference::toString)
                .containsExactly(
                        "key exchange exemption of UDP port 4500 at"
                                + " FWPM_LAYER_INBOUND_TRANSPORT_V6 is missing");
    }

    @Test
    void saysThatAnExemptionIsLeftWithoutAMainModePolicy() {
        assertThat(installer.verify(SCENARIO)).isEmpty();
        engine.add(
                FwpmFilter0.of(
                                FwpmDisplayData0.of("left over"),
                                FwpmLayers.INBOUND_TRANSPORT_V4,
                                FwpmAction0.of(FwpActionType.PERMIT))
                        .withWeight(new FwpValue0.Uint8(12))
                        .withFilterCondition(
                                List.of(
                                        Conditions.protocol(Ipproto.UDP),
                                        Conditions.localPort(500))));

        assertThat(installer.verify(SCENARIO))
                .extracting(Difference::toString)
                .hasSize(1)
                .allMatch(it -> it.endsWith("without a main mode policy is not planned"));
    }

    @Test
    void ix4_withAPolicyOfIkev2AloneNothingIsAsserted() {
        installer.apply(
                new TransportMode(
                        new Instance(TransportMode.ID, "ikev2"),
                        Scope.DEFAULT.withKeyingModules(Set.of(KeyingModule.IKEV2)),
                        Negotiation.DEFAULT.withAuthentication(
                                Authentication.of(
                                        new AuthenticationMethod.PresharedKey(
                                                Examples.bytes(4, 1))))));

        assertThat(installer.verify(SCENARIO)).isEmpty();
        assertThat(new KeyExchangeExemptions(engine).differences(NOT_THERE)).isEmpty();
    }

    @Test
    void ix5_theIdIsTheTitleOfThePage() {
        assertThat(IkeAuthipExemptions.ID).isEqualTo("ike-authip-exemptions");
        assertThat(SCENARIO.title()).isEqualTo(Yaml.scenario(IkeAuthipExemptions.ID).get("title"));
    }

    @Test
    void ix6_exemptionsForIcmpStayInTheRangeOfTheEngines() {
        FwpmFilter0 icmp =
                PlanFacts.filter(
                        TransportMode.of("test").plan(), Role.INBOUND_ICMP_EXEMPTION, IpVersion.V4);

        assertThat(icmp.weight()).isEqualTo(new FwpValue0.Uint8(12));
    }

    @Test
    void thereIsNothingToAddUnlessPeersAreNamed() {
        List<Object> before = EngineState.of(engine);

        assertThat(SCENARIO.plan().isEmpty()).isTrue();
        assertThat(installer.apply(SCENARIO)).isEqualTo(Change.UNCHANGED);
        assertThat(EngineState.of(engine)).isEqualTo(before);
    }

    @Test
    void keyExchangeWithOthersThanThePeersIsBlockedAboveTheEnginesExemptions() {
        IkeAuthipExemptions some =
                new IkeAuthipExemptions(
                        SCENARIO.instance(),
                        List.of(AddressRange.of("10.1.0.0/16"), AddressRange.of("10.2.0.1")),
                        14,
                        Set.of(IpVersion.values()),
                        Placement.DEFAULT);
        installer.apply(TransportMode.of("other"));
        installer.apply(some);

        // Of IPv6 there is no peer, so all is blocked.
        assertThat(installer.readBack(some.footprint()).filters()).hasSize(8 + 4);
        FwpmFilter0 allow = PlanFacts.filter(some.plan(), Role.INBOUND_KEY_EXCHANGE, IpVersion.V4);
        FwpmFilter0 block =
                PlanFacts.filter(some.plan(), Role.INBOUND_KEY_EXCHANGE_BLOCK, IpVersion.V4);
        assertThat(allow.weight()).isEqualTo(new FwpValue0.Uint8(14));
        assertThat(block.weight()).isEqualTo(new FwpValue0.Uint8(13));
        assertThat(PlanFacts.fields(allow))
                .containsExactly(
                        "FWPM_CONDITION_IP_PROTOCOL",
                        "FWPM_CONDITION_IP_LOCAL_PORT",
                        "FWPM_CONDITION_IP_LOCAL_PORT",
                        "FWPM_CONDITION_IP_REMOTE_ADDRESS",
                        "FWPM_CONDITION_IP_REMOTE_ADDRESS");
        assertThat(installer.verify(some)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new IkeAuthipExemptions(
                                SCENARIO.instance(),
                                List.of(),
                                13,
                                Set.of(IpVersion.V4),
                                Placement.DEFAULT))
                .withMessage("range must be 14 or 15: 13");
    }
}

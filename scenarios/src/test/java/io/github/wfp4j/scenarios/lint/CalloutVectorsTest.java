package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.fwpm.FwpmLayers.ALE_AUTH_CONNECT_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.ALE_AUTH_CONNECT_V6;
import static io.github.wfp4j.fwpm.FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.ALE_FLOW_ESTABLISHED_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.ALE_FLOW_ESTABLISHED_V6;
import static io.github.wfp4j.fwpm.FwpmLayers.DATAGRAM_DATA_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.DATAGRAM_DATA_V6;
import static io.github.wfp4j.fwpm.FwpmLayers.INBOUND_IPPACKET_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.INBOUND_TRANSPORT_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.INBOUND_TRANSPORT_V6;
import static io.github.wfp4j.fwpm.FwpmLayers.OUTBOUND_TRANSPORT_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.OUTBOUND_TRANSPORT_V6;
import static io.github.wfp4j.fwpm.FwpmLayers.STREAM_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.STREAM_V6;
import static io.github.wfp4j.scenarios.lint.Inventories.OTHER;
import static io.github.wfp4j.scenarios.lint.Inventories.OWN;
import static io.github.wfp4j.scenarios.lint.Inventories.windows;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.scenarios.DomainIsolation;
import io.github.wfp4j.scenarios.Examples;
import io.github.wfp4j.scenarios.IkeAuthipExemptions;
import io.github.wfp4j.scenarios.IpVersion;
import io.github.wfp4j.scenarios.ManualIpsecSas;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.TunnelMode;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SublayerKey;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The vectors of what Microsoft's sample drivers and our own scenarios add. */
final class CalloutVectorsTest {
    /** Where Microsoft's inspect sample has callouts, but for those that accept connections. */
    private static final LayerKey[] INSPECT_WITHOUT_COMPANIONS = {
        ALE_AUTH_CONNECT_V4,
        ALE_AUTH_CONNECT_V6,
        INBOUND_TRANSPORT_V4,
        INBOUND_TRANSPORT_V6,
        OUTBOUND_TRANSPORT_V4,
        OUTBOUND_TRANSPORT_V6
    };

    private static final LayerKey[] INSPECT =
            Stream.concat(Stream.of(INSPECT_WITHOUT_COMPANIONS), Stream.of(Inventories.RECV_ACCEPT))
                    .toArray(LayerKey[]::new);

    @Test
    @DisplayName("inspect sample in its own sublayer of weight 0: advisories and infos only")
    void inspect() {
        Inventories inspect = windows().sublayer(OWN, 0).product(OWN, INSPECT);

        assertThat(inspect.violations()).isEmpty();
        assertThat(counts(inspect.lint()))
                .isEqualTo(
                        Map.of(
                                "CO-010 ADVISORY", 2L,
                                "CO-011 ADVISORY", 2L,
                                "CO-012 ADVISORY", 4L,
                                "CO-014 ADVISORY", 4L,
                                "CO-015 INFO", 2L,
                                "CO-019 INFO", 4L));
        assertThat(inspect.findings(CalloutRule.CO_015))
                .containsExactly(
                        "CO-015 INFO ALE_AUTH_CONNECT_V4", "CO-015 INFO ALE_AUTH_CONNECT_V6");
    }

    @Test
    @DisplayName(
            "inspect sample without the receive/accept callouts: CO-003 and CO-004, twice each")
    void inspectWithoutCompanions() {
        assertThat(windows().sublayer(OWN, 0).product(OWN, INSPECT_WITHOUT_COMPANIONS).violations())
                .containsExactly(
                        "CO-003 ERROR INBOUND_TRANSPORT_V4",
                        "CO-003 ERROR INBOUND_TRANSPORT_V6",
                        "CO-004 WARNING OUTBOUND_TRANSPORT_V4",
                        "CO-004 WARNING OUTBOUND_TRANSPORT_V6");
    }

    @Test
    @DisplayName("inspect sample with the V4 receive/accept callout only: CO-003 and CO-004 for V6")
    void inspectWithCompanionsOfOneVersion() {
        assertThat(
                        windows()
                                .sublayer(OWN, 0)
                                .product(OWN, INSPECT_WITHOUT_COMPANIONS)
                                .product(OWN, ALE_AUTH_RECV_ACCEPT_V4)
                                .violations())
                .containsExactly(
                        "CO-003 ERROR INBOUND_TRANSPORT_V6",
                        "CO-004 WARNING OUTBOUND_TRANSPORT_V6");
    }

    @Test
    @DisplayName("inspect sample in a sublayer as heavy as the universal one: CO-006 and CO-007")
    void inspectInAHeavySublayer() {
        assertThat(windows().sublayer(OWN, 0x8000).product(OWN, INSPECT).violations())
                .containsExactly(
                        "CO-006 ERROR INBOUND_TRANSPORT_V4",
                        "CO-006 ERROR INBOUND_TRANSPORT_V6",
                        "CO-006 ERROR OUTBOUND_TRANSPORT_V4",
                        "CO-006 ERROR OUTBOUND_TRANSPORT_V6",
                        "CO-007 ERROR ALE_AUTH_RECV_ACCEPT_V4",
                        "CO-007 ERROR ALE_AUTH_RECV_ACCEPT_V6",
                        "CO-007 WARNING ALE_AUTH_CONNECT_V4",
                        "CO-007 WARNING ALE_AUTH_CONNECT_V6");
    }

    @Test
    @DisplayName("inspect sample without sublayers, before adding: CO-008")
    void inspectWithoutSublayers() {
        assertThat(windows().product(SublayerKey.ZERO, INSPECT).violations())
                .containsExactly(
                        "CO-008 ERROR INBOUND_TRANSPORT_V4",
                        "CO-008 ERROR INBOUND_TRANSPORT_V6",
                        "CO-008 ERROR OUTBOUND_TRANSPORT_V4",
                        "CO-008 ERROR OUTBOUND_TRANSPORT_V6",
                        "CO-008 ERROR ALE_AUTH_RECV_ACCEPT_V4",
                        "CO-008 ERROR ALE_AUTH_RECV_ACCEPT_V6");
    }

    @Test
    @DisplayName("WFPSampler with its default weight 0x7FFF: neither CO-006 nor CO-007")
    void samplerWithItsDefaultWeight() {
        Inventories sampler = windows().sublayer(OWN, 0x7FFF).product(OWN, INSPECT);

        assertThat(sampler.findings(CalloutRule.CO_006)).isEmpty();
        assertThat(sampler.findings(CalloutRule.CO_007)).isEmpty();
        assertThat(sampler.violations()).isEmpty();
    }

    @Test
    @DisplayName("WFPSampler's injecting proxy: CO-001 and CO-004")
    void samplersInjectingProxy() {
        assertThat(
                        windows()
                                .sublayer(OWN, 0x7FFF)
                                .product(OWN, OUTBOUND_TRANSPORT_V4, INBOUND_IPPACKET_V4)
                                .violations())
                .containsExactly(
                        "CO-001 ERROR INBOUND_IPPACKET_V4", "CO-004 WARNING OUTBOUND_TRANSPORT_V4");
    }

    @Test
    @DisplayName("ddproxy: advisories for datagram data, CO-015 for flows")
    void datagramProxy() {
        List<Finding> findings =
                windows()
                        .sublayer(OWN, 0)
                        .product(
                                OWN,
                                DATAGRAM_DATA_V4,
                                DATAGRAM_DATA_V6,
                                ALE_FLOW_ESTABLISHED_V4,
                                ALE_FLOW_ESTABLISHED_V6)
                        .lint();

        assertThat(counts(findings))
                .isEqualTo(Map.of("CO-009 ADVISORY", 2L, "CO-014 ADVISORY", 2L, "CO-015 INFO", 2L));
    }

    @Test
    @DisplayName("stmedit: CO-015 for flows")
    void streamEdit() {
        List<Finding> findings =
                windows()
                        .sublayer(OWN, 0x40)
                        .sublayer(OTHER, 0x20)
                        .product(OWN, STREAM_V4, STREAM_V6)
                        .product(OTHER, ALE_FLOW_ESTABLISHED_V4, ALE_FLOW_ESTABLISHED_V6)
                        .lint();

        assertThat(counts(findings)).isEqualTo(Map.of("CO-015 INFO", 2L));
    }

    /** All scenarios, and the choices that bring filters on other callouts. */
    static Stream<Scenario> scenarios() {
        return Stream.concat(
                Examples.stream(),
                Stream.of(
                        Examples.manualSas("test", IpVersion.V6),
                        Examples.domain("test", DomainIsolation.Zone.BOUNDARY),
                        Examples.domain("test", DomainIsolation.Zone.ENCRYPTION)));
    }

    /** Those that hand packets of a version of IP to IPsec before they are accepted. */
    static Stream<Arguments> scenariosWithIpsec() {
        return scenarios()
                .filter(it -> !(it instanceof IkeAuthipExemptions))
                .map(it ->
                        it instanceof ManualIpsecSas sas && sas.local().ipVersion() == IpVersion.V6
                                ? Arguments.of(it, INBOUND_TRANSPORT_V6)
                                : Arguments.of(it, INBOUND_TRANSPORT_V4));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    @DisplayName("a scenario alone: nothing at all")
    void scenarioAlone(Scenario scenario) {
        assertThat(Inventories.with(scenario).lint()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenariosWithIpsec")
    @DisplayName("a scenario and a transport callout in the universal sublayer: CO-008 and CO-020")
    void scenarioAndTransportCallout(Scenario scenario, LayerKey layer) {
        Inventories both = Inventories.with(scenario).product(FwpmSublayers.UNIVERSAL, layer);
        boolean v6 = layer.equals(INBOUND_TRANSPORT_V6);
        boolean tunnel = scenario instanceof TunnelMode;
        String suffix = v6 ? "V6" : "V4";

        assertThat(both.violations())
                .containsExactly(
                        "CO-008 ERROR INBOUND_TRANSPORT_" + suffix,
                        "CO-020 ERROR INBOUND_TRANSPORT_" + suffix);
        assertThat(both.lint().get(1).reason())
                .startsWith(
                        "CO-008 applies where filter \"test: %s\""
                                .formatted(
                                        tunnel
                                                ? "qm-tunnel IKE"
                                                : "inbound-callout IP" + (v6 ? "v6" : "v4")))
                .endsWith(
                        "hands traffic to FWPM_CALLOUT_IPSEC_INBOUND_%s_%s"
                                .formatted(tunnel ? "TUNNEL" : "TRANSPORT", suffix));
    }

    @Test
    @DisplayName("where no scenario hands anything to IPsec, a transport callout is CO-008 only")
    void exemptionsAndTransportCallout() {
        Scenario exemptions = IkeAuthipExemptions.of("test");

        assertThat(
                        Inventories.with(exemptions)
                                .product(FwpmSublayers.UNIVERSAL, INBOUND_TRANSPORT_V4)
                                .violations())
                .containsExactly("CO-008 ERROR INBOUND_TRANSPORT_V4");
    }

    private static Map<String, Long> counts(List<Finding> findings) {
        return findings.stream()
                .collect(
                        groupingBy(
                                finding -> finding.rule().id() + " " + finding.severity(),
                                TreeMap::new,
                                counting()));
    }
}

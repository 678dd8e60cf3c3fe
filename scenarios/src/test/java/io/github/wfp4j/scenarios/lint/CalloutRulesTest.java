package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.fwpm.FwpmLayers.ALE_AUTH_CONNECT_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6;
import static io.github.wfp4j.fwpm.FwpmLayers.DATAGRAM_DATA_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.INBOUND_IPPACKET_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.INBOUND_IPPACKET_V4_DISCARD;
import static io.github.wfp4j.fwpm.FwpmLayers.INBOUND_MAC_FRAME_ETHERNET;
import static io.github.wfp4j.fwpm.FwpmLayers.INBOUND_TRANSPORT_FAST;
import static io.github.wfp4j.fwpm.FwpmLayers.INBOUND_TRANSPORT_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.INBOUND_TRANSPORT_V4_DISCARD;
import static io.github.wfp4j.fwpm.FwpmLayers.IPFORWARD_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.IPFORWARD_V4_DISCARD;
import static io.github.wfp4j.fwpm.FwpmLayers.IPSEC_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.OUTBOUND_TRANSPORT_V4;
import static io.github.wfp4j.fwpm.FwpmLayers.OUTBOUND_TRANSPORT_V6;
import static io.github.wfp4j.fwpm.FwpmLayers.STREAM_V4;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_001;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_002;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_003;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_004;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_005;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_006;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_007;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_008;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_009;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_010;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_011;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_012;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_014;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_015;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_016;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_018;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_019;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_020;
import static io.github.wfp4j.scenarios.lint.Inventories.OTHER;
import static io.github.wfp4j.scenarios.lint.Inventories.OTHER_PROVIDER;
import static io.github.wfp4j.scenarios.lint.Inventories.OWN;
import static io.github.wfp4j.scenarios.lint.Inventories.PROVIDER;
import static io.github.wfp4j.scenarios.lint.Inventories.calloutAt;
import static io.github.wfp4j.scenarios.lint.Inventories.filterOn;
import static io.github.wfp4j.scenarios.lint.Inventories.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.engine.Filters;
import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.scenarios.GuaranteedEncryption;
import io.github.wfp4j.types.LayerKey;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Each rule, once where it finds something and once where it does not. */
final class CalloutRulesTest {
    private static final FwpmCallout0 INBOUND = calloutAt(INBOUND_TRANSPORT_V4);
    private static final FwpmCallout0 OUTBOUND = calloutAt(OUTBOUND_TRANSPORT_V4);
    private static final FwpmCallout0 ACCEPT = calloutAt(ALE_AUTH_RECV_ACCEPT_V4);

    @Test
    void theRulesAreThoseOfTheTable() throws IOException {
        assertThat(CalloutRule.values())
                .extracting(
                        CalloutRule::id,
                        CalloutRule::title,
                        rule -> rule.severity().name().toLowerCase(Locale.ROOT))
                .containsExactlyElementsOf(
                        table().stream()
                                .map(row ->
                                        tuple(
                                                row.getField("rule_id"),
                                                row.getField("title"),
                                                row.getField("severity")))
                                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleSaysWhatToDo(CalloutRule rule) {
        assertThat(rule.remedy()).endsWith(".");
        assertThat(rule.check()).isNotNull();
    }

    @Test
    @DisplayName("CO-001: an error at a network layer, a warning if no filter names the callout")
    void networkLayer() {
        Inventories product =
                windows().sublayer(OWN, 1).product(OWN, INBOUND_IPPACKET_V4_DISCARD, STREAM_V4);

        assertThat(product.findings(CO_001))
                .containsExactly("CO-001 ERROR INBOUND_IPPACKET_V4_DISCARD");
        assertThat(windows().callout(calloutAt(INBOUND_IPPACKET_V4)).findings(CO_001))
                .containsExactly("CO-001 WARNING INBOUND_IPPACKET_V4");
        assertThat(windows().sublayer(OWN, 1).product(OWN, STREAM_V4).findings(CO_001)).isEmpty();
    }

    @Test
    @DisplayName(
            "CO-002: as CO-001 where packets are forwarded, a warning where they are discarded")
    void forwardingLayer() {
        assertThat(windows().sublayer(OWN, 1).product(OWN, IPFORWARD_V4).findings(CO_002))
                .containsExactly("CO-002 ERROR IPFORWARD_V4");
        assertThat(windows().callout(calloutAt(IPFORWARD_V4)).findings(CO_002))
                .containsExactly("CO-002 WARNING IPFORWARD_V4");
        assertThat(windows().sublayer(OWN, 1).product(OWN, IPFORWARD_V4_DISCARD).findings(CO_002))
                .containsExactly("CO-002 WARNING IPFORWARD_V4_DISCARD");
        assertThat(windows().sublayer(OWN, 1).product(OWN, STREAM_V4).findings(CO_002)).isEmpty();
    }

    @Test
    @DisplayName("CO-003: a companion has the same provider")
    void companionOfTheSameProvider() {
        FwpmCallout0 inbound = INBOUND.withProviderKey(PROVIDER);
        FwpmCallout0 accept = ACCEPT.withProviderKey(PROVIDER);

        assertThat(windows().callout(inbound).callout(accept).findings(CO_003)).isEmpty();
        assertThat(windows().callout(inbound).findings(CO_003))
                .containsExactly("CO-003 ERROR INBOUND_TRANSPORT_V4");
        assertThat(
                        windows()
                                .callout(inbound)
                                .callout(accept.withProviderKey(OTHER_PROVIDER))
                                .findings(CO_003))
                .containsExactly("CO-003 ERROR INBOUND_TRANSPORT_V4");
        assertThat(
                        windows()
                                .callout(inbound)
                                .callout(accept.withApplicableLayer(ALE_AUTH_RECV_ACCEPT_V6))
                                .findings(CO_003))
                .containsExactly("CO-003 ERROR INBOUND_TRANSPORT_V4");
    }

    @Test
    @DisplayName("CO-003: otherwise a companion's filters are in the same sublayer")
    void companionInTheSameSublayer() {
        assertThat(
                        windows()
                                .sublayer(OWN, 1)
                                .product(OWN, INBOUND_TRANSPORT_V4, ALE_AUTH_RECV_ACCEPT_V4)
                                .findings(CO_003))
                .isEmpty();
        assertThat(
                        windows()
                                .sublayer(OWN, 1)
                                .sublayer(OTHER, 2)
                                .product(OWN, INBOUND_TRANSPORT_V4)
                                .product(OTHER, ALE_AUTH_RECV_ACCEPT_V4)
                                .findings(CO_003))
                .containsExactly("CO-003 ERROR INBOUND_TRANSPORT_V4");
    }

    @Test
    @DisplayName("CO-003: where no owner can be determined it is an advisory")
    void companionOfAnUnknownOwner() {
        assertThat(windows().callout(INBOUND).callout(ACCEPT).findings(CO_003))
                .containsExactly("CO-003 ADVISORY INBOUND_TRANSPORT_V4");
        assertThat(windows().callout(INBOUND).findings(CO_003))
                .containsExactly("CO-003 ADVISORY INBOUND_TRANSPORT_V4");
        assertThat(
                        windows()
                                .product(
                                        FwpmSublayers.UNIVERSAL,
                                        INBOUND_TRANSPORT_V4,
                                        ALE_AUTH_RECV_ACCEPT_V4)
                                .findings(CO_003))
                .containsExactly("CO-003 ADVISORY INBOUND_TRANSPORT_V4");
        // The one without a provider may belong to the other.
        assertThat(
                        windows()
                                .callout(INBOUND.withProviderKey(PROVIDER))
                                .callout(ACCEPT)
                                .findings(CO_003))
                .containsExactly("CO-003 ADVISORY INBOUND_TRANSPORT_V4");
    }

    @Test
    @DisplayName("CO-004: as CO-003, a warning for outbound transport")
    void outboundCompanion() {
        FwpmCallout0 outbound = OUTBOUND.withProviderKey(PROVIDER);

        assertThat(windows().callout(outbound).findings(CO_004))
                .containsExactly("CO-004 WARNING OUTBOUND_TRANSPORT_V4");
        assertThat(windows().callout(OUTBOUND).findings(CO_004))
                .containsExactly("CO-004 ADVISORY OUTBOUND_TRANSPORT_V4");
        assertThat(
                        windows()
                                .callout(outbound)
                                .callout(ACCEPT.withProviderKey(PROVIDER))
                                .findings(CO_004))
                .isEmpty();
    }

    @Test
    @DisplayName("CO-005: a companion that no filter names, though filters name its partner")
    void companionWithoutFilter() {
        FwpmCallout0 inbound = INBOUND.withProviderKey(PROVIDER);
        FwpmCallout0 accept = ACCEPT.withProviderKey(PROVIDER);
        FwpmFilter0 filter = filterOn(inbound).withSubLayerKey(OWN);
        FwpmFilter0 acceptFilter = filterOn(accept).withSubLayerKey(OWN);
        Inventories invoked = windows().sublayer(OWN, 1).callout(inbound).callout(accept);

        assertThat(invoked.findings(CO_005)).isEmpty();
        assertThat(invoked.filter(filter).findings(CO_005))
                .containsExactly("CO-005 WARNING ALE_AUTH_RECV_ACCEPT_V4");
        assertThat(invoked.filter(acceptFilter).findings(CO_005)).isEmpty();
    }

    @Test
    @DisplayName("CO-006: a weight that equals the universal sublayer's is not below it")
    void heavyTransportSublayer() {
        assertThat(transportIn(0x7FFF).findings(CO_006)).isEmpty();
        assertThat(transportIn(0x8000).findings(CO_006))
                .containsExactly("CO-006 ERROR INBOUND_TRANSPORT_V4");
        assertThat(transportIn(0xFFFF).lint())
                .filteredOn(finding -> finding.rule() == CO_006)
                .singleElement()
                .extracting(Finding::reason)
                .isEqualTo(
                        "its sublayer %s has weight 65535, the universal one 32768".formatted(OWN));
    }

    @Test
    @DisplayName("CO-006: an unreadable weight is an advisory; the universal sublayer is CO-008's")
    void unreadableSublayer() {
        assertThat(windows().product(OWN, INBOUND_TRANSPORT_V4).findings(CO_006))
                .containsExactly("CO-006 ADVISORY INBOUND_TRANSPORT_V4");
        assertThat(
                        windows()
                                .product(FwpmSublayers.UNIVERSAL, INBOUND_TRANSPORT_V4)
                                .findings(CO_006))
                .isEmpty();
    }

    @Test
    @DisplayName("CO-007: a warning at ALE layers, an error at receive/accept beside transport")
    void heavyAleSublayer() {
        Inventories ale =
                windows()
                        .sublayer(OWN, 0x9000)
                        .product(OWN, ALE_AUTH_CONNECT_V4, ALE_AUTH_RECV_ACCEPT_V4);

        assertThat(ale.findings(CO_007))
                .containsExactly(
                        "CO-007 WARNING ALE_AUTH_CONNECT_V4",
                        "CO-007 WARNING ALE_AUTH_RECV_ACCEPT_V4");
        assertThat(ale.product(OWN, OUTBOUND_TRANSPORT_V6).findings(CO_007))
                .doesNotContain("CO-007 ERROR ALE_AUTH_RECV_ACCEPT_V4");
        assertThat(ale.product(OWN, OUTBOUND_TRANSPORT_V4).findings(CO_007))
                .containsExactly(
                        "CO-007 ERROR ALE_AUTH_RECV_ACCEPT_V4",
                        "CO-007 WARNING ALE_AUTH_CONNECT_V4");
        assertThat(windows().sublayer(OWN, 5).product(OWN, ALE_AUTH_CONNECT_V4).findings(CO_007))
                .isEmpty();
    }

    @Test
    @DisplayName("CO-008: in the universal sublayer, or in none; built-in callouts belong there")
    void defaultSublayer() {
        assertThat(
                        windows()
                                .product(FwpmSublayers.UNIVERSAL, ALE_AUTH_RECV_ACCEPT_V4)
                                .findings(CO_008))
                .containsExactly("CO-008 ERROR ALE_AUTH_RECV_ACCEPT_V4");
        assertThat(windows().filter(filterOn(OUTBOUND)).findings(CO_008))
                .containsExactly("CO-008 ERROR OUTBOUND_TRANSPORT_V4");
        assertThat(transportIn(1).findings(CO_008)).isEmpty();
        assertThat(Inventories.with(GuaranteedEncryption.of("test", 1)).findings(CO_008)).isEmpty();
    }

    @Test
    @DisplayName("CO-009: an advisory for each callout at a datagram data layer")
    void rebuiltDatagrams() {
        assertAdvisory(CO_009, DATAGRAM_DATA_V4, STREAM_V4);
    }

    @Test
    @DisplayName("CO-010: an advisory for each callout at inbound transport")
    void aleClassification() {
        assertAdvisory(CO_010, INBOUND_TRANSPORT_V4, OUTBOUND_TRANSPORT_V4);
    }

    @Test
    @DisplayName("CO-011: an advisory for each callout at inbound transport")
    void tunnels() {
        assertAdvisory(CO_011, INBOUND_TRANSPORT_V4, ALE_AUTH_RECV_ACCEPT_V4);
    }

    @Test
    @DisplayName("CO-012: an advisory for each callout at inbound transport or receive/accept")
    void ipsecHeaders() {
        assertAdvisory(CO_012, INBOUND_TRANSPORT_V4, OUTBOUND_TRANSPORT_V4);
        assertAdvisory(CO_012, ALE_AUTH_RECV_ACCEPT_V4, ALE_AUTH_CONNECT_V4);
    }

    @Test
    @DisplayName("CO-013: the flag for protected traffic where no page lists it")
    void securedFlag() {
        assertThat(flagFilter(OUTBOUND_TRANSPORT_V4, FwpConditionFlags.IS_IPSEC_SECURED))
                .contains("CO-013 INFO OUTBOUND_TRANSPORT_V4");
        assertThat(flagFilter(INBOUND_TRANSPORT_V4, FwpConditionFlags.IS_IPSEC_SECURED)).isEmpty();
        assertThat(flagFilter(INBOUND_TRANSPORT_V4_DISCARD, FwpConditionFlags.IS_IPSEC_SECURED))
                .isEmpty();
        assertThat(flagFilter(OUTBOUND_TRANSPORT_V4, FwpConditionFlags.IS_LOOPBACK)).isEmpty();
    }

    @Test
    @DisplayName("CO-014: an advisory for each callout that sees decrypted packets")
    void decryptedLength() {
        assertAdvisory(CO_014, INBOUND_TRANSPORT_V4, OUTBOUND_TRANSPORT_V4);
        assertAdvisory(CO_014, DATAGRAM_DATA_V4, STREAM_V4);
        assertAdvisory(CO_014, ALE_AUTH_RECV_ACCEPT_V4, ALE_AUTH_CONNECT_V4);
    }

    @Test
    @DisplayName("CO-015: layers without a verdict, those that are in no list included")
    void noVerdict() {
        LayerKey future = LayerKey.of("01234567-89ab-4def-8123-456789abcdef");

        assertThat(windows().callout(calloutAt(INBOUND_TRANSPORT_V4_DISCARD)).findings(CO_015))
                .containsExactly("CO-015 INFO INBOUND_TRANSPORT_V4_DISCARD");
        assertThat(windows().callout(calloutAt(INBOUND_TRANSPORT_FAST)).findings(CO_015))
                .containsExactly("CO-015 INFO INBOUND_TRANSPORT_FAST");
        assertThat(windows().callout(calloutAt(future)).findings(CO_015))
                .containsExactly("CO-015 INFO " + future);
        assertThat(windows().callout(calloutAt(STREAM_V4)).findings(CO_015)).isEmpty();
        assertThat(windows().callout(calloutAt(IPSEC_V4)).lint()).isEmpty();
    }

    @Test
    @DisplayName("CO-016: frames and switches")
    void frames() {
        assertThat(windows().callout(calloutAt(INBOUND_MAC_FRAME_ETHERNET)).findings(CO_016))
                .containsExactly("CO-016 WARNING INBOUND_MAC_FRAME_ETHERNET");
        assertThat(windows().callout(calloutAt(STREAM_V4)).findings(CO_016)).isEmpty();
    }

    @Test
    @DisplayName("CO-017: the withdrawn flag at inbound transport")
    void withdrawnFlag() {
        assertThat(flagFilter(INBOUND_TRANSPORT_V4, FwpConditionFlags.REQUIRES_ALE_CLASSIFY))
                .containsExactly("CO-017 INFO INBOUND_TRANSPORT_V4");
        assertThat(flagFilter(OUTBOUND_TRANSPORT_V4, FwpConditionFlags.REQUIRES_ALE_CLASSIFY))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "CO-018: a filter blocks whose callout nobody registered, unless it says otherwise")
    void unregistered() {
        FwpmCallout0 callout = INBOUND.withFlags(FwpmCalloutFlags.NONE);
        FwpmFilter0 filter = filterOn(callout).withSubLayerKey(OWN);

        assertThat(windows().callout(callout).filter(filter).findings(CO_018))
                .containsExactly("CO-018 WARNING INBOUND_TRANSPORT_V4");
        assertThat(
                        windows()
                                .callout(callout)
                                .filter(
                                        filter.withFlags(
                                                FwpmFilterFlags.PERMIT_IF_CALLOUT_UNREGISTERED))
                                .findings(CO_018))
                .isEmpty();
        assertThat(windows().callout(INBOUND).filter(filter).findings(CO_018)).isEmpty();
        // It never blocks.
        assertThat(
                        windows()
                                .callout(callout)
                                .filter(Filters.inspect(INBOUND_TRANSPORT_V4, callout.calloutKey()))
                                .findings(CO_018))
                .isEmpty();
    }

    @Test
    @DisplayName("CO-019: a transport callout whose owner has none at a data layer")
    void dataLayer() {
        Inventories product = windows().sublayer(OWN, 1).product(OWN, INBOUND_TRANSPORT_V4);

        assertThat(product.findings(CO_019)).containsExactly("CO-019 INFO INBOUND_TRANSPORT_V4");
        assertThat(product.product(OWN, STREAM_V4).findings(CO_019)).isEmpty();
        assertThat(windows().callout(INBOUND).findings(CO_019))
                .containsExactly("CO-019 ADVISORY INBOUND_TRANSPORT_V4");
    }

    @Test
    @DisplayName("CO-020: findings beside an enabled filter of IPsec become errors")
    void besidePolicy() {
        GuaranteedEncryption scenario = GuaranteedEncryption.of("test", 1);
        Inventories product =
                Inventories.with(scenario)
                        .sublayer(OWN, 0x9000)
                        .product(OWN, ALE_AUTH_RECV_ACCEPT_V4);

        assertThat(product.violations())
                .containsExactly(
                        "CO-007 ERROR ALE_AUTH_RECV_ACCEPT_V4",
                        "CO-020 ERROR ALE_AUTH_RECV_ACCEPT_V4");
        assertThat(
                        windows()
                                .sublayer(OWN, 0x9000)
                                .product(OWN, ALE_AUTH_RECV_ACCEPT_V4)
                                .violations())
                .containsExactly("CO-007 WARNING ALE_AUTH_RECV_ACCEPT_V4");
    }

    @Test
    @DisplayName("CO-020: a disabled filter of IPsec is not at work")
    void besideDisabledPolicy() {
        Inventories disabled = windows();
        Inventories.with(GuaranteedEncryption.of("test", 1))
                .inventory()
                .filters()
                .forEach(filter ->
                        disabled.filter(
                                filter.withFlags(filter.flags().or(FwpmFilterFlags.DISABLED))));

        assertThat(disabled.product(FwpmSublayers.UNIVERSAL, INBOUND_TRANSPORT_V4).findings(CO_020))
                .isEmpty();
    }

    @Test
    void acknowledgedCalloutsGetNoAdvisoriesOfTheirDriver() {
        Inventories product = windows().callout(INBOUND);

        assertThat(CalloutLinter.lint(product.inventory(), Set.of(INBOUND.calloutKey())))
                .extracting(Finding::rule)
                .containsExactly(CO_003, CO_019);
        assertThat(CalloutLinter.lint(product.inventory(), Set.of(ACCEPT.calloutKey())))
                .isEqualTo(product.lint());
    }

    private static Inventories transportIn(int weight) {
        return windows().sublayer(OWN, weight).product(OWN, INBOUND_TRANSPORT_V4);
    }

    private static List<String> flagFilter(LayerKey layer, FwpConditionFlags flag) {
        return windows().filter(Filters.permit(layer, Conditions.flags(flag))).lint().stream()
                .map(finding ->
                        "%s %s %s"
                                .formatted(
                                        finding.rule().id(),
                                        finding.severity(),
                                        finding.layer().toString().replace("FWPM_LAYER_", "")))
                .toList();
    }

    private static void assertAdvisory(CalloutRule rule, LayerKey at, LayerKey notAt) {
        assertThat(windows().callout(calloutAt(at)).findings(rule))
                .containsExactly(
                        "%s ADVISORY %s"
                                .formatted(rule.id(), at.toString().replace("FWPM_LAYER_", "")));
        assertThat(windows().callout(calloutAt(notAt)).findings(rule)).isEmpty();
    }

    private static List<NamedCsvRecord> table() throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(
                                                requireNonNull(
                                                        CalloutRulesTest.class.getResourceAsStream(
                                                                "/scenarios/callout_rules.csv")),
                                                UTF_8));
                Stream<NamedCsvRecord> rows = csv.stream()) {
            return rows.toList();
        }
    }
}

package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

final class SampleIsolationPolicyTest {
    private static final SampleIsolationPolicy SCENARIO = SampleIsolationPolicy.of("test");
    private static final Map<String, Object> FILE = Yaml.scenario(SampleIsolationPolicy.ID);

    @Test
    void si1_authIpIsTheDefaultAndIkeIsPossible() {
        assertThat(SCENARIO.plan().providerContexts())
                .extracting(it -> it.type().cName())
                .containsExactly(
                        "FWPM_IPSEC_AUTHIP_MM_CONTEXT", "FWPM_IPSEC_AUTHIP_QM_TRANSPORT_CONTEXT");
        assertThat(
                        new SampleIsolationPolicy(
                                        SCENARIO.instance(),
                                        Scope.DEFAULT.withKeyingModules(Set.of(KeyingModule.IKE)),
                                        SCENARIO.negotiation())
                                .plan()
                                .providerContexts())
                .hasSize(2);
    }

    @Test
    void si2_theLetterHasNeitherUnicastNorExemptions() {
        Map<String, Object> counts =
                Yaml.map(Yaml.map(FILE, "expected_counts"), "derived_filters_v4_and_v6");
        Plan literal =
                new SampleIsolationPolicy(
                                SCENARIO.instance(),
                                SampleIsolationPolicy.SCOPE.withCoverage(Coverage.EVERYTHING),
                                SCENARIO.negotiation())
                        .plan();

        assertThat(SCENARIO.plan().filters())
                .hasSize(Yaml.number(counts, "with_unicast_condition_and_icmp_exemptions"));
        assertThat(literal.filters())
                .hasSize(Yaml.number(counts, "literal"))
                .allMatch(it -> it.filterCondition().isEmpty());
        assertThat(literal.warnings()).anyMatch(it -> it.contains("ICMPv6"));
    }

    @Test
    void si2_itsFiltersAreThoseOfTheFile() {
        List<Map<String, Object>> documented = Yaml.list(Yaml.map(FILE, "derived"), "filters");
        Plan plan = SCENARIO.plan();
        for (Map<String, Object> row : documented) {
            String layer = String.valueOf(row.get("layer")).replace("V{4|6}", "V4");
            assertThat(plan.filters())
                    .filteredOn(it -> it.layerKey().toString().equals(layer))
                    .filteredOn(it -> !(it.weight() instanceof FwpValue0.Uint8))
                    .hasSize(1)
                    .extracting(SampleIsolationPolicyTest::callout)
                    .containsExactly(
                            row.containsKey("callout")
                                    ? String.valueOf(row.get("callout")).replace("V{4|6}", "V4")
                                    : "");
        }
    }

    private static String callout(FwpmFilter0 filter) {
        return filter.action().target() instanceof FwpmAction0.Target.Callout(var key)
                ? key.toString()
                : "";
    }

    @Test
    void si3_ahWithAddressTranslationIsWarnedOf() {
        SampleIsolationPolicy nat =
                new SampleIsolationPolicy(
                        SCENARIO.instance(),
                        SCENARIO.scope(),
                        SCENARIO.negotiation().withNatTraversal(NatTraversal.PEER));

        assertThat(nat.plan().warnings()).anyMatch(it -> it.startsWith("AH does not pass"));
        assertThat(SCENARIO.plan().warnings()).noneMatch(it -> it.startsWith("AH does not pass"));
    }

    @Test
    void si4_sha1IsKeptForTheSampleAlone() {
        assertThat(PlanFacts.quickMode(SCENARIO.plan()).getFirst().ipsecProposals())
                .hasSize(1)
                .allSatisfy(it ->
                        assertThat(it.saTransforms())
                                .containsExactly(
                                        new IpsecSaTransform0.Ah(
                                                IpsecAuthTransform0.of(
                                                        IpsecAuthTransformId0.HMAC_SHA_1_96))));
        assertThat(SCENARIO.plan().warnings()).anyMatch(it -> it.contains("legacy suite"));
        assertThat(Suite.MODERN.quickMode())
                .doesNotHaveAnyElementsOfTypes(IpsecSaTransform0.Ah.class);
    }

    @Test
    void si5_fourLinesAreFivePairsOfLayers() {
        assertThat(SCENARIO.plan().filters())
                .extracting(it -> it.layerKey().toString().replaceAll("_V[46]$", ""))
                .containsOnly(
                        "FWPM_LAYER_IKEEXT",
                        "FWPM_LAYER_IPSEC",
                        "FWPM_LAYER_INBOUND_TRANSPORT",
                        "FWPM_LAYER_OUTBOUND_TRANSPORT",
                        "FWPM_LAYER_ALE_AUTH_RECV_ACCEPT");
        assertThat(Yaml.list(FILE, "documented"))
                .hasSize(Yaml.number(Yaml.map(FILE, "expected_counts"), "layer_pairs"));
    }

    @Test
    void computersAuthenticateWithKerberosAndDiscoveryIsSecure() {
        assertThat(PlanFacts.mainMode(SCENARIO.plan()).getFirst().authenticationMethods())
                .extracting(it -> it.authenticationMethodType())
                .containsExactly(IkeextAuthenticationMethodType.KERBEROS);
        assertThat(PlanFacts.quickMode(SCENARIO.plan()))
                .extracting(IpsecTransportPolicy2::flags)
                .containsExactly(IpsecPolicyFlags.ND_SECURE);
    }
}

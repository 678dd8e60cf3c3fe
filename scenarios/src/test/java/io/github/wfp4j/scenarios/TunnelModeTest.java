package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.scenarios.TunnelMode.Traffic;
import io.github.wfp4j.scenarios.install.Change;
import io.github.wfp4j.scenarios.install.Difference;
import io.github.wfp4j.scenarios.install.DifferentParametersException;
import io.github.wfp4j.scenarios.install.Installed;
import io.github.wfp4j.scenarios.install.Installer;
import io.github.wfp4j.win32.Ipproto;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

final class TunnelModeTest {
    private static final TunnelMode SCENARIO = Examples.tunnel("test");
    private static final TunnelMode HOSTS =
            TunnelMode.of("test", SCENARIO.local(), SCENARIO.remote(), Traffic.BetweenHosts.ALL);

    @Test
    void tu1_itIsOneCallAndNoFilter() {
        Plan plan = SCENARIO.plan();
        Map<String, Object> counts = Yaml.map(Yaml.scenario(TunnelMode.ID), "expected_counts");

        assertThat(plan.filters()).hasSize(Yaml.number(counts, "filters_added_by_caller"));
        assertThat(plan.tunnels()).hasSize(Yaml.number(counts, "engine_calls"));
        assertThat(plan.tunnels().getFirst().contexts())
                .hasSize(Yaml.number(Yaml.map(counts, "provider_contexts_passed"), "max"));
        assertThat(withoutMainMode().plan().tunnels().getFirst().contexts())
                .hasSize(Yaml.number(Yaml.map(counts, "provider_contexts_passed"), "min"));
    }

    @ParameterizedTest
    @CsvSource({
        "site_to_site, FWP_V4_ADDR_MASK",
        "point_to_point, FWP_UINT32",
    })
    void tu1_theConditionsAreThoseOfTheFile(String kind, String type) {
        PlannedTunnel tunnel =
                (kind.equals("site_to_site") ? SCENARIO : HOSTS).plan().tunnels().getFirst();
        List<Map<String, Object>> documented =
                Yaml.list(Yaml.map(Yaml.scenario(TunnelMode.ID), "filter_conditions"), kind);

        assertThat(tunnel.conditions())
                .extracting(it -> it.fieldKey().toString())
                .containsExactlyElementsOf(
                        documented.stream().map(it -> String.valueOf(it.get("field"))).toList());
        assertThat(tunnel.conditions())
                .allSatisfy(it -> {
                    assertThat(it.matchType().cName()).isEqualTo("FWP_MATCH_EQUAL");
                    assertThat(it.conditionValue().type().cName()).isEqualTo(type);
                });
        assertThat(tunnel.flags())
                .isEqualTo(
                        kind.equals("site_to_site")
                                ? FwpmTunnelFlags.NONE
                                : FwpmTunnelFlags.POINT_TO_POINT);
    }

    @ParameterizedTest
    @CsvSource({
        "IKE, FWPM_IPSEC_IKE_MM_CONTEXT, FWPM_IPSEC_IKE_QM_TUNNEL_CONTEXT",
        "AUTHIP, FWPM_IPSEC_AUTHIP_MM_CONTEXT, FWPM_IPSEC_AUTHIP_QM_TUNNEL_CONTEXT",
        "IKEV2, FWPM_IPSEC_IKEV2_MM_CONTEXT, FWPM_IPSEC_IKEV2_QM_TUNNEL_CONTEXT"
    })
    void tu2_bothPoliciesAreOfOneKeyingModule(KeyingModule module, String mainMode, String tunnel) {
        Negotiation negotiation =
                module == KeyingModule.IKEV2
                        ? Negotiation.DEFAULT.withAuthentication(
                                Authentication.of(
                                        new AuthenticationMethod.PresharedKey(
                                                Examples.bytes(4, 1))))
                        : Negotiation.DEFAULT;
        TunnelMode scenario =
                new TunnelMode(
                        SCENARIO.instance(),
                        module,
                        true,
                        true,
                        negotiation,
                        SCENARIO.local(),
                        SCENARIO.remote(),
                        SCENARIO.traffic(),
                        SCENARIO.provider());

        assertThat(PlanFacts.install(scenario).providerContexts())
                .extracting(it -> it.type().cName())
                .containsExactly(mainMode, tunnel);
    }

    @Test
    void tu3_theMainModePolicyIsInTheMemberOfItsType() {
        assertThat(SCENARIO.plan().allProviderContexts().getFirst().policy())
                .isInstanceOf(Policy.IpsecIkeMmContext.class);
    }

    @Test
    void tu4_theKeysAreKnownBeforeTheCall() {
        assertThat(SCENARIO.plan().allProviderContexts())
                .extracting(FwpmProviderContext3::providerContextKey)
                .isSubsetOf(SCENARIO.footprint().providerContexts());
        assertThat(SCENARIO.plan().allProviderContexts())
                .noneMatch(it -> it.providerContextKey().guid().isZero());
    }

    @Test
    void tu5_portsGoWithHostsOnly() {
        Plan plan =
                TunnelMode.of(
                                "test",
                                SCENARIO.local(),
                                SCENARIO.remote(),
                                new Traffic.BetweenHosts(Ipproto.TCP, 80, null))
                        .plan();

        assertThat(plan.tunnels().getFirst().conditions()).hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.BetweenHosts(null, 80, null))
                .withMessage("protocol must be TCP (6) or UDP (17) for a port: null");
    }

    @Test
    void theEngineMakesFiltersAndTakesThemAway() {
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("test"))) {
            List<Object> before = EngineState.of(engine);
            Installer installer = new Installer(engine);
            assertThat(installer.apply(SCENARIO)).isEqualTo(Change.ADDED);

            Installed installed = installer.readBack(SCENARIO.footprint());
            assertThat(installed.filters()).isEmpty();
            assertThat(installed.tunnelFilters()).isNotEmpty();
            assertThat(installer.apply(SCENARIO)).isEqualTo(Change.UNCHANGED);

            installer.remove(SCENARIO.footprint());
            assertThat(EngineState.of(engine)).isEqualTo(before);
        }
    }

    @Test
    void otherTrafficIsADifference() {
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            installer.apply(SCENARIO);

            assertThatExceptionOfType(DifferentParametersException.class)
                    .isThrownBy(() -> installer.apply(HOSTS))
                    .satisfies(it ->
                            assertThat(it.differences())
                                    .extracting(Difference::toString)
                                    .containsExactly(
                                            "provider context \"test: qm-tunnel IKE\":"
                                                + " displayData.description is Tunnel Mode: tunnel"
                                                + " policy of IKE for 10.1.0.0/16 and 10.2.0.0/16,"
                                                + " planned is Tunnel Mode: tunnel policy of IKE"
                                                + " for the hosts"));
            assertThat(installer.replace(HOSTS)).isEqualTo(Change.REPLACED);
            assertThat(installer.verify(HOSTS)).isEmpty();
        }
    }

    @Test
    void saysThatItsFiltersAreGone() {
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            List<Object> before = EngineState.of(engine);
            installer.apply(SCENARIO);
            installer
                    .readBack(SCENARIO.footprint())
                    .tunnelFilters()
                    .forEach(it -> engine.delete(it.filterKey()));

            assertThat(installer.verify(SCENARIO))
                    .extracting(Difference::toString)
                    .containsExactly("every filter of tunnel \"test: qm-tunnel IKE\" is missing");
            installer.remove(SCENARIO.footprint());
            assertThat(EngineState.of(engine)).hasSizeLessThanOrEqualTo(before.size() + 2);
        }
    }

    private static TunnelMode withoutMainMode() {
        return new TunnelMode(
                SCENARIO.instance(),
                SCENARIO.keyingModule(),
                false,
                false,
                SCENARIO.negotiation(),
                SCENARIO.local(),
                SCENARIO.remote(),
                SCENARIO.traffic(),
                SCENARIO.provider());
    }
}

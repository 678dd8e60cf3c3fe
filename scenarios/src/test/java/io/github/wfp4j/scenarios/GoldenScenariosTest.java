package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.scenarios.install.Installed;
import io.github.wfp4j.scenarios.install.Installer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The six scenarios that consist of filters: plan and read-back against the golden tables. */
final class GoldenScenariosTest {
    private static final String USERS = "; FWPM_CONDITION_ALE_REMOTE_USER_ID ";
    private static final Map<String, String> VALUES =
            Map.of(
                    "${localPort}",
                    Integer.toString(Examples.PORT),
                    "${machineSd}",
                    text(Examples.IDENTITIES.conditions().getFirst()),
                    "${userSd}",
                    text(Examples.IDENTITIES.conditions().getLast()),
                    "FWP_UINT32 ${localAddress}",
                    "FWP_UINT32 16843009",
                    "FWP_UINT32 ${remoteAddress}",
                    "FWP_UINT32 33686018",
                    "FWP_BYTE_ARRAY16_TYPE ${localAddress}",
                    "FWP_BYTE_ARRAY16_TYPE fd000000000000000000000000000001",
                    "FWP_BYTE_ARRAY16_TYPE ${remoteAddress}",
                    "FWP_BYTE_ARRAY16_TYPE fd000000000000000000000000000002");

    /** Every policy scenario, for every choice of keying modules and versions. */
    static Stream<Arguments> policies() {
        return Stream.<Function<Scope, Scenario>>of(
                        scope -> TransportMode.of("test").withScope(scope),
                        scope -> NegotiationDiscovery.of("test").withScope(scope),
                        scope -> BoundaryMode.of("test").withScope(scope),
                        scope -> GuaranteedEncryption.of("test", Examples.PORT).withScope(scope),
                        GoldenScenariosTest::authorization)
                .flatMap(factory -> scopes().map(scope -> arguments(factory.apply(scope), scope)));
    }

    /** With IKE alone users are not known, and there is no condition on them (RI-3). */
    private static Scenario authorization(Scope scope) {
        return scope.keyingModules().contains(KeyingModule.AUTHIP)
                ? RemoteIdentityAuthorization.of("test", Examples.PORT, Examples.IDENTITIES)
                        .withScope(scope)
                : RemoteIdentityAuthorization.of(
                                "test",
                                Examples.PORT,
                                new Identities(Examples.IDENTITIES.computers(), null))
                        .withBase(NegotiationDiscovery.of("test").withScope(scope));
    }

    private static Stream<Scope> scopes() {
        return Stream.of(
                        EnumSet.of(KeyingModule.IKE, KeyingModule.AUTHIP),
                        EnumSet.of(KeyingModule.IKE),
                        EnumSet.of(KeyingModule.AUTHIP))
                .flatMap(modules ->
                        Stream.of(
                                        EnumSet.allOf(IpVersion.class),
                                        EnumSet.of(IpVersion.V4),
                                        EnumSet.of(IpVersion.V6))
                                .map(versions -> new Scope(modules, versions)));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void plansWhatTheTableOfFiltersSays(Scenario scenario, Scope scope) {
        Plan plan = scenario.plan();

        assertThat(plan.filters())
                .extracting(filter -> GoldenFilter.of(filter, plan.providerContexts()))
                .isEqualTo(rows(scenario, scope));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void readsBackWhatTheTableOfFiltersSays(Scenario scenario, Scope scope) {
        Installed installed = install(scenario);

        assertThat(installed.filters())
                .extracting(filter -> GoldenFilter.of(filter, installed.providerContexts()))
                .isEqualTo(rows(scenario, scope));
        assertThat(installed.filters())
                .allSatisfy(filter -> {
                    assertThat(filter.subLayerKey()).isEqualTo(FwpmSublayers.UNIVERSAL);
                    assertThat(filter.providerKey()).isEqualTo(Wfp4jProvider.KEY);
                    assertThat(filter.effectiveWeight()).isInstanceOf(FwpValue0.Uint64.class);
                });
    }

    @ParameterizedTest
    @MethodSource("policies")
    void plansAndReadsBackWhatTheTableOfProviderContextsSays(Scenario scenario, Scope scope) {
        List<Map<String, String>> rows =
                GoldenFilter.contexts(scenario.instance().scenario()).stream()
                        .filter(row ->
                                scope.keyingModules().stream()
                                        .anyMatch(it ->
                                                it.toString().equals(row.get("keying_module"))))
                        .toList();

        assertContexts(scenario.plan().providerContexts(), rows);
        assertContexts(install(scenario).providerContexts(), rows);
    }

    private static void assertContexts(
            List<FwpmProviderContext3> contexts, List<Map<String, String>> rows) {
        assertThat(contexts)
                .extracting(it -> it.type().cName())
                .containsExactlyElementsOf(rows.stream().map(row -> row.get("type")).toList());
        for (int i = 0; i < rows.size(); i++) {
            Policy policy = contexts.get(i).policy();
            String extendedMode = String.valueOf(rows.get(i).get("extended_mode_policy"));
            quickMode(policy)
                    .forEach(it -> assertThat(names(it.flags())).isEqualTo(rowFlags(rows, policy)));
            if (extendedMode.equals("not applicable")) {
                assertThat(quickMode(policy)).allMatch(it -> it.emPolicy() == null);
            } else if (extendedMode.equals("required")) {
                assertThat(quickMode(policy)).hasSize(1).allMatch(it -> it.emPolicy() != null);
            }
        }
    }

    private static String rowFlags(List<Map<String, String>> rows, Policy policy) {
        return rows.stream()
                .filter(row -> policy.type().cName().equals(row.get("type")))
                .map(row -> row.get("required_policy_flags"))
                .findFirst()
                .orElseThrow();
    }

    private static String names(IpsecPolicyFlags flags) {
        return String.join("|", flags.cNames());
    }

    private static List<IpsecTransportPolicy2> quickMode(Policy policy) {
        return switch (policy) {
            case Policy.IpsecIkeQmTransportContext it -> List.of(it.ikeQmTransportPolicy());
            case Policy.IpsecAuthipQmTransportContext it -> List.of(it.authipQmTransportPolicy());
            default -> List.of();
        };
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void manualSasAreWhatTheTableSays(IpVersion version) {
        Scenario scenario = Examples.manualSas("test", version);
        Scope scope = Scope.DEFAULT.withIpVersions(Set.of(version));
        List<GoldenFilter> rows = GoldenFilter.rows(ManualIpsecSas.ID, scope, VALUES);

        assertThat(scenario.plan().providerContexts()).isEmpty();
        assertThat(scenario.plan().filters())
                .extracting(filter -> GoldenFilter.of(filter, List.of()))
                .isEqualTo(rows)
                .hasSize(4);
        assertThat(install(scenario).filters())
                .extracting(filter -> GoldenFilter.of(filter, List.of()))
                .isEqualTo(rows);
    }

    /** The counts of the README: filters with one keying module and with both. */
    @ParameterizedTest
    @CsvSource({
        "transport-mode, 12, 16",
        "negotiation-discovery-transport-mode, 16, 20",
        "negotiation-discovery-boundary-mode, 12, 16",
        "guaranteed-encryption, 20, 24",
        "remote-identity-authorization, 20, 24"
    })
    void hasAsManyFiltersAsDocumented(String id, int one, int both) {
        policies()
                .map(Arguments::get)
                .filter(it -> ((Scenario) it[0]).instance().scenario().equals(id))
                .forEach(it -> {
                    Plan plan = ((Scenario) it[0]).plan();
                    Scope scope = (Scope) it[1];
                    int modules = scope.keyingModules().size();
                    int expected = modules == 2 ? both : one;
                    assertThat(plan.filters())
                            .hasSize(scope.ipVersions().size() == 2 ? expected : expected / 2);
                    assertThat(plan.providerContexts()).hasSize(2 * modules);
                    assertYamlCounts(id, plan, scope);
                });
    }

    private static void assertYamlCounts(String id, Plan plan, Scope scope) {
        Map<String, Object> counts = Yaml.map(Yaml.scenario(id), "expected_counts");
        String modules =
                scope.keyingModules().size() == 2 ? "both_keying_modules" : "one_keying_module";
        String versions =
                scope.ipVersions().size() == 2 ? "filters_v4_and_v6" : "filters_per_ip_version";
        assertThat(plan.filters()).hasSize(Yaml.number(Yaml.map(counts, versions), modules));
        assertThat(plan.providerContexts())
                .hasSize(Yaml.number(Yaml.map(counts, "provider_contexts"), modules));
        assertThat(plan.title().toLowerCase(Locale.ROOT))
                .isEqualTo(String.valueOf(Yaml.scenario(id).get("title")).toLowerCase(Locale.ROOT));
    }

    private static List<GoldenFilter> rows(Scenario scenario, Scope scope) {
        boolean users = scope.keyingModules().contains(KeyingModule.AUTHIP);
        return GoldenFilter.rows(scenario.instance().scenario(), scope, VALUES).stream()
                .map(row -> users ? row : withoutUsers(row))
                .toList();
    }

    private static GoldenFilter withoutUsers(GoldenFilter row) {
        int users = row.conditions().indexOf(USERS);
        return new GoldenFilter(
                row.layer(),
                users < 0 ? row.conditions() : row.conditions().substring(0, users),
                row.action(),
                row.callout(),
                row.flags(),
                row.rawContext(),
                row.weight(),
                row.providerContextType());
    }

    private static Installed install(Scenario scenario) {
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            installer.apply(scenario);
            return installer.readBack(scenario.footprint());
        }
    }

    private static String text(FwpmFilterCondition0 condition) {
        return GoldenFilter.value(condition.conditionValue());
    }
}

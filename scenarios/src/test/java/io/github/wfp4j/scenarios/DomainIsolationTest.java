package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.scenarios.DomainIsolation.Zone;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

final class DomainIsolationTest {
    private static final DomainIsolation PLAIN = DomainIsolation.of("test", Zone.ISOLATED);

    @Test
    void di1_theSourceIsTheDesignOfWindowsFirewall() {
        assertThat(String.valueOf(Yaml.map(Yaml.scenario(DomainIsolation.ID), "source")))
                .contains("windows-firewall/domain-isolation-policy-design.md");
    }

    @Test
    void di2_di4_zonesAreTheScenariosOfTheFile() {
        List<Map<String, Object>> zones =
                Yaml.list(Yaml.map(Yaml.scenario(DomainIsolation.ID), "derived"), "zones");

        assertThat(zones)
                .extracting(it -> it.get("scenario"))
                .containsExactly(
                        "negotiation-discovery-transport-mode",
                        "negotiation-discovery-boundary-mode",
                        "guaranteed-encryption without the port condition");
        assertThat(golden(plan(Zone.ISOLATED)))
                .isEqualTo(GoldenFilter.rows(NegotiationDiscovery.ID, Scope.DEFAULT, 0));
        assertThat(golden(plan(Zone.BOUNDARY)))
                .isEqualTo(GoldenFilter.rows(BoundaryMode.ID, Scope.DEFAULT, 0));
        assertThat(golden(plan(Zone.ENCRYPTION)))
                .containsExactlyInAnyOrderElementsOf(withoutPort());
    }

    /** The rows of guaranteed encryption without conditions that tell a port. */
    private static List<GoldenFilter> withoutPort() {
        return GoldenFilter.rows(GuaranteedEncryption.ID, Scope.DEFAULT, 0).stream()
                .filter(row ->
                        !row.callout().contains("INITIATE_SECURE")
                                || row.rawContext().equals("0x8"))
                .map(row ->
                        row.rawContext().equals("0x8")
                                ? new GoldenFilter(
                                        row.layer(),
                                        row.conditions()
                                                .substring(0, row.conditions().indexOf(';')),
                                        row.action(),
                                        row.callout(),
                                        row.flags(),
                                        row.rawContext(),
                                        row.weight(),
                                        row.providerContextType())
                                : row)
                .toList();
    }

    @Test
    void di3_noDomainIsNamed() {
        assertThat(DomainIsolation.class.getRecordComponents())
                .extracting(it -> it.getName())
                .containsExactly("instance", "zone", "exemptAddresses", "scope", "negotiation");
    }

    @Test
    void di5_usersMayAuthenticateAndNeedNot() {
        assertThat(
                        PlanFacts.quickMode(PLAIN.plan()).stream()
                                .filter(it -> it.emPolicy() != null)
                                .flatMap(it -> it.emPolicy().authenticationMethods().stream()))
                .extracting(it -> it.authenticationMethodType())
                .containsExactly(
                        IkeextAuthenticationMethodType.KERBEROS,
                        IkeextAuthenticationMethodType.ANONYMOUS);
    }

    @Test
    void everyExemptHostHasAFilterAtThreeLayers() {
        List<FwpmFilter0> exemptions =
                Examples.domain("test", Zone.ISOLATED).plan().filters().stream()
                        .filter(it -> String.valueOf(it.displayData().name()).contains("host-"))
                        .toList();

        assertThat(exemptions)
                .hasSize(6)
                .allSatisfy(it -> {
                    assertThat(it.action().type()).isEqualTo(FwpActionType.PERMIT);
                    assertThat(it.weight()).isEqualTo(new FwpValue0.Uint8(12));
                    assertThat(PlanFacts.fields(it))
                            .containsExactly("FWPM_CONDITION_IP_REMOTE_ADDRESS");
                });
        List<?> layers =
                Yaml.values(
                        Yaml.map(
                                Yaml.map(Yaml.scenario(DomainIsolation.ID), "derived"),
                                "exemption_filters"),
                        "layers");
        assertThat(exemptions)
                .extracting(it -> it.layerKey().toString().replaceAll("V[46]$", "V{4|6}"))
                .hasSameElementsAs(layers.stream().map(String::valueOf).toList());
    }

    @Test
    void refusesExemptionsThatNoFilterCouldHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exempt(List.of(AddressRange.of("fd00::1"))))
                .withMessage("exemptAddresses must be of [IPv4]: fd00::1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        exempt(
                                IntStream.range(0, 65)
                                        .mapToObj(it -> AddressRange.of("10.0.0." + it))
                                        .toList()))
                .withMessage("exemptAddresses must be at most 64 of IPv4: 65");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        exempt(List.of(AddressRange.of("10.0.0.1"), AddressRange.of("10.0.0.1"))))
                .withMessageStartingWith("exemptAddresses must not hold one twice");
    }

    private static DomainIsolation exempt(List<AddressRange> hosts) {
        return new DomainIsolation(
                PLAIN.instance(),
                Zone.ISOLATED,
                hosts,
                Scope.DEFAULT.withIpVersions(Set.of(IpVersion.V4)),
                PLAIN.negotiation());
    }

    private static Plan plan(Zone zone) {
        return DomainIsolation.of("test", zone).plan();
    }

    private static List<GoldenFilter> golden(Plan plan) {
        return plan.filters().stream()
                .map(it -> GoldenFilter.of(it, plan.providerContexts()))
                .toList();
    }
}

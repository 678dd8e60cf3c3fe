package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.scenarios.install.Installed;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ServerIsolationTest {
    private static final ServerIsolation SCENARIO = ServerIsolation.of("test", Examples.IDENTITIES);

    @Test
    void sv1_theSourceIsTheDesignOfWindowsFirewall() {
        assertThat(String.valueOf(Yaml.map(Yaml.scenario(ServerIsolation.ID), "source")))
                .contains("windows-firewall/server-isolation-policy-design.md");
    }

    @Test
    void sv2_withoutAPortTheTwoFiltersStandInPlaceOfTheGeneralOne() {
        List<FwpmFilter0> accept =
                PlanFacts.at(SCENARIO.plan(), FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4);

        assertThat(accept)
                .extracting(it -> it.displayData().name())
                .containsExactlyInAnyOrder(
                        "test: accept-icmp-exemption IPv4",
                        "test: accept-authorized IPv4",
                        "test: block-unauthorized IPv4");
        assertThat(PlanFacts.fields(block(SCENARIO)))
                .containsExactly("FWPM_CONDITION_IP_LOCAL_ADDRESS_TYPE");
    }

    @Test
    void sv2_withAPortTheyAreAboveIt() {
        ServerIsolation port = with(Connections.ofTcpPort(1433), true);

        Installed installed = PlanFacts.install(port);
        assertThat(installed.filters())
                .filteredOn(it -> it.layerKey().equals(FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4))
                .hasSize(4);
        assertThat(port.plan().precedences()).hasSize(4);
        assertThat(PlanFacts.fields(block(port)))
                .containsExactly(
                        "FWPM_CONDITION_IP_LOCAL_ADDRESS_TYPE",
                        "FWPM_CONDITION_IP_PROTOCOL",
                        "FWPM_CONDITION_IP_LOCAL_PORT");
    }

    @Test
    void sv3_encryptionIsTheDefaultAndAParameter() {
        assertThat(PlanFacts.rawContext(accept(SCENARIO))).isEqualTo(8);
        assertThat(PlanFacts.rawContext(accept(with(Connections.ALL, false)))).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ServerIsolation(
                                SCENARIO.instance(),
                                Connections.ALL,
                                SCENARIO.identities(),
                                true,
                                List.of(),
                                Scope.DEFAULT,
                                SCENARIO.negotiation().withSuite(Suite.LEGACY_SAMPLE_ISOLATION),
                                Ranking.AUTOMATIC))
                .withMessageStartingWith("quickModeProposals must hold one that encrypts");
    }

    @Test
    void sv4_onlyTheIdentitiesThatWereNamedAreConditions() {
        assertThat(PlanFacts.fields(accept(SCENARIO)))
                .endsWith(
                        "FWPM_CONDITION_ALE_REMOTE_MACHINE_ID",
                        "FWPM_CONDITION_ALE_REMOTE_USER_ID");
        assertThat(
                        PlanFacts.fields(
                                accept(
                                        ServerIsolation.of(
                                                "test",
                                                new Identities(
                                                        null, Examples.IDENTITIES.users())))))
                .containsExactly(
                        "FWPM_CONDITION_IP_LOCAL_ADDRESS_TYPE",
                        "FWPM_CONDITION_ALE_REMOTE_USER_ID");
    }

    @Test
    void sv5_identityAndEncryptionAreInOneFilter() {
        assertThat(SCENARIO.plan().filters())
                .filteredOn(it -> PlanFacts.rawContext(it) == 8)
                .hasSize(2)
                .allMatch(it ->
                        PlanFacts.fields(it).contains("FWPM_CONDITION_ALE_REMOTE_MACHINE_ID"));
    }

    private static ServerIsolation with(Connections connections, boolean encrypted) {
        return new ServerIsolation(
                SCENARIO.instance(),
                connections,
                SCENARIO.identities(),
                encrypted,
                List.of(),
                SCENARIO.scope(),
                SCENARIO.negotiation(),
                Ranking.AUTOMATIC);
    }

    private static FwpmFilter0 accept(ServerIsolation scenario) {
        return PlanFacts.filter(scenario.plan(), Role.ACCEPT_AUTHORIZED, IpVersion.V4);
    }

    private static FwpmFilter0 block(ServerIsolation scenario) {
        return PlanFacts.filter(scenario.plan(), Role.BLOCK_UNAUTHORIZED, IpVersion.V4);
    }
}

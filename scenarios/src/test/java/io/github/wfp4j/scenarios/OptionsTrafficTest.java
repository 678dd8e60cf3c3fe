package io.github.wfp4j.scenarios;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.scenarios.TrafficSetting.AUTHENTICATED;
import static io.github.wfp4j.scenarios.TrafficSetting.ENCRYPTED;
import static io.github.wfp4j.scenarios.TrafficSetting.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Note;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.EnumSet;

/** What docs/scenarios.md says that the options of all policies do with packets. */
final class OptionsTrafficTest {
    @ParameterizedTest
    @MethodSource("io.github.wfp4j.scenarios.TrafficSetting#all")
    @DisplayName("--keying: the module that was chosen negotiates; AuthIP before IKE")
    void theChosenModuleNegotiates(TrafficSetting hosts) {
        KeyingModule expected =
                hosts.keyingModules().contains(KeyingModule.AUTHIP)
                        ? KeyingModule.AUTHIP
                        : hosts.keyingModules().iterator().next();
        String place = expected + " " + hosts.version();

        for (TransportScenario scenario :
                new TransportScenario[] {hosts.transport(), hosts.discovery(), hosts.boundary()}) {
            assertThat(policy(scenario).explain(hosts.out()).notes())
                    .filteredOn(it -> it.kind() == Note.Kind.NEGOTIATION)
                    .singleElement()
                    .satisfies(it ->
                            assertThat(it.text())
                                    .endsWith(
                                            "negotiates about 'test: qm-policy %s' after 'test:"
                                                            .formatted(place)
                                                    + " mm-policy %s'".formatted(place)));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.wfp4j.scenarios.TrafficSetting#all")
    @DisplayName("--ip: the other version is left alone")
    void oneVersion(TrafficSetting hosts) {
        Classifier policy =
                policy(
                        hosts.transport()
                                .withScope(hosts.scope().withIpVersions(EnumSet.of(IpVersion.V4))));

        if (hosts.version() == IpVersion.V4) {
            assertThat(policy).onPacket(hosts.out()).isHeld();
            assertThat(policy).onPacket(hosts.in()).isBlocked();
        } else {
            assertThat(policy).onPacket(hosts.out()).isClear();
            assertThat(policy).onPacket(hosts.in()).isClear();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.wfp4j.scenarios.TrafficSetting#all")
    @DisplayName("Where instances overlap, all their filters are in force")
    void overlappingInstances(TrafficSetting hosts) {
        GuaranteedEncryption first =
                new GuaranteedEncryption(
                        new Instance(GuaranteedEncryption.ID, "first"),
                        hosts.discovery(),
                        hosts.connections(5555),
                        Ranking.AUTOMATIC);
        GuaranteedEncryption second =
                new GuaranteedEncryption(
                        new Instance(GuaranteedEncryption.ID, "second"),
                        hosts.discovery(),
                        hosts.connections(6666),
                        Ranking.AUTOMATIC);
        Classifier both = policy(first, second);

        for (int port : new int[] {5555, 6666}) {
            assertThat(both).onPacket(hosts.out(port)).isHeld();
            assertThat(both).onPacket(hosts.in(port), AUTHENTICATED).isBlocked();
            assertThat(both).onPacket(hosts.in(port), ENCRYPTED).requiresEncryption();
        }
        assertThat(both).onPacket(hosts.out(80)).isClearWhileNegotiating();
    }

    @Test
    @DisplayName("Without any scenario all traffic is clear")
    void withoutAnyScenario() {
        TrafficSetting.all()
                .forEach(hosts -> {
                    assertThat(policy()).onPacket(hosts.out()).isClear();
                    assertThat(policy()).onPacket(hosts.in()).isClear();
                });
    }
}

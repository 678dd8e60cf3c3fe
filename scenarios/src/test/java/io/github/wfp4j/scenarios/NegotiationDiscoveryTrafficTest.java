package io.github.wfp4j.scenarios;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.scenarios.TrafficSetting.ANY_STATE;
import static io.github.wfp4j.scenarios.TrafficSetting.AUTHENTICATED;
import static io.github.wfp4j.scenarios.TrafficSetting.FAILED;
import static io.github.wfp4j.scenarios.TrafficSetting.NOTHING;
import static io.github.wfp4j.scenarios.TrafficSetting.RUNNING;
import static io.github.wfp4j.scenarios.TrafficSetting.bothWays;
import static io.github.wfp4j.scenarios.TrafficSetting.end;
import static io.github.wfp4j.scenarios.TrafficSetting.policy;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.explain.Simulation;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;

/** What docs/scenarios.md and the page say that negotiation discovery does with packets. */
@ParameterizedClass
@MethodSource("io.github.wfp4j.scenarios.TrafficSetting#all")
final class NegotiationDiscoveryTrafficTest {
    private final TrafficSetting hosts;
    private final Classifier policy;

    NegotiationDiscoveryTrafficTest(TrafficSetting hosts) {
        this.hosts = hosts;
        this.policy = policy(hosts.discovery());
    }

    @Test
    @DisplayName("7.5: outbound is clear while it is negotiated, and after a failure")
    void outboundWithoutAssociations() {
        assertThat(policy).onPacket(hosts.out(), NOTHING).isClearWhileNegotiating();
        assertThat(policy).onPacket(hosts.out(), RUNNING).isClearWhileNegotiating();
        assertThat(policy).onPacket(hosts.out(), FAILED).isClear();
    }

    @Test
    @DisplayName("Inbound connections must be protected")
    void inboundMustBeProtected() {
        for (IpsecState state : ANY_STATE) {
            assertThat(policy)
                    .onPacket(hosts.in().arrived(Protection.CLEAR), state)
                    .isBlocked()
                    .byFilterNamed("test: accept-secure " + hosts.version());
        }
        assertThat(policy).onPacket(hosts.in(), AUTHENTICATED).requiresAuthentication();
        assertThat(policy)
                .onPacket(hosts.in().arrived(Protection.ENCRYPTED))
                .requiresAuthentication();
    }

    @Test
    @DisplayName("7.5: the reply to an own clear flow passes")
    void replyToOwnClearFlow() {
        Simulation own = Simulation.of(policy).pass(hosts.out());

        assertThat(own.pass(hosts.out().answer()).last()).isClear();
        assertThat(own.negotiationFailed(hosts.out()).pass(hosts.out().answer()).last()).isClear();
    }

    @Test
    @DisplayName("Outbound connections begin in clear text; success upgrades them")
    void successUpgrades() {
        Simulation begun = Simulation.of(policy).pass(hosts.out());
        assertThat(begun.last()).isClearWhileNegotiating();

        Simulation upgraded = begun.negotiated(hosts.out(), Protection.AUTHENTICATED);

        assertThat(upgraded.pass(hosts.out()).last()).requiresAuthentication();
        assertThat(upgraded.pass(hosts.out().answer()).last()).requiresAuthentication();
    }

    @Test
    @DisplayName("Failure leaves it in clear text")
    void failureLeavesItClear() {
        Simulation failed = Simulation.of(policy).pass(hosts.out()).negotiationFailed(hosts.out());

        assertThat(failed.pass(hosts.out()).last()).isClear();
        assertThat(failed.pass(hosts.out()).pass(hosts.out().answer()).last()).isClear();
    }

    @Test
    @DisplayName("A protected connection never falls back")
    void aProtectedConnectionNeverFallsBack() {
        Simulation secured =
                Simulation.of(policy)
                        .pass(hosts.out())
                        .negotiated(hosts.out(), Protection.AUTHENTICATED)
                        .pass(hosts.out())
                        .await(Duration.ofSeconds(30));
        Packet reply = hosts.out().answer().arrived(Protection.CLEAR);

        assertThat(secured.pass(reply).last()).isBlocked();
        Simulation lost = secured.associationLost(hosts.out());
        assertThat(lost.pass(hosts.out()).last()).isHeld();
        assertThat(lost.pass(reply).last()).isBlocked();
        assertThat(lost.negotiationFailed(reply).pass(hosts.out()).last()).isHeld();
        assertThat(lost.negotiationFailed(reply).pass(reply).last()).isBlocked();
    }

    @Test
    @DisplayName("A protected inbound connection never falls back either")
    void aProtectedInboundConnectionNeverFallsBack() {
        Simulation secured =
                Simulation.of(policy)
                        .negotiated(hosts.in(), Protection.AUTHENTICATED)
                        .pass(hosts.in())
                        .associationLost(hosts.in());

        assertThat(secured.pass(hosts.in().answer()).last()).isHeld();
        assertThat(secured.pass(hosts.in()).last()).isBlocked();
    }

    @Test
    @DisplayName("--allow-clear-seconds: clear packets after a discovery succeeded")
    void clearPacketsForAWhile() {
        Packet straggler = hosts.out().answer().arrived(Protection.CLEAR);
        Simulation secured =
                Simulation.of(policy)
                        .pass(hosts.out())
                        .negotiated(hosts.out(), Protection.AUTHENTICATED)
                        .pass(hosts.out());

        assertThat(secured.await(Duration.ofSeconds(9)).pass(straggler).last()).isClear();
        assertThat(secured.await(Duration.ofSeconds(10)).pass(straggler).last()).isBlocked();
        // A new inbound connection must be protected all the same.
        assertThat(secured.pass(hosts.in().arrived(Protection.CLEAR)).last()).isBlocked();
    }

    @Test
    @DisplayName("The flag ND_SECURE enforces nothing by itself")
    void theFlagEnforcesNothing() {
        Classifier flagOnly = TrafficSetting.without(Role.ACCEPT_SECURE, policy);

        assertThat(flagOnly).onPacket(hosts.in()).isClear();
    }

    @Test
    @DisplayName("There is no filter at the connect layer: what is required is not required there")
    void nothingAtConnect() {
        assertThat(policy)
                .onPacket(hosts.out())
                .byFilterNamed("test: outbound-callout " + hosts.version());
    }

    @Test
    @DisplayName("All but ICMP, and what is for many")
    void exemptions() {
        for (Packet packet : bothWays(hosts.ping())) {
            for (IpsecState state : ANY_STATE) {
                assertThat(policy).onPacket(packet.arrived(Protection.CLEAR), state).isClear();
            }
        }
        assertThat(policy).onPacket(hosts.in().to(end(hosts.multicast(), 5353))).isClear();
    }
}

package io.github.wfp4j.scenarios;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.scenarios.TrafficSetting.ANY_STATE;
import static io.github.wfp4j.scenarios.TrafficSetting.AUTHENTICATED;
import static io.github.wfp4j.scenarios.TrafficSetting.FAILED;
import static io.github.wfp4j.scenarios.TrafficSetting.NOTHING;
import static io.github.wfp4j.scenarios.TrafficSetting.RUNNING;
import static io.github.wfp4j.scenarios.TrafficSetting.bothWays;
import static io.github.wfp4j.scenarios.TrafficSetting.policy;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Direction;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.explain.Simulation;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;

/** What docs/scenarios.md and the page say that boundary mode does with packets. */
@ParameterizedClass
@MethodSource("io.github.wfp4j.scenarios.TrafficSetting#all")
final class BoundaryModeTrafficTest {
    private final TrafficSetting hosts;
    private final Classifier policy;

    BoundaryModeTrafficTest(TrafficSetting hosts) {
        this.hosts = hosts;
        this.policy = policy(hosts.boundary());
    }

    @Test
    @DisplayName("7.5: outbound is clear while it is negotiated, and after a failure")
    void outboundWithoutAssociations() {
        assertThat(policy).onPacket(hosts.out(), NOTHING).isClearWhileNegotiating();
        assertThat(policy).onPacket(hosts.out(), RUNNING).isClearWhileNegotiating();
        assertThat(policy).onPacket(hosts.out(), FAILED).isClear();
    }

    @Test
    @DisplayName("Inbound connections may be clear as well")
    void inboundMayBeClear() {
        for (IpsecState state : ANY_STATE) {
            assertThat(policy).onPacket(hosts.in().arrived(Protection.CLEAR), state).isClear();
        }
        assertThat(policy).onPacket(hosts.in(), AUTHENTICATED).requiresAuthentication();
    }

    @Test
    @DisplayName("Protection is asked for in both directions")
    void protectionIsAskedForInBothDirections() {
        assertThat(Simulation.of(policy).pass(hosts.out()).last()).isClearWhileNegotiating();
        Simulation accepted = Simulation.of(policy).pass(hosts.in());
        assertThat(accepted.last()).isClear();

        Simulation asked = accepted.pass(hosts.in().answer());

        assertThat(asked.last()).isClearWhileNegotiating();
        assertThat(
                        asked.negotiated(hosts.in(), Protection.AUTHENTICATED)
                                .pass(hosts.in().answer())
                                .last())
                .requiresAuthentication();
    }

    @Test
    @DisplayName(
            "When the negotiation fails, connections of both directions continue in clear text")
    void connectionsContinueInClearText() {
        for (Packet first : bothWays(hosts.out())) {
            Simulation failed = Simulation.of(policy).pass(first).negotiationFailed(first);

            assertThat(failed.pass(first).last()).isClear();
            assertThat(failed.pass(first.answer()).last()).isClear();
        }
    }

    @Test
    @DisplayName("What became protected stays so")
    void whatBecameProtectedStaysSo() {
        for (Packet first : bothWays(hosts.out())) {
            Simulation lost =
                    Simulation.of(policy)
                            .pass(first)
                            .negotiated(first, Protection.AUTHENTICATED)
                            .pass(first)
                            .await(Duration.ofSeconds(30))
                            .associationLost(first);

            boolean own = first.direction() == Direction.OUTBOUND;
            assertThat(lost.pass(own ? first : first.answer()).last()).isHeld();
            assertThat(lost.pass(own ? first.answer() : first).last()).isBlocked();
        }
    }

    @Test
    @DisplayName("... although new ones may start in clear text")
    void newOnesMayStartInClearText() {
        Simulation lost =
                Simulation.of(policy)
                        .negotiated(hosts.out(), Protection.AUTHENTICATED)
                        .pass(hosts.out())
                        .associationLost(hosts.out());

        assertThat(lost.pass(hosts.out(50001)).last()).isClearWhileNegotiating();
        assertThat(lost.pass(hosts.in(444)).last()).isClear();
    }
}

package io.github.wfp4j.scenarios;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.scenarios.TrafficSetting.ANY_STATE;
import static io.github.wfp4j.scenarios.TrafficSetting.AUTHENTICATED;
import static io.github.wfp4j.scenarios.TrafficSetting.ENCRYPTED;
import static io.github.wfp4j.scenarios.TrafficSetting.FAILED;
import static io.github.wfp4j.scenarios.TrafficSetting.NOTHING;
import static io.github.wfp4j.scenarios.TrafficSetting.RUNNING;
import static io.github.wfp4j.scenarios.TrafficSetting.bothWays;
import static io.github.wfp4j.scenarios.TrafficSetting.end;
import static io.github.wfp4j.scenarios.TrafficSetting.policy;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.FlowState;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.explain.Simulation;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;

/** What docs/scenarios.md and the page say that transport mode does with packets. */
@ParameterizedClass
@MethodSource("io.github.wfp4j.scenarios.TrafficSetting#all")
final class TransportModeTrafficTest {
    private final TrafficSetting hosts;
    private final Classifier policy;

    TransportModeTrafficTest(TrafficSetting hosts) {
        this.hosts = hosts;
        this.policy = policy(hosts.transport());
    }

    @Test
    @DisplayName("7.5: outbound without associations is held, and blocked after a failure")
    void outboundWithoutAssociations() {
        assertThat(policy).onPacket(hosts.out()).isHeld().byFilterNamed(name("outbound-callout"));
        assertThat(policy).onPacket(hosts.out(), RUNNING).isHeld();
        assertThat(policy).onPacket(hosts.out(), FAILED).isBlocked();
    }

    @Test
    @DisplayName("7.5: what comes in clear is blocked, new or a reply")
    void inboundClear() {
        assertThat(policy).onPacket(hosts.in()).isBlocked().byFilterNamed(name("inbound-callout"));
        FlowState own = Simulation.of(policy).pass(hosts.out()).flow(hosts.out());
        assertThat(policy).onPacket(hosts.out().answer(), own, NOTHING).isBlocked();
    }

    @Test
    @DisplayName("7.5: after the negotiation traffic is authenticated")
    void afterTheNegotiation() {
        assertThat(policy).onPacket(hosts.out(), AUTHENTICATED).requiresAuthentication();
        assertThat(policy).onPacket(hosts.in(), AUTHENTICATED).requiresAuthentication();
        assertThat(policy).onPacket(hosts.out(), ENCRYPTED).requiresEncryption();
        assertThat(policy).onPacket(hosts.in(), ENCRYPTED).requiresAuthentication();
    }

    @Test
    @DisplayName("Clear text that matches is dropped until a key exchange succeeds")
    void droppedUntilAKeyExchangeSucceeds() {
        Simulation before = Simulation.of(policy).pass(hosts.out());
        assertThat(before.last()).isHeld();

        Simulation after = before.negotiated(hosts.out(), Protection.AUTHENTICATED);

        assertThat(after.pass(hosts.out()).last()).requiresAuthentication();
        assertThat(after.pass(hosts.out()).pass(hosts.out().answer()).last())
                .requiresAuthentication();
    }

    @Test
    @DisplayName("A peer with which no negotiation succeeds cannot be reached")
    void aPeerWithoutIpsecCannotBeReached() {
        Simulation failed = Simulation.of(policy).pass(hosts.out()).negotiationFailed(hosts.out());

        assertThat(failed.pass(hosts.out()).last()).isBlocked();
        assertThat(failed.pass(hosts.in()).last()).isBlocked();
        assertThat(failed.await(Duration.ofDays(1)).pass(hosts.out()).last()).isBlocked();
    }

    @Test
    @DisplayName("Traffic is protected packet by packet")
    void packetByPacket() {
        Simulation secured =
                Simulation.of(policy)
                        .negotiated(hosts.out(), Protection.AUTHENTICATED)
                        .pass(hosts.out());
        Packet reply = hosts.out().answer();

        assertThat(secured.pass(reply).last()).requiresAuthentication();
        assertThat(secured.pass(reply.arrived(Protection.CLEAR)).last()).isBlocked();
        assertThat(secured.associationLost(reply).pass(hosts.out()).last()).isHeld();
    }

    @Test
    @DisplayName("All traffic but ICMP")
    void icmpPasses() {
        for (Packet packet : bothWays(hosts.ping())) {
            for (IpsecState state : ANY_STATE) {
                assertThat(policy).onPacket(packet.arrived(Protection.CLEAR), state).isClear();
            }
        }
    }

    @Test
    @DisplayName("All unicast traffic: the local address is what counts, outbound the source")
    void onlyTheLocalAddressCounts() {
        Packet toMany = hosts.out().to(end(hosts.multicast(), 5353));

        assertThat(policy).onPacket(toMany).isHeld();
        assertThat(policy).onPacket(hosts.in().to(end(hosts.multicast(), 5353))).isClear();
    }

    @Test
    @DisplayName("--strict-unicast: ask outbound for a unicast destination too")
    void strictUnicast() {
        Classifier strict =
                policy(
                        hosts.transport()
                                .withScope(
                                        hosts.scope().withCoverage(Coverage.UNICAST_AT_BOTH_ENDS)));

        assertThat(strict).onPacket(hosts.out().to(end(hosts.multicast(), 5353))).isClear();
        assertThat(strict).onPacket(hosts.out()).isHeld();
        assertThat(strict).onPacket(hosts.in()).isBlocked();
    }

    @Test
    @DisplayName("7.5: 2.g: without a policy for quick mode the negotiation counts as failed")
    void withoutAQuickModePolicy() {
        Classifier without = TrafficSetting.without(Role.QUICK_MODE_POLICY, policy);

        assertThat(without).onPacket(hosts.out()).isBlocked();
        assertThat(without).onPacket(hosts.in()).isBlocked();
    }

    private String name(String role) {
        return "test: %s %s".formatted(role, hosts.version());
    }
}

package io.github.wfp4j.explain;

import static io.github.wfp4j.explain.Packet.icmp;
import static io.github.wfp4j.explain.Packet.tcp;
import static io.github.wfp4j.explain.Packet.udp;
import static io.github.wfp4j.explain.TestPolicy.block;
import static io.github.wfp4j.explain.TestPolicy.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The state of flows (6.5). */
final class FlowsTest {
    private static final Packet SENT = udp().from("10.0.0.5:50000").to("10.0.0.7:53");
    private static final Packet REPLY = SENT.answer();
    private static final Packet CONNECT = tcp().from("10.0.0.5:50000").to("10.0.0.7:443");

    /** Nobody may come in by himself. */
    private static final Classifier NO_ACCEPT =
            new TestPolicy()
                    .with(block("nobody comes in", FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4))
                    .classifier();

    private static Verdict last(Simulation simulation) {
        return simulation.last().verdict();
    }

    @Test
    @DisplayName("6.5: an authorised flow lets both directions pass")
    void bothDirectionsPass() {
        assertThat(last(Simulation.of(NO_ACCEPT).pass(REPLY))).isEqualTo(Verdict.BLOCKED);
        assertThat(last(Simulation.of(NO_ACCEPT).pass(SENT).pass(REPLY))).isEqualTo(Verdict.CLEAR);
    }

    @Test
    @DisplayName("6.5: the direction of a flow is that of its first packet")
    void firstPacketGivesDirection() {
        Simulation own = Simulation.of(new TestPolicy().classifier()).pass(SENT).pass(REPLY);
        Simulation peers = Simulation.of(new TestPolicy().classifier()).pass(REPLY).pass(SENT);

        assertThat(own.flow(SENT).origin()).isEqualTo(Direction.OUTBOUND);
        assertThat(peers.flow(SENT).origin()).isEqualTo(Direction.INBOUND);
    }

    @Test
    @DisplayName("6.5: what differs in one of the five parts is another flow")
    void fiveTuple() {
        Simulation one = Simulation.of(NO_ACCEPT).pass(SENT);

        assertThat(last(one.pass(udp().inbound().from("10.0.0.8:53").to("10.0.0.5:50000"))))
                .isEqualTo(Verdict.BLOCKED);
        assertThat(last(one.pass(udp().inbound().from("10.0.0.7:54").to("10.0.0.5:50000"))))
                .isEqualTo(Verdict.BLOCKED);
        assertThat(last(one.pass(udp().inbound().from("10.0.0.7:53").to("10.0.0.6:50000"))))
                .isEqualTo(Verdict.BLOCKED);
        assertThat(last(one.pass(udp().inbound().from("10.0.0.7:53").to("10.0.0.5:50001"))))
                .isEqualTo(Verdict.BLOCKED);
        assertThat(last(one.pass(tcp().inbound().from("10.0.0.7:53").to("10.0.0.5:50000"))))
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    @DisplayName("6.5: flows of ICMP have a type, a code, and for an echo an identifier")
    void icmpFlows() {
        Packet echo = icmp(8, 0).withIcmp(new Icmp(8, 0, 77)).from("10.0.0.5").to("10.0.0.7");
        Simulation asked = Simulation.of(NO_ACCEPT).pass(echo);
        Packet reply = echo.answer().withIcmp(new Icmp(0, 0, 77));

        assertThat(last(asked.pass(reply))).isEqualTo(Verdict.CLEAR);
        assertThat(last(asked.pass(reply.withIcmp(new Icmp(0, 0, 78))))).isEqualTo(Verdict.BLOCKED);
        assertThat(last(asked.pass(reply.withIcmp(new Icmp(13, 0, 77)))))
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    @DisplayName("6.5: UDP unicast lives 60 seconds after its last packet")
    void udpExpires() {
        Simulation sent = Simulation.of(NO_ACCEPT).pass(SENT);

        assertThat(last(sent.await(Duration.ofMillis(59_999)).pass(REPLY)))
                .isEqualTo(Verdict.CLEAR);
        assertThat(last(sent.await(Duration.ofSeconds(60)).pass(REPLY))).isEqualTo(Verdict.BLOCKED);
        assertThat(
                        last(
                                sent.await(Duration.ofSeconds(50))
                                        .pass(REPLY)
                                        .await(Duration.ofSeconds(50))
                                        .pass(REPLY)))
                .isEqualTo(Verdict.CLEAR);
    }

    @Test
    @DisplayName("6.5: TCP lives as long as the connection")
    void tcpLives() {
        Simulation connected = Simulation.of(NO_ACCEPT).pass(CONNECT).await(Duration.ofDays(1));

        assertThat(last(connected.pass(CONNECT.answer()))).isEqualTo(Verdict.CLEAR);
        assertThat(
                        last(
                                connected
                                        .pass(CONNECT.withOccasion(Occasion.CLOSE))
                                        .pass(CONNECT.answer())))
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    @DisplayName("6.5: for 4 seconds after a multicast anybody may answer to its socket")
    void multicastAnswers() {
        Packet question = udp().from("10.0.0.5:5353").to("224.0.0.251:5353");
        Packet answer = udp().inbound().from("10.0.0.99:5353").to("10.0.0.5:5353");
        Simulation asked = Simulation.of(NO_ACCEPT).pass(question);

        assertThat(last(asked.await(Duration.ofMillis(3_999)).pass(answer)))
                .isEqualTo(Verdict.CLEAR);
        assertThat(last(asked.await(Duration.ofSeconds(4)).pass(answer)))
                .isEqualTo(Verdict.BLOCKED);
        assertThat(last(asked.pass(answer.to("10.0.0.5:5354")))).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    @DisplayName("6.5: inbound multicast shares one flow, and replies are authorised at connect")
    void inboundMulticast() {
        Classifier noConnect =
                new TestPolicy()
                        .with(block("nobody goes out", FwpmLayers.ALE_AUTH_CONNECT_V4))
                        .with(permit("everybody comes in", FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4))
                        .classifier();
        Packet first = udp().inbound().from("10.0.0.7:5353").to("224.0.0.251:5353");
        Packet second = udp().inbound().from("10.0.0.8:5353").to("224.0.0.251:5353");
        Simulation received = Simulation.of(noConnect).pass(first);

        assertThat(received.flow(second).exists()).isTrue();
        assertThat(last(received.pass(udp().from("10.0.0.5:5353").to("10.0.0.7:5353"))))
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    @DisplayName("6.5: a blocked connect begins no flow")
    void blockedConnect() {
        Classifier noConnect =
                new TestPolicy()
                        .with(block("nobody goes out", FwpmLayers.ALE_AUTH_CONNECT_V4))
                        .classifier();
        Simulation tried = Simulation.of(noConnect).pass(CONNECT);

        assertThat(last(tried)).isEqualTo(Verdict.BLOCKED);
        assertThat(tried.flow(CONNECT).exists()).isFalse();
    }

    @Test
    @DisplayName("6.5: a changed filter where the flow was authorised has it authorised again")
    void policyChange() {
        Classifier blocking =
                new TestPolicy()
                        .with(block("nobody goes out", FwpmLayers.ALE_AUTH_CONNECT_V4))
                        .classifier();
        Simulation connected =
                Simulation.of(new TestPolicy().classifier()).pass(CONNECT).withPolicy(blocking);

        // At connect, though the packet comes in.
        Explanation explanation = connected.pass(CONNECT.answer()).last();

        assertThat(explanation.verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(explanation.decidedAt()).isEqualTo(FwpmLayers.ALE_AUTH_CONNECT_V4);
    }

    @Test
    @DisplayName("6.5: a changed filter at another layer does not")
    void policyChangeElsewhere() {
        Simulation connected =
                Simulation.of(new TestPolicy().classifier()).pass(CONNECT).withPolicy(NO_ACCEPT);

        assertThat(connected.flow(CONNECT).reauthorize()).isNull();
        assertThat(last(connected.pass(CONNECT.answer()))).isEqualTo(Verdict.CLEAR);
    }

    @Test
    @DisplayName("6.5: packets from another interface have the flow authorised again")
    void newArrivalInterface() {
        Packet here =
                CONNECT.answer().with(FwpmConditions.IP_ARRIVAL_INTERFACE, new FwpValue0.Uint64(1));
        Packet there =
                CONNECT.answer().with(FwpmConditions.IP_ARRIVAL_INTERFACE, new FwpValue0.Uint64(2));
        Classifier notAgain =
                new TestPolicy()
                        .with(
                                block("not again", FwpmLayers.ALE_AUTH_CONNECT_V4),
                                Conditions.flags(FwpConditionFlags.IS_REAUTHORIZE),
                                reason(FwpConditionReauthorizeReasonFlags.NEW_ARRIVAL_INTERFACE))
                        .classifier();
        Simulation connected = Simulation.of(notAgain).pass(CONNECT).pass(here);

        assertThat(last(connected.pass(here))).isEqualTo(Verdict.CLEAR);
        assertThat(last(connected.pass(there))).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    @DisplayName("6.5: a decision that was put off has the flow authorised again, once")
    void completion() {
        Classifier notAgain =
                new TestPolicy()
                        .with(
                                block("not again", FwpmLayers.ALE_AUTH_CONNECT_V4),
                                reason(FwpConditionReauthorizeReasonFlags.CLASSIFY_COMPLETION))
                        .classifier();
        FwpConditionReauthorizeReasonFlags completion =
                FwpConditionReauthorizeReasonFlags.CLASSIFY_COMPLETION;

        assertThat(last(Simulation.of(notAgain).pass(CONNECT))).isEqualTo(Verdict.CLEAR);
        assertThat(
                        last(
                                Simulation.of(notAgain)
                                        .pass(CONNECT)
                                        .reauthorize(CONNECT, completion)
                                        .pass(CONNECT)))
                .isEqualTo(Verdict.BLOCKED);
        Simulation permitted =
                Simulation.of(new TestPolicy().classifier())
                        .pass(CONNECT)
                        .reauthorize(CONNECT, completion)
                        .pass(CONNECT);
        assertThat(permitted.flow(CONNECT).reauthorize()).isNull();
    }

    private static FwpmFilterCondition0 reason(FwpConditionReauthorizeReasonFlags reason) {
        return new FwpmFilterCondition0(
                FwpmConditions.REAUTHORIZE_REASON,
                FwpMatchType.FLAGS_ALL_SET,
                new FwpConditionValue0.Uint32(reason.bits()));
    }

    @Test
    void aComputerWithoutPacketsHasNoLastOne() {
        assertThatIllegalStateException().isThrownBy(() -> Simulation.of(NO_ACCEPT).last());
    }
}

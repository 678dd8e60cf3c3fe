package io.github.wfp4j.explain;

import static io.github.wfp4j.explain.Packet.icmp;
import static io.github.wfp4j.explain.Packet.tcp;
import static io.github.wfp4j.explain.Packet.udp;
import static io.github.wfp4j.explain.TestPolicy.block;
import static io.github.wfp4j.explain.TestPolicy.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmLayers;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Which layers packets pass, row by row of the table (6.4). */
final class LayerSequenceTest {
    private static final String LOCAL = "10.0.0.5:50000";
    private static final String REMOTE = "10.0.0.7:443";
    private static final Packet CONNECT = tcp().from(LOCAL).to(REMOTE);
    private static final Packet SYN = tcp().inbound().from(REMOTE).to(LOCAL);
    private static final Packet SENT = udp().from(LOCAL).to(REMOTE);
    private static final Packet RECEIVED = udp().inbound().from(REMOTE).to(LOCAL);
    private static final FlowState OWN = FlowState.authorised(Direction.OUTBOUND);
    private static final FlowState PEERS = FlowState.authorised(Direction.INBOUND);
    private static final FwpConditionReauthorizeReasonFlags CHANGE =
            FwpConditionReauthorizeReasonFlags.POLICY_CHANGE;

    /** Name, packet, flow, layers of the packet, layers of the answer or nothing. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "bind",
                        CONNECT.withOccasion(Occasion.BIND),
                        FlowState.NONE,
                        "ALE_BIND_REDIRECT ALE_RESOURCE_ASSIGNMENT",
                        ""),
                arguments(
                        "TCP listen",
                        CONNECT.withOccasion(Occasion.LISTEN),
                        FlowState.NONE,
                        "ALE_AUTH_LISTEN",
                        ""),
                arguments(
                        "TCP connect, client",
                        CONNECT,
                        FlowState.NONE,
                        "ALE_BIND_REDIRECT ALE_RESOURCE_ASSIGNMENT ALE_CONNECT_REDIRECT"
                                + " ALE_AUTH_CONNECT OUTBOUND_TRANSPORT OUTBOUND_IPPACKET",
                        ""),
                arguments(
                        "TCP SYN, server",
                        SYN,
                        FlowState.NONE,
                        "INBOUND_IPPACKET INBOUND_TRANSPORT ALE_AUTH_RECV_ACCEPT",
                        "OUTBOUND_TRANSPORT OUTBOUND_IPPACKET"),
                arguments(
                        "SYN-ACK, client",
                        SYN.withOccasion(Occasion.HANDSHAKE),
                        OWN,
                        "INBOUND_IPPACKET INBOUND_TRANSPORT ALE_FLOW_ESTABLISHED",
                        "OUTBOUND_TRANSPORT OUTBOUND_IPPACKET"),
                arguments(
                        "ACK, server",
                        SYN.withOccasion(Occasion.HANDSHAKE),
                        PEERS,
                        "INBOUND_IPPACKET INBOUND_TRANSPORT ALE_FLOW_ESTABLISHED",
                        ""),
                arguments(
                        "TCP data out",
                        CONNECT,
                        OWN,
                        "STREAM OUTBOUND_TRANSPORT OUTBOUND_IPPACKET",
                        ""),
                arguments("TCP data in", SYN, OWN, "INBOUND_IPPACKET INBOUND_TRANSPORT STREAM", ""),
                arguments(
                        "SYN, no listener",
                        SYN.withOccasion(Occasion.NO_LISTENER),
                        FlowState.NONE,
                        "INBOUND_IPPACKET INBOUND_TRANSPORT_DISCARD",
                        "OUTBOUND_TRANSPORT OUTBOUND_IPPACKET"),
                arguments(
                        "UDP first send",
                        SENT,
                        FlowState.NONE,
                        "ALE_BIND_REDIRECT ALE_RESOURCE_ASSIGNMENT ALE_CONNECT_REDIRECT"
                                + " ALE_AUTH_CONNECT ALE_FLOW_ESTABLISHED DATAGRAM_DATA"
                                + " OUTBOUND_TRANSPORT OUTBOUND_IPPACKET",
                        ""),
                arguments(
                        "UDP first receive",
                        RECEIVED,
                        FlowState.NONE,
                        "INBOUND_IPPACKET INBOUND_TRANSPORT ALE_AUTH_RECV_ACCEPT"
                                + " ALE_FLOW_ESTABLISHED DATAGRAM_DATA",
                        ""),
                arguments(
                        "UDP later send",
                        SENT,
                        PEERS,
                        "DATAGRAM_DATA OUTBOUND_TRANSPORT OUTBOUND_IPPACKET",
                        ""),
                arguments(
                        "UDP later receive",
                        RECEIVED,
                        OWN,
                        "INBOUND_IPPACKET INBOUND_TRANSPORT DATAGRAM_DATA",
                        ""),
                arguments(
                        "UDP, no listener",
                        RECEIVED.withOccasion(Occasion.NO_LISTENER),
                        FlowState.NONE,
                        "INBOUND_IPPACKET INBOUND_IPPACKET_DISCARD",
                        "OUTBOUND_ICMP_ERROR OUTBOUND_TRANSPORT OUTBOUND_IPPACKET"),
                arguments(
                        "ICMP echo, as UDP",
                        icmp(8, 0).from("10.0.0.5").to("10.0.0.7"),
                        FlowState.NONE,
                        "ALE_BIND_REDIRECT ALE_RESOURCE_ASSIGNMENT ALE_CONNECT_REDIRECT"
                                + " ALE_AUTH_CONNECT ALE_FLOW_ESTABLISHED DATAGRAM_DATA"
                                + " OUTBOUND_TRANSPORT OUTBOUND_IPPACKET",
                        ""),
                arguments(
                        "another protocol, as UDP",
                        Packet.of(50).inbound().from("10.0.0.7").to("10.0.0.5"),
                        FlowState.NONE,
                        "INBOUND_IPPACKET INBOUND_TRANSPORT ALE_AUTH_RECV_ACCEPT"
                                + " ALE_FLOW_ESTABLISHED DATAGRAM_DATA",
                        ""),
                arguments(
                        "ICMP error in",
                        icmp(3, 3).inbound().from("10.0.0.7").to("10.0.0.5"),
                        FlowState.NONE,
                        "INBOUND_IPPACKET INBOUND_TRANSPORT INBOUND_ICMP_ERROR",
                        ""),
                arguments(
                        "ICMP error out",
                        icmp(11, 0).from("10.0.0.5").to("10.0.0.7"),
                        FlowState.NONE,
                        "OUTBOUND_ICMP_ERROR OUTBOUND_TRANSPORT OUTBOUND_IPPACKET",
                        ""),
                arguments(
                        "forwarded packet",
                        tcp().forwarded().from(REMOTE).to("10.1.0.9:80"),
                        FlowState.NONE,
                        "INBOUND_IPPACKET IPFORWARD OUTBOUND_IPPACKET",
                        ""),
                arguments(
                        "reauthorised, own flow, packet out",
                        CONNECT,
                        OWN.toReauthorize(CHANGE),
                        "ALE_AUTH_CONNECT STREAM OUTBOUND_TRANSPORT OUTBOUND_IPPACKET",
                        ""),
                arguments(
                        "reauthorised, own flow, packet in",
                        SYN,
                        OWN.toReauthorize(CHANGE),
                        "INBOUND_IPPACKET INBOUND_TRANSPORT ALE_AUTH_CONNECT STREAM",
                        ""),
                arguments(
                        "reauthorised, the peer's flow, packet out",
                        SENT,
                        PEERS.toReauthorize(CHANGE),
                        "ALE_AUTH_RECV_ACCEPT DATAGRAM_DATA OUTBOUND_TRANSPORT OUTBOUND_IPPACKET",
                        ""),
                arguments(
                        "endpoint close",
                        CONNECT.withOccasion(Occasion.CLOSE),
                        OWN,
                        "ALE_ENDPOINT_CLOSURE ALE_RESOURCE_RELEASE",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("6.4: the layers of IPv4")
    void passesTheLayers(String name, Packet packet, FlowState flow, String layers, String answer) {
        Explanation explanation = explain(packet, flow);

        assertThat(names(explanation)).isEqualTo(layers);
        Explanation answered = explanation.answer();
        assertThat(answered == null ? "" : names(answered)).isEqualTo(answer);
        assertThat(explanation.verdict()).isEqualTo(Verdict.CLEAR);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("6.4: V6 the same")
    void passesTheLayersOfV6(
            String name, Packet packet, FlowState flow, String layers, String answer) {
        Explanation explanation = explain(sixth(packet), flow);

        assertThat(names(explanation)).isEqualTo(layers);
        assertThat(explanation.layerKeys())
                .allSatisfy(layer -> assertThat(layer.toString()).contains("_V6"));
    }

    private static Explanation explain(Packet packet, FlowState flow) {
        return new TestPolicy().classifier().explain(packet, flow, IpsecState.NONE, Detail.MATCHES);
    }

    private static Packet sixth(Packet packet) {
        Icmp icmp = packet.icmp();
        int number = requireNonNull(packet.protocol());
        int protocol = number == 1 ? 58 : number;
        Packet sixth =
                Packet.of(protocol)
                        .withDirection(packet.direction())
                        .withOccasion(packet.occasion())
                        .from(
                                new Endpoint(
                                        Endpoint.of("fd00::7").address(), packet.source().port()))
                        .to(
                                new Endpoint(
                                        Endpoint.of("fd00::5").address(),
                                        packet.destination().port()));
        return icmp == null ? sixth : sixth.withIcmp(new Icmp(icmp.type() == 8 ? 128 : 1, 0));
    }

    private static String names(Explanation explanation) {
        return String.join(
                " ",
                explanation.layerKeys().stream()
                        .map(layer -> layer.toString().replaceAll("FWPM_LAYER_|_V[46]", ""))
                        .toList());
    }

    @Test
    @DisplayName("6.4: no RST if the silent-drop callout stands at the discard layer")
    void dropsSilently() {
        Classifier classifier =
                new TestPolicy()
                        .with(
                                callout(
                                        "silent",
                                        FwpmLayers.INBOUND_TRANSPORT_V4_DISCARD,
                                        FwpmCallouts.WFP_TRANSPORT_LAYER_V4_SILENT_DROP))
                        .classifier();

        Explanation explanation = classifier.explain(SYN.withOccasion(Occasion.NO_LISTENER));

        assertThat(explanation.answer()).isNull();
        assertThat(explanation.notes())
                .extracting(Note::kind)
                .containsExactly(Note.Kind.BEYOND_FILTERS);
    }

    @Test
    @DisplayName("6.4: INBOUND_IPPACKET comes before IPsec's work, RECV_ACCEPT after it")
    void seesProtectionAfterTransport() {
        var secured = Conditions.flags(FwpConditionFlags.IS_IPSEC_SECURED);
        Classifier early =
                new TestPolicy()
                        .with(block("early", FwpmLayers.INBOUND_IPPACKET_V4), secured)
                        .with(block("early too", FwpmLayers.INBOUND_TRANSPORT_V4), secured)
                        .classifier();
        Classifier late =
                new TestPolicy()
                        .with(block("late", FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4), secured)
                        .classifier();
        Packet packet = SYN.arrived(Protection.AUTHENTICATED);

        assertThat(early.decide(packet).verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(late.decide(packet).verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(late.decide(SYN).verdict()).isEqualTo(Verdict.CLEAR);
    }

    @Test
    @DisplayName("6.4: an established flow is only shown, nothing blocks it there")
    void establishedFlowsAreOnlyShown() {
        Classifier classifier =
                new TestPolicy()
                        .with(block("shown", FwpmLayers.ALE_FLOW_ESTABLISHED_V4))
                        .classifier();

        assertThat(classifier.decide(SENT).verdict()).isEqualTo(Verdict.CLEAR);
    }

    @Test
    @DisplayName("4.4: DIRECTION is the flow's at STREAM and the packet's at DATAGRAM_DATA")
    void directions() {
        var inbound = Conditions.direction(FwpDirection.INBOUND);
        Classifier classifier =
                new TestPolicy()
                        .with(block("stream", FwpmLayers.STREAM_V4), inbound)
                        .with(block("datagram", FwpmLayers.DATAGRAM_DATA_V4), inbound)
                        .classifier();

        assertThat(verdicts(classifier, SYN, CONNECT, OWN))
                .containsExactly(Verdict.CLEAR, Verdict.CLEAR);
        assertThat(verdicts(classifier, SYN, CONNECT, PEERS))
                .containsExactly(Verdict.BLOCKED, Verdict.BLOCKED);
        assertThat(verdicts(classifier, RECEIVED, SENT, OWN))
                .containsExactly(Verdict.BLOCKED, Verdict.CLEAR);
    }

    private static List<Verdict> verdicts(
            Classifier classifier, Packet first, Packet second, FlowState flow) {
        return List.of(
                classifier.decide(first, flow, IpsecState.NONE).verdict(),
                classifier.decide(second, flow, IpsecState.NONE).verdict());
    }
}

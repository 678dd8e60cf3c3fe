package io.github.wfp4j.explain;

import static io.github.wfp4j.explain.PacketLayer.*;

import io.github.wfp4j.win32.Ipproto;

import java.util.ArrayList;
import java.util.List;

/** The layers that a packet passes, in their order (6.4). */
final class LayerSequence {
    private static final List<PacketLayer> OUTBOUND =
            List.of(OUTBOUND_TRANSPORT, OUTBOUND_IPPACKET);
    private static final List<PacketLayer> INBOUND = List.of(INBOUND_IPPACKET, INBOUND_TRANSPORT);

    private LayerSequence() {}

    /** {@return what a packet is in the life of its flow} */
    static Occasion occasion(Packet packet, FlowState flow) {
        if (packet.occasion() != null) {
            return packet.occasion();
        }
        return flow.exists() ? Occasion.LATER : Occasion.FIRST;
    }

    /** {@return the layers that a packet passes if none of them drops it} */
    static List<PacketLayer> of(Packet packet, FlowState flow) {
        Occasion occasion = occasion(packet, flow);
        return switch (occasion) {
            case BIND -> List.of(BIND_REDIRECT, RESOURCE_ASSIGNMENT);
            case LISTEN -> List.of(PacketLayer.LISTEN);
            case CLOSE -> List.of(ENDPOINT_CLOSURE, RESOURCE_RELEASE);
            case NO_LISTENER ->
                    List.of(INBOUND_IPPACKET, isTcp(packet) ? TRANSPORT_DISCARD : IPPACKET_DISCARD);
            case FIRST, HANDSHAKE, LATER ->
                    switch (packet.direction()) {
                        case FORWARDED -> List.of(INBOUND_IPPACKET, IPFORWARD, OUTBOUND_IPPACKET);
                        case OUTBOUND -> outbound(packet, flow, occasion);
                        case INBOUND -> inbound(packet, flow, occasion);
                    };
        };
    }

    private static List<PacketLayer> outbound(Packet packet, FlowState flow, Occasion occasion) {
        List<PacketLayer> layers = new ArrayList<>();
        if (packet.isIcmpError()) {
            layers.add(OUTBOUND_ICMP_ERROR);
            layers.addAll(OUTBOUND);
            return layers;
        }
        addReauthorization(flow, layers);
        if (occasion == Occasion.FIRST) {
            layers.add(BIND_REDIRECT);
            layers.add(RESOURCE_ASSIGNMENT);
            layers.add(CONNECT_REDIRECT);
            layers.add(CONNECT);
        }
        if (!isTcp(packet)) {
            if (occasion == Occasion.FIRST) {
                layers.add(FLOW_ESTABLISHED);
            }
            layers.add(DATAGRAM_DATA);
        } else if (occasion == Occasion.LATER) {
            layers.add(STREAM);
        }
        layers.addAll(OUTBOUND);
        return layers;
    }

    private static List<PacketLayer> inbound(Packet packet, FlowState flow, Occasion occasion) {
        List<PacketLayer> layers = new ArrayList<>(INBOUND);
        if (packet.isIcmpError()) {
            layers.add(INBOUND_ICMP_ERROR);
            return layers;
        }
        addReauthorization(flow, layers);
        if (occasion == Occasion.FIRST) {
            layers.add(RECV_ACCEPT);
        }
        if (!isTcp(packet)) {
            if (occasion == Occasion.FIRST) {
                layers.add(FLOW_ESTABLISHED);
            }
            layers.add(DATAGRAM_DATA);
        } else if (occasion == Occasion.HANDSHAKE) {
            layers.add(FLOW_ESTABLISHED);
        } else if (occasion == Occasion.LATER) {
            layers.add(STREAM);
        }
        return layers;
    }

    /**
     * The flow is authorised again where it was the first time, whatever the packet's direction.
     */
    private static void addReauthorization(FlowState flow, List<PacketLayer> layers) {
        if (flow.reauthorize() != null && flow.origin() != null) {
            layers.add(flow.origin() == Direction.OUTBOUND ? CONNECT : RECV_ACCEPT);
        }
    }

    static boolean isTcp(Packet packet) {
        return packet.protocol() != null && packet.protocol() == Ipproto.TCP;
    }
}

package io.github.wfp4j.explain;

import static io.github.wfp4j.fwpm.FwpmLayers.*;

import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

/** The layers that packets and keying modules ask, each for both versions of IP. */
@SuppressWarnings("ImmutableEnumChecker") // keys are records of numbers
enum PacketLayer {
    BIND_REDIRECT(ALE_BIND_REDIRECT_V4, ALE_BIND_REDIRECT_V6),
    RESOURCE_ASSIGNMENT(
            ALE_RESOURCE_ASSIGNMENT_V4,
            ALE_RESOURCE_ASSIGNMENT_V6,
            ALE_RESOURCE_ASSIGNMENT_V4_DISCARD,
            ALE_RESOURCE_ASSIGNMENT_V6_DISCARD),
    LISTEN(
            ALE_AUTH_LISTEN_V4,
            ALE_AUTH_LISTEN_V6,
            ALE_AUTH_LISTEN_V4_DISCARD,
            ALE_AUTH_LISTEN_V6_DISCARD),
    CONNECT_REDIRECT(ALE_CONNECT_REDIRECT_V4, ALE_CONNECT_REDIRECT_V6),
    CONNECT(
            ALE_AUTH_CONNECT_V4,
            ALE_AUTH_CONNECT_V6,
            ALE_AUTH_CONNECT_V4_DISCARD,
            ALE_AUTH_CONNECT_V6_DISCARD),
    RECV_ACCEPT(
            ALE_AUTH_RECV_ACCEPT_V4,
            ALE_AUTH_RECV_ACCEPT_V6,
            ALE_AUTH_RECV_ACCEPT_V4_DISCARD,
            ALE_AUTH_RECV_ACCEPT_V6_DISCARD),
    FLOW_ESTABLISHED(
            ALE_FLOW_ESTABLISHED_V4,
            ALE_FLOW_ESTABLISHED_V6,
            ALE_FLOW_ESTABLISHED_V4_DISCARD,
            ALE_FLOW_ESTABLISHED_V6_DISCARD),
    ENDPOINT_CLOSURE(ALE_ENDPOINT_CLOSURE_V4, ALE_ENDPOINT_CLOSURE_V6),
    RESOURCE_RELEASE(ALE_RESOURCE_RELEASE_V4, ALE_RESOURCE_RELEASE_V6),
    STREAM(STREAM_V4, STREAM_V6, STREAM_V4_DISCARD, STREAM_V6_DISCARD),
    DATAGRAM_DATA(
            DATAGRAM_DATA_V4, DATAGRAM_DATA_V6, DATAGRAM_DATA_V4_DISCARD, DATAGRAM_DATA_V6_DISCARD),
    OUTBOUND_TRANSPORT(
            OUTBOUND_TRANSPORT_V4,
            OUTBOUND_TRANSPORT_V6,
            OUTBOUND_TRANSPORT_V4_DISCARD,
            OUTBOUND_TRANSPORT_V6_DISCARD),
    INBOUND_TRANSPORT(
            INBOUND_TRANSPORT_V4,
            INBOUND_TRANSPORT_V6,
            INBOUND_TRANSPORT_V4_DISCARD,
            INBOUND_TRANSPORT_V6_DISCARD),
    TRANSPORT_DISCARD(INBOUND_TRANSPORT_V4_DISCARD, INBOUND_TRANSPORT_V6_DISCARD),
    OUTBOUND_IPPACKET(
            OUTBOUND_IPPACKET_V4,
            OUTBOUND_IPPACKET_V6,
            OUTBOUND_IPPACKET_V4_DISCARD,
            OUTBOUND_IPPACKET_V6_DISCARD),
    INBOUND_IPPACKET(
            INBOUND_IPPACKET_V4,
            INBOUND_IPPACKET_V6,
            INBOUND_IPPACKET_V4_DISCARD,
            INBOUND_IPPACKET_V6_DISCARD),
    IPPACKET_DISCARD(INBOUND_IPPACKET_V4_DISCARD, INBOUND_IPPACKET_V6_DISCARD),
    OUTBOUND_ICMP_ERROR(
            OUTBOUND_ICMP_ERROR_V4,
            OUTBOUND_ICMP_ERROR_V6,
            OUTBOUND_ICMP_ERROR_V4_DISCARD,
            OUTBOUND_ICMP_ERROR_V6_DISCARD),
    INBOUND_ICMP_ERROR(
            INBOUND_ICMP_ERROR_V4,
            INBOUND_ICMP_ERROR_V6,
            INBOUND_ICMP_ERROR_V4_DISCARD,
            INBOUND_ICMP_ERROR_V6_DISCARD),
    IPFORWARD(IPFORWARD_V4, IPFORWARD_V6, IPFORWARD_V4_DISCARD, IPFORWARD_V6_DISCARD),
    KM_DEMUX(IPSEC_KM_DEMUX_V4, IPSEC_KM_DEMUX_V6),
    IKEEXT(IKEEXT_V4, IKEEXT_V6),
    IPSEC(IPSEC_V4, IPSEC_V6);

    private final LayerKey v4;
    private final LayerKey v6;
    private final @Nullable LayerKey v4Discard;
    private final @Nullable LayerKey v6Discard;

    PacketLayer(LayerKey v4, LayerKey v6) {
        this(v4, v6, null, null);
    }

    PacketLayer(
            LayerKey v4, LayerKey v6, @Nullable LayerKey v4Discard, @Nullable LayerKey v6Discard) {
        this.v4 = v4;
        this.v6 = v6;
        this.v4Discard = v4Discard;
        this.v6Discard = v6Discard;
    }

    LayerKey key(boolean ipV6) {
        return ipV6 ? v6 : v4;
    }

    /** {@return where packets that this layer blocked are shown, or null for nowhere} */
    @Nullable LayerKey discard(boolean ipV6) {
        return ipV6 ? v6Discard : v4Discard;
    }

    /**
     * {@return whether the packet is dropped if this layer blocks}
     *
     * <p>Established flows are only reported, and what is shown at a discard layer is dropped
     * already.
     */
    boolean canDrop() {
        return switch (this) {
            case FLOW_ESTABLISHED,
                    ENDPOINT_CLOSURE,
                    RESOURCE_RELEASE,
                    TRANSPORT_DISCARD,
                    IPPACKET_DISCARD ->
                    false;
            default -> true;
        };
    }

    /** {@return whether a flow is authorised here (6.5)} */
    boolean authorises() {
        return this == CONNECT || this == RECV_ACCEPT;
    }

    /** {@return whether the direction here is that of the flow, not of the packet (4.4)} */
    boolean showsFlowDirection() {
        return this == STREAM || this == FLOW_ESTABLISHED;
    }
}

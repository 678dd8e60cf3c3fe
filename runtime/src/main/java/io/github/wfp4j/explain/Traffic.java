package io.github.wfp4j.explain;

import io.github.wfp4j.explain.FieldValues.Perspective;
import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwpm.FwpmContextAleFlags;

import org.jspecify.annotations.Nullable;

/**
 * A packet on its way through the layers, with what they found out so far.
 *
 * <p>Not for use by several threads.
 */
final class Traffic {
    private final CompiledPolicy policy;
    private final Packet packet;
    private final FlowState flow;
    private final IpsecState ipsec;
    private FwpmContextAleFlags demands;
    private boolean passedTransport;
    private boolean lookedForNegotiation;
    private @Nullable NegotiationPolicy negotiation;
    private @Nullable Perspective perspective;
    private @Nullable FieldValues values;

    Traffic(CompiledPolicy policy, Packet packet, FlowState flow, IpsecState ipsec) {
        this.policy = policy;
        this.packet = packet;
        this.flow = flow;
        this.ipsec = ipsec;
        this.demands = flow.demands();
    }

    CompiledPolicy policy() {
        return policy;
    }

    Packet packet() {
        return packet;
    }

    FlowState flow() {
        return flow;
    }

    IpsecState ipsec() {
        return ipsec;
    }

    /** {@return what the callouts at connect and accept demand of the flow} */
    FwpmContextAleFlags demands() {
        return demands;
    }

    boolean demands(FwpmContextAleFlags what) {
        return demands.contains(what);
    }

    /** Notes what a callout demands of the flow. */
    void demand(FwpmContextAleFlags more) {
        demands = demands.or(more);
    }

    /** Forgets what was demanded when the flow was authorised before. */
    void authoriseAnew() {
        demands = FwpmContextAleFlags.NONE;
    }

    /** Notes that the packet was unprotected; what comes now sees that it was protected. */
    void passTransport() {
        passedTransport = true;
    }

    /** {@return how the packet came; outbound ones are clear until they are protected} */
    Protection arrived() {
        if (packet.direction() == Direction.OUTBOUND) {
            return Protection.CLEAR;
        }
        return packet.arrived() == null ? ipsec.association() : packet.arrived();
    }

    /** {@return how the flow is protected where it is authorised} */
    Protection protectionOfFlow() {
        return packet.direction() == Direction.OUTBOUND ? ipsec.association() : arrived();
    }

    /** {@return what the keying modules would negotiate about, or null if there is no policy} */
    @Nullable NegotiationPolicy negotiation() {
        if (!lookedForNegotiation) {
            lookedForNegotiation = true;
            negotiation = NegotiationPolicy.find(policy, this);
        }
        return negotiation;
    }

    /** {@return the values of the packet's fields at a layer} */
    FieldValues at(PacketLayer layer) {
        Perspective wanted = perspective(layer);
        FieldValues current = values;
        if (current == null || !wanted.equals(perspective)) {
            perspective = wanted;
            current = new FieldValues(packet, wanted);
            values = current;
        }
        return current;
    }

    private Perspective perspective(PacketLayer layer) {
        boolean leaving =
                packet.direction() == Direction.FORWARDED && layer == PacketLayer.OUTBOUND_IPPACKET;
        Direction origin = flow.origin();
        Direction shown =
                layer.showsFlowDirection() && origin != null ? origin : packet.direction();
        boolean secured = passedTransport && arrived() != Protection.CLEAR;
        boolean again = flow.reauthorize() != null && layer.authorises();
        int flags =
                (secured ? FwpConditionFlags.IS_IPSEC_SECURED.bits() : 0)
                        | (again ? FwpConditionFlags.IS_REAUTHORIZE.bits() : 0);
        return new Perspective(
                leaving ? packet.source() : packet.local(),
                leaving ? packet.destination() : packet.remote(),
                shown == Direction.OUTBOUND ? FwpDirection.OUTBOUND : FwpDirection.INBOUND,
                flags,
                again && flow.reauthorize() != null ? flow.reauthorize().bits() : 0,
                protectionOfFlow() != Protection.CLEAR);
    }
}

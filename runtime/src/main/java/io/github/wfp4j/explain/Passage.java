package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of one packet through the layers, until one drops it (6.3).
 *
 * @param traffic the packet
 * @param layers what happened, layer by layer; those without filters stand here only if all was
 *     wanted
 * @param verdict what happens to the packet
 * @param decider the answer that brought it about, or null for none
 * @param decidedAt the layer of that answer, or null for none
 * @param authorised whether a layer authorised the flow; null: none was asked
 */
record Passage(
        Traffic traffic,
        List<Outcomes.Layer> layers,
        Verdict verdict,
        @Nullable FilterResult decider,
        @Nullable LayerKey decidedAt,
        @Nullable Boolean authorised) {

    static Passage of(Traffic traffic, FilterAnswers answers, boolean all) {
        boolean ipV6 = traffic.packet().ipVersion() == FwpIpVersion.V6;
        List<Outcomes.Layer> outcomes = new ArrayList<>();
        FilterResult decider = null;
        LayerKey decidedAt = null;
        Verdict ipsec = null;
        Boolean authorised = null;
        for (PacketLayer layer : LayerSequence.of(traffic.packet(), traffic.flow())) {
            if (layer.authorises()) {
                traffic.authoriseAnew();
            }
            CompiledLayer compiled = traffic.policy().layer(layer, ipV6);
            if (compiled == null) {
                if (all) {
                    outcomes.add(
                            new Outcomes.Layer(
                                    layer,
                                    layer.key(ipV6),
                                    List.of(),
                                    Arbitration.START,
                                    traffic.at(layer),
                                    layer.canDrop()));
                }
            } else {
                Outcomes.Layer outcome =
                        Outcomes.ask(compiled, layer, layer.canDrop(), traffic, answers, all);
                outcomes.add(outcome);
                FilterResult by = outcome.result().by();
                if (outcome.drops() && by != null) {
                    if (all) {
                        addDiscard(layer, ipV6, traffic, answers, outcomes);
                    }
                    Verdict verdict = by.verdict() == Verdict.HELD ? Verdict.HELD : Verdict.BLOCKED;
                    return new Passage(
                            traffic,
                            outcomes,
                            verdict,
                            by,
                            outcome.key(),
                            layer.authorises() ? Boolean.FALSE : authorised);
                }
                note(layer, outcome, traffic);
                FilterResult says = outcome.ipsec();
                Verdict said = says == null ? null : says.verdict();
                if (said != null && (ipsec == null || said.compareTo(ipsec) >= 0)) {
                    ipsec = said;
                    decider = says;
                    decidedAt = outcome.key();
                } else if (ipsec == null && by != null && layer.canDrop()) {
                    decider = by;
                    decidedAt = outcome.key();
                }
            }
            if (layer.authorises()) {
                authorised = true;
            }
            if (layer == PacketLayer.INBOUND_TRANSPORT) {
                traffic.passTransport();
            }
        }
        return new Passage(
                traffic,
                outcomes,
                ipsec == null ? Verdict.CLEAR : ipsec,
                decider,
                decidedAt,
                authorised);
    }

    /** Notes what callouts demand of the flow where it is authorised. */
    private static void note(PacketLayer layer, Outcomes.Layer outcome, Traffic traffic) {
        if (!layer.authorises()) {
            return;
        }
        for (Outcomes.Sublayer sublayer : outcome.sublayers()) {
            for (FilterResult answer : sublayer.reached()) {
                traffic.demand(answer.demands());
            }
        }
    }

    /** Shows a dropped packet to those who look at dropped packets (6.3). */
    private static void addDiscard(
            PacketLayer layer,
            boolean ipV6,
            Traffic traffic,
            FilterAnswers answers,
            List<Outcomes.Layer> outcomes) {
        LayerKey discard = layer.discard(ipV6);
        CompiledLayer compiled = discard == null ? null : traffic.policy().layer(discard);
        if (compiled != null) {
            outcomes.add(Outcomes.ask(compiled, layer, false, traffic, answers, true));
        }
    }

    /** {@return the flow after the packet} */
    FlowState flow() {
        Packet packet = traffic.packet();
        FlowState flow = traffic.flow();
        if (Boolean.FALSE.equals(authorised)
                || LayerSequence.occasion(packet, flow) == Occasion.CLOSE) {
            return FlowState.NONE;
        }
        if (authorised != null) {
            flow = flow.authorisedWith(packet.direction(), traffic.demands());
        }
        if (!flow.exists() || !verdict.isPermitted()) {
            return flow;
        }
        if (verdict == Verdict.REQUIRE_AUTH || verdict == Verdict.REQUIRE_ENCRYPT) {
            flow = flow.secured();
        }
        return packet.direction() == Direction.INBOUND ? flow.received() : flow;
    }

    /** {@return whether a discard layer keeps the answer to a packet back (6.4)} */
    boolean isSilent() {
        return layers.stream()
                .anyMatch(layer ->
                        (layer.layer() == PacketLayer.TRANSPORT_DISCARD
                                        || layer.layer() == PacketLayer.IPPACKET_DISCARD)
                                && layer.result().action() == FwpActionType.BLOCK);
    }
}

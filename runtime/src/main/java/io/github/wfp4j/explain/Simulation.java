package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A computer over some time: it remembers flows and security associations from packet to packet, so
 * that one can ask what happens next (6.5, 7.5).
 *
 * <p>It is a value: every event gives a new one, and the old one can go another way. Security
 * associations are kept for pairs of addresses. Keying modules do nothing by themselves: {@link
 * #negotiated} and {@link #negotiationFailed} say what they came to.
 *
 * {@snippet :
 * Simulation later =
 *         Simulation.of(classifier)
 *                 .pass(request) // clear, and a negotiation begins
 *                 .negotiated(request, Protection.ENCRYPTED)
 *                 .pass(request) // encrypted
 *                 .associationLost(request)
 *                 .pass(request); // held: it never goes back to clear
 * }
 */
public final class Simulation {
    private static final Duration UNICAST_LIFETIME = Duration.ofSeconds(60);
    private static final Duration MULTICAST_LIFETIME = Duration.ofSeconds(4);

    private final Classifier classifier;
    private final Duration now;
    private final Map<FlowKey, Flow> flows;
    private final Map<Peers, Association> associations;
    private final @Nullable Explanation last;

    /**
     * A flow and what it was last seen with.
     *
     * @param state its state
     * @param seen when a packet of it last passed
     * @param arrival the interface on which its packets arrive, or null if it is not known
     */
    private record Flow(FlowState state, Duration seen, @Nullable FwpValue0 arrival) {}

    /** Between whom associations are. */
    private record Peers(@Nullable InetAddress local, @Nullable InetAddress remote) {
        static Peers of(Packet packet) {
            return new Peers(packet.local().address(), packet.remote().address());
        }
    }

    /**
     * What the keying modules came to.
     *
     * @param protection what the associations do; CLEAR if there are none
     * @param negotiation how far the negotiation is
     * @param since since when it is so
     */
    private record Association(
            Protection protection, NegotiationState negotiation, Duration since) {
        static final Association NONE =
                new Association(Protection.CLEAR, NegotiationState.NOT_STARTED, Duration.ZERO);
    }

    private Simulation(
            Classifier classifier,
            Duration now,
            Map<FlowKey, Flow> flows,
            Map<Peers, Association> associations,
            @Nullable Explanation last) {
        this.classifier = classifier;
        this.now = now;
        this.flows = Map.copyOf(flows);
        this.associations = Map.copyOf(associations);
        this.last = last;
    }

    /**
     * {@return a computer that has seen no packet yet}
     *
     * @param classifier says what happens to each packet
     */
    public static Simulation of(Classifier classifier) {
        return new Simulation(
                requireNonNull(classifier, "classifier"), Duration.ZERO, Map.of(), Map.of(), null);
    }

    /**
     * {@return what happened to the last packet}
     *
     * @throws IllegalStateException if there was none yet
     */
    public Explanation last() {
        if (last == null) {
            throw new IllegalStateException("no packet came yet");
        }
        return last;
    }

    /**
     * {@return what is known of the flow of a packet}
     *
     * @param packet the packet
     */
    public FlowState flow(Packet packet) {
        Flow found = find(packet);
        return found == null ? FlowState.NONE : found.state;
    }

    /**
     * {@return what is known of the security associations for a packet}
     *
     * @param packet the packet
     */
    public IpsecState ipsec(Packet packet) {
        Association found = associations.getOrDefault(Peers.of(packet), Association.NONE);
        return new IpsecState(
                found.protection,
                found.negotiation,
                now.minus(found.since),
                found.protection == Protection.CLEAR
                        ? Duration.ZERO
                        : classifier.clearAllowed(packet));
    }

    /**
     * {@return the computer after a packet}
     *
     * <p>A negotiation that the packet needs begins. The packets by which the computer answers by
     * itself are part of the explanation.
     *
     * @param packet the packet
     */
    public Simulation pass(Packet packet) {
        Flow known = find(packet);
        FwpValue0 arrival = packet.fields().get(FwpmConditions.IP_ARRIVAL_INTERFACE);
        FlowState before = known == null ? FlowState.NONE : known.state;
        if (known != null && arrival != null && known.arrival != null) {
            before =
                    known.arrival.equals(arrival)
                            ? before
                            : before.toReauthorize(
                                    FwpConditionReauthorizeReasonFlags.NEW_ARRIVAL_INTERFACE);
        }
        Explanation explanation = classifier.explain(packet, before, ipsec(packet), Detail.MATCHES);
        Explanation end = explanation.answer() == null ? explanation : explanation.answer();
        FwpValue0 arrivesOn = arrival != null || known == null ? arrival : known.arrival;
        return new Simulation(
                classifier,
                now,
                withFlow(packet, before, end.flow(), arrivesOn),
                withNegotiation(packet, end.verdict()),
                explanation);
    }

    private Map<FlowKey, Flow> withFlow(
            Packet packet, FlowState before, FlowState after, @Nullable FwpValue0 arrival) {
        Map<FlowKey, Flow> changed = new HashMap<>(flows);
        FlowKey key = FlowKey.of(packet);
        if (!after.exists()) {
            changed.remove(key);
        } else if (flows.containsKey(key) || !before.exists() || isExpired(key)) {
            changed.put(key, new Flow(after, now, arrival));
        }
        return changed;
    }

    private Map<Peers, Association> withNegotiation(Packet packet, Verdict verdict) {
        Map<Peers, Association> changed = new HashMap<>(associations);
        if (verdict == Verdict.HELD || verdict == Verdict.CLEAR_WHILE_NEGOTIATING) {
            Association running = new Association(Protection.CLEAR, NegotiationState.RUNNING, now);
            changed.merge(
                    Peers.of(packet),
                    running,
                    (old, begun) ->
                            old.protection == Protection.CLEAR
                                            && old.negotiation == NegotiationState.NOT_STARTED
                                    ? begun
                                    : old);
        }
        return changed;
    }

    private @Nullable Flow find(Packet packet) {
        FlowKey key = FlowKey.of(packet);
        Flow exact = flows.get(key);
        if (exact != null && !isExpired(key)) {
            return exact;
        }
        if (packet.direction() != Direction.INBOUND) {
            return null;
        }
        // Whoever answers to many is unknown beforehand.
        return flows.entrySet().stream()
                .filter(entry -> entry.getKey().isToMany() && !isExpired(entry.getKey()))
                .filter(entry -> entry.getKey().hasSocketOf(packet))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private boolean isExpired(FlowKey key) {
        Flow flow = flows.get(key);
        if (flow == null || key.isTcp()) {
            return flow == null;
        }
        Duration lifetime = key.isToMany() ? MULTICAST_LIFETIME : UNICAST_LIFETIME;
        return now.minus(flow.seen).compareTo(lifetime) >= 0;
    }

    /**
     * {@return the computer after some time}
     *
     * <p>Flows without a connection end when no packet passes for 60 seconds, those to many
     * computers after 4 seconds.
     *
     * @param time how long, not negative
     * @throws IllegalArgumentException if the time is negative
     */
    public Simulation await(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time must not be negative: " + time);
        }
        return new Simulation(classifier, now.plus(time), flows, associations, last);
    }

    /**
     * {@return the computer after the keying modules agreed on associations}
     *
     * @param packet any packet between the two peers
     * @param protection what the associations do
     * @throws IllegalArgumentException if they do nothing
     */
    public Simulation negotiated(Packet packet, Protection protection) {
        if (protection == Protection.CLEAR) {
            throw new IllegalArgumentException("protection must not be CLEAR");
        }
        return withAssociation(
                packet, new Association(protection, NegotiationState.NOT_STARTED, now));
    }

    /**
     * {@return the computer after the keying modules did not agree}
     *
     * @param packet any packet between the two peers
     */
    public Simulation negotiationFailed(Packet packet) {
        return withAssociation(
                packet, new Association(Protection.CLEAR, NegotiationState.FAILED, now));
    }

    /**
     * {@return the computer after the associations are gone}
     *
     * @param packet any packet between the two peers
     */
    public Simulation associationLost(Packet packet) {
        return withAssociation(packet, Association.NONE);
    }

    private Simulation withAssociation(Packet packet, Association association) {
        Map<Peers, Association> changed = new HashMap<>(associations);
        changed.put(Peers.of(packet), association);
        return new Simulation(classifier, now, flows, changed, last);
    }

    /**
     * {@return the computer after the flow of a packet has to be authorised again}
     *
     * @param packet any packet of the flow
     * @param reason why, such as a decision that was put off and is there now
     */
    public Simulation reauthorize(Packet packet, FwpConditionReauthorizeReasonFlags reason) {
        return withStates((key, state) ->
                key.equals(FlowKey.of(packet)) ? state.toReauthorize(reason) : state);
    }

    /**
     * {@return the computer with another policy}
     *
     * <p>Flows are authorised again if the filters changed at the layer that authorised them.
     *
     * @param newPolicy the classifier over the other policy
     */
    public Simulation withPolicy(Classifier newPolicy) {
        Set<LayerKey> changed = changedLayers(classifier.snapshot(), newPolicy.snapshot());
        Simulation again =
                withStates((key, state) -> {
                    PacketLayer layer =
                            state.origin() == Direction.OUTBOUND
                                    ? PacketLayer.CONNECT
                                    : PacketLayer.RECV_ACCEPT;
                    boolean affected =
                            changed.contains(layer.key(false)) || changed.contains(layer.key(true));
                    return affected
                            ? state.toReauthorize(FwpConditionReauthorizeReasonFlags.POLICY_CHANGE)
                            : state;
                });
        return new Simulation(newPolicy, now, again.flows, associations, last);
    }

    private static Set<LayerKey> changedLayers(PolicySnapshot before, PolicySnapshot after) {
        Set<FwpmFilter0> old = new HashSet<>(before.filters());
        Set<FwpmFilter0> now = new HashSet<>(after.filters());
        Set<LayerKey> changed = new HashSet<>();
        before.filters().stream()
                .filter(it -> !now.contains(it))
                .forEach(it -> changed.add(it.layerKey()));
        after.filters().stream()
                .filter(it -> !old.contains(it))
                .forEach(it -> changed.add(it.layerKey()));
        return changed;
    }

    /** Changes the state of a flow. */
    private interface StateChange {
        FlowState apply(FlowKey key, FlowState state);
    }

    private Simulation withStates(StateChange change) {
        Map<FlowKey, Flow> changed = new HashMap<>();
        flows.forEach((key, flow) ->
                changed.put(key, new Flow(change.apply(key, flow.state), flow.seen, flow.arrival)));
        return new Simulation(classifier, now, changed, associations, last);
    }
}

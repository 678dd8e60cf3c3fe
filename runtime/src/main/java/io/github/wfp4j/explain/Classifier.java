package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpIpVersion;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Says what an engine would do with packets, and why.
 *
 * <p>It asks no engine: it works on a snapshot, which it prepares once. It can be used from many
 * threads.
 *
 * {@snippet :
 * Classifier classifier = Classifier.of(PolicySnapshot.of(engine));
 * Explanation explanation =
 *         classifier.explain(Packet.tcp().from("10.0.0.5:50000").to("10.0.0.7:443"));
 * }
 */
public final class Classifier {
    private final PolicySnapshot snapshot;
    private final CompiledPolicy policy;
    private final FilterAnswers answers;

    private Classifier(PolicySnapshot snapshot, Callouts callouts) {
        this.snapshot = requireNonNull(snapshot, "snapshot");
        this.policy = new CompiledPolicy(snapshot);
        this.answers = new FilterAnswers(requireNonNull(callouts, "callouts"));
    }

    /**
     * {@return a classifier over some objects, with the built-in callouts}
     *
     * @param snapshot the objects
     */
    public static Classifier of(PolicySnapshot snapshot) {
        return of(snapshot, Callouts.NONE);
    }

    /**
     * {@return a classifier over some objects, with the built-in callouts and others}
     *
     * @param snapshot the objects
     * @param callouts the callouts of others
     */
    public static Classifier of(PolicySnapshot snapshot, Callouts callouts) {
        return new Classifier(snapshot, callouts);
    }

    /** {@return what it works on} */
    public PolicySnapshot snapshot() {
        return snapshot;
    }

    /**
     * {@return what happens to a packet of a new flow while there are no associations}
     *
     * @param packet the packet
     */
    public Decision decide(Packet packet) {
        return decide(packet, FlowState.NONE, IpsecState.NONE);
    }

    /**
     * {@return what happens to a packet} This is the quick way: filters that cannot match are not
     * looked at, nor those that cannot matter any more.
     *
     * @param packet the packet
     * @param flow the flow that it belongs to
     * @param ipsec the state of IPsec for it
     */
    public Decision decide(Packet packet, FlowState flow, IpsecState ipsec) {
        Passage passage = Passage.of(new Traffic(policy, packet, flow, ipsec), answers, false);
        FilterResult decider = passage.decider();
        return new Decision(
                passage.verdict(),
                decider == null ? null : decider.filter().filter(),
                passage.flow());
    }

    /**
     * {@return what happens to a packet of a new flow while there are no associations, and which
     * matching filters bring it about}
     *
     * @param packet the packet
     */
    public Explanation explain(Packet packet) {
        return explain(packet, FlowState.NONE, IpsecState.NONE, Detail.MATCHES);
    }

    /**
     * {@return what happens to a packet, and why}
     *
     * @param packet the packet
     * @param flow the flow that it belongs to
     * @param ipsec the state of IPsec for it
     * @param detail whether the filters that do not match are wanted too
     */
    public Explanation explain(Packet packet, FlowState flow, IpsecState ipsec, Detail detail) {
        Passage passage = Passage.of(new Traffic(policy, packet, flow, ipsec), answers, true);
        FlowState after = passage.flow();
        Packet answer = answer(packet, flow, passage);
        return new ExplanationBuilder(passage, detail)
                .build(after, answer == null ? null : explain(answer, after, ipsec, detail));
    }

    /** {@return how long associations for a packet would still accept clear packets (7.4)} */
    Duration clearAllowed(Packet packet) {
        NegotiationPolicy found =
                new Traffic(policy, packet, FlowState.NONE, IpsecState.NONE).negotiation();
        return found == null ? Duration.ZERO : found.clearAllowed();
    }

    /** {@return the packet by which the system answers by itself, or null for none (6.4)} */
    private static @Nullable Packet answer(Packet packet, FlowState flow, Passage passage) {
        if (packet.direction() != Direction.INBOUND || !passage.verdict().isPermitted()) {
            return null;
        }
        boolean tcp = LayerSequence.isTcp(packet);
        return switch (LayerSequence.occasion(packet, flow)) {
            case FIRST -> tcp ? packet.answer().withOccasion(Occasion.HANDSHAKE) : null;
            case HANDSHAKE ->
                    tcp && flow.origin() == Direction.OUTBOUND
                            ? packet.answer().withOccasion(Occasion.HANDSHAKE)
                            : null;
            case NO_LISTENER -> {
                if (passage.isSilent() || packet.isIcmpError()) {
                    yield null;
                }
                yield tcp ? packet.answer().withOccasion(Occasion.HANDSHAKE) : unreachable(packet);
            }
            case BIND, LISTEN, LATER, CLOSE -> null;
        };
    }

    /** {@return the ICMP message that says that nobody waits at a port} */
    private static Packet unreachable(Packet packet) {
        Packet message =
                packet.ipVersion() == FwpIpVersion.V6 ? Packet.icmpV6(1, 4) : Packet.icmp(3, 3);
        return message.withPrincipals(packet.principals())
                .from(new Endpoint(packet.destination().address(), null))
                .to(new Endpoint(packet.source().address(), null))
                .withOccasion(Occasion.LATER);
    }
}

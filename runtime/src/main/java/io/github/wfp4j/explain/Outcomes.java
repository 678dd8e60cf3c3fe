package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What happened at layers, as the classifier needs it and the explanation is made of. */
final class Outcomes {
    private Outcomes() {}

    /**
     * What happened in one sublayer.
     *
     * @param sublayer the sublayer
     * @param ranks the filters that match, in the order of evaluation
     * @param reached what those answered that were asked, in the same order
     * @param decision the answer that ended the evaluation, or null if none did
     * @param effect what that did to the layer's action, or null for no decision
     */
    record Sublayer(
            CompiledSublayer sublayer,
            List<Integer> ranks,
            List<FilterResult> reached,
            @Nullable FilterResult decision,
            @Nullable Effect effect) {}

    /**
     * What happened at one layer.
     *
     * @param layer the layer
     * @param key the layer for the packet's version of IP
     * @param sublayers its sublayers, in the order of evaluation
     * @param result the action
     * @param values what was known of the packet
     * @param canDrop whether a block drops the packet
     */
    record Layer(
            PacketLayer layer,
            LayerKey key,
            List<Sublayer> sublayers,
            Arbitration result,
            FieldValues values,
            boolean canDrop) {
        boolean drops() {
            return canDrop && result.action() == FwpActionType.BLOCK;
        }

        /** {@return the answer by which IPsec says most about the packet, or null for none} */
        @Nullable FilterResult ipsec() {
            FilterResult most = null;
            Verdict said = null;
            for (Sublayer sublayer : sublayers) {
                FilterResult decision = sublayer.decision();
                if (decision != null
                        && decision.action() == FwpActionType.PERMIT
                        && decision.verdict() != null
                        && (said == null || decision.verdict().compareTo(said) > 0)) {
                    most = decision;
                    said = decision.verdict();
                }
            }
            return most;
        }
    }

    /**
     * Asks a layer (6.1).
     *
     * @param all whether the filters that are not reached are wanted too
     */
    static Layer ask(
            CompiledLayer compiled,
            PacketLayer layer,
            boolean canDrop,
            Traffic traffic,
            FilterAnswers answers,
            boolean all) {
        FieldValues values = traffic.at(layer);
        List<Sublayer> sublayers = new ArrayList<>(compiled.sublayers().size());
        Arbitration state = Arbitration.START;
        for (CompiledSublayer sublayer : compiled.sublayers()) {
            List<Integer> ranks = sublayer.matching(values, all);
            if (ranks.isEmpty() && !all) {
                continue;
            }
            List<FilterResult> reached = new ArrayList<>(ranks.size());
            FilterResult decision = null;
            for (int i = 0; i < ranks.size() && decision == null; i++) {
                FilterResult answer = answers.of(sublayer.filters().get(ranks.get(i)), traffic);
                reached.add(answer);
                decision = answer.decides() ? answer : null;
            }
            Effect effect = decision == null ? null : state.effectOf(decision);
            state = decision == null ? state : state.with(decision);
            sublayers.add(new Sublayer(sublayer, ranks, reached, decision, effect));
        }
        return new Layer(layer, compiled.key(), sublayers, state, values, canDrop);
    }
}

package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmFilter0;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes an explanation of what happened to a packet. */
final class ExplanationBuilder {
    private final Passage passage;
    private final Detail detail;
    private final Set<Note> notes = new LinkedHashSet<>();

    ExplanationBuilder(Passage passage, Detail detail) {
        this.passage = passage;
        this.detail = detail;
    }

    Explanation build(FlowState after, @Nullable Explanation answer) {
        List<LayerExplanation> layers = passage.layers().stream().map(this::layer).toList();
        noteBeyondFilters();
        FilterResult decider = passage.decider();
        return new Explanation(
                passage.traffic().packet(),
                passage.verdict(),
                decider == null ? null : decider.filter().filter(),
                passage.decidedAt(),
                layers,
                List.copyOf(notes),
                after,
                answer);
    }

    private void noteBeyondFilters() {
        Traffic traffic = passage.traffic();
        if (LayerSequence.occasion(traffic.packet(), traffic.flow()) == Occasion.NO_LISTENER) {
            notes.add(new Note(Note.Kind.BEYOND_FILTERS, "nobody waits for the packet"));
        }
        boolean negotiates =
                passage.verdict() == Verdict.HELD
                        || passage.verdict() == Verdict.CLEAR_WHILE_NEGOTIATING;
        NegotiationPolicy negotiation = negotiates ? traffic.negotiation() : null;
        if (negotiation != null) {
            notes.add(new Note(Note.Kind.NEGOTIATION, negotiation.toString()));
        }
    }

    private LayerExplanation layer(Outcomes.Layer outcome) {
        List<SublayerExplanation> sublayers = new ArrayList<>();
        for (int i = 0; i < outcome.sublayers().size(); i++) {
            Outcomes.Sublayer sublayer = outcome.sublayers().get(i);
            if (detail == Detail.EVERYTHING || !sublayer.ranks().isEmpty()) {
                sublayers.add(sublayer(outcome, i));
            }
        }
        FilterResult by = outcome.result().by();
        return new LayerExplanation(
                outcome.key(),
                outcome.result().action(),
                outcome.result().strength(),
                by == null ? null : by.filter().filter(),
                outcome.drops(),
                sublayers);
    }

    private SublayerExplanation sublayer(Outcomes.Layer layer, int index) {
        Outcomes.Sublayer outcome = layer.sublayers().get(index);
        List<CompiledFilter> filters = outcome.sublayer().filters();
        List<ConsideredFilter> considered = new ArrayList<>();
        int next = 0;
        for (int rank : detail == Detail.EVERYTHING ? all(filters) : outcome.ranks()) {
            boolean matched = next < outcome.ranks().size() && outcome.ranks().get(next) == rank;
            if (matched) {
                considered.add(matching(layer, index, next));
                next++;
            } else {
                boolean behind = next >= outcome.reached().size() && outcome.decision() != null;
                considered.add(failed(filters.get(rank), layer, behind));
            }
        }
        noteEqualWeights(outcome);
        FilterResult decision = outcome.decision();
        return new SublayerExplanation(
                outcome.sublayer().key(),
                outcome.sublayer().weight(),
                decision == null ? null : decision.action(),
                outcome.effect(),
                considered);
    }

    private static List<Integer> all(List<CompiledFilter> filters) {
        return IntStream.range(0, filters.size()).boxed().toList();
    }

    private ConsideredFilter matching(Outcomes.Layer layer, int index, int position) {
        Outcomes.Sublayer outcome = layer.sublayers().get(index);
        if (position >= outcome.reached().size()) {
            FwpmFilter0 filter =
                    outcome.sublayer().filters().get(outcome.ranks().get(position)).filter();
            return new ConsideredFilter(filter, Standing.NOT_REACHED, null, null, null, null, null);
        }
        FilterResult answer = outcome.reached().get(position);
        if (answer.assumed()) {
            notes.add(
                    new Note(
                            Note.Kind.ASSUMED,
                            "%s: %s; taken as %s"
                                    .formatted(
                                            name(answer.filter()),
                                            answer.reason(),
                                            answer.action().name().toLowerCase(Locale.ROOT))));
        }
        Standing standing = standing(layer, outcome, answer);
        return new ConsideredFilter(
                answer.filter().filter(),
                standing,
                answer.action(),
                answer.strength(),
                answer.reason(),
                standing == Standing.OVERRULED ? overruler(layer, index) : null,
                null);
    }

    private static Standing standing(
            Outcomes.Layer layer, Outcomes.Sublayer outcome, FilterResult answer) {
        if (!answer.decides()) {
            return Standing.CONTINUED;
        }
        if (answer.equals(layer.result().by())) {
            return Standing.DECIDED;
        }
        if (answer.action() != layer.result().action()) {
            return Standing.OVERRULED;
        }
        return outcome.effect() == Effect.HARDENED ? Standing.HARDENED : Standing.AGREED;
    }

    /** {@return whose answer stood before, or took the place of that of a sublayer} */
    private static @Nullable FwpmFilter0 overruler(Outcomes.Layer layer, int index) {
        FwpActionType own =
                requireNonNull(layer.sublayers().get(index).decision(), "it decided").action();
        Arbitration state = Arbitration.START;
        for (int i = 0; i < layer.sublayers().size(); i++) {
            FilterResult decision = layer.sublayers().get(i).decision();
            if (decision == null) {
                continue;
            }
            state = state.with(decision);
            FilterResult by = state.by();
            if (i >= index && by != null && by.action() != own) {
                return by.filter().filter();
            }
        }
        return null;
    }

    private ConsideredFilter failed(CompiledFilter filter, Outcomes.Layer layer, boolean behind) {
        FieldValues values = layer.values();
        FailedCondition first = null;
        boolean unknownOnly = true;
        for (FieldTest test : filter.tests()) {
            if (test.matches(values)) {
                continue;
            }
            Value got = values.get(test.key(), test.slot());
            if (first == null) {
                first =
                        new FailedCondition(
                                test.key(), test.conditions(), got == null ? null : got.raw());
            }
            unknownOnly &= got == null;
        }
        if (unknownOnly && first != null && !behind) {
            notes.add(
                    new Note(
                            Note.Kind.UNKNOWN_FIELD,
                            "%s would match if %s were known and fitted"
                                    .formatted(name(filter), first.field())));
        }
        return new ConsideredFilter(
                filter.filter(), Standing.NOT_MATCHED, null, null, null, null, first);
    }

    /** Which of two filters of one weight comes first is not documented (U6). */
    private void noteEqualWeights(Outcomes.Sublayer outcome) {
        FilterResult decision = outcome.decision();
        if (decision == null) {
            return;
        }
        CompiledFilter decider = decision.filter();
        for (int rank : outcome.ranks()) {
            CompiledFilter other = outcome.sublayer().filters().get(rank);
            if (!other.equals(decider) && other.weight() == decider.weight()) {
                notes.add(
                        new Note(
                                Note.Kind.EQUAL_WEIGHTS,
                                "%s and %s have the same weight: which of them is asked first is not documented"
                                        .formatted(name(decider), name(other))));
            }
        }
    }

    private static String name(CompiledFilter filter) {
        return "'" + filter.filter().displayData().name() + "'";
    }
}

package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.explain.ConsideredFilter;
import io.github.wfp4j.explain.Explanation;
import io.github.wfp4j.explain.LayerExplanation;
import io.github.wfp4j.explain.Note;
import io.github.wfp4j.explain.Standing;
import io.github.wfp4j.explain.SublayerExplanation;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.util.Locale;

/** An explanation as a tree for people, at most 100 columns wide; the deciding filter is marked. */
final class ExplanationTree {
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final boolean all;

    private ExplanationTree(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
    }

    /**
     * Prints an explanation.
     *
     * @param all whether to show the filters that do not match, and layers without filters
     */
    static void print(Explanation explanation, boolean all, PrintWriter out) {
        new ExplanationTree(out, all).print(explanation, "");
    }

    private void print(Explanation explanation, String indent) {
        FwpmFilter0 decider = explanation.decidedBy();
        line(indent, explanation.verdict().name());
        if (decider == null) {
            line(indent, "no filter has an opinion");
        } else {
            line(indent, "decided by %s at %s".formatted(name(decider), layerName(explanation)));
        }
        for (LayerExplanation layer : explanation.layers()) {
            if (all || !layer.sublayers().stream().allMatch(this::isEmpty)) {
                print(layer, explanation, indent);
            }
        }
        for (Note note : explanation.notes()) {
            line(indent, "note: " + note.text());
        }
        Explanation answer = explanation.answer();
        if (answer != null) {
            line(indent, "the answer of this computer:");
            print(answer, indent + "    ");
        }
    }

    private boolean isEmpty(SublayerExplanation sublayer) {
        return sublayer.filters().stream().noneMatch(this::isShown);
    }

    private boolean isShown(ConsideredFilter filter) {
        return all || filter.standing() != Standing.NOT_MATCHED;
    }

    private void print(LayerExplanation layer, Explanation explanation, String indent) {
        line(
                indent,
                "%s: %s%s"
                        .formatted(
                                shortName(layer.layer()),
                                layer.action() == FwpActionType.NONE
                                        ? "no opinion"
                                        : layer.action().name().toLowerCase(Locale.ROOT),
                                layer.drops() ? ", dropped here" : ""));
        boolean decisive = layer.layer().equals(explanation.decidedAt());
        for (SublayerExplanation sublayer : layer.sublayers()) {
            if (isEmpty(sublayer)) {
                continue;
            }
            line(
                    indent + "  ",
                    "%s, weight %d"
                            .formatted(
                                    ConditionText.withoutPrefix(
                                            sublayer.sublayer().toString(), "FWPM_SUBLAYER_"),
                                    sublayer.weight()));
            for (ConsideredFilter filter : sublayer.filters()) {
                if (isShown(filter)) {
                    print(filter, decisive ? explanation.decidedBy() : null, indent + "    ");
                }
            }
        }
    }

    private void print(ConsideredFilter filter, @Nullable FwpmFilter0 decider, String indent) {
        String mark = filter.filter().equals(decider) ? "=> " : " - ";
        line(indent + mark, name(filter.filter()), indent + "   ");
        line(indent + "     ", filter.describe(), indent + "     ");
    }

    private void line(String indent, String text) {
        line(indent, text, indent + "  ");
    }

    /** Prints a line, broken between words where it gets too long. */
    private void line(String first, String text, String next) {
        String rest = text;
        String indent = first;
        while (indent.length() + rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH - indent.length());
            int end = space > 0 ? space : WIDTH - indent.length();
            out.println(indent + rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
            indent = next;
        }
        out.println(indent + rest);
    }

    private static String layerName(Explanation explanation) {
        LayerKey at = explanation.decidedAt();
        return at == null ? "no layer" : shortName(at);
    }

    private static String shortName(LayerKey layer) {
        return ConditionText.withoutPrefix(layer.toString(), "FWPM_LAYER_");
    }

    private static String name(FwpmFilter0 filter) {
        return "'%s'".formatted(filter.displayData().name());
    }
}

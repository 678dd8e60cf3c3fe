package io.github.wfp4j.explain;

import io.github.wfp4j.fwpm.FwpmFilter0;

import java.util.Locale;

/** An explanation as people read it: a tree, with the deciding filter marked. */
final class ExplanationText {
    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    static String of(Explanation explanation) {
        ExplanationText out = new ExplanationText();
        out.write(explanation, "");
        return out.text.toString();
    }

    private void write(Explanation explanation, String indent) {
        FwpmFilter0 decider = explanation.decidedBy();
        line(
                indent,
                explanation.verdict()
                        + (decider == null
                                ? ", no filter has an opinion"
                                : ", decided by %s at %s"
                                        .formatted(name(decider), explanation.decidedAt())));
        for (LayerExplanation layer : explanation.layers()) {
            line(
                    indent + "  ",
                    layer.layer()
                            + ": "
                            + layer.action()
                            + (layer.drops() ? ", the packet is dropped" : ""));
            for (SublayerExplanation sublayer : layer.sublayers()) {
                write(sublayer, explanation, layer, indent + "    ");
            }
        }
        for (Note note : explanation.notes()) {
            line(indent + "  ", "note: " + note.text());
        }
        Explanation answer = explanation.answer();
        if (answer != null) {
            line(indent + "  ", "answer:");
            write(answer, indent + "    ");
        }
    }

    private void write(
            SublayerExplanation sublayer,
            Explanation explanation,
            LayerExplanation layer,
            String indent) {
        line(indent, "%s (weight %d)".formatted(sublayer.sublayer(), sublayer.weight()));
        for (ConsideredFilter filter : sublayer.filters()) {
            boolean decides =
                    filter.filter().equals(explanation.decidedBy())
                            && layer.layer().equals(explanation.decidedAt());
            line(
                    indent,
                    "%s %s %s"
                            .formatted(
                                    decides ? "=>" : "  ",
                                    name(filter.filter()),
                                    describe(filter)));
        }
    }

    /** {@return what became of a filter, in words} */
    static String describe(ConsideredFilter filter) {
        FailedCondition failed = filter.failed();
        if (failed != null) {
            return "does not match: " + ConditionText.of(failed);
        }
        String action = filter.action() == null ? "" : lower(filter.action()) + "s";
        String strength = filter.strength() == Strength.HARD ? ", hard" : "";
        FwpmFilter0 overruler = filter.overruledBy();
        String said =
                switch (filter.standing()) {
                    case NOT_MATCHED, NOT_REACHED -> "matches, but is not reached";
                    case CONTINUED -> "matches, and goes on";
                    case DECIDED -> action + strength;
                    case HARDENED -> action + strength + ", which makes it final";
                    case AGREED -> action + strength + ", as decided already";
                    case OVERRULED ->
                            action
                                    + strength
                                    + ", overruled"
                                    + (overruler == null ? "" : " by " + name(overruler));
                };
        return filter.reason() == null ? said : said + " (" + filter.reason() + ")";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String name(FwpmFilter0 filter) {
        return "'" + filter.displayData().name() + "'";
    }

    private void line(String indent, String line) {
        text.append(indent).append(line).append('\n');
    }
}

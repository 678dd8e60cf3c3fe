package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.embedded.WeightComparison;
import io.github.wfp4j.embedded.WeightComparison.Kind;
import io.github.wfp4j.netsh.NetshDifference;
import io.github.wfp4j.netsh.NetshDump;
import io.github.wfp4j.netsh.NetshForm;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What is printed for people about dumps. */
final class DumpText {
    private static final int MAX_EXAMPLES = 5;

    private DumpText() {}

    /** {@return how many objects there are, as far as a form has a place for them} */
    static String counts(NetshDump dump, NetshForm form) {
        return form == NetshForm.FILTERS
                ? "%d filters, %d providers"
                        .formatted(dump.filters().size(), dump.providers().size())
                : "%d filters, %d provider contexts, %d callouts, %d sublayers, %d providers, %d layers"
                        .formatted(
                                dump.filters().size(),
                                dump.providerContexts().size(),
                                dump.callouts().size(),
                                dump.subLayers().size(),
                                dump.providers().size(),
                                dump.layers().size());
    }

    /** What was imported, and what could not be. */
    static void imported(NetshDump dump, WeightComparison weights, PrintWriter out) {
        out.printf("import: %s%n", counts(dump, dump.form()));
        weights(weights, out);
        UnknownSummary unknown = UnknownSummary.of(dump.unknown());
        unknown.flagNames()
                .forEach((name, count) ->
                        out.printf("unknown flag, left out: %s, %d times%n", name, count));
        unknown.keyNames()
                .forEach(name -> out.printf("unknown key, another one stands in: %s%n", name));
        unknown.unread()
                .forEach(it ->
                        out.printf(
                                "not understood, left out: an entry of %s, %s%n",
                                it.section().element(), it.reason()));
        unknown.skipped()
                .forEach(it ->
                        out.printf(
                                "not imported: %s, %d times, first in line %d%s%n",
                                it.path(),
                                it.count(),
                                it.line(),
                                it.entries() == 0 ? "" : ", entries: " + it.entries()));
        unknown.miscounted()
                .forEach(it ->
                        out.printf(
                                "line %d: %s has %d entries, not %s%n",
                                it.line(), it.path(), it.found(), it.said()));
    }

    private static void weights(WeightComparison weights, PrintWriter out) {
        out.printf(
                "effective weights: %d as this engine would give them, %d others (kept)%n",
                weights.same(), weights.different());
        for (Kind kind : Kind.values()) {
            WeightComparison.Count count = weights.count(kind);
            if (count.different() > 0) {
                out.printf(
                        "  %s: %d of %d are others%n",
                        kind.name().toLowerCase(Locale.ROOT),
                        count.different(),
                        count.different() + count.same());
            }
        }
        weights.differing().stream()
                .limit(MAX_EXAMPLES)
                .forEach(it ->
                        out.printf(
                                "  filter %s: 0x%016x, here it would be 0x%016x%n",
                                Long.toUnsignedString(it.filter().filterId()),
                                EngineFilters.effectiveWeight(it.filter()),
                                it.computed()));
        if (weights.unknown() > 0) {
            out.printf("  not compared: %d%n", weights.unknown());
        }
    }

    /** In what two dumps differ. */
    static void differences(List<NetshDifference> differences, PrintWriter out) {
        out.printf(
                "diff: %s%n",
                differences.isEmpty()
                        ? "no differences"
                        : "%d object%s"
                                .formatted(differences.size(), differences.size() == 1 ? "" : "s"));
        for (NetshDifference difference : differences) {
            out.printf(
                    "%s %s %s%s%n",
                    sign(difference.kind()),
                    difference.section().element(),
                    difference.object(),
                    difference.name() == null ? "" : " \"%s\"".formatted(difference.name()));
            for (NetshDifference.MemberDifference member : difference.members()) {
                out.printf(
                        "    %s: %s -> %s%n",
                        member.path(), shown(member.before()), shown(member.after()));
            }
        }
    }

    private static String sign(NetshDifference.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "*";
        };
    }

    private static String shown(@Nullable String value) {
        return value == null ? "(none)" : value;
    }
}

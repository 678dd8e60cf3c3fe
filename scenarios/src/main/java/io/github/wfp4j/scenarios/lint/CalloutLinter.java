package io.github.wfp4j.scenarios.lint;

import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.Key;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Applies the rules for callouts that live beside IPsec. It reads only. */
public final class CalloutLinter {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::rule);

    private CalloutLinter() {}

    /**
     * {@return what the rules find, the worst first and then in the order of the rules}
     *
     * @param inventory what to look at
     */
    public static List<Finding> lint(Inventory inventory) {
        return lint(inventory, Set.of());
    }

    /**
     * {@return what the rules find, the worst first and then in the order of the rules}
     *
     * @param inventory what to look at
     * @param acknowledged callouts whose drivers were checked: they get no advisories that only ask
     *     to do that
     */
    public static List<Finding> lint(Inventory inventory, Set<CalloutKey> acknowledged) {
        Evidence evidence = new Evidence(inventory);
        List<Finding> findings =
                Stream.of(CalloutRule.values()).flatMap(rule -> rule.check().in(evidence)).toList();
        return BesidePolicy.raise(findings).stream()
                .filter(finding -> !isAcknowledged(finding, acknowledged))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static boolean isAcknowledged(Finding finding, Set<CalloutKey> acknowledged) {
        Key key = finding.subject().key();
        return finding.rule().severity() == Severity.ADVISORY
                && key instanceof CalloutKey callout
                && acknowledged.contains(callout);
    }
}

package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_003;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_006;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_007;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_008;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_020;
import static io.github.wfp4j.scenarios.lint.LayerSet.ALE_COMPANION;
import static io.github.wfp4j.scenarios.lint.LayerSet.TRANSPORT;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.types.CalloutKey;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** CO-020: what other rules find where IPsec is at work. */
final class BesidePolicy {
    private static final Set<CalloutRule> RAISED = Set.of(CO_003, CO_006, CO_007, CO_008);
    private static final Set<LayerSet> LAYERS = Set.of(TRANSPORT, ALE_COMPANION);

    private BesidePolicy() {}

    static Stream<Finding> violations(Evidence evidence) {
        return RAISED.stream()
                .sorted()
                .flatMap(rule -> rule.check().in(evidence))
                .filter(BesidePolicy::isViolation)
                .flatMap(finding -> beside(evidence, finding));
    }

    /** The findings, those that CO-020 is about as errors. */
    static List<Finding> raise(List<Finding> findings) {
        List<Finding> raising =
                findings.stream().filter(finding -> finding.rule() == CO_020).toList();
        return findings.stream()
                .map(finding ->
                        isViolation(finding)
                                        && raising.stream().anyMatch(it -> sameObject(it, finding))
                                ? finding.withSeverity(Severity.ERROR)
                                : finding)
                .toList();
    }

    private static boolean isViolation(Finding finding) {
        return RAISED.contains(finding.rule())
                && finding.severity() != Severity.ADVISORY
                && LAYERS.contains(CalloutLayer.of(finding.layer()).set());
    }

    private static boolean sameObject(Finding one, Finding other) {
        return one.subject().equals(other.subject()) && one.layer().equals(other.layer());
    }

    private static Stream<Finding> beside(Evidence evidence, Finding finding) {
        return evidence.filters(finding.layer())
                .filter(BesidePolicy::isActivePolicy)
                .limit(1)
                .map(policy ->
                        new Finding(
                                CO_020,
                                CO_020.severity(),
                                finding.subject(),
                                finding.layer(),
                                "%s applies where %s hands traffic to %s"
                                        .formatted(
                                                finding.rule().id(),
                                                Finding.Subject.of(policy),
                                                Evidence.calloutKey(policy))));
    }

    private static boolean isActivePolicy(FwpmFilter0 filter) {
        CalloutKey callout = Evidence.calloutKey(filter);
        return callout != null
                && Evidence.isIpsec(callout)
                && !filter.flags().contains(FwpmFilterFlags.DISABLED);
    }
}

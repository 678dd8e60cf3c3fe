package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_001;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_002;
import static io.github.wfp4j.scenarios.lint.LayerSet.INCOMPATIBLE_FORWARD;
import static io.github.wfp4j.scenarios.lint.LayerSet.INCOMPATIBLE_NETWORK;
import static io.github.wfp4j.scenarios.lint.Severity.ERROR;
import static io.github.wfp4j.scenarios.lint.Severity.WARNING;

import io.github.wfp4j.fwpm.FwpmCallout0;

import java.util.Set;
import java.util.stream.Stream;

/** Callouts at layers that are incompatible with IPsec; one that no filter names never runs. */
final class IncompatibleLayers {
    private IncompatibleLayers() {}

    /** CO-001. */
    static Stream<Finding> network(Evidence evidence) {
        return evidence.callouts(Set.of(INCOMPATIBLE_NETWORK))
                .map(callout ->
                        CO_001.finding(
                                evidence.isNamed(callout) ? ERROR : WARNING,
                                callout,
                                "Microsoft lists the layer as incompatible with IPsec"
                                        + use(evidence, callout)));
    }

    /** CO-002; where packets are dropped anyway it is a warning. */
    static Stream<Finding> forward(Evidence evidence) {
        return evidence.callouts(Set.of(INCOMPATIBLE_FORWARD))
                .map(callout ->
                        CO_002.finding(
                                evidence.isNamed(callout) && !Evidence.layer(callout).discard()
                                        ? ERROR
                                        : WARNING,
                                callout,
                                "Microsoft's text, but not its list, calls forwarding layers"
                                        + " incompatible with IPsec"
                                        + use(evidence, callout)));
    }

    private static String use(Evidence evidence, FwpmCallout0 callout) {
        int filters = evidence.filtersOf(callout).size();
        return switch (filters) {
            case 0 -> "; no filter names the callout, so it never runs";
            case 1 -> "; a filter names the callout";
            default -> "; %d filters name the callout".formatted(filters);
        };
    }
}

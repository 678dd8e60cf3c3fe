package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_018;
import static io.github.wfp4j.scenarios.lint.LayerSet.ALE_COMPANION;
import static io.github.wfp4j.scenarios.lint.LayerSet.TRANSPORT;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;

import java.util.Set;
import java.util.stream.Stream;

/**
 * CO-018: filters that block because no driver has registered their callout. A filter that only has
 * its callout inspect never blocks, and cannot be set to permit either.
 */
final class Registration {
    private Registration() {}

    static Stream<Finding> missing(Evidence evidence) {
        return evidence.calloutFilters(Set.of(TRANSPORT, ALE_COMPANION))
                .filter(filter -> filter.action().type() != FwpActionType.CALLOUT_INSPECTION)
                .filter(filter ->
                        !filter.flags().contains(FwpmFilterFlags.PERMIT_IF_CALLOUT_UNREGISTERED))
                .flatMap(filter -> of(evidence, filter));
    }

    private static Stream<Finding> of(Evidence evidence, FwpmFilter0 filter) {
        FwpmCallout0 callout = evidence.calloutOf(filter);
        if (callout == null || callout.flags().contains(FwpmCalloutFlags.REGISTERED)) {
            return Stream.empty();
        }
        return Stream.of(
                CO_018.finding(
                        CO_018.severity(),
                        filter,
                        "no driver has registered its %s, so it blocks, traffic of IPsec included"
                                .formatted(Finding.Subject.of(callout))));
    }
}

package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_019;
import static io.github.wfp4j.scenarios.lint.LayerSet.COMPATIBLE_DATAGRAM;
import static io.github.wfp4j.scenarios.lint.LayerSet.COMPATIBLE_STREAM;
import static io.github.wfp4j.scenarios.lint.LayerSet.TRANSPORT;

import io.github.wfp4j.fwpm.FwpmCallout0;

import java.util.Set;
import java.util.stream.Stream;

/** CO-019: callouts at a transport layer whose owner has none where data is compatible. */
final class DataLayers {
    private DataLayers() {}

    static Stream<Finding> unused(Evidence evidence) {
        Owners owners = new Owners(evidence);
        return evidence.callouts(Set.of(TRANSPORT))
                .flatMap(callout ->
                        switch (owners.search(callout, dataCallouts(evidence, callout))) {
                            case FOUND -> Stream.empty();
                            case UNKNOWN ->
                                    Stream.of(
                                            CO_019.finding(
                                                    Severity.ADVISORY,
                                                    callout,
                                                    "whether its owner has a callout at a stream"
                                                            + " or datagram data layer cannot be"
                                                            + " told"));
                            case MISSING ->
                                    Stream.of(
                                            CO_019.finding(
                                                    CO_019.severity(),
                                                    callout,
                                                    "its owner has no callout at a stream or"
                                                            + " datagram data layer"));
                        });
    }

    private static Stream<FwpmCallout0> dataCallouts(Evidence evidence, FwpmCallout0 callout) {
        return evidence.callouts(Set.of(COMPATIBLE_STREAM, COMPATIBLE_DATAGRAM))
                .filter(other -> Evidence.layer(other).hasVersionOf(Evidence.layer(callout)));
    }
}

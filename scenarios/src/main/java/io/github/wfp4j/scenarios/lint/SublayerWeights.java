package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_006;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_007;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_008;
import static io.github.wfp4j.scenarios.lint.LayerSet.ALE_COMPANION;
import static io.github.wfp4j.scenarios.lint.LayerSet.ALE_OTHER;
import static io.github.wfp4j.scenarios.lint.LayerSet.TRANSPORT;
import static io.github.wfp4j.scenarios.lint.Severity.ADVISORY;
import static io.github.wfp4j.scenarios.lint.Severity.ERROR;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.SublayerKey;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Filters on callouts belong into a sublayer that is evaluated after the universal one, where the
 * callouts of IPsec are. Both weights are read from the engine; an equal one is not below.
 */
final class SublayerWeights {
    private SublayerWeights() {}

    /** CO-006. */
    static Stream<Finding> transport(Evidence evidence) {
        return evidence.calloutFilters(Set.of(TRANSPORT))
                .filter(SublayerWeights::hasOwnSublayer)
                .flatMap(filter -> notBelow(evidence, filter, CO_006, CO_006.severity()));
    }

    /** CO-007. */
    static Stream<Finding> ale(Evidence evidence) {
        return evidence.calloutFilters(Set.of(ALE_COMPANION, ALE_OTHER))
                .filter(SublayerWeights::hasOwnSublayer)
                .flatMap(filter ->
                        notBelow(
                                evidence,
                                filter,
                                CO_007,
                                isBesideTransport(evidence, filter) ? ERROR : CO_007.severity()));
    }

    /** CO-008. */
    static Stream<Finding> defaultSublayer(Evidence evidence) {
        return evidence.calloutFilters(Set.of(TRANSPORT, ALE_COMPANION))
                .flatMap(filter -> {
                    SublayerKey sublayer = filter.subLayerKey();
                    String reason;
                    if (sublayer.equals(SublayerKey.ZERO)) {
                        reason = "it names no sublayer, so it goes to the default one of its layer";
                    } else if (sublayer.equals(FwpmSublayers.UNIVERSAL)) {
                        reason = "it is in the universal sublayer, where the callouts of IPsec are";
                    } else if (evidence.isDefault(sublayer, filter.layerKey())
                            && place(evidence, sublayer) == Place.NOT_BELOW) {
                        reason = "it is in the default sublayer of its layer, " + sublayer;
                    } else {
                        return Stream.empty();
                    }
                    return Stream.of(CO_008.finding(CO_008.severity(), filter, reason));
                });
    }

    private static Stream<Finding> notBelow(
            Evidence evidence, FwpmFilter0 filter, CalloutRule rule, Severity severity) {
        SublayerKey sublayer = filter.subLayerKey();
        return switch (place(evidence, sublayer)) {
            case BELOW -> Stream.empty();
            case NOT_BELOW ->
                    Stream.of(
                            rule.finding(
                                    severity,
                                    filter,
                                    "its sublayer %s has weight %s, the universal one %s"
                                            .formatted(
                                                    sublayer,
                                                    evidence.weight(sublayer),
                                                    evidence.weight(FwpmSublayers.UNIVERSAL))));
            case UNREADABLE ->
                    Stream.of(
                            rule.finding(
                                    ADVISORY,
                                    filter,
                                    "the weight of its sublayer %s or of the universal one cannot be read"
                                            .formatted(sublayer)));
        };
    }

    private static boolean isBesideTransport(Evidence evidence, FwpmFilter0 filter) {
        FwpmCallout0 callout = evidence.calloutOf(filter);
        if (callout == null || Evidence.layer(filter).set() != ALE_COMPANION) {
            return false;
        }
        Owners owners = new Owners(evidence);
        return evidence.callouts(Set.of(TRANSPORT))
                .filter(other -> Evidence.layer(other).hasVersionOf(Evidence.layer(filter)))
                .anyMatch(other -> owners.same(callout, other));
    }

    private static boolean hasOwnSublayer(FwpmFilter0 filter) {
        return !filter.subLayerKey().equals(SublayerKey.ZERO)
                && !filter.subLayerKey().equals(FwpmSublayers.UNIVERSAL);
    }

    private static Place place(Evidence evidence, SublayerKey sublayer) {
        Integer weight = evidence.weight(sublayer);
        Integer universal = evidence.weight(FwpmSublayers.UNIVERSAL);
        if (weight == null || universal == null) {
            return Place.UNREADABLE;
        }
        return weight < universal ? Place.BELOW : Place.NOT_BELOW;
    }

    /** Where a sublayer stands to the universal one. */
    private enum Place {
        BELOW,
        NOT_BELOW,
        UNREADABLE
    }
}

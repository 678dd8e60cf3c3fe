package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_015;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_016;

import java.util.Set;
import java.util.stream.Stream;

/** Callouts at layers of which Microsoft's document does not say how they get along with IPsec. */
final class UnjudgedLayers {
    private UnjudgedLayers() {}

    /** CO-015; layers that are newer than the lists count as well. */
    static Stream<Finding> noVerdict(Evidence evidence) {
        return evidence.callouts(
                        Set.of(
                                LayerSet.ALE_OTHER,
                                LayerSet.OTHER,
                                LayerSet.RESERVED_FAST,
                                LayerSet.UNLISTED))
                .map(callout ->
                        CO_015.finding(
                                CO_015.severity(),
                                callout,
                                "Microsoft gives no verdict for this layer"));
    }

    /** CO-016. */
    static Stream<Finding> frames(Evidence evidence) {
        return evidence.callouts(Set.of(LayerSet.FRAME))
                .map(callout ->
                        CO_016.finding(
                                CO_016.severity(),
                                callout,
                                "IPsec is not yet processed at this layer, so that payload cannot"
                                        + " be read; this is inferred, Microsoft does not name the"
                                        + " layer"));
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.ErrorCode;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The effective weights of filters (4.3). */
final class Weights {
    private static final int AUTOMATIC_BITS = 60;

    private final ConcurrentMap<LayerKey, AutoWeight> automatic = new ConcurrentHashMap<>();

    /** Refuses what is no weight. */
    static void require(FwpValue0 weight) {
        boolean valid =
                switch (weight) {
                    case FwpValue0.Empty _ -> true;
                    case FwpValue0.Uint8 it -> it.uint8() <= EnginePolicy.MAX_WEIGHT_RANGE;
                    case FwpValue0.Uint64 _ -> true;
                    default -> false;
                };
        EngineFailure.unless(valid, ErrorCode.FWP_E_INVALID_WEIGHT);
    }

    /**
     * {@return the effective weight of a filter, 64 bits without sign}
     *
     * @param weight the weight that the client gave
     * @param conditions the filter's conditions
     * @param layer the filter's layer
     */
    long effective(FwpValue0 weight, List<FwpmFilterCondition0> conditions, Layer layer) {
        return switch (weight) {
            case FwpValue0.Uint64 it -> it.uint64();
            case FwpValue0.Uint8 it ->
                    (long) it.uint8() << AUTOMATIC_BITS | automatic(conditions, layer);
            default -> automatic(conditions, layer);
        };
    }

    private long automatic(List<FwpmFilterCondition0> conditions, Layer layer) {
        return automatic.computeIfAbsent(layer.key(), _ -> new AutoWeight(layer)).of(conditions);
    }

    /** {@return the effective weight as it stands in a stored filter} */
    static long of(FwpValue0 effectiveWeight) {
        return switch (effectiveWeight) {
            case FwpValue0.Uint64 it -> it.uint64();
            default -> throw new IllegalStateException("no effective weight: " + effectiveWeight);
        };
    }
}

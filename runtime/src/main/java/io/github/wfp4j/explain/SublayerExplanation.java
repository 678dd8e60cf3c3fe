package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What happened in one sublayer.
 *
 * @param sublayer the sublayer
 * @param weight its weight; the highest is asked first
 * @param opinion PERMIT or BLOCK, or null if none of its filters decided
 * @param effect what the opinion did to the action of the layer, or null for none
 * @param filters the filters, in the order of evaluation
 */
public record SublayerExplanation(
        SublayerKey sublayer,
        int weight,
        @Nullable FwpActionType opinion,
        @Nullable Effect effect,
        List<ConsideredFilter> filters) {
    /** Copies the filters. */
    public SublayerExplanation {
        requireNonNull(sublayer, "sublayer");
        filters = List.copyOf(filters);
    }
}

package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What happened at one layer.
 *
 * @param layer the layer
 * @param action PERMIT or BLOCK; NONE if no filter had an opinion, so that the packet goes on
 * @param strength whether a further sublayer could have overruled the action
 * @param decidedBy the filter whose answer is the action, or null for none
 * @param drops whether the packet is dropped here; some layers only look, so that their blocks drop
 *     nothing
 * @param sublayers the sublayers that have filters here, in the order in which they are asked
 */
public record LayerExplanation(
        LayerKey layer,
        FwpActionType action,
        Strength strength,
        @Nullable FwpmFilter0 decidedBy,
        boolean drops,
        List<SublayerExplanation> sublayers) {
    /** Copies the sublayers. */
    public LayerExplanation {
        requireNonNull(layer, "layer");
        requireNonNull(action, "action");
        requireNonNull(strength, "strength");
        sublayers = List.copyOf(sublayers);
    }
}

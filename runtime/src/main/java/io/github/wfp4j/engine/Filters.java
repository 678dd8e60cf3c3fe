package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;

import java.util.List;

/**
 * The usual filters, as records to change further with their with-ers and add.
 *
 * <p>Each gets a name made of its action and layer, a key that the engine chooses, the layer's
 * default sublayer, and a weight that the engine computes from the conditions.
 */
public final class Filters {
    private Filters() {}

    /**
     * {@return a filter that permits}
     *
     * @param layer where
     * @param conditions what; nothing stands for all traffic of the layer
     */
    public static FwpmFilter0 permit(LayerKey layer, FwpmFilterCondition0... conditions) {
        return filter("permit", layer, FwpmAction0.of(FwpActionType.PERMIT), conditions);
    }

    /**
     * {@return a filter that permits}
     *
     * @param conditions where and what, made by {@link Conditions#at}
     */
    public static FwpmFilter0 permit(LayerConditions conditions) {
        return permit(conditions.layer(), conditions.toList().toArray(FwpmFilterCondition0[]::new));
    }

    /**
     * {@return a filter that blocks}
     *
     * @param layer where
     * @param conditions what; nothing stands for all traffic of the layer
     */
    public static FwpmFilter0 block(LayerKey layer, FwpmFilterCondition0... conditions) {
        return filter("block", layer, FwpmAction0.of(FwpActionType.BLOCK), conditions);
    }

    /**
     * {@return a filter that blocks}
     *
     * @param conditions where and what, made by {@link Conditions#at}
     */
    public static FwpmFilter0 block(LayerConditions conditions) {
        return block(conditions.layer(), conditions.toList().toArray(FwpmFilterCondition0[]::new));
    }

    /**
     * {@return a filter that has a callout decide}
     *
     * @param layer where; the callout must be made for that layer
     * @param callout a callout that always permits or blocks
     * @param conditions what; nothing stands for all traffic of the layer
     */
    public static FwpmFilter0 callout(
            LayerKey layer, CalloutKey callout, FwpmFilterCondition0... conditions) {
        return callout(FwpActionType.CALLOUT_TERMINATING, layer, callout, conditions);
    }

    /**
     * {@return a filter that shows traffic to a callout, which does not decide}
     *
     * @param layer where; the callout must be made for that layer
     * @param callout a callout that never permits or blocks
     * @param conditions what; nothing stands for all traffic of the layer
     */
    public static FwpmFilter0 inspect(
            LayerKey layer, CalloutKey callout, FwpmFilterCondition0... conditions) {
        return callout(FwpActionType.CALLOUT_INSPECTION, layer, callout, conditions);
    }

    private static FwpmFilter0 callout(
            FwpActionType type,
            LayerKey layer,
            CalloutKey callout,
            FwpmFilterCondition0... conditions) {
        FwpmAction0 action = new FwpmAction0(type, new FwpmAction0.Target.Callout(callout));
        return filter(callout.toString(), layer, action, conditions);
    }

    private static FwpmFilter0 filter(
            String verb, LayerKey layer, FwpmAction0 action, FwpmFilterCondition0... conditions) {
        return FwpmFilter0.of(FwpmDisplayData0.of(verb + " at " + layer), layer, action)
                .withFilterCondition(List.of(conditions));
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Guid;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Lets filters share what nearly all of them have in common, of which decoding makes an own copy
 * for each.
 *
 * <p>Of an ordinary filter that is a third of its memory, which counts when there are a million.
 */
final class SharedParts {
    private static final FwpByteBlob NO_DATA = new FwpByteBlob(Bytes.empty());
    private static final FwpmFilter0.Context NO_CONTEXT = new FwpmFilter0.Context.RawContext(0);
    private static final FwpValue0 NO_WEIGHT = new FwpValue0.Empty();
    private static final Map<FwpActionType, FwpmAction0> ACTIONS =
            new EnumMap<>(FwpActionType.class);

    static {
        for (FwpActionType type : List.of(FwpActionType.BLOCK, FwpActionType.PERMIT)) {
            ACTIONS.put(type, new FwpmAction0(type, new FwpmAction0.Target.FilterType(Guid.ZERO)));
        }
    }

    private SharedParts() {}

    /**
     * {@return an equal filter}
     *
     * @param filter a filter whose layer and conditions are valid
     * @param layer its layer
     */
    static FwpmFilter0 share(FwpmFilter0 filter, Layer layer) {
        return new FwpmFilter0(
                filter.filterKey(),
                filter.displayData(),
                either(FwpmFilterFlags.NONE, filter.flags()),
                filter.providerKey(),
                either(NO_DATA, filter.providerData()),
                layer.key(),
                filter.subLayerKey(),
                either(NO_WEIGHT, filter.weight()),
                filter.filterCondition().stream().map(it -> share(it, layer)).toList(),
                either(
                        ACTIONS.getOrDefault(filter.action().type(), filter.action()),
                        filter.action()),
                either(NO_CONTEXT, filter.context()),
                filter.filterId(),
                filter.effectiveWeight());
    }

    private static <T> T either(T shared, T own) {
        return shared.equals(own) ? shared : own;
    }

    private static FwpmFilterCondition0 share(FwpmFilterCondition0 condition, Layer layer) {
        return new FwpmFilterCondition0(
                share(condition.fieldKey(), layer),
                condition.matchType(),
                condition.conditionValue());
    }

    private static ConditionKey share(ConditionKey key, Layer layer) {
        for (LayerField field : layer.fields()) {
            if (field.key().equals(key)) {
                return field.key();
            }
        }
        return key;
    }
}

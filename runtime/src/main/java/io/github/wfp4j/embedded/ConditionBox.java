package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.ConditionKey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What conditions at one layer match together: a box with a side for each field (5).
 *
 * @param sides the fields that have conditions; every other one may hold anything
 */
record ConditionBox(Map<ConditionKey, FieldSet> sides) {
    /**
     * {@return what conditions match}
     *
     * @param conditions conditions that were found to be possible at the layer
     */
    static ConditionBox of(List<FwpmFilterCondition0> conditions, Layer layer) {
        Map<ConditionKey, FieldSet> sides = new HashMap<>();
        for (FwpmFilterCondition0 condition : conditions) {
            ConditionKey field = condition.fieldKey();
            FieldSet side = FieldSet.of(condition, ConditionChecks.field(layer, field).dataType());
            sides.merge(field, side, FieldSet::or);
        }
        return new ConditionBox(sides);
    }

    /** {@return whether nothing can match, because a condition excludes every value} */
    boolean isEmpty() {
        return sides.values().stream().anyMatch(FieldSet::isEmpty);
    }

    /** {@return whether this box matches all that another one matches} */
    boolean contains(ConditionBox other) {
        return sides.entrySet().stream()
                .allMatch(side -> {
                    FieldSet wanted = other.sides.get(side.getKey());
                    return wanted == null
                            ? side.getValue().isEverything()
                            : side.getValue().contains(wanted);
                });
    }

    /** {@return whether this box matches something that another one matches} */
    boolean overlaps(ConditionBox other) {
        return sides.entrySet().stream()
                .allMatch(side -> {
                    FieldSet wanted = other.sides.get(side.getKey());
                    return wanted == null
                            ? !side.getValue().isEmpty()
                            : side.getValue().intersects(wanted);
                });
    }
}

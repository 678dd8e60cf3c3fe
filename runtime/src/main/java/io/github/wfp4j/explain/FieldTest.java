package io.github.wfp4j.explain;

import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.ConditionKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Conditions of a filter on one field that stand next to each other; one of them has to hold
 * (4.44).
 *
 * @param key the field
 * @param slot what the field is, or null if it does not follow from the packet
 * @param conditions the conditions
 * @param tests the conditions, ready
 */
record FieldTest(
        ConditionKey key,
        @Nullable Slot slot,
        List<FwpmFilterCondition0> conditions,
        List<ValueTest> tests) {
    FieldTest(List<FwpmFilterCondition0> conditions) {
        this(
                conditions.getFirst().fieldKey(),
                Slot.of(conditions.getFirst().fieldKey()),
                List.copyOf(conditions),
                conditions.stream().map(ValueTest::of).toList());
    }

    /** {@return the conditions of a filter by field; all have to hold (4.43)} */
    static List<FieldTest> of(List<FwpmFilterCondition0> conditions) {
        List<FieldTest> tests = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= conditions.size(); i++) {
            boolean ends =
                    i == conditions.size()
                            || !conditions
                                    .get(i)
                                    .fieldKey()
                                    .equals(conditions.get(from).fieldKey());
            if (ends) {
                tests.add(new FieldTest(conditions.subList(from, i)));
                from = i;
            }
        }
        return List.copyOf(tests);
    }

    boolean matches(FieldValues values) {
        Value value = values.get(key, slot);
        for (int i = 0; i < tests.size(); i++) {
            if (tests.get(i).matches(value)) {
                return true;
            }
        }
        return false;
    }
}

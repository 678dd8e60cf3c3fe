package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.ConditionKey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several conditions on one field that probably do not mean what they seem to.
 *
 * @param kind what is odd about them
 * @param field the field that they are on
 * @param indexes which conditions of the list they are, counted from 0
 */
public record ConditionTrap(Kind kind, ConditionKey field, List<Integer> indexes) {
    /** What is odd about conditions on one field. */
    public enum Kind {
        /**
         * One of them is for all values but one. Of conditions on one field one must hold, by the
         * documentation, so that two for all values but one match everything. Nobody here has seen
         * what Windows does.
         */
        COMPLEMENT,

        /**
         * They do not stand next to each other. The documentation says for neighbours only that one
         * of them must hold; for others Windows probably refuses the filter, with {@code
         * FWP_E_DUPLICATE_CONDITION}.
         */
        SCATTERED
    }

    /** Copies the list. */
    public ConditionTrap {
        indexes = List.copyOf(indexes);
    }

    /** {@return what is odd, and what to do} */
    public String message() {
        return switch (kind) {
            case COMPLEMENT ->
                    ("conditions %s on %s: one of them must hold, not all, and one is for all"
                         + " values but one; leave several values out by ranges between them, or by"
                         + " filters of greater weight")
                            .formatted(indexes, field);
            case SCATTERED ->
                    ("conditions %s on %s: conditions on one field must be neighbours;"
                                    + " Conditions.at(layer) orders them so")
                            .formatted(indexes, field);
        };
    }

    /** {@return what is odd about conditions, the first condition's first} */
    static List<ConditionTrap> in(List<FwpmFilterCondition0> conditions) {
        Map<ConditionKey, List<Integer>> byField = new LinkedHashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            byField.computeIfAbsent(conditions.get(i).fieldKey(), _ -> new ArrayList<>()).add(i);
        }
        List<ConditionTrap> traps = new ArrayList<>();
        byField.forEach((field, indexes) -> {
            if (indexes.size() > 1) {
                if (indexes.stream().anyMatch(i -> isComplement(conditions.get(i)))) {
                    traps.add(new ConditionTrap(Kind.COMPLEMENT, field, indexes));
                }
                if (indexes.getLast() - indexes.getFirst() >= indexes.size()) {
                    traps.add(new ConditionTrap(Kind.SCATTERED, field, indexes));
                }
            }
        });
        return traps;
    }

    private static boolean isComplement(FwpmFilterCondition0 condition) {
        return condition.matchType() == FwpMatchType.NOT_EQUAL
                || condition.matchType() == FwpMatchType.NOT_PREFIX;
    }
}

package io.github.wfp4j.explain;

import io.github.wfp4j.types.ConditionKey;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Finds the filters that can match without looking at all of them.
 *
 * <p>It is a tree. A branch looks at one field: filters that want single values of it are found in
 * a table, those that want intervals in a tree of intervals, and those that do not care come along
 * always. What remains together is looked at one by one.
 */
sealed interface FilterIndex {
    /** {@return the lowest rank inside} */
    int first();

    /** Tests the filters that can match. */
    void find(Matches matches);

    /** Filters that are tested one by one. */
    final class Leaf implements FilterIndex {
        private final int[] ranks;

        /**
         * Makes a leaf.
         *
         * @param ranks the ranks of the filters, ascending
         */
        Leaf(int[] ranks) {
            this.ranks = ranks;
        }

        @Override
        public int first() {
            return ranks[0];
        }

        @Override
        public void find(Matches matches) {
            for (int rank : ranks) {
                if (!matches.wants(rank)) {
                    return;
                }
                matches.test(rank);
            }
        }
    }

    /**
     * Filters told apart by one field.
     *
     * @param first the lowest rank
     * @param key the field
     * @param slot what the field is, or null if it does not follow from the packet
     * @param single those that want single values, by value
     * @param intervals those that want intervals, or null for none
     * @param rest those for which the field does not matter or has to be looked at otherwise, or
     *     null for none
     */
    record Branch(
            int first,
            ConditionKey key,
            @Nullable Slot slot,
            Map<Object, FilterIndex> single,
            @Nullable IntervalIndex intervals,
            @Nullable FilterIndex rest)
            implements FilterIndex {
        @Override
        public void find(Matches matches) {
            Value value = matches.values().get(key, slot);
            if (value != null) {
                enter(single.get(value.key()), matches);
                Wide wide = value.wide();
                if (intervals != null && wide != null) {
                    intervals.find(wide, matches);
                }
            }
            enter(rest, matches);
        }
    }

    /** Goes on with a part, if there is one and it can still matter. */
    static void enter(@Nullable FilterIndex part, Matches matches) {
        if (part != null && matches.wants(part.first())) {
            part.find(matches);
        }
    }
}

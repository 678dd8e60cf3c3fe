package io.github.wfp4j.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects which filters of a sublayer match, by their ranks.
 *
 * <p>Unless all are wanted, it stops at the first that permits or blocks by itself.
 */
final class Matches {
    private final List<CompiledFilter> filters;
    private final FieldValues values;
    private final boolean all;
    private int end = Integer.MAX_VALUE;
    private int[] ranks = new int[4];
    private int size;

    Matches(List<CompiledFilter> filters, FieldValues values, boolean all) {
        this.filters = filters;
        this.values = values;
        this.all = all;
    }

    FieldValues values() {
        return values;
    }

    /** {@return whether filters from a rank on can still matter} */
    boolean wants(int rank) {
        return rank < end;
    }

    /** Tests a filter, and notes it if it matches. */
    void test(int rank) {
        CompiledFilter filter = filters.get(rank);
        if (!filter.matches(values)) {
            return;
        }
        if (size == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * size);
        }
        ranks[size++] = rank;
        if (!all && filter.endsBySelf()) {
            end = Math.min(end, rank);
        }
    }

    /** {@return the ranks of those that match, in the order of evaluation} */
    List<Integer> inOrder() {
        Arrays.sort(ranks, 0, size);
        List<Integer> found = new ArrayList<>(size);
        for (int i = 0; i < size && ranks[i] <= end; i++) {
            found.add(ranks[i]);
        }
        return found;
    }
}

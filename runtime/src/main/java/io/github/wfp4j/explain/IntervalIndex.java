package io.github.wfp4j.explain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Filters by the intervals that they want of one field: a segment tree.
 *
 * <p>The ends of all intervals cut the numbers into segments, which are the leaves of a binary
 * tree. An interval stands at the few nodes that together cover it; those on the way from the leaf
 * of a number to the root hold all intervals around the number.
 */
final class IntervalIndex {
    private final Wide[] starts;
    private final @Nullable FilterIndex[] nodes;

    /**
     * An interval and the filter that wants it.
     *
     * @param low the lowest number inside
     * @param high the highest number inside
     * @param rank the filter's rank
     */
    record Entry(Wide low, Wide high, int rank) {}

    /**
     * Builds the tree.
     *
     * @param entries in the order of ranks, not empty
     * @param index makes the index of filters that stand at one node
     */
    IntervalIndex(List<Entry> entries, Function<int[], FilterIndex> index) {
        TreeSet<Wide> cuts = new TreeSet<>();
        for (Entry entry : entries) {
            cuts.add(entry.low);
            if (!entry.high.equals(Wide.MAX)) {
                cuts.add(entry.high.next());
            }
        }
        starts = cuts.toArray(Wide[]::new);
        List<@Nullable List<Integer>> at =
                new ArrayList<>(Collections.nCopies(2 * starts.length, null));
        for (Entry entry : entries) {
            int from = Arrays.binarySearch(starts, entry.low);
            int to =
                    entry.high.equals(Wide.MAX)
                            ? starts.length
                            : Arrays.binarySearch(starts, entry.high.next());
            cover(from, to, entry.rank, at);
        }
        nodes = new FilterIndex[at.size()];
        for (int i = 0; i < nodes.length; i++) {
            List<Integer> ranks = at.get(i);
            nodes[i] =
                    ranks == null
                            ? null
                            : index.apply(ranks.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private void cover(int from, int to, int rank, List<@Nullable List<Integer>> at) {
        int left = from + starts.length;
        int right = to + starts.length;
        while (left < right) {
            if ((left & 1) == 1) {
                add(left++, rank, at);
            }
            if ((right & 1) == 1) {
                add(--right, rank, at);
            }
            left >>= 1;
            right >>= 1;
        }
    }

    private static void add(int node, int rank, List<@Nullable List<Integer>> at) {
        List<Integer> ranks = at.get(node);
        if (ranks == null) {
            ranks = new ArrayList<>(1);
            at.set(node, ranks);
        }
        ranks.add(rank);
    }

    /** Tests the filters that want an interval around a number. */
    void find(Wide number, Matches matches) {
        int found = Arrays.binarySearch(starts, number);
        int segment = found >= 0 ? found : -found - 2;
        if (segment < 0) {
            return;
        }
        for (int node = segment + starts.length; node > 0; node >>= 1) {
            FilterIndex.enter(nodes[node], matches);
        }
    }
}

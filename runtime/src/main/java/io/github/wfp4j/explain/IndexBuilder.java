package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.types.ConditionKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Builds the index of a sublayer's filters: at each step by the field that tells most apart. */
final class IndexBuilder {
    /** Fewer filters are looked at one by one. */
    private static final int LEAF = 8;

    private final List<Map<ConditionKey, Wanted>> wanted;

    /**
     * What a filter wants of a field.
     *
     * @param single single values, each as {@link Value#key}
     * @param spans intervals that do not touch one another; then there are no single values
     */
    private record Wanted(Set<Object> single, List<Span> spans) {}

    private record Span(Wide low, Wide high) {
        boolean isSingle() {
            return low.equals(high);
        }
    }

    private IndexBuilder(List<CompiledFilter> filters) {
        wanted = new ArrayList<>(filters.size());
        for (CompiledFilter filter : filters) {
            Map<ConditionKey, Wanted> byField = new LinkedHashMap<>();
            for (FieldTest test : filter.tests()) {
                Wanted values = wantedBy(test.tests());
                if (values != null) {
                    byField.putIfAbsent(test.key(), values);
                }
            }
            wanted.add(byField);
        }
    }

    /** {@return the index of filters that stand in the order of evaluation, at least one} */
    static FilterIndex build(List<CompiledFilter> filters) {
        return new IndexBuilder(filters)
                .build(IntStream.range(0, filters.size()).toArray(), Set.of());
    }

    /** {@return what some conditions want together, or null if no table can say} */
    private static @Nullable Wanted wantedBy(List<ValueTest> tests) {
        Set<Object> single = new HashSet<>();
        List<Span> spans = new ArrayList<>();
        for (ValueTest test : tests) {
            switch (test) {
                case ValueTest.Interval it when !it.negated() ->
                        spans.add(new Span(it.low(), it.high()));
                case ValueTest.Ordered it when it.match() == FwpMatchType.EQUAL ->
                        single.add(it.wanted());
                default -> {
                    return null;
                }
            }
        }
        if (!single.isEmpty()) {
            return spans.isEmpty() ? new Wanted(single, List.of()) : null;
        }
        List<Span> merged = merged(spans);
        if (merged.stream().allMatch(Span::isSingle)) {
            merged.forEach(span -> single.add(span.low));
            return new Wanted(single, List.of());
        }
        return new Wanted(Set.of(), merged);
    }

    /** A number must not be found twice for one filter. */
    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted(Comparator.comparing(Span::low)).toList()) {
            if (span.low.compareTo(span.high) > 0) {
                continue;
            }
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && span.low.compareTo(last.high) <= 0) {
                Wide high = span.high.compareTo(last.high) > 0 ? span.high : last.high;
                merged.set(merged.size() - 1, new Span(last.low, high));
            } else {
                merged.add(span);
            }
        }
        return List.copyOf(merged);
    }

    private FilterIndex build(int[] ranks, Set<ConditionKey> used) {
        ConditionKey key = ranks.length <= LEAF ? null : bestField(ranks, used);
        return key == null ? new FilterIndex.Leaf(ranks) : branch(key, ranks, used);
    }

    /** {@return the field that leaves the fewest filters together, or null if none helps} */
    private @Nullable ConditionKey bestField(int[] ranks, Set<ConditionKey> used) {
        Map<ConditionKey, Map<Wanted, Integer>> counts = new LinkedHashMap<>();
        for (int rank : ranks) {
            wanted.get(rank)
                    .forEach((key, values) -> {
                        if (!used.contains(key)) {
                            counts.computeIfAbsent(key, _ -> new HashMap<>())
                                    .merge(values, 1, Integer::sum);
                        }
                    });
        }
        ConditionKey best = null;
        int most = 0;
        for (Map.Entry<ConditionKey, Map<Wanted, Integer>> entry : counts.entrySet()) {
            int all = 0;
            int together = 0;
            for (int count : entry.getValue().values()) {
                all += count;
                together = Math.max(together, count);
            }
            // Even if all want the same, a packet with another value is done with them.
            int apart = 2 * all - together;
            if (apart > most) {
                most = apart;
                best = entry.getKey();
            }
        }
        return best;
    }

    private FilterIndex branch(ConditionKey key, int[] ranks, Set<ConditionKey> used) {
        Set<ConditionKey> now = new HashSet<>(used);
        now.add(key);
        Map<Object, List<Integer>> single = new HashMap<>();
        List<IntervalIndex.Entry> intervals = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int rank : ranks) {
            Wanted values = wanted.get(rank).get(key);
            if (values == null) {
                rest.add(rank);
                continue;
            }
            for (Object value : values.single) {
                single.computeIfAbsent(value, _ -> new ArrayList<>(1)).add(rank);
            }
            for (Span span : values.spans) {
                intervals.add(new IntervalIndex.Entry(span.low, span.high, rank));
            }
        }
        Map<Object, FilterIndex> table = new HashMap<>();
        single.forEach((value, some) -> table.put(value, build(array(some), now)));
        return new FilterIndex.Branch(
                ranks[0],
                key,
                Slot.of(key),
                table,
                intervals.isEmpty() ? null : new IntervalIndex(intervals, some -> build(some, now)),
                rest.isEmpty() ? null : build(array(rest), now));
    }

    private static int[] array(List<Integer> ranks) {
        return ranks.stream().mapToInt(Integer::intValue).toArray();
    }
}

package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.scenarios.Precedence;
import io.github.wfp4j.types.FilterKey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which order filters of a layer will be asked, as far as a plan says it.
 *
 * <p>A weight or a range of weights is known. An automatic weight is below the first range, and the
 * engine computes it when the filter is added; more conditions usually make it greater, and what a
 * plan demands of two filters holds, since a plan that the engine ranks otherwise is not added.
 */
final class FilterOrder {
    private static final int RANGE_SHIFT = 60;

    private static final Comparator<FwpmFilter0> HEAVIEST_FIRST =
            Comparator.comparing(FilterOrder::lowestWeight, Long::compareUnsigned)
                    .thenComparingInt(filter -> filter.filterCondition().size())
                    .reversed();

    private FilterOrder() {}

    /** The filters of one layer, the heaviest first. */
    static List<FwpmFilter0> of(List<FwpmFilter0> filters, List<Precedence> precedences) {
        List<FwpmFilter0> order = new ArrayList<>(filters.stream().sorted(HEAVIEST_FIRST).toList());
        // Each round can only bring a demand about that an earlier one undid, so as many suffice.
        for (int round = 0; round < precedences.size(); round++) {
            precedences.forEach(precedence -> heed(precedence, order));
        }
        return order;
    }

    private static void heed(Precedence precedence, List<FwpmFilter0> order) {
        int higher = indexOf(precedence.higher(), order);
        int lower = indexOf(precedence.lower(), order);
        if (lower >= 0 && higher > lower) {
            order.add(lower, order.remove(higher));
        }
    }

    private static int indexOf(FilterKey key, List<FwpmFilter0> filters) {
        return filters.stream().map(FwpmFilter0::filterKey).toList().indexOf(key);
    }

    private static long lowestWeight(FwpmFilter0 filter) {
        return switch (filter.weight()) {
            case FwpValue0.Uint8(int range) -> (long) range << RANGE_SHIFT;
            case FwpValue0.Uint64(long weight) -> weight;
            default -> 0;
        };
    }
}

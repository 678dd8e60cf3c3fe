package io.github.wfp4j.benchmarks;

import io.github.wfp4j.fwpm.FwpmFilter0;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Keeps the last records, so that the JIT cannot leave out what nobody reads of them. */
final class Kept {
    private static final int MOST = 64;

    private final @Nullable FwpmFilter0[] last = new @Nullable FwpmFilter0[MOST];
    private int next;

    /**
     * Keeps a record until as many others have come.
     *
     * @return its identifier
     */
    long add(FwpmFilter0 filter) {
        last[next++ & (MOST - 1)] = filter;
        return filter.filterId();
    }

    /** {@return whether what was kept is the end of a list} */
    boolean isEndOf(List<FwpmFilter0> filters) {
        int kept = Math.min(MOST, filters.size());
        int first = filters.size() - kept;
        return filters.subList(first, filters.size()).stream()
                .allMatch(filter -> Arrays.stream(last).anyMatch(it -> Objects.equals(it, filter)));
    }
}

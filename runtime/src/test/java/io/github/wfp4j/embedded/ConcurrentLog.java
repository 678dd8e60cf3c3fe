package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmSublayer0View;
import io.github.wfp4j.win32.ErrorCode;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What all threads committed, in an order in which it can be done again one after another. */
final class ConcurrentLog {
    private final AtomicLong order = new AtomicLong();
    private final Queue<Committed> all = new ConcurrentLinkedQueue<>();

    private record Committed(long order, List<ConcurrentEdit> edits, List<ErrorCode> answers) {}

    /**
     * What an engine shows, without what no rule promises.
     *
     * @param sublayers the sublayers, in their order
     * @param shared the filters that threads share, in their order and without ids
     * @param own the filters that only one thread knows, whose order is by chance
     */
    record State(List<FwpmSublayer0> sublayers, List<FwpmFilter0> shared, Set<FwpmFilter0> own) {
        static State of(Engine engine) {
            List<FwpmFilter0> filters =
                    engine.filters().toList(FwpmFilter0View::toRecord).stream()
                            .map(filter -> filter.withFilterId(0))
                            .toList();
            return new State(
                    engine.sublayers().toList(FwpmSublayer0View::toRecord),
                    filters.stream().filter(State::isShared).toList(),
                    filters.stream().filter(it -> !isShared(it)).collect(Collectors.toSet()));
        }

        private static boolean isShared(FwpmFilter0 filter) {
            return filter.filterKey().guid().high() == ConcurrentEdit.SHARED;
        }
    }

    /**
     * {@return the place of a transaction among all}
     *
     * <p>To be asked for while the transaction holds the lock; for a change without a transaction,
     * which must be to an object that no other thread knows, right after it.
     */
    long nextOrder() {
        return order.incrementAndGet();
    }

    /** Notes what a transaction did that is committed. */
    void note(long place, List<ConcurrentEdit> edits, List<ErrorCode> answers) {
        all.add(new Committed(place, List.copyOf(edits), List.copyOf(answers)));
    }

    /** {@return how many transactions were noted} */
    int size() {
        return all.size();
    }

    /** Does everything again on an empty engine, where all answers must be the same. */
    void replay(Engine engine) {
        sorted().forEach(committed -> {
            try (Transaction transaction = engine.begin()) {
                assertThat(committed.edits().stream().map(edit -> edit.make(engine)).toList())
                        .as("transaction %d: %s", committed.order(), committed.edits())
                        .isEqualTo(committed.answers());
                transaction.commit();
            }
        });
    }

    private Collection<Committed> sorted() {
        return all.stream().sorted(Comparator.comparingLong(Committed::order)).toList();
    }
}

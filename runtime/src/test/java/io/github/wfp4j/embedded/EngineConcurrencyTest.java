package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.ConcurrentLog.State;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.view.FwpmFilter0View;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Many threads use one engine at the same time.
 *
 * <p>{@code -Dwfp4j.concurrency.seconds=600} lets them do so for longer.
 */
final class EngineConcurrencyTest {
    private static final int THREADS = 8;
    private static final Duration TIME =
            Duration.ofSeconds(Long.getLong("wfp4j.concurrency.seconds", 20));

    /** How much longer than its time a thread may take before it counts as stuck. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    @DisplayName(
            "2.4, 2.5, 2.6, 2.9, 5.1, 8.15: many threads do what one after another would have done")
    void isSerializable() throws Exception {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                EmbeddedEngine again = EmbeddedEngine.create()) {
            ConcurrentLog log = new ConcurrentLog();
            try (ConcurrentWatcher watcher = new ConcurrentWatcher(embedded)) {
                work(embedded, log);
                watcher.requireSameAs(filtersOf(embedded));
            }
            State state = stateOf(embedded);
            try (Engine engine = open(again)) {
                log.replay(engine);
            }
            System.out.printf("%d threads committed %,d transactions%n", THREADS, log.size());
            assertThat(log.size()).isGreaterThan(100 * THREADS);
            assertThat(stateOf(again)).isEqualTo(state);
            assertThat(embedded.leakReport())
                    .as("what nobody gave back")
                    .isEqualTo(new LeakReport(List.of(), List.of()));
        }
    }

    private static Set<Guid> filtersOf(EmbeddedEngine embedded) {
        try (Engine engine = open(embedded)) {
            return engine.filters().toList(FwpmFilter0View::filterKey).stream()
                    .map(FilterKey::guid)
                    .collect(Collectors.toSet());
        }
    }

    private static void work(EmbeddedEngine embedded, ConcurrentLog log) throws Exception {
        long end = System.nanoTime() + TIME.toNanos();
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                workers.add(executor.submit(new ConcurrentWorker(embedded, log, i, end)));
            }
            for (Future<?> worker : workers) {
                await(worker, end + PATIENCE.toNanos());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void await(Future<?> worker, long end) throws Exception {
        try {
            worker.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("a thread is stuck\n" + threads(), e);
        } catch (ExecutionException e) {
            throw new AssertionError("a thread failed", e.getCause());
        }
    }

    private static String threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(it ->
                        it.getKey()
                                + List.of(it.getValue()).stream()
                                        .map(frame -> "\n    at " + frame)
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static State stateOf(EmbeddedEngine embedded) {
        try (Engine engine = open(embedded)) {
            return State.of(engine);
        }
    }

    private static Engine open(EmbeddedEngine embedded) {
        return embedded.open(Client.session(FwpmSessionFlags.NONE, 0));
    }
}

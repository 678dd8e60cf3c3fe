package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

import java.util.ArrayList;
import java.util.List;

/**
 * Does the embedded engine stay as fast per filter from ten thousand to a million filters?
 *
 * <pre>{@code
 * ./wfp4j-bench --full EmbeddedEngine
 * }</pre>
 *
 * <p>Filters are added and read through the API that people use, so that the times are those of
 * both sides: writing structs, copying them in, checking, storing; finding, copying out, reading in
 * place. Garbage collection counts.
 *
 * <p>One operation is one filter; of {@link Work#COMMIT} two transactions with one change each.
 * Read {@code x}, how many times as long it takes with many filters as with few. It should be no
 * more than the caches of the processor explain.
 */
@Fork(
        value = 3,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xms8g", "-Xmx8g"})
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 5)
public class EmbeddedEngineBenchmark extends Comparison {
    private static final int COMMITS = 1_000;

    /** What is done. */
    public enum Work {
        /** Filters are added to an empty engine, a thousand in each transaction. */
        ADD,
        /** One filter is added and deleted, in transactions of their own. */
        COMMIT,
        /** All filters are enumerated, a thousand in each page. */
        ENUMERATE,
        /** The filters of one layer are enumerated. */
        ENUMERATE_LAYER
    }

    /** What is done. */
    @Param public Work work = Work.ADD;

    /** How many filters there are. */
    @Param("1000000")
    public int filters;

    /** How many there are in the engine that it is compared with. */
    @Param("10000")
    public int fewer;

    private final List<SampleEngine> engines = new ArrayList<>();

    @Override
    Side asked() {
        return side(filters);
    }

    @Override
    Side yardstick() {
        return side(fewer);
    }

    @Override
    long now() {
        return System.nanoTime();
    }

    @Override
    void end() {
        engines.forEach(SampleEngine::close);
    }

    private Side side(int count) {
        // As often as it takes to do the same work, so that chance has as little to say.
        int times = Math.max(1, filters / count);
        if (work == Work.ADD) {
            return new Side(Repeated.of(() -> add(count), times), (long) times * count);
        }
        SampleEngine engine = SampleEngine.with(count);
        engines.add(engine);
        return switch (work) {
            case ADD, ENUMERATE ->
                    new Side(Repeated.of(engine::enumerate, times), (long) times * count);
            case COMMIT -> new Side(() -> engine.commit(COMMITS), COMMITS);
            case ENUMERATE_LAYER -> new Side(engine::enumerateLayer, SampleEngine.atLayer(count));
        };
    }

    private static long add(int count) {
        try (SampleEngine engine = SampleEngine.with(count)) {
            return engine.commit(1);
        }
    }
}

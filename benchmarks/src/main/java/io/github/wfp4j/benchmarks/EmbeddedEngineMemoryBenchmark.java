package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * How much heap does a filter of the embedded engine take?
 *
 * <pre>{@code
 * ./wfp4j-bench --full EmbeddedEngineMemory
 * }</pre>
 *
 * <p>Read {@code bytesPerFilter}, what is left after garbage collection. It should not grow with
 * the number of filters. The time is of no interest.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xmx8g"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class EmbeddedEngineMemoryBenchmark {
    private static final int LEAST = 1_000;

    /** How many filters there are. */
    @Param({"10000", "1000000"})
    public int filters;

    /** Takes the result. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Memory {
        /** The heap that a filter takes. */
        public long bytesPerFilter;
    }

    /**
     * Measures the heap before and after filters are added.
     *
     * @param memory takes the result
     */
    @Benchmark
    public void memory(Memory memory) {
        try (SampleEngine engine = SampleEngine.with(LEAST)) {
            long before = usedHeap();
            engine.add(filters);
            memory.bytesPerFilter = (usedHeap() - before) / filters;
        }
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        // One collection may leave what the next one finds.
        for (int i = 0; i < 3; i++) {
            System.gc();
            used =
                    Math.min(
                            used,
                            Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }
}

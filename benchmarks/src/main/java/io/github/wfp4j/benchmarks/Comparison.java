package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Two sides that do the same work: one that is asked about, and a yardstick.
 *
 * <p>{@link #turns} lets them take turns in the same process over the same memory, so that both see
 * the same machine: a busy one moves both times, and much less their ratio. It takes the time that
 * the thread had the processor, so a garbage collector's threads do not count. {@link #alone} times
 * the first side only, by the clock on the wall, which is what {@code -prof gc} needs to tell its
 * garbage.
 *
 * <p>Each side is made, and its work checked once, before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class Comparison {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Side NONE = new Side(() -> 0, 1);

    private Side asked = NONE;
    private Side yardstick = NONE;

    /** Made by subclasses. */
    protected Comparison() {}

    /** Counts operations, so that a result is per operation. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        /** How many were done. */
        public long operations;
    }

    /** Time and operations of the two sides; the ratio of {@code times / operations} counts. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Turns {
        /** The time of the side that is asked about, in nanoseconds. */
        public long nanos;

        /** How much it did. */
        public long operations;

        /** The time of the yardstick, in nanoseconds. */
        public long yardstickNanos;

        /** How much it did. */
        public long yardstickOperations;
    }

    /** {@return the side that is asked about; its work was checked} */
    abstract Side asked();

    /** {@return what it is compared with; its work was checked} */
    abstract Side yardstick();

    /** {@return the time that is taken, in nanoseconds from anywhere} */
    long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Gives back what the sides hold. */
    void end() {}

    /** Makes both sides. */
    @Setup
    public final void prepare() {
        asked = asked();
        yardstick = yardstick();
    }

    /** Gives back what the sides hold. */
    @TearDown
    public final void finish() {
        end();
    }

    /**
     * Times the side that is asked about.
     *
     * @param count counts its operations
     * @return the sum of what was done
     */
    @Benchmark
    public long alone(Count count) {
        count.operations += asked.operations();
        return asked.pass().run();
    }

    /**
     * Times both sides in turn.
     *
     * @param turns takes the times
     * @return the sum of what was done
     */
    @Benchmark
    public long turns(Turns turns) {
        long start = now();
        long sum = yardstick.pass().run();
        long middle = now();
        sum += asked.pass().run();
        long end = now();
        turns.yardstickNanos += middle - start;
        turns.yardstickOperations += yardstick.operations();
        turns.nanos += end - middle;
        turns.operations += asked.operations();
        return sum;
    }
}

package io.github.wfp4j.benchmarks;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.view.FwpmFilter0View;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Does the embedded engine stay as fast per filter, and as small, from ten thousand to a million
 * filters?
 *
 * <pre>{@code
 * mvn package -DskipTests
 * java -jar benchmarks/target/wfp4j-benchmarks.jar EmbeddedEngineBenchmark
 * }</pre>
 *
 * <p>A filter has a name of its own and three conditions: protocol, remote address, remote port. It
 * is added and read through the API that people use, so that the times are those of both sides:
 * writing structs, copying them in, checking, storing; finding, copying out, reading in place.
 *
 * <p>Read the lines that end in {@code :filters}: nanoseconds per filter. The two sizes should
 * differ by no more than the caches of the processor explain. The other times are of a whole run
 * over all filters. The line {@code memory:bytesPerFilter} is no time, whatever unit it shows: it
 * is the heap that a filter takes after garbage collection. JMH adds up what the iterations count,
 * so ask for no more than the one: options like {@code -i 5} are for the other two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xmx4g"})
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class EmbeddedEngineBenchmark {
    private static final int BATCH = 1_000;

    /** How many filters there are. */
    @Param({"10000", "1000000"})
    public int filters;

    /** Counts filters, so that a result is per filter. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        /** How many filters were added or read. */
        public long filters;
    }

    /** Holds what is no time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Memory {
        /** The heap that a filter takes. */
        public long bytesPerFilter;
    }

    /** An engine that has all filters. */
    @State(Scope.Benchmark)
    public static class Filled {
        private final EmbeddedEngine embedded = EmbeddedEngine.create();
        private final Engine engine = open(embedded);

        /**
         * Adds the filters.
         *
         * @param benchmark says how many
         */
        @Setup(Level.Trial)
        public void fill(EmbeddedEngineBenchmark benchmark) {
            add(engine, benchmark.filters);
        }

        /** Closes the engine. */
        @TearDown(Level.Trial)
        public void close() {
            engine.close();
            embedded.close();
        }
    }

    /**
     * Adds the filters to an empty engine, a thousand in each transaction.
     *
     * @param count counts the filters
     */
    @Benchmark
    public void add(Count count) {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = open(embedded)) {
            add(engine, filters);
        }
        count.filters += filters;
    }

    /**
     * Reads all filters, a thousand in each page, and of each its identifier.
     *
     * @param filled the engine
     * @param count counts the filters
     * @return the sum of the identifiers
     */
    @Benchmark
    public long enumerate(Filled filled, Count count) {
        long sum = 0;
        try (Cursor<FwpmFilter0View> cursor = filled.engine.filters().pageSize(BATCH)) {
            while (cursor.next()) {
                sum += cursor.current().filterId();
                count.filters++;
            }
        }
        return sum;
    }

    /**
     * Measures the heap before and after filters are added.
     *
     * @param memory takes the result
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void memory(Memory memory) {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = open(embedded)) {
            add(engine, BATCH);
            long before = usedHeap();
            add(engine, filters);
            memory.bytesPerFilter = (usedHeap() - before) / filters;
        }
    }

    private static Engine open(EmbeddedEngine embedded) {
        return embedded.open(
                new FwpmSession0(
                        SessionKey.ZERO,
                        new FwpmDisplayData0(null, null),
                        FwpmSessionFlags.NONE,
                        0,
                        0,
                        null,
                        null,
                        false));
    }

    private static void add(Engine engine, int filters) {
        for (int added = 0; added < filters; added += BATCH) {
            try (Transaction transaction = engine.begin()) {
                for (int i = added; i < added + BATCH; i++) {
                    engine.add(filter(i));
                }
                transaction.commit();
            }
        }
    }

    private static FwpmFilter0 filter(int number) {
        FwpmAction0 block =
                new FwpmAction0(FwpActionType.BLOCK, new FwpmAction0.Target.FilterType(Guid.ZERO));
        return FwpmFilter0.of(
                        new FwpmDisplayData0("filter " + number, null),
                        FwpmLayers.ALE_AUTH_CONNECT_V4,
                        block)
                .withFilterCondition(
                        List.of(
                                new FwpmFilterCondition0(
                                        FwpmConditions.IP_PROTOCOL,
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.Uint8(6)),
                                new FwpmFilterCondition0(
                                        FwpmConditions.IP_REMOTE_ADDRESS,
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.V4AddrMask(
                                                new FwpV4AddrAndMask(number, 0xFFFF_FFFFL))),
                                new FwpmFilterCondition0(
                                        FwpmConditions.IP_REMOTE_PORT,
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.Uint16(number & 0xFFFF))));
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

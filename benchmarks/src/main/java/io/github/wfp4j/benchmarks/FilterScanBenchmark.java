package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;

/**
 * In what form can filters be read in place, without a copy, so that a read after the page was
 * freed always throws, and a scan stays close to the same loop in C?
 *
 * <pre>{@code
 * mvn package -DskipTests
 * java -jar benchmarks/target/wfp4j-benchmarks.jar FilterScanBenchmark -prof gc
 * }</pre>
 *
 * <p>One operation is one filter of a page of 10,000: its identifier, layer, action and weight, and
 * of each of its four conditions the field, match type, value type and number. Look at three
 * things: the time against form {@code C} of the same run, {@code gc.alloc.rate.norm}, the bytes
 * per filter, and in {@link Form} what the form does about late reads. The forms whose names end in
 * {@code DEEP} read about thirty numbers per filter instead of ten; they show what is left when the
 * JIT stops inlining, which it does by the size of what it compiles.
 *
 * <p>Times from different processes wander on a shared machine. {@link FilterScanRatios} compares
 * every form with C inside one process, and is the one to quote. Without a C compiler the forms
 * {@code C} fail with a message that says so; the others run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FilterScanBenchmark.FILTERS)
@Fork(value = 5, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FilterScanBenchmark {
    static final int FILTERS = 10_000;

    /** How the filters are read. */
    @Param public Form form = Form.C;

    /** Whether the process has used arenas and segments of other kinds before. */
    @Param("false")
    public boolean mixed;

    private Scan scan = () -> 0;

    /** Makes the table, and checks that the form reads it right. */
    @Setup
    public void prepare() {
        if (mixed) {
            OtherSegments.use();
        }
        scan = form.over(new FilterTable(Arena.global(), FILTERS));
    }

    /**
     * Reads all filters once.
     *
     * @return the sum of what was read
     */
    @Benchmark
    public long scan() {
        return scan.run();
    }
}

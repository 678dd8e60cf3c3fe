package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long does it take to generate the whole API, and how much memory?
 *
 * <pre>{@code
 * ./wfp4j-bench --full Generator
 * }</pre>
 *
 * <p>One operation is one process of the generator, as the build starts it. The system property
 * {@value #ROOT} names the project's folder, if that is not the current one.
 *
 * <p>Read the time, and {@code peakBytes}, the most memory that the process had, which only Linux
 * tells; a JVM takes more than it needs where there is a lot.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class GeneratorBenchmark {
    /** Names the project's folder. */
    static final String ROOT = "wfp4j.root";

    /** What a process needs beside time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Memory {
        /** The most memory that it had. */
        public long peakBytes;
    }

    /**
     * Generates everything.
     *
     * @param memory takes the result
     * @throws IOException if there is no place for the output
     */
    @Benchmark
    public void generate(Memory memory) throws IOException {
        Path generator = Path.of(System.getProperty(ROOT, "."), "generator");
        Path output = Files.createTempDirectory("wfp4j-generated");
        try {
            memory.peakBytes =
                    ChildProcess.peakMemory(
                            "io.github.wfp4j.generator.Main",
                            List.of(
                                    "--bindings",
                                    generator.resolve("bindings/java").toString(),
                                    "--facts",
                                    generator.resolve("facts").toString(),
                                    "--rules",
                                    generator.resolve("rules").toString(),
                                    "--output",
                                    output.resolve("main").toString(),
                                    "--test-output",
                                    output.resolve("test").toString()));
        } finally {
            try (Stream<Path> files = Files.walk(output)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

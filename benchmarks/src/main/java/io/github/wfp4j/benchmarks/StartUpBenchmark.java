package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long does it take from {@code java} to the first enumerated filter?
 *
 * <pre>{@code
 * ./wfp4j-bench --full StartUp
 * }</pre>
 *
 * <p>One operation is one process, {@link HelloEnumeration}, until it has ended: it makes an
 * embedded engine, adds a filter and enumerates it. It is compared with a process that prints a
 * line. The classes of the embedded engine are among those that are loaded; on Windows they are
 * not.
 *
 * <p>Read {@code ns} and {@code x}, and of {@code counts} how many classes are loaded, how many of
 * them are the SDK's and how many of these the embedded engine's, and how many bytes the thread
 * allocates, class loading included.
 */
public class StartUpBenchmark extends Comparison {
    /** Prints a line. */
    public static final class Hello {
        private Hello() {}

        /**
         * Runs it.
         *
         * @param arguments none
         */
        public static void main(String[] arguments) {
            System.out.println(1);
        }
    }

    /** What a process needs beside time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counts {
        /** How many classes are loaded. */
        public long classes;

        /** How many of them are the SDK's. */
        public long sdkClasses;

        /** How many of these are the embedded engine's. */
        public long embeddedClasses;

        /** How many classes a process loads that only prints a line. */
        public long helloClasses;

        /** How many bytes the thread allocates. */
        public long allocatedBytes;
    }

    @Override
    Side asked() {
        return new Side(() -> run(HelloEnumeration.class), 1);
    }

    @Override
    Side yardstick() {
        return new Side(() -> run(Hello.class), 1);
    }

    @Override
    long now() {
        return System.nanoTime();
    }

    private static long run(Class<?> program) {
        return Long.parseLong(ChildProcess.firstLine(List.of(), program));
    }

    /**
     * Counts what the processes need beside time.
     *
     * @param counts takes the results
     * @throws IOException if the log of loaded classes cannot be read
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void counts(Counts counts) throws IOException {
        List<String> loaded = loaded(HelloEnumeration.class);
        counts.classes = loaded.size();
        counts.sdkClasses = count(loaded, " io.github.wfp4j.");
        counts.embeddedClasses = count(loaded, " io.github.wfp4j.embedded.");
        counts.helloClasses = loaded(Hello.class).size();
        counts.allocatedBytes =
                Long.parseLong(
                        ChildProcess.firstLine(
                                List.of("-D" + HelloEnumeration.COUNT + "=true"),
                                HelloEnumeration.class));
    }

    private static List<String> loaded(Class<?> program) throws IOException {
        Path log = Files.createTempFile("wfp4j-classes", ".log");
        try {
            ChildProcess.firstLine(List.of("-Xlog:class+load=info:file=" + log + ":none"), program);
            return Files.readAllLines(log);
        } finally {
            Files.delete(log);
        }
    }

    private static long count(List<String> loaded, String prefix) {
        return loaded.stream().filter(it -> (" " + it).contains(prefix)).count();
    }
}

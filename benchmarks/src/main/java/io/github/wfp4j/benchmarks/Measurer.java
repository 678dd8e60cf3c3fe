package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Measures lines with JMH, one fork at a time. */
@SuppressWarnings("rawtypes") // JMH's results are
final class Measurer {
    private static final String GARBAGE = "gc.alloc.rate.norm";

    private final Pace pace;
    private final List<String> properties = new ArrayList<>();

    Measurer(Pace pace, Path root) {
        this.pace = pace;
        // Other runs on this machine are the business of whoever starts them.
        System.setProperty("jmh.ignoreLock", "true");
        System.setProperty(GeneratorBenchmark.ROOT, root.toString());
        properties.add("-D" + GeneratorBenchmark.ROOT + "=" + root);
        if (CLibrary.isAvailable()) {
            properties.add("-D" + CLibrary.COMPILED + "=" + CLibrary.path());
        }
    }

    /**
     * Measures a line in one more process.
     *
     * @throws RunnerException if it cannot be measured
     */
    void measure(Row row, Figures figures) throws RunnerException {
        if (!row.isComparison()) {
            measureAlone(row, figures);
            return;
        }
        for (BenchmarkResult fork : run(row, "turns").getBenchmarkResults()) {
            figures.add(fork(fork));
        }
        if (!pace.isQuick() && figures.others().isEmpty() && !isLong(row)) {
            figures.set("B/op", garbage(run(row, "alone")));
        }
    }

    /**
     * Runs the first side of a line alone in one process and prints what a profiler says.
     *
     * @param profiler the name of one of JMH's profilers, and its options behind a colon
     * @throws RunnerException if it cannot be run, or there is no such profiler
     */
    void profile(Row row, String profiler) throws RunnerException {
        String[] parts = profiler.split(":", 2);
        ChainedOptionsBuilder options =
                options(row, row.isComparison() ? "alone" : "counts|generate|memory")
                        .verbosity(VerboseMode.NORMAL)
                        .addProfiler(parts[0], parts.length > 1 ? parts[1] : "");
        new Runner(options.build()).runSingle();
    }

    /** One turn takes many seconds, and its garbage is that of the engine. */
    private static boolean isLong(Row row) {
        return row.benchmark() == EmbeddedEngineBenchmark.class
                || row.benchmark() == StartUpBenchmark.class;
    }

    private void measureAlone(Row row, Figures figures) throws RunnerException {
        RunResult result = run(row, "counts|generate|memory");
        Map<String, Result> secondary = result.getSecondaryResults();
        secondary.forEach((name, value) -> figures.set(name, value.getScore()));
        figures.set("ms", result.getPrimaryResult().getScore());
    }

    private RunResult run(Row row, String method) throws RunnerException {
        ChainedOptionsBuilder options = options(row, method);
        if (method.equals("alone")) {
            options.addProfiler(GCProfiler.class);
        }
        return new Runner(options.build()).runSingle();
    }

    private ChainedOptionsBuilder options(Row row, String method) {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(
                                "^"
                                        + Pattern.quote(row.benchmark().getName() + ".")
                                        + "("
                                        + method
                                        + ")$")
                        .forks(pace.isQuick() ? 0 : 1)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsPrepend(properties.toArray(String[]::new));
        if (row.isComparison() && !isLong(row)) {
            options.warmupIterations(pace.warmUps()).warmupTime(time(pace.warmUp()));
            options.measurementIterations(pace.iterations())
                    .measurementTime(time(pace.iteration()));
        } else if (row.isComparison()) {
            options.warmupIterations(pace.isQuick() ? 0 : 1).measurementIterations(1);
            options.warmupTime(time(pace.warmUp())).measurementTime(time(pace.iteration()));
        }
        row.parameters().forEach((name, value) -> options.param(name, value));
        return options;
    }

    private static TimeValue time(Duration duration) {
        return TimeValue.milliseconds(duration.toMillis());
    }

    private static Figures.Fork fork(BenchmarkResult fork) {
        List<Double> ratios = new ArrayList<>();
        List<Double> nanos = new ArrayList<>();
        List<Double> yardstickNanos = new ArrayList<>();
        for (IterationResult iteration : fork.getIterationResults()) {
            Map<String, Result> counters = iteration.getSecondaryResults();
            double asked = score(counters, "nanos") / score(counters, "operations");
            double yardstick =
                    score(counters, "yardstickNanos") / score(counters, "yardstickOperations");
            nanos.add(asked);
            yardstickNanos.add(yardstick);
            ratios.add(asked / yardstick);
        }
        return new Figures.Fork(
                Figures.median(ratios), Figures.median(nanos), Figures.median(yardstickNanos));
    }

    /** {@return the bytes allocated per operation; JMH tells them per pass} */
    private static double garbage(RunResult result) {
        Map<String, Result> secondary = result.getSecondaryResults();
        double perPass = result.getPrimaryResult().getScore();
        return score(secondary, GARBAGE) * score(secondary, "operations") / perPass;
    }

    private static double score(Map<String, Result> results, String name) {
        Result result = results.get(name);
        if (result == null) {
            throw new IllegalStateException("no " + name + " among " + results.keySet());
        }
        return result.getScore();
    }
}

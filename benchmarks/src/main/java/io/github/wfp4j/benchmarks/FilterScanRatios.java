package io.github.wfp4j.benchmarks;

import com.sun.management.ThreadMXBean;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many times as long as the loop in C does each form of {@link Form} take?
 *
 * <pre>{@code
 * mvn package -DskipTests
 * java -cp benchmarks/target/wfp4j-benchmarks.jar io.github.wfp4j.benchmarks.FilterScanRatios [rounds]
 * }</pre>
 *
 * <p>Every form gets a process of its own in each round, once as it is and once after {@link
 * OtherSegments}. There C and the form take turns over the same memory, and the thread's processor
 * time is taken, so that both see the same machine: a busy one moves both times, and much less
 * their ratio. The table says for each form the median over the rounds of that ratio, its range,
 * and the bytes allocated per filter.
 */
public final class FilterScanRatios {
    private static final int TURNS = 41;
    private static final int PASSES = 12;
    private static final double FILTERS = (double) PASSES * FilterScanBenchmark.FILTERS;
    private static final long WARM_UP_NANOS = 5_000_000_000L;

    private FilterScanRatios() {}

    private record Result(double ratio, double nanos, double nanosInC, double bytes) {
        static Result parse(String line) {
            List<Double> numbers =
                    Arrays.stream(line.strip().split(" ")).map(Double::valueOf).toList();
            return new Result(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        }
    }

    /**
     * Runs everything and prints the table.
     *
     * @param arguments the number of rounds, 5 without one; {@link Form}s limit it to these
     * @throws Exception if a process cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3 && arguments[0].equals("measure")) {
            measure(Form.valueOf(arguments[1]), Boolean.parseBoolean(arguments[2]));
            return;
        }
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        List<Form> forms =
                arguments.length < 2
                        ? List.of(Form.values())
                        : Arrays.stream(arguments).skip(1).map(Form::valueOf).toList();
        Map<Form, List<Result>> alone = new EnumMap<>(Form.class);
        Map<Form, List<Result>> mixed = new EnumMap<>(Form.class);
        for (int round = 0; round < rounds; round++) {
            for (Form form : forms) {
                if (form != form.yardstick()) {
                    alone.computeIfAbsent(form, _ -> new ArrayList<>()).add(fork(form, false));
                    mixed.computeIfAbsent(form, _ -> new ArrayList<>()).add(fork(form, true));
                }
            }
            System.err.println("round " + (round + 1) + " of " + rounds);
        }
        System.out.println(
                "| form | late read | x C | range | ns | C ns | B/filter | mixed: x C | range |"
                        + " B/filter |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        alone.forEach((form, results) -> print(form, results, mixed.getOrDefault(form, results)));
    }

    private static void print(Form form, List<Result> alone, List<Result> mixed) {
        System.out.printf(
                "| %s | %s | %.2f | %s | %.1f | %.1f | %.1f | %.2f | %s | %.1f |%n",
                form,
                form.safety(),
                median(alone.stream().map(Result::ratio).toList()),
                range(alone),
                median(alone.stream().map(Result::nanos).toList()),
                median(alone.stream().map(Result::nanosInC).toList()),
                median(alone.stream().map(Result::bytes).toList()),
                median(mixed.stream().map(Result::ratio).toList()),
                range(mixed),
                median(mixed.stream().map(Result::bytes).toList()));
    }

    private static String range(List<Result> results) {
        List<Double> sorted = results.stream().map(Result::ratio).sorted().toList();
        return "%.2f-%.2f".formatted(sorted.getFirst(), sorted.getLast());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Result fork(Form form, boolean mixed) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FilterScanRatios.class.getName(),
                                "measure",
                                form.name(),
                                String.valueOf(mixed))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(form + " failed");
        }
        return Result.parse(output);
    }

    private static void measure(Form form, boolean mixed) {
        if (mixed) {
            OtherSegments.use();
        }
        FilterTable table = new FilterTable(Arena.global(), FilterScanBenchmark.FILTERS);
        Scan c = form.yardstick().over(table);
        Scan scan = form.over(table);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long warmUpEnd = threads.getCurrentThreadCpuTime() + WARM_UP_NANOS;
        while (threads.getCurrentThreadCpuTime() < warmUpEnd) {
            run(scan);
            run(c);
        }
        double[] ratios = new double[TURNS];
        double[] nanos = new double[TURNS];
        double[] nanosInC = new double[TURNS];
        double[] bytes = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            run(c);
            long middle = threads.getCurrentThreadCpuTime();
            long before = threads.getCurrentThreadAllocatedBytes();
            run(scan);
            bytes[i] = (threads.getCurrentThreadAllocatedBytes() - before) / FILTERS;
            long end = threads.getCurrentThreadCpuTime();
            nanosInC[i] = (middle - start) / FILTERS;
            nanos[i] = (end - middle) / FILTERS;
            ratios[i] = nanos[i] / nanosInC[i];
        }
        System.out.println(
                "%s %s %s %s"
                        .formatted(median(ratios), median(nanos), median(nanosInC), median(bytes)));
    }

    private static void run(Scan scan) {
        for (int i = 0; i < PASSES; i++) {
            if (scan.run() == 0) {
                throw new IllegalStateException("nothing was read");
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

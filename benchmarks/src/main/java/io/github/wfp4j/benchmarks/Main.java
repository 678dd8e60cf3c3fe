package io.github.wfp4j.benchmarks;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Runs the benchmarks, or some of them, and writes their ratios down as Markdown and as a chart.
 *
 * <p>It goes round: every line is measured in one process, then every line in another one, so that
 * a machine that changes its speed does so to all of them. When time runs out it stops after the
 * line at hand, and the table says how many processes there were.
 */
@Command(
        name = "wfp4j-bench",
        mixinStandardHelpOptions = true,
        description = "Measures the SDK against C, jextract, JNA and others.",
        sortOptions = false)
public final class Main implements Callable<Integer> {
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";
    private static final String CHART = "ratios.svg";

    @Option(names = "--quick", description = "only see that everything runs, in this process")
    private boolean quick;

    @SuppressWarnings("UnusedVariable") // what is done without --quick
    @Option(names = "--full", description = "10 processes for each line with an aim, 3 for others")
    private boolean full;

    @Option(
            names = "--budget",
            defaultValue = "55",
            description = "stop after so many minutes (${DEFAULT-VALUE})")
    private int budget = 55;

    @Option(
            names = "--profile",
            paramLabel = "PROFILER",
            description = {
                "only say where the time goes: run the first side of each line alone in one"
                        + " process, with a profiler of JMH, and print what that says, for"
                        + " example: --profile perfasm:events=cpu-clock \"FilterScan: cursor,"
                        + " 10,000\"",
                "stack needs nothing, jfr leaves a recording, perfasm needs perf and hsdis"
            })
    private @Nullable String profiler;

    @Option(names = "--list", description = "only say what there is")
    private boolean list;

    @Option(
            names = "--into",
            description =
                    "write the tables into this file, between the lines that begin and end what was"
                            + " measured, and the chart beside it")
    private Path into = Path.of("benchmarks", "target", "results.md");

    @Option(names = "--root", hidden = true, description = "the project's folder")
    private Path root = Path.of("");

    @Parameters(
            paramLabel = "NAME",
            description =
                    "part of a line as --list shows it, for example of the name of a benchmark;"
                            + " without one, all but ViewForm")
    private List<String> names = new ArrayList<>();

    private final PrintStream progress;

    Main(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * Runs the command.
     *
     * @param arguments what to run; {@code --help} tells
     */
    public static void main(String[] arguments) {
        System.exit(run(System.err, arguments));
    }

    /** {@return 0 if everything could be measured} */
    static int run(PrintStream progress, String... arguments) {
        Main main = new Main(progress);
        CommandLine command = new CommandLine(main);
        command.setErr(new PrintWriter(progress, true, StandardCharsets.UTF_8));
        return command.execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        List<Row> rows = new Catalogue(quick).rows().stream().filter(this::isAskedFor).toList();
        if (list) {
            rows.forEach(row -> progress.println(text(row)));
            return 0;
        }
        if (profiler != null) {
            return profile(rows, profiler);
        }
        Machine machine = new Machine();
        Pace pace = quick ? Pace.quick() : Pace.full(Duration.ofMinutes(budget));
        Rounds rounds = new Rounds(pace, new Measurer(pace, rootFolder()), progress);
        Map<Row, Figures> results = rounds.over(rows);
        String text =
                machine.text(command()) + MarkdownReport.of(results) + "![Ratios](" + CHART + ")\n";
        write(text, RatioChart.of(results));
        progress.println(text);
        rounds.problems().forEach(progress::println);
        return rounds.problems().isEmpty() ? 0 : 1;
    }

    private int profile(List<Row> rows, String with) {
        Measurer measurer = new Measurer(Pace.full(Duration.ofMinutes(budget)), rootFolder());
        try {
            for (Row row : rows) {
                progress.println(text(row));
                measurer.profile(row, with);
            }
            return 0;
        } catch (RunnerException e) {
            progress.println("no profile by " + with + ": " + e.getMessage());
            return 1;
        }
    }

    private Path rootFolder() {
        return root.toAbsolutePath();
    }

    private static String text(Row row) {
        return row.question()
                + ": "
                + row.label()
                + (row.isComparison() ? " against " + row.against() : "");
    }

    private boolean isAskedFor(Row row) {
        if (names.isEmpty()) {
            return row.benchmark() != ViewFormBenchmark.class;
        }
        return names.stream()
                .anyMatch(name ->
                        row.benchmark().getSimpleName().contains(name) || text(row).contains(name));
    }

    private String command() {
        StringBuilder command = new StringBuilder("./wfp4j-bench");
        if (quick) {
            command.append(" --quick");
        } else {
            command.append(" --full --budget ").append(budget);
        }
        names.forEach(name -> command.append(name.contains(" ") ? " '" + name + "'" : " " + name));
        return command.toString();
    }

    private void write(String text, String chart) throws IOException {
        Path folder = into.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String old = Files.exists(into) ? Files.readString(into) : "";
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        String before = begin < 0 ? "" : old.substring(0, begin);
        String after = end < begin || end < 0 ? "" : old.substring(end + END.length());
        Files.writeString(into, before + BEGIN + "\n" + text + "\n" + END + after);
        Files.writeString(into.resolveSibling(CHART), chart);
    }
}

package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures lines in turn, a process for each, until there are enough or time runs out. */
final class Rounds {
    private final Pace pace;
    private final Measurer measurer;
    private final PrintStream progress;
    private final List<String> problems = new ArrayList<>();

    Rounds(Pace pace, Measurer measurer, PrintStream progress) {
        this.pace = pace;
        this.measurer = measurer;
        this.progress = progress;
    }

    /** {@return what could not be measured, and why} */
    List<String> problems() {
        return problems;
    }

    /**
     * {@return what was measured}
     *
     * <p>First everything once, then what has an aim as often as it should be, then the rest.
     */
    Map<Row, Figures> over(List<Row> rows) {
        long end = System.nanoTime() + pace.budget().toNanos();
        Map<Row, Figures> results = new LinkedHashMap<>();
        List<Row> left = new ArrayList<>(rows);
        for (Row row : rows) {
            results.put(row, new Figures());
            if (row.needsC() && !CLibrary.isAvailable()) {
                progress.println(row.question() + ", " + row.label() + ": no C compiler, left out");
                left.remove(row);
            }
        }
        round(left, 1, results, Long.MAX_VALUE);
        List<Row> aimed = left.stream().filter(Row::hasAim).toList();
        List<Row> others = left.stream().filter(row -> !row.hasAim()).toList();
        for (int i = 2; i <= pace.forks(); i++) {
            round(aimed, i, results, end);
        }
        for (int i = 2; i <= pace.otherForks(); i++) {
            round(others, i, results, end);
        }
        return results;
    }

    private void round(List<Row> rows, int number, Map<Row, Figures> results, long end) {
        for (Row row : rows) {
            if (System.nanoTime() > end) {
                return;
            }
            Figures figures = results.computeIfAbsent(row, _ -> new Figures());
            try {
                measurer.measure(row, figures);
                progress.printf(
                        "round %d: %s, %s: %s%n",
                        number,
                        row.question(),
                        row.label(),
                        row.isComparison()
                                ? MarkdownReport.number(figures.ratio()) + " x " + row.against()
                                : figures.others());
            } catch (RunnerException e) {
                problems.add("%s, %s: %s".formatted(row.question(), row.label(), e.getMessage()));
            }
        }
    }
}

package io.github.wfp4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** The figures as tables in Markdown, one for each question. */
final class MarkdownReport {
    private static final String RATIOS =
            """
            | what | against | x | range | aim | ns/op | ns/op of the yardstick | B/op | forks |
            |---|---|--:|---|--:|--:|--:|--:|--:|
            """;
    private static final String OTHERS =
            """
            | what | figures |
            |---|---|
            """;

    private MarkdownReport() {}

    static String of(Map<Row, Figures> results) {
        Map<String, StringBuilder> ratios = new LinkedHashMap<>();
        Map<String, StringBuilder> others = new LinkedHashMap<>();
        results.forEach((row, figures) -> {
            if (!figures.isEmpty()) {
                Map<String, StringBuilder> tables = row.isComparison() ? ratios : others;
                tables.computeIfAbsent(row.question(), _ -> new StringBuilder())
                        .append(row.isComparison() ? ratio(row, figures) : others(row, figures));
            }
        });
        StringBuilder text = new StringBuilder();
        ratios.forEach((name, lines) -> append(text, name, RATIOS, lines));
        others.forEach((name, lines) -> append(text, name, OTHERS, lines));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String head, StringBuilder lines) {
        text.append("### ").append(name).append("\n\n").append(head).append(lines).append('\n');
    }

    private static String ratio(Row row, Figures figures) {
        Double garbage = figures.others().get("B/op");
        return "| %s | %s | %s | %s-%s | %s | %s | %s | %s | %d |%n"
                .formatted(
                        row.label(),
                        row.against(),
                        marked(row, figures.ratio()),
                        number(figures.leastRatio()),
                        number(figures.mostRatio()),
                        row.hasAim() ? number(row.aim()) : "",
                        number(figures.nanos()),
                        number(figures.yardstickNanos()),
                        garbage == null ? "" : String.format(Locale.ROOT, "%.0f", garbage),
                        figures.forks());
    }

    /** Bold where it is beyond the aim. */
    private static String marked(Row row, double ratio) {
        String text = number(ratio);
        return row.hasAim() && ratio > row.aim() ? "**" + text + "**" : text;
    }

    private static String others(Row row, Figures figures) {
        StringJoiner text = new StringJoiner(", ");
        figures.others().forEach((name, value) -> text.add(number(value) + " " + name));
        return "| %s | %s |%n".formatted(row.label(), text);
    }

    /** {@return a number with three digits that count} */
    static String number(double value) {
        if (value >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(
                Locale.ROOT, value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.4f", value);
    }
}

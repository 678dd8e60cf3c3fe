package io.github.wfp4j.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ratios as a picture: a bar for each line, its range, and a mark for its aim. */
final class RatioChart {
    private static final int LINE = 20;
    private static final int TOP = 30;
    private static final int LABELS = 420;
    private static final int WIDTH = 560;
    private static final double LEAST = 0.001;
    private static final double MOST = 10_000;

    private final StringBuilder svg = new StringBuilder();

    private RatioChart() {}

    /** {@return the chart as SVG} */
    static String of(Map<Row, Figures> results) {
        List<Map.Entry<Row, Figures>> entries =
                results.entrySet().stream()
                        .filter(it -> it.getKey().isComparison() && it.getValue().forks() > 0)
                        .toList();
        RatioChart chart = new RatioChart();
        chart.begin(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            chart.bar(TOP + LINE * i, entries.get(i).getKey(), entries.get(i).getValue());
        }
        return chart.svg.append("</svg>\n").toString();
    }

    private void begin(int lines) {
        int height = TOP + LINE * lines + LINE;
        int width = LABELS + WIDTH + 80;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">",
                width, height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", width, height);
        for (double ratio = LEAST; ratio <= MOST; ratio *= 10) {
            add(
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\"/>",
                    x(ratio),
                    TOP - 6,
                    height - LINE,
                    Math.abs(ratio - 1) < LEAST ? "black" : "#ddd");
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(ratio),
                    TOP - 12,
                    ratio < 1 ? String.valueOf(ratio) : String.format(Locale.ROOT, "%,.0f", ratio));
        }
    }

    private void bar(int y, Row row, Figures figures) {
        double ratio = figures.ratio();
        String colour = !row.hasAim() ? "#9ab" : ratio <= row.aim() ? "#3a6" : "#c43";
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                LABELS - 8, y + 14, row.question() + ": " + row.label() + " / " + row.against());
        add(
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                Math.min(x(1), x(ratio)), y + 3, Math.abs(x(ratio) - x(1)), LINE - 6, colour);
        add(
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"black\"/>",
                x(figures.leastRatio()), x(figures.mostRatio()), y + LINE / 2);
        if (row.hasAim()) {
            add(
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"black\""
                            + " stroke-width=\"2\"/>",
                    x(row.aim()), y + 1, y + LINE - 1);
        }
        add(
                "<text x=\"%.1f\" y=\"%d\">%s</text>",
                Math.max(x(1), x(figures.mostRatio())) + 6, y + 14, MarkdownReport.number(ratio));
    }

    private static double x(double ratio) {
        double bounded = Math.clamp(ratio, LEAST, MOST);
        return LABELS + WIDTH * Math.log(bounded / LEAST) / Math.log(MOST / LEAST);
    }

    @SuppressWarnings("AnnotateFormatMethod") // that annotation is Error Prone's own
    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}

package io.github.wfp4j.scenarios.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.github.wfp4j.scenarios.cli.PlanPicture.Context;
import io.github.wfp4j.scenarios.cli.PlanPicture.Filter;
import io.github.wfp4j.scenarios.cli.PlanPicture.Layer;
import io.github.wfp4j.scenarios.cli.PlanPicture.Part;
import io.github.wfp4j.scenarios.cli.PlanPicture.Reference;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A plan as a page of its own: no scripts, nothing loaded, and a policy that forbids both.
 *
 * <p>The page is well-formed XML as well. Everything is ASCII, so that the page reads the same
 * whatever the terminal's character set was when it was written to a file.
 */
final class PlanHtml {
    private static final String STYLE = "policy.css";

    private final StringBuilder text = new StringBuilder();

    private PlanHtml() {}

    /** The page. */
    static String of(PlanPicture picture) {
        PlanHtml page = new PlanHtml();
        page.add(picture);
        return page.text.toString();
    }

    /** A text that means nothing but itself, also within quotation marks. */
    static String escape(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.codePoints()
                .forEach(point -> {
                    switch (point) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> {
                            if (point < 0x80) {
                                escaped.append((char) point);
                            } else {
                                escaped.append("&#").append(point).append(';');
                            }
                        }
                    }
                });
        return escaped.toString();
    }

    private void add(PlanPicture picture) {
        line("<!DOCTYPE html>");
        line("<html lang=\"en\">");
        head(picture);
        line("<body>");
        line("<a class=\"skip\" href=\"#policy\">Skip to the policy</a>");
        line("<header>");
        line("<h1>" + escape(picture.title()) + "</h1>");
        line("<p>%s. Planned; nothing is added yet.</p>".formatted(escape(picture.summary())));
        line("</header>");
        contents(picture);
        line("<main id=\"policy\" tabindex=\"-1\">");
        warnings(picture.warnings());
        if (picture.filters() > 0) {
            whoWins();
        }
        picture.layers().forEach(this::add);
        contexts(picture.contexts());
        picture.others().forEach(this::add);
        line("</main>");
        line("<footer><p>Made by wfp4j.</p></footer>");
        line("</body>");
        line("</html>");
    }

    private void head(PlanPicture picture) {
        line("<head>");
        line("<meta charset=\"utf-8\"/>");
        line(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'; img-src data:\"/>");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        line("<meta name=\"color-scheme\" content=\"light dark\"/>");
        line("<link rel=\"icon\" href=\"data:,\"/>");
        line(
                "<title>%s - %s</title>"
                        .formatted(escape(picture.title()), escape(picture.heading())));
        line("<style>");
        text.append(style());
        line("</style>");
        line("</head>");
    }

    private void contents(PlanPicture picture) {
        line("<nav aria-label=\"Contents\">");
        line("<ul>");
        for (Layer layer : picture.layers()) {
            line(
                    "<li><a href=\"#%s\">%s</a> (%d)</li>"
                            .formatted(layer.id(), escape(layer.name()), layer.filters().size()));
        }
        if (!picture.contexts().isEmpty()) {
            line(
                    "<li><a href=\"#contexts\">Provider contexts</a> (%d)</li>"
                            .formatted(picture.contexts().size()));
        }
        for (Part part : picture.others()) {
            line(
                    "<li><a href=\"#%s\">%s</a> (%d)</li>"
                            .formatted(part.id(), escape(part.name()), part.texts().size()));
        }
        line("</ul>");
        line("</nav>");
    }

    private void warnings(List<String> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        line("<section aria-labelledby=\"warnings\" class=\"warnings\">");
        line("<h2 id=\"warnings\">Warnings</h2>");
        list(warnings);
        line("</section>");
    }

    private void whoWins() {
        line("<section aria-labelledby=\"wins\">");
        line("<h2 id=\"wins\">Who wins</h2>");
        list(
                List.of(
                        "At each layer the filters are asked from the top of its table to the"
                                + " bottom, the heaviest first.",
                        "Ranges of weights go from 0 to 15. A filter in a range from 1 on comes"
                                + " before all that have an automatic weight.",
                        "Automatic weights are computed by the engine when the filters are added:"
                                + " more exact conditions make a greater weight. Here filters with"
                                + " more conditions come first.",
                        "Where the policy rests on the order of two automatic weights, the column"
                                + " Outweighs says so. It is checked after adding and before"
                                + " committing."));
        line("</section>");
    }

    private void add(Layer layer) {
        line("<section aria-labelledby=\"%s\">".formatted(layer.id()));
        line("<h2 id=\"%s\">%s</h2>".formatted(layer.id(), escape(layer.name())));
        line("<p>%s</p>".formatted(escape(layer.decision())));
        table(
                "filters",
                "Filters at %s, the first to be asked at the top".formatted(layer.name()),
                List.of("Order", "Filter", "Weight", "Conditions", "Action", "Outweighs"));
        List<Filter> filters = layer.filters();
        for (int i = 0; i < filters.size(); i++) {
            add(i + 1, filters.get(i));
        }
        endTable();
        line("</section>");
    }

    private void add(int rank, Filter filter) {
        line("<tr id=\"%s\">".formatted(filter.id()));
        line("<td class=\"rank\">%d</td>".formatted(rank));
        line(
                "<th scope=\"row\">%s<small>%s</small><details><summary>Key</summary><code>%s</code></details></th>"
                        .formatted(
                                escape(filter.name()),
                                escape(filter.purpose()),
                                escape(filter.key())));
        line("<td>%s</td>".formatted(escape(filter.weight())));
        line(
                "<td>%s</td>"
                        .formatted(
                                filter.conditions().isEmpty()
                                        ? "all traffic"
                                        : filter.conditions().stream()
                                                .map(it -> "<li>" + escape(it) + "</li>")
                                                .collect(joining("", "<ul>", "</ul>"))));
        line(
                "<td><span class=\"action %s\">%s</span>%s</td>"
                        .formatted(filter.kind(), escape(filter.action()), link(filter.context())));
        line(
                "<td>%s</td>"
                        .formatted(
                                filter.outweighs().stream()
                                        .map(PlanHtml::link)
                                        .collect(joining(", "))));
        line("</tr>");
    }

    private void contexts(List<Context> contexts) {
        if (contexts.isEmpty()) {
            return;
        }
        line("<section aria-labelledby=\"contexts\">");
        line("<h2 id=\"contexts\">Provider contexts</h2>");
        table(
                "contexts",
                "What the keying modules may agree on, and other data of filters",
                List.of("Context", "Type", "Policy"));
        for (Context context : contexts) {
            line("<tr id=\"%s\">".formatted(context.id()));
            line(
                    "<th scope=\"row\">%s<small>%s</small><code>%s</code></th>"
                            .formatted(
                                    escape(context.name()),
                                    escape(context.purpose()),
                                    escape(context.key())));
            line("<td>%s</td>".formatted(escape(context.type())));
            line("<td>%s</td>".formatted(details("Policy of " + context.name(), context.policy())));
            line("</tr>");
        }
        endTable();
        line("</section>");
    }

    private void add(Part part) {
        line("<section aria-labelledby=\"%s\">".formatted(part.id()));
        line("<h2 id=\"%s\">%s</h2>".formatted(part.id(), escape(part.name())));
        for (String plain : part.texts()) {
            line(details(plain.lines().findFirst().orElse(""), plain));
        }
        line("</section>");
    }

    /** Begins a table, which scrolls by itself where the window is narrow. */
    private void table(String kind, String caption, List<String> columns) {
        line(
                "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">"
                        .formatted(escape(caption)));
        line("<table class=\"%s\">".formatted(kind));
        line("<caption>%s</caption>".formatted(escape(caption)));
        line("<colgroup>" + "<col/>".repeat(columns.size()) + "</colgroup>");
        line(
                columns.stream()
                        .map(it -> "<th scope=\"col\">" + escape(it) + "</th>")
                        .collect(joining("", "<thead><tr>", "</tr></thead>")));
        line("<tbody>");
    }

    private void endTable() {
        line("</tbody>");
        line("</table>");
        line("</div>");
    }

    private void list(List<String> items) {
        line("<ul>");
        items.forEach(it -> line("<li>" + escape(it) + "</li>"));
        line("</ul>");
    }

    private static String details(String summary, String plain) {
        return "<details><summary>%s</summary><pre>%s</pre></details>"
                .formatted(escape(summary), escape(plain));
    }

    private static String link(@Nullable Reference reference) {
        if (reference == null) {
            return "";
        }
        String name = escape(reference.name());
        return reference.id() == null
                ? " " + name
                : " <a href=\"#%s\">%s</a>".formatted(reference.id(), name);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String style() {
        try (InputStream style = requireNonNull(PlanHtml.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(style.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

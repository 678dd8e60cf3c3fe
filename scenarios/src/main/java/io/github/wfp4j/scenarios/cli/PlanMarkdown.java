package io.github.wfp4j.scenarios.cli;

import static java.util.stream.Collectors.joining;

import io.github.wfp4j.scenarios.cli.PlanPicture.Context;
import io.github.wfp4j.scenarios.cli.PlanPicture.Filter;
import io.github.wfp4j.scenarios.cli.PlanPicture.Layer;
import io.github.wfp4j.scenarios.cli.PlanPicture.Part;
import io.github.wfp4j.scenarios.cli.PlanPicture.Reference;

import java.util.List;
import java.util.stream.Stream;

/** A plan as a document in Markdown, with a table for each layer. */
final class PlanMarkdown {
    /** What Markdown could take for markup; a backslash before it makes it plain. */
    private static final String PUNCTUATION = "\\`*_{}[]<>|#~&$!@";

    private final StringBuilder text = new StringBuilder();

    private PlanMarkdown() {}

    /** The document. */
    static String of(PlanPicture picture) {
        PlanMarkdown document = new PlanMarkdown();
        document.add(picture);
        return document.text.toString();
    }

    /** A text that means nothing but itself. */
    static String escape(String plain) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (PUNCTUATION.indexOf(c) >= 0 || beginsLink(plain, i)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** Whether a mark makes a link of what is around it, though no brackets do. */
    private static boolean beginsLink(String plain, int index) {
        return plain.startsWith("://", index)
                || (plain.charAt(index) == '.' && plain.startsWith("www", index - 3));
    }

    private void add(PlanPicture picture) {
        line("# " + escape(picture.title()));
        line("");
        line(escape(picture.summary()) + ".");
        if (!picture.warnings().isEmpty()) {
            line("");
            picture.warnings().forEach(warning -> line("- **Warning**: " + escape(warning)));
        }
        picture.layers().forEach(this::add);
        if (!picture.contexts().isEmpty()) {
            section("Provider contexts");
            row("Context", "Type", "Key");
            row("---", "---", "---");
            picture.contexts().forEach(this::add);
        }
        picture.others().forEach(this::add);
    }

    private void add(Layer layer) {
        section(escape(layer.name()));
        line(escape(layer.decision()));
        line("");
        row("", "Filter", "Weight", "Conditions", "Action", "Outweighs");
        row("---", "---", "---", "---", "---", "---");
        List<Filter> filters = layer.filters();
        for (int i = 0; i < filters.size(); i++) {
            add(i + 1, filters.get(i));
        }
    }

    private void add(int rank, Filter filter) {
        Reference context = filter.context();
        row(
                Integer.toString(rank),
                escape(filter.name()),
                escape(filter.weight()),
                filter.conditions().isEmpty()
                        ? "all traffic"
                        : filter.conditions().stream()
                                .map(PlanMarkdown::escape)
                                .collect(joining("<br>")),
                escape(filter.action())
                        + (context == null ? "" : " **" + escape(context.name()) + "**"),
                filter.outweighs().stream().map(it -> escape(it.name())).collect(joining("<br>")));
    }

    private void add(Context context) {
        row(escape(context.name()), escape(context.type()), escape(context.key()));
    }

    private void add(Part part) {
        section(escape(part.name()));
        for (String plain : part.texts()) {
            line("");
            // Indented by four, it is code and needs no escaping.
            plain.lines().forEach(it -> line("    " + it));
            line("");
        }
    }

    private void section(String heading) {
        line("");
        line("## " + heading);
        line("");
    }

    private void row(String... cells) {
        line(Stream.of(cells).collect(joining(" | ", "| ", " |")));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

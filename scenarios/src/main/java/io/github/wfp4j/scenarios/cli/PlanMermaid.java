package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.cli.PlanPicture.Filter;
import io.github.wfp4j.scenarios.cli.PlanPicture.Layer;
import io.github.wfp4j.scenarios.cli.PlanPicture.Part;
import io.github.wfp4j.scenarios.cli.PlanPicture.Reference;

import java.util.List;
import java.util.stream.Stream;

/**
 * A plan as a flowchart in Mermaid: each layer a frame in which filters are asked from top to
 * bottom, provider contexts beside them.
 */
final class PlanMermaid {
    private static final String HARMLESS = " .,-_=/+";

    private final StringBuilder text = new StringBuilder();

    private PlanMermaid() {}

    /** The flowchart. */
    static String of(PlanPicture picture) {
        PlanMermaid chart = new PlanMermaid();
        chart.add(picture);
        return chart.text.toString();
    }

    /** A text that means nothing but itself: what is no letter or digit becomes a number. */
    static String escape(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.codePoints()
                .forEach(point -> {
                    if (Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0) {
                        escaped.appendCodePoint(point);
                    } else {
                        escaped.append('#').append(point).append(';');
                    }
                });
        return escaped.toString();
    }

    private void add(PlanPicture picture) {
        line("flowchart TB");
        line("  accTitle: " + escape(picture.title()));
        line("  accDescr: " + escape(picture.heading()));
        picture.layers().forEach(this::add);
        picture.contexts()
                .forEach(context ->
                        line(
                                "  %s[(%s)]"
                                        .formatted(
                                                context.id(),
                                                label(context.name(), context.type()))));
        picture.layers().stream().flatMap(layer -> layer.filters().stream()).forEach(this::link);
        notes(picture);
    }

    private void add(Layer layer) {
        line("  subgraph %s[%s]".formatted(layer.id(), label(layer.name())));
        line("    direction TB");
        List<Filter> filters = layer.filters();
        for (Filter filter : filters) {
            line(
                    "    %s[%s]"
                            .formatted(
                                    filter.id(),
                                    label(
                                            Stream.of(
                                                            Stream.of(filter.name()),
                                                            filter.conditions().isEmpty()
                                                                    ? Stream.of("all traffic")
                                                                    : filter.conditions().stream(),
                                                            Stream.of(
                                                                    filter.action(),
                                                                    "weight " + filter.weight()))
                                                    .flatMap(it -> it)
                                                    .toArray(String[]::new))));
        }
        for (int i = 1; i < filters.size(); i++) {
            line("    %s -->|else| %s".formatted(filters.get(i - 1).id(), filters.get(i).id()));
        }
        line("  end");
    }

    private void link(Filter filter) {
        Reference context = filter.context();
        if (context != null && context.id() != null) {
            line("  %s -.-> %s".formatted(filter.id(), context.id()));
        }
        for (Reference lower : filter.outweighs()) {
            if (lower.id() != null) {
                line("  %s ==>|must outweigh| %s".formatted(filter.id(), lower.id()));
            }
        }
    }

    private void notes(PlanPicture picture) {
        int note = 0;
        for (Part part : picture.others()) {
            for (String plain : part.texts()) {
                note++;
                line(
                        "  n%d>%s]"
                                .formatted(
                                        note,
                                        label(
                                                Stream.concat(Stream.of(part.name()), plain.lines())
                                                        .toArray(String[]::new))));
            }
        }
        for (String warning : picture.warnings()) {
            note++;
            line("  n%d>%s]".formatted(note, label("Warning", warning)));
        }
    }

    private static String label(String... lines) {
        return "\""
                + String.join("<br/>", Stream.of(lines).map(PlanMermaid::escape).toList())
                + "\"";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

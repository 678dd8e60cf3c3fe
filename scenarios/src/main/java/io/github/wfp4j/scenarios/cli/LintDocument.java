package io.github.wfp4j.scenarios.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.wfp4j.scenarios.lint.CalloutRule;
import io.github.wfp4j.scenarios.lint.Finding;
import io.github.wfp4j.scenarios.lint.Severity;

import picocli.CommandLine.Help.Ansi;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the linter has found, for people and as JSON. */
final class LintDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LintDocument() {}

    /** A document with all findings, the worst first. */
    static String json(EngineChoice engine, List<Finding> findings) {
        ObjectNode node = JSON.objectNode().put("engine", engine.toString());
        ObjectNode counts = node.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(name(severity), count(findings, severity));
        }
        node.set("findings", JsonDocument.array(findings, LintDocument::json));
        return JsonDocument.text(node);
    }

    /**
     * Prints rule by rule the objects that it is about.
     *
     * @param colours whether severities are coloured
     */
    static void print(
            EngineChoice engine, List<Finding> findings, boolean colours, PrintWriter out) {
        out.printf("callouts: %s, %s engine%n", summary(findings), engine);
        findings.stream()
                .collect(
                        groupingBy(
                                finding -> new Heading(finding.severity(), finding.rule()),
                                LinkedHashMap::new,
                                toList()))
                .forEach((heading, group) -> print(heading, group, colours, out));
    }

    private static void print(
            Heading heading, List<Finding> findings, boolean colours, PrintWriter out) {
        CalloutRule rule = heading.rule();
        out.printf("%n%s %s: %s%n", rule.id(), label(heading.severity(), colours), rule.title());
        Table remedy = new Table(out, 2, 98);
        remedy.row("", "What to do: " + rule.remedy());
        remedy.print();
        for (Finding finding : findings) {
            Table object = new Table(out, 2, 98);
            object.row("", finding.subject().toString());
            object.print();
            Table reason = new Table(out, 4, 96);
            reason.row("", "%s: %s".formatted(finding.layer(), finding.reason()));
            reason.print();
        }
    }

    private static String summary(List<Finding> findings) {
        String counts =
                Stream.of(Severity.values())
                        .filter(severity -> count(findings, severity) > 0)
                        .map(severity -> plural(count(findings, severity), severity))
                        .collect(joining(", "));
        return counts.isEmpty() ? "nothing found" : counts;
    }

    private static String plural(long count, Severity severity) {
        if (count == 1) {
            return "1 " + name(severity);
        }
        return switch (severity) {
            case ERROR, WARNING, INFO -> "%d %ss".formatted(count, name(severity));
            case ADVISORY -> "%d advisories".formatted(count);
        };
    }

    private static String label(Severity severity, boolean colours) {
        String name = name(severity);
        if (!colours) {
            return name;
        }
        return switch (severity) {
            case ERROR -> Ansi.ON.string("@|bold,red " + name + "|@");
            case WARNING -> Ansi.ON.string("@|yellow " + name + "|@");
            case INFO, ADVISORY -> name;
        };
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode json(Finding finding) {
        ObjectNode node =
                JSON.objectNode()
                        .put("rule", finding.rule().id())
                        .put("severity", name(finding.severity()))
                        .put("title", finding.rule().title());
        node.putObject("object")
                .put("type", finding.subject().type())
                .put("key", finding.subject().key().toString())
                .put("name", finding.subject().name());
        return node.put("layer", finding.layer().toString())
                .put("reason", finding.reason())
                .put("remedy", finding.rule().remedy());
    }

    /** What findings are printed under. */
    private record Heading(Severity severity, CalloutRule rule) {}
}

package io.github.wfp4j.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collector;

/** Renders the rules of the engine, with the tests that show them, for people to read. */
final class RulesDocument {
    private static final String INTRODUCTION =
            """
            # The rules of the embedded engine

            What the embedded engine does and how that is known, rule by rule, with the tests that show it. This file is made by
            `EngineRulesTest` from `engine-rules.csv` and the display names of the tests; to write it anew, run

                mvn test -pl runtime -am -Dtest=EngineRulesTest -Dsurefire.failIfNoSpecifiedTests=false -Drules.update

            The first word of a rule's standing says how far to trust it:

            | | |
            |---|---|
            | documented | Microsoft's documentation or headers say so; the page is named |
            | observed | seen on Windows, or reported by those who saw it |
            | inferred | follows from what is documented or observed; reasonable, not proven |
            | unknown | nobody here knows; the engine does something, and the rule says what |
            | chosen | Windows has no such thing; this project decided |

            What is known differently about a part of a rule follows after it: `documented; code inferred`. Whatever is
            unknown was decided in one place, `EnginePolicy`: who learns better changes it there. The open questions, U1 to U21,
            stand under 13.

            A test is named `Class.method`. A contract, such as `SessionsContract`, runs against the embedded engine on every system
            and against Windows itself where there is an administrator, so that Windows can prove a rule wrong.
            Classification, sections 6 and 7.5 of the rules, is not listed: see docs/explain.md.
            """;

    private final List<EngineRule> rules;
    private final RuleTests tests;
    private final List<WindowsOnlyFunction> windowsOnly;
    private final StringBuilder text = new StringBuilder(INTRODUCTION);

    RulesDocument(List<EngineRule> rules, RuleTests tests, List<WindowsOnlyFunction> windowsOnly) {
        this.rules = rules;
        this.tests = tests;
        this.windowsOnly = windowsOnly;
    }

    /** {@return the whole text} */
    String render() {
        addCounts();
        rules.stream()
                .collect(groupingBy(EngineRule::section, LinkedHashMap::new, joiningRows()))
                .forEach((section, rows) -> {
                    heading(section, "rule | what it says | standing | shown by");
                    text.append(rows);
                });
        heading("What only Windows can answer", "function | returns | why");
        windowsOnly.forEach(
                it -> row("`" + it.name() + "`", "`" + it.returns() + "`", it.reason()));
        return text.toString();
    }

    private Collector<EngineRule, ?, String> joiningRows() {
        return mapping(this::ruleRow, joining());
    }

    private void addCounts() {
        heading("How many there are", "standing | rules | shown by a test | cannot be | neither");
        for (String standing : List.of("documented", "observed", "inferred", "unknown", "chosen")) {
            Predicate<EngineRule> known = rule -> rule.knownBy().equals(standing);
            Predicate<EngineRule> shown = rule -> !tests.of(rule.id()).isEmpty();
            Predicate<EngineRule> excused = rule -> !rule.notTestedBecause().isEmpty();
            row(
                    standing,
                    count(known),
                    count(known.and(shown)),
                    count(known.and(excused)),
                    count(known.and(shown.negate()).and(excused.negate())));
        }
    }

    private String count(Predicate<EngineRule> wanted) {
        return Long.toString(rules.stream().filter(wanted).count());
    }

    private void heading(String title, String columns) {
        text.append("\n## ").append(title).append("\n\n| ").append(columns).append(" |\n");
        text.append("|---".repeat(columns.split(" \\| ", -1).length)).append("|\n");
    }

    private void row(String... cells) {
        text.append(line(cells));
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private String ruleRow(EngineRule rule) {
        String standing =
                rule.source().isEmpty()
                        ? rule.standing()
                        : rule.standing() + " (" + rule.source() + ")";
        return line(rule.id(), rule.text(), standing, shownBy(rule));
    }

    private String shownBy(EngineRule rule) {
        if (!tests.of(rule.id()).isEmpty()) {
            return tests.of(rule.id()).stream().map(it -> "`" + it + "`").collect(joining(", "));
        }
        return rule.notTestedBecause().isEmpty() ? "no test" : rule.notTestedBecause();
    }
}

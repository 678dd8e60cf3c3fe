package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Pattern;

/** A plan as a Mermaid flowchart. */
final class PlanMermaidTest {
    private static final Pattern LINE =
            Pattern.compile(
                    "flowchart TB"
                            + "|  acc(Title|Descr): [^\"<>\\[\\]{}()|]+"
                            + "|  subgraph l\\d+\\[\"[^\"]+\"\\]"
                            + "|    direction TB"
                            + "|    f\\d+\\[\"[^\"\\[\\]{}()|`]+\"\\]"
                            + "|    f\\d+ -->\\|else\\| f\\d+"
                            + "|  end"
                            + "|  c\\d+\\[\\(\"[^\"\\[\\]{}()|`]+\"\\)\\]"
                            + "|  n\\d+>\"[^\"\\[\\]{}()|`]+\"\\]"
                            + "|  f\\d+ -\\.-> c\\d+"
                            + "|  f\\d+ ==>\\|must outweigh\\| f\\d+");

    @Test
    void drawsLayersFiltersContextsAndWhoWins() {
        String chart = PlanMermaid.of(Pictures.SCENARIO);

        assertThat(chart.lines()).allMatch(line -> LINE.matcher(line).matches());
        assertThat(chart.lines().filter(line -> line.startsWith("  subgraph"))).hasSize(12);
        assertThat(chart.lines().filter(line -> line.startsWith("    f") && line.contains("[")))
                .hasSize(24);
        assertThat(chart.lines().filter(line -> line.contains("-.->"))).hasSize(8);
        assertThat(chart.lines().filter(line -> line.contains("==>"))).hasSize(2);
        assertThat(chart.lines().filter(line -> line.contains("|else|"))).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"] --> x[\"",
                "<img src=x onerror=alert(1)>",
                "`**bold**`",
                "#quot; %%{init: {}}%% ; end",
                "a|b{c}(d)"
            })
    void takesNothingForMarkup(String text) {
        assertThat(PlanMermaid.of(Pictures.of(text)).lines())
                .allMatch(line -> LINE.matcher(line).matches())
                .noneMatch(line -> line.contains("<img") || line.contains("%%"));
    }
}

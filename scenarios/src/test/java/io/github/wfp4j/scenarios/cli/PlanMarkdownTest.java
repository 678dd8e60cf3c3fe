package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan as Markdown. */
final class PlanMarkdownTest {
    @Test
    void hasATableForEachLayer() {
        assertThat(PlanMarkdown.of(Pictures.SCENARIO))
                .startsWith("# Guaranteed Encryption\n\n")
                .contains(
                        """
                        ## ALE\\_AUTH\\_RECV\\_ACCEPT\\_V4

                        The first filter that matches decides.

                        |  | Filter | Weight | Conditions | Action | Outweighs |
                        | --- | --- | --- | --- | --- | --- |
                        | 1 | accept-icmp-exemption IPv4 | range 12 |\
                        """)
                .contains("| 2 | accept-encrypted IPv4 | automatic |", " | accept-secure IPv4 |\n")
                .contains(" **mm AuthIP** |")
                .contains("## Provider contexts\n");
    }

    @Test
    void leavesPlainTextReadable() {
        assertThat(PlanMarkdown.escape("tunnel-mode: 10.0.0.1, \u00fc"))
                .isEqualTo("tunnel-mode: 10.0.0.1, \u00fc");
        assertThat(PlanMarkdown.escape(".www http:")).isEqualTo(".www http:");
        assertThat(PlanMarkdown.escape("www.a http://a")).isEqualTo("www\\.a http\\://a");
    }

    @Test
    void everyRowHasTheColumnsOfItsTable() {
        assertThat(PlanMarkdown.of(Pictures.of("a | b")).lines())
                .filteredOn(line -> line.startsWith("|"))
                .extracting(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count())
                .containsExactly(7L, 7L, 7L, 4L, 4L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "![x](http://example.com/x.png)",
                "`code` **bold** _it_",
                "http://example.com a@b.c #1 ~~x~~",
                "www.example.com"
            })
    void takesNothingForMarkup(String text) {
        String document = PlanMarkdown.of(Pictures.of(text));

        assertThat(document.lines().filter(line -> !line.startsWith("    ")))
                .isNotEmpty()
                .noneMatch(line -> line.contains(text));
        assertThat(document).contains(PlanMarkdown.escape(text));
        assertThat(PlanMarkdown.escape(text).replaceAll("\\\\(.)", "$1")).isEqualTo(text);
    }
}

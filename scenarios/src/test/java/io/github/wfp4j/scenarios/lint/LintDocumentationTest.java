package io.github.wfp4j.scenarios.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The table of rules in {@code docs/lint.md}. */
final class LintDocumentationTest {
    @Test
    void hasTheRulesAsTheyAre() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "lint.md"))) {
            assertThat(lines.filter(line -> line.startsWith("| CO-")))
                    .containsExactlyElementsOf(
                            Stream.of(CalloutRule.values())
                                    .map(LintDocumentationTest::row)
                                    .toList());
        }
    }

    private static String row(CalloutRule rule) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        rule.id(),
                        rule.severity().name().toLowerCase(Locale.ROOT),
                        rule.title(),
                        rule.remedy());
    }
}

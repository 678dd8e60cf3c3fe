package io.github.wfp4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page about the generated Javadoc says what the tables give today. */
final class JavadocCensusTest {
    private static final Path PAGE = Inputs.MODULE.resolve("../docs/javadoc-census.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String census = JavadocCensus.of(Inputs.MODULE);
        if (System.getProperty("census.update") != null) {
            Files.writeString(PAGE, census, UTF_8);
            Assumptions.abort("updated, not compared");
        }
        assertThat(PAGE).content(UTF_8).isEqualTo(census);
    }
}

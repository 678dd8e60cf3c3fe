package io.github.wfp4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

/** The README shows a part of the consumer project, which {@code mvn verify} builds and runs. */
final class ReadmeExampleTest {
    private static final Path CONSUMER =
            Path.of("src/it/consumer/src/main/java/com/example/telnetguard/TelnetGuard.java");

    @Test
    void theReadmeShowsWhatTheConsumerRuns() {
        assertThat(Regions.ofDocument(Path.of("../README.md"), "java"))
                .first()
                .isEqualTo(Regions.ofSource(CONSUMER).getFirst());
    }
}

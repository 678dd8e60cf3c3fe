package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others have named, made harmless. */
final class PrintableTest {
    @ParameterizedTest
    @CsvSource({
        "27, false", // begins what a terminal obeys
        "10, false",
        "127, false",
        "155, false", // the same in eight bits
        "8238, false", // turns the direction of writing
        "8203, false", // is not seen
        "8232, false", // ends a line
        "55296, false", // half a character
        "32, true",
        "228, true",
        "128512, true"
    })
    void keepsWhatDoesNothing(int point, boolean kept) {
        String text = "a" + Character.toString(point) + "b";

        assertThat(Printable.of(text)).isEqualTo(kept ? text : "a\uFFFDb");
    }
}

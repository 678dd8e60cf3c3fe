package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitTest {
    @Test
    void isFarAboveWhatEnginesAccept() {
        assertThat(Limit.ELEMENTS.parse(null)).isEqualTo(16_777_216);
        assertThat(Limit.TEXT_LENGTH.parse(null)).isEqualTo(1_048_576);
    }

    @Test
    void isWhatThePropertySays() {
        assertThat(Limit.ELEMENTS.parse("1")).isEqualTo(1);
        assertThat(Limit.TEXT_LENGTH.parse("1073741823")).isEqualTo(1_073_741_823);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "0", "-1", "1073741824", "99999999999"})
    void refusesOtherTexts(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limit.ELEMENTS.parse(text))
                .withMessage(
                        "system property wfp4j.decoding.maxElements must be a number in"
                                + " 1..1073741823, but is "
                                + text);
    }
}

package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

/**
 * Whoever enumerates, adds and deletes for a long time needs no more memory than in the beginning.
 *
 * <p>{@code -Dwfp4j.footprint=50000} does each that many times instead of a million. A process of
 * its own does it, whose heap takes all of its memory at the start, so that what the system counts
 * grows by nothing but what is outside of the heap.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "/proc tells the size of the process")
final class FootprintTest {
    private static final int TIMES = Integer.getInteger("wfp4j.footprint", 1_000_000);

    /** What the JVM needs in the meantime; a leak would take 4 KiB each time. */
    private static final int ALLOWANCE_KIB = 32 << 10;

    @ParameterizedTest
    @ValueSource(strings = {FootprintProcess.PAGES, FootprintProcess.CHANGES})
    @DisplayName("the footprint stays, and nothing is leaked")
    void theFootprintStays(String what) throws IOException {
        String printed =
                OtherProcess.run(
                        List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch"),
                        FootprintProcess.class,
                        what,
                        Integer.toString(TIMES));
        System.out.println("FootprintTest: " + printed.strip());
        assertThat(printed).contains("leaks: 0");
        assertThat(FootprintProcess.grown(printed)).as("KiB").isLessThan(ALLOWANCE_KIB);
    }
}

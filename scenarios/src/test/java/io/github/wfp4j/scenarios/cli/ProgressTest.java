package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

/** The line that says what takes so long. */
final class ProgressTest {
    private static final Terminal TERMINAL = new Terminal(true, false, _ -> null);
    private static final Duration TICK = Duration.ofMillis(20);

    private final StringWriter written = new StringWriter();
    private final PrintWriter err = new PrintWriter(written, true);

    @Test
    @Timeout(30)
    void comesAfterAWhileAndIsRemoved() throws InterruptedException {
        String line = "\rwfp4j: thinking, 0 s";
        try (Progress progress = Progress.start("thinking", TERMINAL, err, TICK)) {
            awaitLength(line.length());
            progress.clear();
        }

        String blanks = "\r" + " ".repeat(line.length() - 1) + "\r";
        assertThat(written.toString()).startsWith(line).contains(blanks).endsWith(blanks);
    }

    @Test
    @Timeout(30)
    void isRenewedUntilItIsClosed() throws InterruptedException {
        Progress progress = Progress.start("thinking", TERMINAL, err, TICK);
        awaitLength(60);
        progress.close();
        int length = written.toString().length();
        Thread.sleep(TICK.multipliedBy(4));

        assertThat(written.toString()).hasSize(length);
    }

    @Test
    void staysAwayFromWhatIsQuick() {
        Progress.start("thinking", TERMINAL, err, Progress.PATIENCE).close();

        assertThat(written.toString()).isEmpty();
        assertThat(Progress.PATIENCE).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void staysAwayFromFiles() throws InterruptedException {
        try (Progress _ = Progress.start("thinking", Terminal.NONE, err, Duration.ofMillis(1))) {
            Thread.sleep(30);
        }

        assertThat(written.toString()).isEmpty();
    }

    private void awaitLength(int length) throws InterruptedException {
        while (written.toString().length() < length) {
            Thread.sleep(1);
        }
    }
}

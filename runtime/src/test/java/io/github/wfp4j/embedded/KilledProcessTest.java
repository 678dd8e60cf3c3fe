package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ProviderContextKey;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A process is killed while it commits, {@code -Dstate.kills} times (50 if nothing is said). */
final class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("state.kills", 50);
    private static final int LONGEST_LIFE_MS = 40;

    /** Makes writing last longer: 512 KiB. */
    private static final int BALLAST = 1 << 19;

    @TempDir private Path directory;

    @Test
    @DisplayName("2.13: a crash leaves the state before or after a transaction, never between")
    void keepsWholeTransactions() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path file = directory.resolve("engine.state");
        addBallast(file);
        int held = 0;
        for (int i = 0; i < KILLS; i++) {
            int reported = runAndKill(file, held + 1, random.nextInt(LONGEST_LIFE_MS));
            held = committed(file);
            assertThat(held)
                    .as("transaction in the file, kill %d with seed %d", i, seed)
                    .isBetween(reported, reported + 1);
        }
    }

    private static void addBallast(Path file) {
        try (EmbeddedEngine embedded = start(file);
                Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0))) {
            FwpByteBlob data = new FwpByteBlob(Bytes.of(new byte[BALLAST]));
            engine.add(
                    Samples.context(ProviderContextKey.random(), new Policy.GeneralContext(data)));
        }
    }

    /** {@return the last transaction that the process said it had committed} */
    private static int runAndKill(Path file, int first, int life)
            throws IOException, InterruptedException {
        Process process =
                OtherProcess.start(
                        CommittingProcess.class, file.toString(), Integer.toString(first));
        try (BufferedReader reports = process.inputReader()) {
            String report = reports.readLine();
            assertThat(report).as("the first transaction").isEqualTo(Integer.toString(first));
            Thread.sleep(life);
            // Not Process.destroyForcibly, which closes what is still to be read.
            assertThat(process.toHandle().destroyForcibly()).isTrue();
            process.waitFor();
            String last = report;
            // The last line may be half of one: then the number is not believed.
            StringBuilder line = new StringBuilder();
            for (int c = reports.read(); c >= 0; c = reports.read()) {
                if (c == '\n') {
                    last = line.toString().strip();
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
            return Integer.parseInt(last);
        } finally {
            process.destroyForcibly();
        }
    }

    private static int committed(Path file) {
        try (EmbeddedEngine embedded = start(file)) {
            List<String> names =
                    Contents.of(embedded).filters().stream()
                            .map(it -> it.displayData().name())
                            .toList();
            assertThat(names).hasSize(CommittingProcess.FILTERS);
            assertThat(names).containsOnly(names.getFirst());
            return Integer.parseInt(names.getFirst());
        }
    }

    private static EmbeddedEngine start(Path file) {
        return EmbeddedEngine.create(
                EmbeddedEngineOptions.DEFAULT.withState(
                        new StateFile(file, Writing.AFTER_EACH_COMMIT)));
    }
}

package io.github.wfp4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every benchmark runs and checks its work; what it measures here is of no interest. */
final class MainTest {
    @TempDir private Path folder;

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    private int run(String... arguments) {
        List<String> all =
                Stream.concat(
                                Stream.of("--root", "..", "--into", file().toString()),
                                Stream.of(arguments))
                        .toList();
        return Main.run(
                new PrintStream(progress, true, StandardCharsets.UTF_8),
                all.toArray(String[]::new));
    }

    private Path file() {
        return folder.resolve("results.md");
    }

    @Test
    @DisplayName("every benchmark but the study of forms runs in quick mode")
    void everyBenchmarkRuns() {
        assertThat(run("--quick")).as(progress.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(file()).content().contains("### FilterScan", "### Generator", "### StartUp");
        assertThat(folder.resolve("ratios.svg")).content().startsWith("<svg").endsWith("</svg>\n");
    }

    @Test
    @DisplayName("the forms of views run in quick mode")
    void viewFormsRun() {
        assertThat(run("--quick", "ViewForm"))
                .as(progress.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(file()).content().contains("### ViewForm").doesNotContain("### FilterScan");
    }

    @Test
    @DisplayName("what stands around the measured part of a file stays")
    void keepsTheRestOfTheFile() throws IOException {
        Files.writeString(
                file(), "before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n");
        assertThat(run("--quick", "ConditionEncode")).isZero();
        assertThat(file())
                .content()
                .startsWith("before\n")
                .endsWith("after\n")
                .contains("### ConditionEncode")
                .doesNotContain("old");
    }

    @Test
    @DisplayName("the list names every class of benchmarks")
    void listsEverything() {
        assertThat(run("--list", "Benchmark")).isZero();
        assertThat(progress.toString(StandardCharsets.UTF_8))
                .contains("ViewForm: ", "Callback: ", "EmbeddedEngineMemory: ");
    }

    @Test
    @DisplayName("a profiler that does not exist is named")
    void refusesAnUnknownProfiler() {
        assertThat(run("--profile", "crystalball", "ConditionEncode: UINT8 ")).isEqualTo(1);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("crystalball");
    }
}

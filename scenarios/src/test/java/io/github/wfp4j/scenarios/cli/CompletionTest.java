package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The script that completes arguments. */
final class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    private final Shell shell = new Shell();
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "wfp4j sce, scenario",
        "wfp4j lint ca, callouts",
        "wfp4j scenario sh, show",
        "wfp4j scenario show guar, guaranteed-encryption",
        "wfp4j scenario show --form, --format",
        "wfp4j scenario show --format mer, mermaid",
        "wfp4j filters --eng, --engine",
        "wfp4j --engine emb, embedded",
        "wfp4j comp, completion"
    })
    void completes(String typed, String expected) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "needs bash");
        assertThat(shell.line("completion bash")).isZero();
        Path script = Files.writeString(folder.resolve("completion"), shell.output());
        String words = typed.replace(" ", "\" \"");
        int last = typed.split(" ", -1).length - 1;

        Process bash =
                new ProcessBuilder(
                                BASH.toString(),
                                "-c",
                                "source %s; COMP_WORDS=(\"%s\"); COMP_CWORD=%d; _complete_wfp4j; echo \"${COMPREPLY[@]}\""
                                        .formatted(script, words, last))
                        .redirectErrorStream(true)
                        .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8).split("\\s+"))
                .contains(expected);
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void whatItCompletesIsTaken() {
        assertThat(
                        shell.line(
                                "scenario show guaranteed-encryption --port 1 --ip IPv4 --keying"
                                        + " IKE"))
                .isZero();
    }

    @Test
    void refusesOtherShellsAndJson() {
        assertThat(shell.line("completion fish")).isEqualTo(2);
        assertThat(shell.errors()).contains("'fish' is none of bash");
        assertThat(shell.line("completion bash --json")).isEqualTo(2);
        assertThat(shell.output()).isEmpty();
    }
}

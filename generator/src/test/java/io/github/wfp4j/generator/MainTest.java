package io.github.wfp4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The command: its arguments, its messages and its exit codes. */
final class MainTest {
    @TempDir private Path folder;

    private record Run(int exitCode, List<String> lines) {}

    private static Run run(List<String> arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exitCode;
        try (PrintStream stream = new PrintStream(bytes, true, UTF_8)) {
            exitCode = Main.run(arguments, stream);
        }
        return new Run(exitCode, bytes.toString(UTF_8).lines().toList());
    }

    private Inputs golden() throws IOException {
        return Inputs.golden("tagged-union", folder.resolve("in"));
    }

    private Path output() {
        return folder.resolve("out");
    }

    @Test
    void exitsWith0AndSaysNothingWhenDone() throws IOException {
        Run run = run(golden().arguments(output()));

        assertThat(run).isEqualTo(new Run(0, List.of()));
        assertThat(output().resolve("main/io/github/wfp4j/ipsec/IpsecTunnelEndpoint0.java"))
                .isRegularFile();
        assertThat(output().resolve("test/io/github/wfp4j/samples/RoundTripTest.java"))
                .isRegularFile();
    }

    @Test
    void takesItsOptionsInAnyOrder() throws IOException {
        List<String> arguments = golden().arguments(output());
        List<String> other = new ArrayList<>();
        for (int i = arguments.size() - 2; i >= 0; i -= 2) {
            other.addAll(arguments.subList(i, i + 2));
        }

        assertThat(run(other).exitCode()).isZero();
    }

    @Test
    void exitsWith1AndPrintsEachProblemOnALineWithFileAndLineAndId() throws IOException {
        Inputs inputs =
                golden().removeRows("rules/arrays.csv", "IPSEC_TUNNEL_ENDPOINT0")
                        .replace("facts/unions.csv", "v4Address", "v5Address")
                        .addRow("rules/fields.csv", "NO_STRUCT,x,of,,");

        Run run = run(inputs.arguments(output()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).matches("[\\w.-]+:[1-9]\\d*: .+ \\[[a-z-]+]"))
                .contains(
                        "IPSEC_TUNNEL_ENDPOINT0_.java:26: IPSEC_TUNNEL_ENDPOINT0.v6Address: is an"
                                + " array of 16 without a row in arrays.csv [unruled-array]");
    }

    @Test
    void writesNothingWhenThereIsAProblem() throws IOException {
        Inputs inputs = golden();
        assertThat(run(inputs.arguments(output())).exitCode()).isZero();
        Path old = output().resolve("main/io/github/wfp4j/ipsec/IpsecTunnelEndpoint0.java");
        Files.writeString(old, "old");
        inputs.addRow("rules/fields.csv", "NO_STRUCT,x,of,,");

        assertThat(run(inputs.arguments(output())).exitCode()).isEqualTo(1);
        assertThat(run(inputs.arguments(folder.resolve("new"))).exitCode()).isEqualTo(1);

        assertThat(old).hasContent("old");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void removesFilesThatItNoLongerMakes() throws IOException {
        Inputs inputs = golden();
        Path stray = output().resolve("main/io/github/wfp4j/fwp/Stray.java");
        Files.createDirectories(stray.resolveSibling(""));
        Files.writeString(stray, "class Stray {}");

        assertThat(run(inputs.arguments(output())).exitCode()).isZero();

        assertThat(stray).doesNotExist();
    }

    @Test
    void exitsWith2OnWrongUsage() throws IOException {
        List<String> right = golden().arguments(output());
        List<String> repeated = new ArrayList<>(right);
        repeated.set(2, "--bindings");
        List<String> unknown = new ArrayList<>(right);
        unknown.set(2, "--fact");
        List<List<String>> wrong =
                List.of(
                        List.of(),
                        List.of("--help"),
                        right.subList(0, 8),
                        right.subList(0, 9),
                        Collections.nCopies(10, "--facts"),
                        repeated,
                        unknown);

        assertThat(wrong)
                .allSatisfy(arguments -> {
                    Run run = run(arguments);
                    assertThat(run.exitCode()).isEqualTo(2);
                    assertThat(run.lines()).hasSize(1).first().asString().startsWith("usage: ");
                });
        assertThat(output()).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNotThere() throws IOException {
        List<String> arguments = new ArrayList<>(golden().arguments(output()));
        arguments.set(1, folder.resolve("nowhere").toString());

        Run run = run(arguments);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines())
                .containsExactly(
                        "--bindings: "
                                + folder.resolve("nowhere")
                                + " is no folder that can be read [unreadable]");
    }

    @Test
    void refusesAFolderWithoutBindings() throws IOException {
        Inputs inputs = Inputs.empty(folder.resolve("in"));

        Run run = run(inputs.arguments(output()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines()).hasSize(1).first().asString().endsWith(" [no-bindings]");
    }

    @Test
    void refusesAFolderThatLacksATable() throws IOException {
        Inputs inputs = golden().delete("rules/arrays.csv");

        Run run = run(inputs.arguments(output()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("arrays.csv")
                .endsWith(" [input-output]");
    }

    @Test
    void reportsAnOutputThatCannotBeWritten() throws IOException {
        Inputs inputs = golden();
        Files.writeString(output(), "a file where a folder should be");

        Run run = run(inputs.arguments(output()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines()).hasSize(1).first().asString().endsWith(" [input-output]");
    }
}

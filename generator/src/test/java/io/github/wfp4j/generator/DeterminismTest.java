package io.github.wfp4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same input gives the same bytes. */
final class DeterminismTest {
    /**
     * The second run has a JVM of its own: the order of {@code Set.of} and of {@code Map.of}
     * differs from one JVM to the next, and only there. Its locale and its folder differ, too.
     */
    @Test
    void twoRunsGiveTheSameBytes(@TempDir Path folder) throws Exception {
        Map<String, String> here = Generated.from(Inputs.MODULE).files();

        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dfile.encoding=ISO-8859-1",
                        "-classpath",
                        System.getProperty("java.class.path", ""),
                        Main.class.getName()));
        command.addAll(Inputs.arguments(Inputs.MODULE, folder));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).isEmpty();
        assertThat(texts(folder)).isNotEmpty().containsExactlyInAnyOrderEntriesOf(here);
    }

    @Test
    void aSecondRunOverTheSameFolderLeavesItAlone(@TempDir Path folder) throws IOException {
        Inputs inputs = Inputs.golden("view", folder.resolve("input"));
        Path output = folder.resolve("output");
        assertThat(Main.run(inputs.arguments(output), System.err)).isZero();
        Map<String, String> first = texts(output);

        assertThat(Main.run(inputs.arguments(output), System.err)).isZero();

        assertThat(texts(output)).isEqualTo(first);
    }

    @Test
    void textsHaveNoCarriageReturnsTabsOrFolders() throws IOException {
        assertThat(Generated.from(Inputs.MODULE).files())
                .allSatisfy((path, text) ->
                        assertThat(text)
                                .doesNotContain("\r", "\t", Inputs.MODULE.toString())
                                .endsWith("}\n"));
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : Inputs.files(folder, Integer.MAX_VALUE)) {
            if (!file.toString().endsWith(".java")) {
                continue; // the stamps beside the folders
            }
            texts.put(
                    folder.relativize(file).toString().replace('\\', '/'),
                    Files.readString(file, UTF_8));
        }
        return texts;
    }
}

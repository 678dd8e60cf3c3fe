package io.github.wfp4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares what is emitted for each construct with files to be read. A difference is reviewed like
 * code, then {@code -Dgolden.update} writes the files anew. Files that any run emits alike, such as
 * the table of errors, are left out.
 */
final class GoldenTest {
    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Inputs.GOLDEN)) {
            return folders.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void emitsWhatIsExpected(String name, @TempDir Path folder) throws IOException {
        Map<String, String> emitted = new TreeMap<>();
        Generated generated = Inputs.golden(name, folder.resolve("case")).run();
        assertThat(generated.problems()).isEmpty();
        Map<String, String> alike = Inputs.nothing(folder.resolve("nothing")).run().files();
        generated
                .files()
                .forEach((path, text) -> {
                    if (!text.equals(alike.get(path))) {
                        emitted.put(path.replace("io/github/wfp4j/", ""), text);
                    }
                });

        Path expected = Inputs.GOLDEN.resolve(name).resolve("expected");
        if (System.getProperty("golden.update") != null) {
            update(expected, emitted);
            Assumptions.abort("updated, not compared");
        }

        Map<String, String> texts = texts(expected);
        assertThat(emitted.keySet()).isEqualTo(texts.keySet());
        assertThat(texts)
                .allSatisfy((path, text) -> assertThat(emitted.get(path)).as(path).isEqualTo(text));
    }

    private static void update(Path expected, Map<String, String> emitted) throws IOException {
        if (Files.exists(expected)) {
            for (Path old : Inputs.files(expected, Integer.MAX_VALUE)) {
                Files.delete(old);
            }
        }
        for (Map.Entry<String, String> file : emitted.entrySet()) {
            Path path = expected.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue(), UTF_8);
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : Inputs.files(folder, Integer.MAX_VALUE)) {
            texts.put(
                    folder.relativize(file).toString().replace('\\', '/'),
                    Files.readString(file, UTF_8));
        }
        return texts;
    }
}

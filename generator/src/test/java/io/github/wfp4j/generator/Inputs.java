package io.github.wfp4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small set of bindings, facts and rules in a folder of its own, for a test to run or to break.
 * Where a case brings no table, there is an empty one with the header row of the real table.
 */
final class Inputs {
    /** The folder of this module: Surefire runs in it. */
    static final Path MODULE = Path.of("").toAbsolutePath();

    static final Path GOLDEN = MODULE.resolve("src/test/resources/golden");

    private static final String JAVA = "bindings/java/";

    private final Path root;

    private Inputs(Path root) {
        this.root = root;
    }

    /** {@return no bindings, and tables without rows} */
    static Inputs empty(Path root) throws IOException {
        for (String folder : List.of("facts", "rules", "bindings")) {
            Files.createDirectories(root.resolve(folder));
            for (Path table : files(MODULE.resolve(folder), 1)) {
                if (table.toString().endsWith(".csv")) {
                    String header = Files.readAllLines(table, UTF_8).getFirst() + "\n";
                    Files.writeString(
                            root.resolve(folder).resolve(table.getFileName()), header, UTF_8);
                }
            }
        }
        Files.createDirectories(root.resolve(JAVA));
        return new Inputs(root);
    }

    /** {@return no bindings but one empty header class, and tables without rows} */
    static Inputs nothing(Path root) throws IOException {
        return empty(root).write(JAVA + "Fwpuclnt.java", "public class Fwpuclnt {}\n");
    }

    /** {@return a copy of the input of a golden case} */
    static Inputs golden(String name, Path root) throws IOException {
        Inputs inputs = empty(root);
        Path input = GOLDEN.resolve(name).resolve("input");
        for (Path file : files(input, Integer.MAX_VALUE)) {
            inputs.write(input.relativize(file).toString(), Files.readString(file, UTF_8));
        }
        return inputs;
    }

    /** {@return the regular files below a folder, in order} */
    static List<Path> files(Path folder, int depth) throws IOException {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    Path root() {
        return root;
    }

    /** Replaces a file. */
    Inputs write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, text, UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(root.resolve(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a part of a file, which must be there. */
    Inputs replace(String file, String from, String to) {
        String text = read(file);
        assertThat(text).as(file).contains(from);
        return write(file, text.replace(from, to));
    }

    /** Adds a row to a table. */
    Inputs addRow(String table, String row) {
        return write(table, read(table) + row + "\n");
    }

    /** Removes the rows of a table that begin with a text; there must be one. */
    Inputs removeRows(String table, String start) {
        List<String> lines = read(table).lines().toList();
        List<String> rest = lines.stream().filter(line -> !line.startsWith(start)).toList();
        assertThat(rest).as(table + " without " + start).hasSizeLessThan(lines.size());
        return write(table, String.join("\n", rest) + "\n");
    }

    Inputs delete(String file) {
        try {
            Files.delete(root.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what a run makes of it} */
    Generated run() throws IOException {
        return Generated.from(root);
    }

    /** {@return the arguments of a run that writes below the given folder} */
    List<String> arguments(Path output) {
        return arguments(root, output);
    }

    static List<String> arguments(Path root, Path output) {
        return List.of(
                "--bindings",
                root.resolve("bindings/java").toString(),
                "--facts",
                root.resolve("facts").toString(),
                "--rules",
                root.resolve("rules").toString(),
                "--output",
                output.resolve("main").toString(),
                "--test-output",
                output.resolve("test").toString());
    }
}

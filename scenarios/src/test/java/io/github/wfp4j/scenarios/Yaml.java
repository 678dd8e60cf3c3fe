package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that say what is known of each scenario. */
final class Yaml {
    static final Path FOLDER = Path.of("src/test/resources/scenarios");

    private Yaml() {}

    /** The file of a scenario. */
    static Map<String, Object> scenario(String id) {
        return read(FOLDER.resolve(id + ".yaml"));
    }

    /** All files. */
    static List<Map<String, Object>> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Yaml::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part that is a mapping. */
    @SuppressWarnings("unchecked") // keys are always strings there
    static Map<String, Object> map(Map<String, Object> parent, String name) {
        return (Map<String, Object>) value(parent, name);
    }

    /** A part that is a list of mappings. */
    @SuppressWarnings("unchecked") // keys are always strings there
    static List<Map<String, Object>> list(Map<String, Object> parent, String name) {
        return (List<Map<String, Object>>) value(parent, name);
    }

    /** A part that is a number. */
    static int number(Map<String, Object> parent, String name) {
        return (int) value(parent, name);
    }

    /** A part that is a list of anything. */
    static List<?> values(Map<String, Object> parent, String name) {
        return (List<?>) value(parent, name);
    }

    private static Object value(Map<String, Object> parent, String name) {
        return requireNonNull(parent.get(name), name);
    }
}

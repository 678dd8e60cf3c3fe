package io.github.wfp4j.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Generated files in memory, by their path relative to the output folder. */
public final class Output {
    private final SortedMap<String, String> files = new TreeMap<>();

    /**
     * Adds a file.
     *
     * @throws IllegalStateException if there is one with that path
     */
    public void add(String path, String text) {
        if (files.putIfAbsent(path, text) != null) {
            throw new IllegalStateException("generated twice: " + path);
        }
    }

    /** {@return the texts by path} */
    public Map<String, String> files() {
        return new TreeMap<>(files);
    }

    /**
     * Makes a folder hold exactly these files. A file that is equal already is left alone, so that
     * its time does not change; other files are deleted.
     *
     * @throws IOException if the folder cannot be read or written
     */
    public void writeTo(Path folder) throws IOException {
        Set<Path> wanted = new TreeSet<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            wanted.add(path);
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        try (Stream<Path> present = Files.walk(folder)) {
            for (Path path : present.filter(Files::isRegularFile).toList()) {
                if (!wanted.contains(path)) {
                    Files.delete(path);
                }
            }
        }
    }
}

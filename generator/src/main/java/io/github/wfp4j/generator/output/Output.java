package io.github.wfp4j.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
     * Makes a folder hold exactly these files. If they are the same as the last time, and none was
     * taken away, the folder is left alone: what formatted them since then stays done.
     *
     * @throws IOException if the folder cannot be read or written
     */
    public void writeTo(Path folder) throws IOException {
        Path stamp = folder.resolveSibling(folder.getFileName() + ".sha256");
        String digest = digest();
        Set<Path> wanted = new TreeSet<>();
        files.keySet().forEach(path -> wanted.add(folder.resolve(path)));
        Set<Path> present = present(folder);
        if (present.equals(wanted)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(digest)) {
            return;
        }
        Files.deleteIfExists(stamp); // a run that is broken off must not look like a finished one
        for (Path path : present) {
            if (!wanted.contains(path)) {
                Files.delete(path);
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.writeString(stamp, digest);
    }

    private static Set<Path> present(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach((path, text) -> {
                sha.update(path.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(text.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

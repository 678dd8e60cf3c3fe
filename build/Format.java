import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Runs google-java-format over all Java files of the given folders: {@code check} lists the files
 * that it would change and exits with 1 if there are any, {@code write} changes them. The stamp
 * file remembers the files that are known to be well formatted, so only new and changed ones are
 * looked at.
 */
final class Format {
    private static final int MAX_PASSES = 5;

    public static void main(String[] args) throws IOException {
        boolean check =
                switch (args[0]) {
                    case "check" -> true;
                    case "write" -> false;
                    default ->
                            throw new IllegalArgumentException(
                                    "check or write expected: " + args[0]);
                };
        Path stamp = Path.of(args[1]);
        Set<Path> files = new TreeSet<>();
        for (String folder : List.of(args).subList(2, args.length)) {
            files.addAll(javaFiles(Path.of(folder)));
        }
        Set<String> known =
                Files.exists(stamp) ? new HashSet<>(Files.readAllLines(stamp)) : Set.of();
        List<String> changed = new ArrayList<>();
        for (Path file : files) {
            if (!known.contains(fingerprint(file))) {
                changed.add(file.toString());
            }
        }
        if (!changed.isEmpty()) {
            int exit = check ? format(true, changed) : formatUntilStable(changed);
            if (exit != 0) {
                System.err.println(
                        check
                                ? "The files above need formatting: mvn -N verify -Pformat"
                                : "The files above cannot be read.");
                System.exit(1);
            }
        }
        List<String> fingerprints = new ArrayList<>();
        for (Path file : files) {
            fingerprints.add(fingerprint(file));
        }
        Files.createDirectories(stamp.toAbsolutePath().getParent());
        Files.write(stamp, fingerprints);
    }

    /** Formats as often as it takes: one pass may join strings that the next one splits. */
    private static int formatUntilStable(List<String> files) throws IOException {
        List<String> before = List.of();
        List<String> after = fingerprints(files);
        for (int pass = 0; pass < MAX_PASSES && !after.equals(before); pass++) {
            int exit = format(false, files);
            if (exit != 0) {
                return exit;
            }
            before = after;
            after = fingerprints(files);
        }
        return 0;
    }

    private static List<String> fingerprints(List<String> files) throws IOException {
        List<String> fingerprints = new ArrayList<>();
        for (String file : files) {
            fingerprints.add(fingerprint(Path.of(file)));
        }
        return fingerprints;
    }

    private static int format(boolean check, List<String> files) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--aosp");
        arguments.addAll(
                check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        arguments.addAll(files);
        return ToolProvider.findFirst("google-java-format")
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String fingerprint(Path file) throws IOException {
        return Stream.of(file, Files.size(file), Files.getLastModifiedTime(file).toMillis())
                .map(Object::toString)
                .collect(joining(" "));
    }
}

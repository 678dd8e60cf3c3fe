package io.github.wfp4j.generator;

import io.github.wfp4j.generator.diagnostics.Problem;
import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.output.Output;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The generator as a command. */
public final class Main {
    private static final List<String> OPTIONS =
            List.of("--bindings", "--facts", "--rules", "--output", "--test-output");
    private static final String USAGE =
            "usage: --bindings DIR --facts DIR --rules DIR --output DIR --test-output DIR";

    private Main() {}

    /**
     * Runs the generator and exits: 0 when done, 1 if the input has errors, 2 on wrong usage.
     *
     * @param arguments the options, each followed by a folder
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.err));
    }

    static int run(List<String> arguments, PrintStream messages) {
        Map<String, Path> folders = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            folders.put(arguments.get(i), Path.of(arguments.get(i + 1)));
        }
        if (arguments.size() != 2 * OPTIONS.size() || !folders.keySet().containsAll(OPTIONS)) {
            messages.println(USAGE);
            return 2;
        }
        try {
            for (String input : OPTIONS.subList(0, 3)) {
                Path folder = folder(folders, input);
                if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
                    messages.println(
                            input + ": " + folder + " is no folder that can be read [unreadable]");
                    return 1;
                }
            }
            return generate(folders, messages);
        } catch (IOException | UncheckedIOException e) {
            messages.println("cannot read or write: " + e.getMessage() + " [input-output]");
            return 1;
        }
    }

    private static int generate(Map<String, Path> folders, PrintStream messages)
            throws IOException {
        Problems problems = new Problems();
        Output main = new Output();
        Output test = new Output();
        Generator.run(
                folder(folders, "--bindings"),
                folder(folders, "--facts"),
                folder(folders, "--rules"),
                main,
                test,
                problems);
        if (!problems.isEmpty()) {
            for (Problem problem : problems.all()) {
                messages.println(problem);
            }
            return 1;
        }
        main.writeTo(folder(folders, "--output"));
        test.writeTo(folder(folders, "--test-output"));
        return 0;
    }

    private static Path folder(Map<String, Path> folders, String option) {
        Path folder = folders.get(option);
        if (folder == null) {
            throw new IllegalStateException(option + " is missing");
        }
        return folder;
    }
}

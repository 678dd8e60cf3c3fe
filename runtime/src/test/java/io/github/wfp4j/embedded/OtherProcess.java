package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmFilter0;

import org.jspecify.annotations.NullMarked;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another Java process, with the classes of this one and as little start-up as can be. */
final class OtherProcess {
    private OtherProcess() {}

    /** Starts the main method of a class; its standard error is ours. */
    static Process start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    private static Process start(List<String> options, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(main)));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** {@return what the process printed} */
    static String run(Class<?> main, String... arguments) throws IOException {
        return run(List.of(), main, arguments);
    }

    /** {@return as {@link #run(Class, String...)}, of a process with options of the JVM} */
    static String run(List<String> options, Class<?> main, String... arguments) throws IOException {
        try (var output = start(options, main, arguments).getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String classPath(Class<?> main) {
        return Stream.of(main, EmbeddedEngine.class, FwpmFilter0.class, NullMarked.class)
                .map(OtherProcess::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}

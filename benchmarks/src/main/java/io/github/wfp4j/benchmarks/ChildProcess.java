package io.github.wfp4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A JVM of its own, with this one's class path. */
final class ChildProcess {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final int POLL_MILLIS = 20;

    private ChildProcess() {}

    /**
     * {@return what a program prints first}
     *
     * @param options of the JVM
     * @param program a class with a main method that prints at least a line
     */
    static String firstLine(List<String> options, Class<?> program) {
        return lines(start(options, program.getName(), List.of())).getFirst();
    }

    /**
     * {@return the most memory that a program had of this machine, in bytes; 0 where the system
     * does not tell}
     *
     * @param program the name of a class with a main method
     */
    static long peakMemory(String program, List<String> arguments) {
        Process process = start(List.of(), program, arguments);
        long peak = 0;
        try {
            while (process.isAlive()) {
                peak = Math.max(peak, peakMemory(process.pid()));
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        lines(process);
        return peak;
    }

    private static long peakMemory(long process) {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(it -> it.startsWith("VmHWM:"))
                    .mapToLong(it -> 1024 * Long.parseLong(it.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException _) {
            return 0; // it has just ended
        }
    }

    private static Process start(List<String> options, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program);
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(program + " cannot be started", e);
        }
    }

    private static List<String> lines(Process process) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            String first = output.readLine();
            lines.add(Objects.requireNonNullElse(first, ""));
            output.lines().forEach(lines::add);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("process failed: " + process.info());
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

package io.github.wfp4j.headers;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles C for tests.
 *
 * <p>The types are those of Windows x64, as the headers want them, and the object file is of the
 * format of Linux.
 */
public final class Clang {
    private static final Path HEADERS = Path.of("..", "generator", "bindings", "headers");
    private static final String NEEDED =
            "This test compiles C with clang and the headers of mingw-w64 10; on Debian: apt-get"
                    + " install clang mingw-w64-x86-64-dev. ";

    private Clang() {}

    /**
     * Compiles a program that links against nothing.
     *
     * @param source the program
     * @param folder where the files go
     * @return the shared library
     */
    public static Path compile(Path source, Path folder) {
        Path object = folder.resolve(source.getFileName() + ".o");
        Path library = folder.resolve(source.getFileName() + ".so");
        run(
                "--target=x86_64-w64-windows-gnu-elf",
                "-std=c11",
                "-O1",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-ffreestanding",
                "-fvisibility=hidden",
                "-mno-stack-arg-probe",
                "-D_WIN32_WINNT=0x0A00",
                "-DNTDDI_VERSION=0x0A000010",
                "-I",
                HEADERS.toString(),
                "-c",
                source.toString(),
                "-o",
                object.toString());
        run("-shared", "-nostdlib", "-Wl,-z,defs", "-o", library.toString(), object.toString());
        return library;
    }

    private static void run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("clang"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as("%s%s%n%s", NEEDED, command, printed).isZero();
        } catch (IOException e) {
            throw new AssertionError(NEEDED + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while compiling", e);
        }
    }
}

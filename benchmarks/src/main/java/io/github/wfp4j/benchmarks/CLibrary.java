package io.github.wfp4j.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The yardsticks in C, compiled with {@code -O2} by the compiler that the environment variable
 * {@code CC} names, else by gcc or clang.
 *
 * <p>The system property {@value #COMPILED} names a library that was compiled before, so that not
 * every process does it again.
 */
@SuppressWarnings("restricted")
final class CLibrary {
    /** Names a library that was compiled before. */
    static final String COMPILED = "wfp4j.benchmarks.library";

    private static final String SOURCE = "/yardsticks.c";

    private static final class Loaded {
        static final Path PATH = path();
        static final SymbolLookup SYMBOLS = SymbolLookup.libraryLookup(PATH, Arena.global());

        private static Path path() {
            String compiled = System.getProperty(COMPILED);
            return compiled == null ? compile() : Path.of(compiled);
        }
    }

    private CLibrary() {}

    /** {@return whether there is a C compiler} */
    static boolean isAvailable() {
        return !compiler().isEmpty();
    }

    /**
     * {@return the library's file}
     *
     * @throws IllegalStateException if there is no C compiler, or it fails; the message is fit to
     *     say why C was left out
     */
    static Path path() {
        requireCompiler();
        return Loaded.PATH;
    }

    /** {@return the address of a function, with the exceptions of {@link #path}} */
    static MemorySegment find(String function) {
        requireCompiler();
        return Loaded.SYMBOLS.findOrThrow(function);
    }

    /** {@return the library's functions, with the exceptions of {@link #path}} */
    static SymbolLookup symbols() {
        requireCompiler();
        return Loaded.SYMBOLS;
    }

    /** {@return a handle of a function, with the exceptions of {@link #path}} */
    static MethodHandle link(String function, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(find(function), type);
    }

    private static void requireCompiler() {
        if (System.getProperty(COMPILED) == null && !isAvailable()) {
            throw new IllegalStateException(
                    "skipped: no C compiler: CC is not set, and neither gcc nor clang is on the"
                            + " path");
        }
    }

    private static Path compile() {
        try {
            Path folder = Files.createTempDirectory("wfp4j-benchmarks");
            Path source = folder.resolve("yardsticks.c");
            Path library = folder.resolve(System.mapLibraryName("yardsticks"));
            Stream.of(folder, source, library).forEach(path -> path.toFile().deleteOnExit());
            try (InputStream resource =
                    Objects.requireNonNull(CLibrary.class.getResourceAsStream(SOURCE), SOURCE)) {
                Files.copy(resource, source);
            }
            Process process =
                    new ProcessBuilder(
                                    compiler(),
                                    "-O2",
                                    "-shared",
                                    "-fPIC",
                                    "-o",
                                    library.toString(),
                                    source.toString())
                            .inheritIO()
                            .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the C compiler failed on " + source);
            }
            return library;
        } catch (IOException e) {
            throw new IllegalStateException("cannot compile the yardsticks in C", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** {@return the command of the C compiler, empty if there is none} */
    private static String compiler() {
        String named = System.getenv("CC");
        if (named != null && !named.isBlank()) {
            return named;
        }
        return Stream.of("gcc", "clang").filter(CLibrary::isOnPath).findFirst().orElse("");
    }

    private static boolean isOnPath(String command) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .flatMap(it -> Stream.of(Path.of(it, command), Path.of(it, command + ".exe")))
                .anyMatch(Files::isExecutable);
    }
}

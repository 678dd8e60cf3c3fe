package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

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
 * The scans in C, compiled with {@code -O2} by the compiler that the environment variable {@code
 * CC} names, else by gcc or clang.
 */
@SuppressWarnings("restricted")
final class ScanLibrary {
    private static final String SOURCE = "/filter_scan.c";

    private ScanLibrary() {}

    /**
     * Compiles and links a scan.
     *
     * @param function its name in C
     * @param table what to scan, in one call of the function
     * @throws IllegalStateException if there is no C compiler, or it fails; the message is fit to
     *     say why the C loop was skipped
     */
    static Scan link(String function, FilterTable table) {
        MethodHandle handle =
                Linker.nativeLinker()
                        .downcallHandle(
                                SymbolLookup.libraryLookup(compile(), Arena.global())
                                        .findOrThrow(function),
                                FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT));
        MemorySegment filters = table.memory();
        int count = table.count();
        return () -> {
            try {
                return (long) handle.invokeExact(filters, count);
            } catch (Throwable e) {
                throw new IllegalStateException(function + " failed", e);
            }
        };
    }

    private static Path compile() {
        try {
            Path folder = Files.createTempDirectory("wfp4j-benchmarks");
            Path source = folder.resolve("filter_scan.c");
            Path library = folder.resolve(System.mapLibraryName("filter_scan"));
            Stream.of(folder, source, library).forEach(path -> path.toFile().deleteOnExit());
            try (InputStream resource =
                    Objects.requireNonNull(ScanLibrary.class.getResourceAsStream(SOURCE), SOURCE)) {
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
                throw new IllegalStateException("skipped: the C compiler failed on " + source);
            }
            return library;
        } catch (IOException e) {
            throw new IllegalStateException("skipped: cannot compile the C loop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("skipped: interrupted", e);
        }
    }

    private static String compiler() {
        String named = System.getenv("CC");
        if (named != null && !named.isBlank()) {
            return named;
        }
        return Stream.of("gcc", "clang")
                .filter(ScanLibrary::isOnPath)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "skipped: no C compiler: CC is not set, and neither gcc"
                                        + " nor clang is on the path"));
    }

    private static boolean isOnPath(String command) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .flatMap(it -> Stream.of(Path.of(it, command), Path.of(it, command + ".exe")))
                .anyMatch(Files::isExecutable);
    }
}

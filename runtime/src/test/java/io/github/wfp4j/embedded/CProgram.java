package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program {@code src/test/c/policy.c}, compiled from the headers of which the bindings were
 * made, and loaded into this process.
 */
@SuppressWarnings("restricted")
final class CProgram {
    private static final Path SOURCE = Path.of("src", "test", "c", "policy.c");
    private static final Path HEADERS = Path.of("..", "generator", "bindings", "headers");
    private static final String NEEDED =
            "This test compiles C with clang and the headers of mingw-w64 10; on Debian: apt-get"
                    + " install clang mingw-w64-x86-64-dev. ";

    private final SymbolLookup program;

    private CProgram(SymbolLookup program) {
        this.program = program;
    }

    /**
     * {@return the program, which calls the functions of an engine}
     *
     * @param library the program as {@link #compile} made it
     * @param engine the symbols of the engine
     * @param arena how long the program is loaded
     */
    static CProgram load(Path library, SymbolLookup engine, Arena arena) {
        CProgram program = new CProgram(SymbolLookup.libraryLookup(library, arena));
        program.link(engine);
        return program;
    }

    private void link(SymbolLookup engine) {
        int index = 0;
        String name = text("function_name", index);
        while (!name.isEmpty()) {
            call(
                    "set_function",
                    FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS),
                    index,
                    engine.findOrThrow(name));
            index++;
            name = text("function_name", index);
        }
        assertThat(index).isPositive();
    }

    /** Runs a part of the program, which must find nothing wrong. */
    void run(String part, Object... arguments) {
        assertThat(text(part, arguments)).as(part).isEmpty();
    }

    /** {@return the text that a function returns, empty for a null pointer} */
    String text(String function, Object... arguments) {
        MemorySegment text =
                (MemorySegment) call(function, descriptor(ADDRESS, arguments), arguments);
        return text.address() == 0 ? "" : text.reinterpret(Long.MAX_VALUE).getString(0, UTF_8);
    }

    /** {@return the number that a function returns} */
    int number(String function) {
        return (int) call(function, descriptor(JAVA_INT));
    }

    private static FunctionDescriptor descriptor(MemoryLayout result, Object... arguments) {
        return FunctionDescriptor.of(
                result,
                Stream.of(arguments)
                        .map(it -> it instanceof Integer ? JAVA_INT : ADDRESS)
                        .toArray(MemoryLayout[]::new));
    }

    private Object call(String function, FunctionDescriptor descriptor, Object... arguments) {
        MethodHandle handle =
                Linker.nativeLinker().downcallHandle(program.findOrThrow(function), descriptor);
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new AssertionError(function, e);
        }
    }

    /**
     * Compiles the program.
     *
     * <p>The types are those of Windows x64, as the headers want them, and the object file is of
     * the format of Linux.
     *
     * @param folder where the files go
     */
    static Path compile(Path folder) {
        Path object = folder.resolve("policy.o");
        Path library = folder.resolve("libpolicy.so");
        clang(
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
                SOURCE.toString(),
                "-o",
                object.toString());
        clang("-shared", "-nostdlib", "-Wl,-z,defs", "-o", library.toString(), object.toString());
        return library;
    }

    private static void clang(String... arguments) {
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

package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wfp4j.headers.Clang;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The program {@code src/test/c/policy.c}, compiled from the headers of which the bindings were
 * made, and loaded into this process.
 */
@SuppressWarnings("restricted")
final class CProgram {
    private static final Path SOURCE = Path.of("src", "test", "c", "policy.c");

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
     * @param folder where the files go
     */
    static Path compile(Path folder) {
        return Clang.compile(SOURCE, folder);
    }
}

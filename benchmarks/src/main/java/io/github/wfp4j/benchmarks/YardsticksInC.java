package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Passes that are one call of a function in C: the loop is in C, too. */
final class YardsticksInC {
    private YardsticksInC() {}

    /** {@return one call with all filters of a table} */
    static Pass over(String function, FilterTable table) {
        return over(function, table.memory(), table.count());
    }

    /** {@return one call with a pointer and a count} */
    static Pass over(String function, MemorySegment pointer, int count) {
        MethodHandle handle =
                CLibrary.link(function, FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT));
        return () -> {
            try {
                return (long) handle.invokeExact(pointer, count);
            } catch (Throwable e) {
                throw new IllegalStateException(function + " failed", e);
            }
        };
    }

    /** {@return the block that a function makes of a struct} */
    static MemorySegment make(String function, MemorySegment source) {
        MethodHandle handle = CLibrary.link(function, FunctionDescriptor.of(ADDRESS, ADDRESS));
        try {
            return (MemorySegment) handle.invokeExact(source);
        } catch (Throwable e) {
            throw new IllegalStateException(function + " failed", e);
        }
    }

    /** Frees what {@link #make} gave. */
    static void free(String function, MemorySegment block) {
        MethodHandle handle = CLibrary.link(function, FunctionDescriptor.ofVoid(ADDRESS));
        try {
            handle.invokeExact(block);
        } catch (Throwable e) {
            throw new IllegalStateException(function + " failed", e);
        }
    }
}

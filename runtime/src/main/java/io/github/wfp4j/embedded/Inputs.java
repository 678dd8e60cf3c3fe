package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.Guid;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Reads the arguments that are no structs of their own kind. */
final class Inputs {
    private static final long GUID_SIZE = 16;
    private static final long GUID_ALIGNMENT = 4;

    private Inputs() {}

    /** {@return the GUID that an argument points to} */
    static Guid guid(MemorySegment key) {
        return Reader.guid(Arguments.target(key, GUID_SIZE, GUID_ALIGNMENT, "key"), 0);
    }

    /** {@return the zero-terminated text that an argument points to} */
    static String text(MemorySegment pointer, String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment cell = arena.allocate(ValueLayout.ADDRESS);
            cell.set(ValueLayout.ADDRESS, 0, pointer);
            return Reader.DEFAULT.text(cell, 0, name);
        }
    }

    /** {@return the struct that an argument points to, or null for a null pointer} */
    static <R> @Nullable R optional(MemorySegment pointer, Struct<R> struct) {
        return Arguments.isNull(pointer) ? null : struct.decode(pointer);
    }
}

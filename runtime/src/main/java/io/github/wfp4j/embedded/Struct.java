package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * A codec as a value: what reads and writes one C struct.
 *
 * @param name the C name, for messages
 * @param size the size in bytes
 * @param reading reads it at an offset of a segment
 * @param writing writes it at an offset of a slab
 * @param extent measures what it points to
 */
record Struct<R>(
        String name, long size, Reading<R> reading, Writing<R> writing, ToLongFunction<R> extent) {
    /** Every struct that the functions take or give is aligned so. */
    static final long ALIGNMENT = 8;

    interface Reading<R> {
        R read(Reader in, MemorySegment source, long offset);
    }

    interface Writing<R> {
        void write(R value, Slab out, long offset);
    }

    /** {@return the memory of the struct that a caller passed} */
    MemorySegment target(MemorySegment pointer) {
        return Arguments.target(pointer, size, ALIGNMENT, name);
    }

    /** {@return the struct that a caller passed} */
    R decode(MemorySegment pointer) {
        return read(target(pointer));
    }

    /** {@return the struct at the start of a segment} */
    R read(MemorySegment source) {
        try {
            return reading.read(Reader.DEFAULT, source, 0);
        } catch (IllegalArgumentException e) {
            // A record refuses what its C type cannot promise.
            throw new EngineFailure(ErrorCode.FWP_E_INVALID_PARAMETER);
        }
    }

    /** Writes it to zeroed memory of the measured size, in the form that can lie in a file. */
    void store(R value, MemorySegment memory) {
        put(value, Slab.relocatable(memory));
    }

    /**
     * {@return what {@link #store} wrote, which need not be trusted}
     *
     * @throws io.github.wfp4j.types.DecodingException if it is not of this struct
     * @throws IllegalArgumentException if a record refuses what its C type cannot promise
     */
    R restore(MemorySegment memory) {
        return reading.read(Reader.within(memory), memory, 0);
    }

    /** {@return how many bytes a slab needs for it and what it points to} */
    long measure(R value) {
        return Slab.align(size) + extent.applyAsLong(value);
    }

    /**
     * Shows the struct to somebody who must not keep it.
     *
     * @param user gets its memory, which is good until it returns
     */
    void lend(R value, Consumer<MemorySegment> user) {
        try (Arena arena = new ErasingArena()) {
            Slab slab = Slab.allocate(measure(value), arena);
            put(value, slab);
            user.accept(slab.memory());
        }
    }

    /** {@return where in a slab the struct was put, with what it points to behind it} */
    long put(R value, Slab out) {
        long offset = out.reserve(size);
        writing.write(value, out, offset);
        return offset;
    }
}

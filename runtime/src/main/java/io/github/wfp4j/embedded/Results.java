package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.internal.memory.Slab;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Hands objects out, each result as one block of memory that the caller frees (5.5, 10). */
final class Results {
    private static final long POINTER = ValueLayout.ADDRESS.byteSize();

    private final Allocations allocations;

    Results(Allocations allocations) {
        this.allocations = allocations;
    }

    /** {@return where a pointer or handle goes that the caller must want} */
    static MemorySegment pointerTo(MemorySegment out, String name) {
        return Arguments.target(out, POINTER, POINTER, name);
    }

    /** {@return where a count goes that the caller must want} */
    static MemorySegment countTo(MemorySegment out, String name) {
        return Arguments.target(out, Integer.BYTES, Integer.BYTES, name);
    }

    /** Writes a pointer or handle to where the caller wants it. */
    static void put(MemorySegment target, MemorySegment value) {
        target.set(ValueLayout.ADDRESS, 0, value);
    }

    /** Writes a run-time id, if the caller wants it (4.4). */
    static void putId(MemorySegment out, long id) {
        if (!Arguments.isNull(out)) {
            Arguments.target(out, Long.BYTES, Long.BYTES, "id").set(ValueLayout.JAVA_LONG, 0, id);
        }
    }

    /** Writes a run-time id of 32 bits, if the caller wants it. */
    static void putShortId(MemorySegment out, long id) {
        if (!Arguments.isNull(out)) {
            Arguments.target(out, Integer.BYTES, Integer.BYTES, "id")
                    .set(ValueLayout.JAVA_INT, 0, (int) id);
        }
    }

    /** {@return one object with everything that it points to} */
    <R> MemorySegment one(R value, Struct<R> struct) {
        return allocations.allocate(allocator -> {
            Slab slab = Slab.allocate(struct.measure(value), allocator);
            struct.put(value, slab);
            return slab.memory();
        });
    }

    /** {@return an array of pointers to objects with everything; for no objects a null pointer} */
    <R> MemorySegment page(List<R> values, Struct<R> struct) {
        if (values.isEmpty()) {
            return MemorySegment.NULL;
        }
        long size = POINTER * values.size();
        for (R value : values) {
            size += struct.measure(value);
        }
        long total = size;
        return allocations.allocate(allocator -> {
            Slab slab = Slab.allocate(total, allocator);
            long pointer = slab.reserve(POINTER * values.size());
            for (R value : values) {
                slab.putPointer(pointer, struct.put(value, slab));
                pointer += POINTER;
            }
            return slab.memory();
        });
    }
}

package io.github.wfp4j.internal.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/**
 * One block of the C heap, which lives until it is freed by its address.
 *
 * <p>It is for memory that is handed to callers who know nothing of arenas. A shared arena would do
 * the same, but closing one stops every thread for a moment, which costs fifty times as much as the
 * rest of a small result.
 */
@SuppressWarnings("restricted")
public final class NativeBlock implements SegmentAllocator {
    /** What the C heap aligns every block to, on all systems that the JDK runs on with 64 bits. */
    private static final long MAX_ALIGNMENT = 16;

    private static final MethodHandle MALLOC =
            function("malloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG));
    private static final MethodHandle FREE = function("free", FunctionDescriptor.ofVoid(ADDRESS));

    private MemorySegment memory = MemorySegment.NULL;

    private static MethodHandle function(String name, FunctionDescriptor type) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    /**
     * Takes the block from the heap.
     *
     * @return memory that is not zeroed
     * @throws IllegalStateException if it was taken before
     */
    @Override
    public MemorySegment allocate(long size, long alignment) {
        if (memory.address() != 0) {
            throw new IllegalStateException("block was taken already");
        }
        if (alignment > MAX_ALIGNMENT) {
            throw new IllegalArgumentException("alignment must be at most 16: " + alignment);
        }
        memory = malloc(size).reinterpret(size);
        return memory;
    }

    private static MemorySegment malloc(long size) {
        MemorySegment block;
        try {
            // The C heap may give null for nothing.
            block = (MemorySegment) MALLOC.invokeExact(Math.max(size, 1));
        } catch (Throwable e) {
            throw new AssertionError("malloc cannot throw", e);
        }
        if (block.address() == 0) {
            throw new OutOfMemoryError("C heap has no " + size + " bytes");
        }
        return block;
    }

    /** Gives the block back; nothing happens if none was taken. */
    public void free() {
        free(memory);
        memory = MemorySegment.NULL;
    }

    /**
     * Gives a block back.
     *
     * @param block a block that was not freed before, or a null pointer
     */
    public static void free(MemorySegment block) {
        try {
            FREE.invokeExact(block);
        } catch (Throwable e) {
            throw new AssertionError("free cannot throw", e);
        }
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.memory.NativeBlock;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The memory that callers got and have to free.
 *
 * <p>It outlives sessions and the engine itself (10): a pointer is good until it is freed, by
 * whichever thread.
 */
final class Allocations {
    private final Set<Long> blocks = ConcurrentHashMap.newKeySet();

    /** Fills memory that a caller will get. */
    interface Filling {
        /** {@return the memory, taken from the allocator as one block} */
        MemorySegment fill(SegmentAllocator allocator);
    }

    /** {@return one block, which is the caller's until it is freed} */
    MemorySegment allocate(Filling filling) {
        NativeBlock block = new NativeBlock();
        try {
            MemorySegment memory = filling.fill(block);
            blocks.add(memory.address());
            return memory;
        } catch (Throwable e) {
            block.free();
            throw e;
        }
    }

    /** Frees a block; what is no block, or was freed, is left alone. */
    void free(MemorySegment pointer) {
        // It is forgotten first, because the address may come again as soon as it is free.
        if (blocks.remove(pointer.address())) {
            NativeBlock.free(pointer);
        }
    }

    /** {@return how many blocks were not freed yet} */
    int count() {
        return blocks.size();
    }
}

package io.github.wfp4j.embedded;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The memory that callers got and have to free.
 *
 * <p>It outlives sessions and the engine itself (10): a pointer is good until it is freed, by
 * whichever thread.
 */
final class Allocations {
    private final ConcurrentMap<Long, Arena> arenas = new ConcurrentHashMap<>();

    /** Fills memory that a caller will get. */
    interface Filling {
        /** {@return the memory, taken from the arena as one block} */
        MemorySegment fill(Arena arena);
    }

    /** {@return one block, which is the caller's until it is freed} */
    MemorySegment allocate(Filling filling) {
        Arena arena = Arena.ofShared();
        try {
            MemorySegment memory = filling.fill(arena);
            arenas.put(memory.address(), arena);
            return memory;
        } catch (Throwable e) {
            arena.close();
            throw e;
        }
    }

    /** Frees a block; what is no block, or was freed, is left alone. */
    void free(MemorySegment pointer) {
        Arena arena = arenas.remove(pointer.address());
        if (arena != null) {
            arena.close();
        }
    }

    /** {@return how many blocks were not freed yet} */
    int count() {
        return arenas.size();
    }
}

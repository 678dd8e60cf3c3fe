package io.github.wfp4j.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory for one call that is zeroed before it is given back, because what stands in it may be a
 * key: those of a security association, or one that two peers share.
 *
 * <p>This is all that can be done: the records that the keys came in are in the Java heap, where
 * the garbage collector copies and forgets them as it likes.
 */
final class WipingArena implements Arena {
    private final Arena arena;
    private final List<MemorySegment> allocated = new ArrayList<>();

    WipingArena() {
        this(Arena.ofConfined());
    }

    /** Takes over an arena. */
    WipingArena(Arena arena) {
        this.arena = arena;
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        MemorySegment segment = arena.allocate(byteSize, byteAlignment);
        allocated.add(segment);
        return segment;
    }

    @Override
    public MemorySegment.Scope scope() {
        return arena.scope();
    }

    @Override
    public void close() {
        for (MemorySegment segment : allocated) {
            segment.fill((byte) 0);
        }
        arena.close();
    }
}

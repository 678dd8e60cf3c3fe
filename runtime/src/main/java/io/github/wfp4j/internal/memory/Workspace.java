package io.github.wfp4j.internal.memory;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A block of native memory for what is written down for the time of a call. It is zero while nobody
 * has it. What it has no room for comes from an arena of one thread.
 *
 * <p>One waits for whoever comes next: making a block takes longer than filling it. Who comes while
 * it is taken gets another one, and the one that comes back too many is freed.
 */
final class Workspace {
    /** Enough for a filter with some twenty conditions. */
    private static final long SIZE = 4096;

    private static final long ALIGNMENT = 16;

    private static final AtomicReference<@Nullable Workspace> IDLE = new AtomicReference<>();

    private final NativeBlock block = new NativeBlock();
    private final MemorySegment memory;
    private final Slab slab;
    private long used;

    /** Takes what the block cannot; made when it is needed. */
    private @Nullable Arena overflow;

    private @Nullable Piece last;

    private record Piece(MemorySegment memory, @Nullable Piece before) {}

    private Workspace(long size) {
        memory = block.allocate(size, ALIGNMENT).fill((byte) 0);
        slab = Slab.within(memory, this);
    }

    /** {@return a block for the caller alone} */
    static Workspace take() {
        Workspace idle = IDLE.getAndSet(null);
        return idle == null ? new Workspace(SIZE) : idle;
    }

    /** {@return a workspace without room, so that all comes from an arena, which it closes} */
    static Workspace over(Arena arena) {
        Workspace workspace = new Workspace(0);
        workspace.overflow = arena;
        return workspace;
    }

    /** {@return the next bytes, which are zero if they come from the block} */
    MemorySegment allocate(long size, long alignment) {
        long start = reserve(size, alignment);
        if (start >= 0) {
            return memory.asSlice(start, size);
        }
        MemorySegment piece = overflow().allocate(size, alignment);
        last = new Piece(piece, last);
        return piece;
    }

    Arena overflow() {
        if (overflow == null) {
            overflow = Arena.ofConfined();
        }
        return overflow;
    }

    /**
     * {@return a slab of the next bytes, or null if there are too few; it ends with the next one}
     */
    @Nullable Slab slab(long size) {
        long start = reserve(size, Slab.ALIGNMENT);
        return start < 0 ? null : slab.restart(start, start + size, true);
    }

    /**
     * {@return a slab of all that is left; it ends with the next one}
     *
     * <p>All of it is taken until {@link #keep} says how much, so that nothing stays behind of a
     * slab that was left half filled.
     */
    Slab unmeasuredSlab() {
        long start = aligned(Slab.ALIGNMENT);
        used = memory.byteSize();
        return slab.restart(Math.min(start, used), used, false);
    }

    /** Takes no more than what is before an offset. */
    void keep(long end) {
        used = end;
    }

    private long aligned(long alignment) {
        return (used + alignment - 1) & -alignment;
    }

    private long reserve(long size, long alignment) {
        if (alignment > ALIGNMENT) {
            return -1;
        }
        long start = aligned(alignment);
        if (size > memory.byteSize() - start) {
            return -1;
        }
        used = start + size;
        return start;
    }

    /** Zeroes what was used and lets the next one have the block. */
    void giveBack() {
        memory.asSlice(0, used).fill((byte) 0);
        used = 0;
        if (overflow != null) {
            giveOverflowBack(overflow);
        }
        if (memory.byteSize() != SIZE || !IDLE.compareAndSet(null, this)) {
            block.free();
        }
    }

    private void giveOverflowBack(Arena arena) {
        for (Piece piece = last; piece != null; piece = piece.before()) {
            piece.memory().fill((byte) 0);
        }
        last = null;
        overflow = null;
        arena.close();
    }
}

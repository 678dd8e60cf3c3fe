package io.github.wfp4j.internal.memory;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A block of native memory for what is written down for the time of a call. It is zero while nobody
 * has it.
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
    private final MemorySegment memory = block.allocate(SIZE, ALIGNMENT).fill((byte) 0);
    private final Slab slab = Slab.within(memory);
    private long used;

    private Workspace() {}

    /** {@return a block for the caller alone} */
    static Workspace take() {
        Workspace idle = IDLE.getAndSet(null);
        return idle == null ? new Workspace() : idle;
    }

    /** {@return the next bytes, which are zero, or null if there are too few} */
    @Nullable MemorySegment allocate(long size, long alignment) {
        long start = reserve(size, alignment);
        return start < 0 ? null : memory.asSlice(start, size);
    }

    /**
     * {@return a slab of the next bytes, or null if there are too few; it ends with the next one}
     */
    @Nullable Slab slab(long size) {
        long start = reserve(size, Slab.ALIGNMENT);
        return start < 0 ? null : slab.restart(start, start + size);
    }

    private long reserve(long size, long alignment) {
        if (alignment > ALIGNMENT) {
            return -1;
        }
        long start = (used + alignment - 1) & -alignment;
        if (size > SIZE - start) {
            return -1;
        }
        used = start + size;
        return start;
    }

    /** Zeroes what was used and lets the next one have the block. */
    void giveBack() {
        memory.asSlice(0, used).fill((byte) 0);
        used = 0;
        if (!IDLE.compareAndSet(null, this)) {
            block.free();
        }
    }
}

package io.github.wfp4j.internal.memory;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * An arena that zeroes its memory before it gives it back.
 *
 * <p>It is for what is written down for the time of a call: a policy may hold a key or a password,
 * which must not stay behind in memory that the next caller of {@code malloc} gets. Everything is
 * erased and not only what is known to be secret, because that costs less than to find out.
 *
 * <p>The memory comes from a {@link Workspace}, which the next arena gets again. Nobody but the one
 * who opened it uses an arena or its memory, and never after it was closed.
 */
public final class ErasingArena implements Arena {
    /** Null once this arena is closed. Nothing else is here: each call makes an arena. */
    private @Nullable Workspace workspace;

    /** Opens an arena for the current thread. */
    public ErasingArena() {
        this(Workspace.take());
    }

    /** Opens an arena with a workspace of its own; for tests to look at it afterwards. */
    ErasingArena(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * {@return a zeroed slab, or null if only {@link #allocate} can give so much}
     *
     * <p>It ends when the next one is asked for.
     */
    @Nullable Slab slab(long size) {
        return open().slab(size);
    }

    /** {@return a zeroed slab of all that is left, of which its {@code memory()} takes its part} */
    Slab unmeasuredSlab() {
        return open().unmeasuredSlab();
    }

    @Override
    public MemorySegment allocate(long size, long alignment) {
        return open().allocate(size, alignment);
    }

    /** {@return the scope of what does not fit a workspace; a workspace's has no end} */
    @Override
    public MemorySegment.Scope scope() {
        return open().overflow().scope();
    }

    private Workspace open() {
        Workspace mine = workspace;
        if (mine == null) {
            throw new IllegalStateException("arena already closed");
        }
        return mine;
    }

    /**
     * Zeroes the memory and gives it back.
     *
     * @throws IllegalStateException if it was given back before
     * @throws WrongThreadException if the arena has much memory and belongs to another thread
     */
    @Override
    public void close() {
        Workspace mine = open();
        workspace = null;
        mine.giveBack();
    }
}

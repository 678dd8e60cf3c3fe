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
 * <p>What is small comes from a {@link Workspace}, which the next arena gets again; the rest from
 * an arena of one thread. Nobody but the one who opened it uses an arena or its memory, and never
 * after it was closed.
 */
public final class ErasingArena implements Arena {
    private @Nullable Workspace workspace;

    /** Takes what the workspace cannot; made when it is needed. */
    private @Nullable Arena overflow;

    private @Nullable Piece last;
    private boolean closed;

    /** Opens an arena for the current thread. */
    public ErasingArena() {
        workspace = Workspace.take();
    }

    /** Takes the memory from another arena, which it closes; for tests to look at it afterwards. */
    ErasingArena(Arena arena) {
        overflow = arena;
    }

    private record Piece(MemorySegment memory, @Nullable Piece before) {}

    /**
     * {@return a zeroed slab, or null if only {@link #allocate} can give so much}
     *
     * <p>It ends when the next one is asked for.
     */
    @Nullable Slab slab(long size) {
        requireOpen();
        return workspace == null ? null : workspace.slab(size);
    }

    @Override
    public MemorySegment allocate(long size, long alignment) {
        requireOpen();
        MemorySegment memory = workspace == null ? null : workspace.allocate(size, alignment);
        return memory == null ? allocateElsewhere(size, alignment) : memory;
    }

    private MemorySegment allocateElsewhere(long size, long alignment) {
        MemorySegment memory = overflow().allocate(size, alignment);
        last = new Piece(memory, last);
        return memory;
    }

    private Arena overflow() {
        if (overflow == null) {
            overflow = Arena.ofConfined();
        }
        return overflow;
    }

    /** {@return the scope of what does not fit a workspace; a workspace's has no end} */
    @Override
    public MemorySegment.Scope scope() {
        return overflow().scope();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("arena already closed");
        }
    }

    /**
     * Zeroes the memory and gives it back.
     *
     * @throws IllegalStateException if it was given back before
     * @throws WrongThreadException if the arena has much memory and belongs to another thread
     */
    @Override
    public void close() {
        requireOpen();
        closed = true;
        if (workspace != null) {
            workspace.giveBack();
            workspace = null;
        }
        if (overflow != null) {
            for (Piece piece = last; piece != null; piece = piece.before()) {
                piece.memory().fill((byte) 0);
            }
            overflow.close();
        }
    }
}

package io.github.wfp4j.internal.memory;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * An arena of one thread that zeroes its memory before it gives it back.
 *
 * <p>It is for what is written down for the time of a call: a policy may hold a key or a password,
 * which must not stay behind in memory that the next caller of {@code malloc} gets. Everything is
 * erased and not only what is known to be secret, because that costs less than to find out.
 */
public final class ErasingArena implements Arena {
    private final Arena arena;
    private @Nullable Piece last;

    /** Opens an arena that belongs to the current thread. */
    public ErasingArena() {
        this(Arena.ofConfined());
    }

    /** Takes the memory from another arena, which it closes; for tests to look at it afterwards. */
    ErasingArena(Arena arena) {
        this.arena = arena;
    }

    private record Piece(MemorySegment memory, @Nullable Piece before) {}

    @Override
    public MemorySegment allocate(long size, long alignment) {
        MemorySegment memory = arena.allocate(size, alignment);
        last = new Piece(memory, last);
        return memory;
    }

    @Override
    public MemorySegment.Scope scope() {
        return arena.scope();
    }

    /**
     * Zeroes the memory and gives it back.
     *
     * @throws IllegalStateException if it was given back before
     * @throws WrongThreadException if the arena belongs to another thread
     */
    @Override
    public void close() {
        for (Piece piece = last; piece != null; piece = piece.before()) {
            piece.memory().fill((byte) 0);
        }
        arena.close();
    }
}

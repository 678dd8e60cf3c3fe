package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

final class ErasingArenaTest {
    private final Arena kept = Arena.ofConfined();

    @AfterEach
    void giveBack() {
        kept.close();
    }

    @Test
    void zeroesEveryPieceWhenItIsClosed() {
        MemorySegment first;
        MemorySegment second;
        try (Arena arena = new ErasingArena(keptOpen())) {
            first = arena.allocateFrom(JAVA_LONG, 1, 2, 3);
            second = arena.allocateFrom("open sesame");
            assertThat(first.getAtIndex(JAVA_LONG, 2)).isEqualTo(3);
        }
        assertThat(first.toArray(JAVA_LONG)).containsOnly(0);
        assertThat(second.getString(0)).isEmpty();
    }

    @Test
    void givesItsMemoryBack() {
        ErasingArena arena = new ErasingArena();
        MemorySegment memory = arena.allocate(JAVA_LONG);
        arena.close();
        assertThat(memory.scope().isAlive()).isFalse();
        assertThatIllegalStateException().isThrownBy(arena::close);
    }

    /** An arena whose memory can be looked at when it was closed. */
    private Arena keptOpen() {
        return new Arena() {
            @Override
            public MemorySegment allocate(long size, long alignment) {
                return kept.allocate(size, alignment);
            }

            @Override
            public MemorySegment.Scope scope() {
                return kept.scope();
            }

            @Override
            public void close() {}
        };
    }
}

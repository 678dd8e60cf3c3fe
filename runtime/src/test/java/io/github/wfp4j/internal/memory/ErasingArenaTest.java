package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
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
        try (Arena arena = new ErasingArena(Workspace.over(keptOpen()))) {
            first = arena.allocateFrom(JAVA_LONG, 1, 2, 3);
            second = arena.allocateFrom("open sesame");
            assertThat(first.getAtIndex(JAVA_LONG, 2)).isEqualTo(3);
        }
        assertThat(first.toArray(JAVA_LONG)).containsOnly(0);
        assertThat(second.getString(0)).isEmpty();
    }

    @Test
    void givesItsMemoryBack() {
        ErasingArena arena = new ErasingArena(Workspace.over(Arena.ofConfined()));
        MemorySegment memory = arena.allocate(JAVA_LONG);
        arena.close();
        assertThat(memory.scope().isAlive()).isFalse();
        assertThatIllegalStateException().isThrownBy(arena::close);
    }

    @Test
    void theNextOneGetsZeroedMemory() {
        for (int i = 0; i < 3; i++) {
            try (Arena arena = new ErasingArena()) {
                MemorySegment memory = arena.allocate(100, 1);
                assertThat(memory.toArray(JAVA_BYTE)).containsOnly(0);
                memory.fill((byte) 0x5A);
                assertThat(arena.allocate(JAVA_LONG).get(JAVA_LONG, 0)).isZero();
            }
        }
    }

    @Test
    void twoAtATimeShareNothing() {
        try (Arena first = new ErasingArena();
                Arena second = new ErasingArena()) {
            MemorySegment one = first.allocate(JAVA_LONG);
            MemorySegment other = second.allocate(JAVA_LONG);
            one.set(JAVA_LONG, 0, 1);
            other.set(JAVA_LONG, 0, 2);
            assertThat(one.get(JAVA_LONG, 0)).isEqualTo(1);
        }
    }

    @Test
    void givesMoreThanFitsAWorkspace() {
        try (Arena arena = new ErasingArena()) {
            assertThat(arena.allocate(1 << 20).byteSize()).isEqualTo(1 << 20);
            assertThat(arena.allocate(64, 4096).address() % 4096).isZero();
        }
    }

    @Test
    void refusesToGiveAfterItWasClosed() {
        ErasingArena arena = new ErasingArena();
        arena.close();
        assertThatIllegalStateException().isThrownBy(() -> arena.allocate(8));
        assertThatIllegalStateException().isThrownBy(arena::close);
    }

    @Test
    void slabsFollowOneAnother() {
        try (Arena arena = new ErasingArena()) {
            Slab first = Slab.allocate(16, arena);
            first.putLong(first.reserve(16), 1);
            MemorySegment memory = first.memory();
            Slab second = Slab.allocate(24, arena);
            second.putLong(second.reserve(8), 2);
            assertThat(memory.byteSize()).isEqualTo(16);
            assertThat(memory.get(JAVA_LONG, 0)).isEqualTo(1);
            assertThat(second.memory().byteSize()).isEqualTo(24);
            assertThat(second.memory().get(JAVA_LONG, 0)).isEqualTo(2);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> second.reserve(17));
        }
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

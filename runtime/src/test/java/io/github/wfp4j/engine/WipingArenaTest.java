package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

final class WipingArenaTest {
    /** Memory that outlives its arena, so that what is left in it can be read. */
    private static final class Kept implements Arena {
        private final Arena arena = Arena.ofAuto();
        private boolean closed;

        @Override
        public MemorySegment allocate(long byteSize, long byteAlignment) {
            return arena.allocate(byteSize, byteAlignment);
        }

        @Override
        public MemorySegment.Scope scope() {
            return arena.scope();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void leavesNothingBehind() {
        Kept kept = new Kept();
        MemorySegment first;
        MemorySegment second;
        try (Arena arena = new WipingArena(kept)) {
            first = arena.allocateFrom(JAVA_BYTE, (byte) 1, (byte) 2);
            second = arena.allocateFrom("key");
            assertThat(second.getString(0)).isEqualTo("key");
        }
        assertThat(first.toArray(JAVA_BYTE)).containsOnly(0);
        assertThat(second.toArray(JAVA_BYTE)).containsOnly(0);
        assertThat(kept.closed).isTrue();
    }
}

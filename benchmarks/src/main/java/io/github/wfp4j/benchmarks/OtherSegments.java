package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * What else a process does with memory: every kind of segment and arena, an arena of its own making
 * among them. The JIT compiles the JDK's methods by what it has seen of their callers, all callers
 * together, so this changes how a scan is compiled afterwards.
 */
@SuppressWarnings("restricted")
final class OtherSegments {
    private OtherSegments() {}

    /**
     * Uses them often enough for the JIT to notice.
     *
     * @return a sum of what was read
     */
    static long use() {
        long sum = 0;
        try (Arena shared = Arena.ofShared();
                Arena confined = Arena.ofConfined()) {
            List<Arena> arenas =
                    List.of(
                            shared,
                            confined,
                            Arena.global(),
                            Arena.ofAuto(),
                            new Wrapped(shared),
                            new Limited(confined));
            List<MemorySegment> segments =
                    List.of(
                            shared.allocate(64),
                            confined.allocate(64),
                            Arena.global().allocate(64),
                            MemorySegment.ofArray(new byte[64]),
                            MemorySegment.ofArray(new int[16]),
                            MemorySegment.ofArray(new long[8]));
            for (int i = 0; i < 300_000; i++) {
                Arena arena = arenas.get(i % arenas.size());
                sum += MemorySegment.ofAddress(i).reinterpret(40, arena, null).byteSize();
                MemorySegment slice = segments.get(i / 7 % segments.size()).asSlice(i % 24, 40);
                sum += slice.get(JAVA_LONG_UNALIGNED, 0) + slice.get(JAVA_INT_UNALIGNED, 3);
                sum += slice.get(JAVA_SHORT_UNALIGNED, 8) + slice.get(JAVA_BYTE, 9);
            }
        }
        return sum;
    }

    /** An arena that hands on to another one. */
    private record Wrapped(Arena arena) implements Arena {
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
            arena.close();
        }
    }

    /** Another one, so that there are enough classes of arenas. */
    private record Limited(Arena arena) implements Arena {
        @Override
        public MemorySegment allocate(long byteSize, long byteAlignment) {
            return arena.allocate(Math.min(byteSize, 1 << 20), byteAlignment);
        }

        @Override
        public MemorySegment.Scope scope() {
            return arena.scope();
        }

        @Override
        public void close() {
            arena.close();
        }
    }
}

package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.DecodingException.Kind;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

final class ArgumentsTest {
    @Test
    void givesPointerOfCItsSize() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(16, 8);
            MemorySegment bare = MemorySegment.ofAddress(memory.address());
            assertThat(Arguments.target(bare, 16, 8, "p").byteSize()).isEqualTo(16);
        }
    }

    @Test
    void keepsBoundsAndLifetimeOfJavaSegment() {
        MemorySegment target;
        try (Arena arena = Arena.ofConfined()) {
            target = Arguments.target(arena.allocate(32, 8), 16, 8, "p");
            assertThat(target.byteSize()).isEqualTo(16);
        }
        assertThat(target.scope().isAlive()).isFalse();
    }

    @Test
    void refusesNullPointer() {
        assertThatThrownBy(() -> Arguments.target(MemorySegment.NULL, 8, 8, "p"))
                .isInstanceOfSatisfying(
                        DecodingException.class,
                        it -> assertThat(it.kind()).isEqualTo(Kind.NULL_POINTER));
    }

    @Test
    void refusesMisalignedPointer() {
        assertThatThrownBy(() -> Arguments.target(MemorySegment.ofAddress(12), 8, 8, "p"))
                .isInstanceOf(DecodingException.class)
                .hasMessage("p: pointer 0xc is not a multiple of 8");
    }

    @Test
    void refusesShortSegment() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(8, 8);
            assertThatThrownBy(() -> Arguments.target(memory, 16, 8, "p"))
                    .isInstanceOf(DecodingException.class)
                    .hasMessage("p: has 8 bytes where 16 are needed");
        }
    }
}

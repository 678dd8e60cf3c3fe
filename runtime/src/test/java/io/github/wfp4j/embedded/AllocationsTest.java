package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.internal.memory.NativeBlock;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicReference;

/** The memory that callers got and have to free. */
final class AllocationsTest {
    private final Allocations allocations = new Allocations(false);

    @Test
    @DisplayName("10-free: a block is freed once; freeing it again does nothing")
    void freesOnce() {
        MemorySegment block = allocations.allocate(it -> it.allocate(100, 8));
        block.fill((byte) 1);
        assertThat(allocations.count()).isEqualTo(1);
        allocations.free(block);
        allocations.free(block);
        assertThat(allocations.count()).isZero();
    }

    @Test
    @DisplayName("10-free: what is no block is left alone, the middle of one too")
    void leavesOthersAlone() {
        MemorySegment block = allocations.allocate(it -> it.allocate(100, 8));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment foreign = arena.allocate(ValueLayout.JAVA_LONG);
            allocations.free(foreign);
            allocations.free(block.asSlice(8));
            foreign.set(ValueLayout.JAVA_LONG, 0, 5);
        }
        assertThat(allocations.count()).isEqualTo(1);
        allocations.free(block);
    }

    @Test
    @DisplayName("A result is one block, and what fails before it is handed out leaves none")
    void keepsNothingOfFailures() {
        assertThatThrownBy(() ->
                        allocations.allocate(it -> it.allocate(8, 8).copyFrom(it.allocate(8, 8))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(allocations.count()).isZero();
    }

    @Test
    @DisplayName("A block that is freed has no key left in it")
    void erasesWhatIsFreed() {
        AtomicReference<MemorySegment> freed = new AtomicReference<>(MemorySegment.NULL);
        Allocations watched = new Allocations(false, freed::set);
        MemorySegment block = watched.allocate(it -> it.allocate(100, 8).fill((byte) 7));
        watched.free(MemorySegment.ofAddress(block.address())); // C knows no size
        assertThat(requireNonNull(freed.get()).toArray(ValueLayout.JAVA_BYTE))
                .hasSize(100)
                .containsOnly(0);
        NativeBlock.free(block);
    }
}

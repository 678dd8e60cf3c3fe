package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Guid;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.Objects;

final class SlabTest {
    private static FwpmFilter0 filter(int conditions) {
        FwpmFilterCondition0 condition =
                new FwpmFilterCondition0(
                        FwpmConditions.ALE_APP_ID,
                        FwpMatchType.EQUAL,
                        new FwpConditionValue0.UnicodeString("a text of some length"));
        return FwpmFilter0.of(
                        new FwpmDisplayData0("slab", "some filter"),
                        FwpmLayers.ALE_AUTH_CONNECT_V4,
                        new FwpmAction0(
                                FwpActionType.BLOCK, new FwpmAction0.Target.FilterType(Guid.ZERO)))
                .withFilterCondition(Collections.nCopies(conditions, condition));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 41, 42, 43, 44, 45, 46, 47, 48, 1000})
    @DisplayName("what is not measured first is the same, with room for it and without")
    void isTheSameWithRoomAndWithout(int conditions) {
        FwpmFilter0 filter = filter(conditions);
        try (Arena measured = Arena.ofConfined();
                Arena arena = new ErasingArena()) {
            MemorySegment expected = FwpmFilter0Codec.encode(filter, measured);
            for (int i = 0; i < 3; i++) {
                MemorySegment memory = FwpmFilter0Codec.encode(filter, arena);
                assertThat(memory.byteSize()).isEqualTo(expected.byteSize());
                assertThat(FwpmFilter0Codec.decode(memory)).isEqualTo(filter);
            }
        }
        assertThatTheNextBlockIsZero();
    }

    @Test
    @DisplayName("two that follow one another share nothing")
    void followOneAnother() {
        try (Arena arena = new ErasingArena()) {
            MemorySegment first = FwpmFilter0Codec.encode(filter(2), arena);
            MemorySegment second = FwpmFilter0Codec.encode(filter(3), arena);
            arena.allocate(8).set(JAVA_LONG, 0, -1);
            assertThat(FwpmFilter0Codec.decode(first)).isEqualTo(filter(2));
            assertThat(FwpmFilter0Codec.decode(second)).isEqualTo(filter(3));
        }
    }

    @Test
    @DisplayName("nothing stays behind of what was left half written")
    void leavesNothingBehind() {
        try (ErasingArena arena = new ErasingArena()) {
            Slab slab = Objects.requireNonNull(Slab.unmeasured(arena));
            slab.putLong(slab.reserve(8), -1);
            assertThatExceptionOfType(Slab.FullException.class)
                    .isThrownBy(() -> slab.reserve(1 << 20));
        }
        assertThatTheNextBlockIsZero();
    }

    private static void assertThatTheNextBlockIsZero() {
        try (Arena arena = new ErasingArena()) {
            assertThat(arena.allocate(4096, 16).toArray(JAVA_BYTE)).containsOnly(0);
        }
    }

    @Test
    @DisplayName("no byte is written outside of what was reserved")
    void writesNothingOutside() {
        try (Arena arena = Arena.ofConfined()) {
            Slab slab = Slab.allocate(64, arena);
            long place = slab.reserve(16);
            slab.putLong(place + 8, 1);
            refused(() -> slab.putLong(place + 9, 1));
            refused(() -> slab.putLong(-1, 1));
            refused(() -> slab.putByte(16, 1));
            refused(() -> slab.putShort(15, 1));
            refused(() -> slab.putInt(13, 1));
            refused(() -> slab.putFloat(13, 1));
            refused(() -> slab.putDouble(Long.MAX_VALUE - 3, 1));
            refused(() -> slab.putGuid(1, Guid.ZERO));
            refused(() -> slab.putBytes(8, Bytes.of(new byte[9])));
            refused(() -> slab.putPointer(16, 0));
            refused(() -> slab.reserve(56));
        }
    }

    private static void refused(Runnable write) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(write::run);
    }

    @Test
    @DisplayName("memory of the Java heap is refused")
    void refusesTheHeap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slab.relocatable(MemorySegment.ofArray(new long[4])))
                .withMessageContaining("native");
    }
}

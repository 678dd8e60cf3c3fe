package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.Sid;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Reads blocks whose pointers are distances, as nobody wrote them. */
final class BlockTest {
    private static final int SIZE = 64;

    private final MemorySegment memory = Arena.ofAuto().allocate(SIZE, 8);

    private Reader point(long distance) {
        memory.set(JAVA_LONG, 0, distance);
        return Reader.within(memory);
    }

    @Test
    void readsWhatASlabWrote() {
        Slab slab = Slab.relocatable(memory);
        slab.reserve(24);
        slab.putText(0, "text");
        slab.putSid(8, Sid.of("S-1-5-18"));
        MemorySegment elsewhere = Arena.ofAuto().allocate(SIZE, 8).copyFrom(memory);
        Reader in = Reader.within(elsewhere);
        assertThat(in.text(elsewhere, 0, "text")).isEqualTo("text");
        assertThat(in.sid(elsewhere, 8, "sid")).isEqualTo(Sid.of("S-1-5-18"));
        assertThat(in.textOrNull(elsewhere, 16, "none")).isNull();
    }

    @Test
    void refusesPlacesOutside() {
        for (long distance : new long[] {-8, SIZE, SIZE + 8, Long.MIN_VALUE, Long.MAX_VALUE - 7}) {
            Reader in = point(distance);
            assertThatThrownBy(() -> in.pointee(memory, 0, 8, 8, "member"))
                    .isInstanceOf(DecodingException.class);
            assertThatThrownBy(() -> in.text(memory, 0, "member"))
                    .isInstanceOf(DecodingException.class);
            assertThatThrownBy(() -> in.narrowTexts(memory, 0, 1, "member"))
                    .isInstanceOf(DecodingException.class);
            assertThatThrownBy(() -> in.sid(memory, 0, "member"))
                    .isInstanceOf(DecodingException.class);
        }
    }

    @Test
    void refusesArraysThatReachOutside() {
        Reader in = point(SIZE - 16);
        assertThat(in.countedLongs(memory, 0, 2, "member")).containsExactly(0L, 0L);
        assertThatThrownBy(() -> in.countedLongs(memory, 0, 3, "member"))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("24 bytes at 0x30 are not within the 64 of the block");
        assertThatThrownBy(() -> in.countedLongs(memory, 0, 1 << 24, "member"))
                .isInstanceOf(DecodingException.class);
    }

    @Test
    void refusesMisalignedPlaces() {
        assertThatThrownBy(() -> point(9).pointee(memory, 0, 8, 8, "member"))
                .hasMessageContaining("pointer 0x9 is not a multiple of 8");
        assertThatThrownBy(() -> point(9).text(memory, 0, "member"))
                .hasMessageContaining("pointer 0x9 is not a multiple of 2");
    }

    @Test
    void refusesTextWithoutEnd() {
        memory.fill((byte) 'a');
        assertThatThrownBy(() -> point(8).text(memory, 0, "member"))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("text has no end");
    }

    @Test
    void refusesSecurityIdentifierThatReachesOutside() {
        memory.set(JAVA_LONG, SIZE - 8, 0x0000_0000_0000_0F01L);
        assertThatThrownBy(() -> point(SIZE - 8).sid(memory, 0, "member"))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("68 bytes at 0x38");
    }

    @Test
    void refusesOnePlaceForManyParts() {
        Reader in = point(8);
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 100; i++) {
                                assertThat(in.countedLongs(memory, 0, 4, "member"))
                                        .isEqualTo(List.of(0L, 0L, 0L, 0L));
                            }
                        })
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("points to its parts more than once");
    }
}

package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.types.DecodingException;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

final class PageTest {
    private final Arena arena = Arena.ofAuto();
    private final AtomicInteger frees = new AtomicInteger();

    @Test
    void freesItsAllocationOnce() {
        Page page = new Page(arena.allocate(8), 1, frees::incrementAndGet);
        page.close();
        page.close();
        assertThat(frees).hasValue(1);
    }

    @Test
    void freesAnAllocationThatHasCountButNoArray() {
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> new Page(MemorySegment.NULL, 1, frees::incrementAndGet))
                .withMessage("entries: is null, which it must not be");
        assertThat(frees).hasValue(1);
    }

    @Test
    void mayBeEmpty() {
        try (Page page = new Page(MemorySegment.NULL, 0, frees::incrementAndGet)) {
            assertThat(page.count()).isZero();
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> page.entry(0, 8));
        }
    }

    @Test
    void givesExactlyTheStructs() {
        try (Page page = new Page(pointersTo(struct(7), struct(8)), 2, () -> {})) {
            assertThat(page.entry(0, 16).byteSize()).isEqualTo(16);
            assertThat(page.entry(1, 16).get(Page.LONG, 0)).isEqualTo(8);
            assertThat(page.entry(1, 16).isReadOnly()).isTrue();
        }
    }

    @Test
    void followsPointersAndArrays() {
        MemorySegment array = arena.allocate(JAVA_LONG, 2);
        array.setAtIndex(JAVA_LONG, 1, 42);
        MemorySegment struct = struct(array.address());
        try (Page page = new Page(pointersTo(struct), 1, () -> {})) {
            MemorySegment entry = page.entry(0, 16);
            assertThat(page.pointee(entry, 0, 8, 8, "S.p").get(Page.LONG, 0)).isZero();
            assertThat(page.element(entry, 0, 1, 2, 8, 8, "S.p").get(Page.LONG, 0)).isEqualTo(42);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> page.element(entry, 0, 2, 2, 8, 8, "S.p"));
        }
    }

    @Test
    void namesPointersThatLeadNowhere() {
        try (Page page =
                new Page(pointersTo(struct(0), struct(3), MemorySegment.NULL), 3, () -> {})) {
            assertThatExceptionOfType(DecodingException.class)
                    .isThrownBy(() -> page.pointee(page.entry(0, 16), 0, 8, 8, "S.p"))
                    .withMessage("S.p: is null, which it must not be");
            assertThatExceptionOfType(DecodingException.class)
                    .isThrownBy(() -> page.pointee(page.entry(1, 16), 0, 8, 8, "S.p"))
                    .withMessage("S.p: pointer 0x3 is not a multiple of 8");
            assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> page.entry(2, 16));
        }
    }

    @Test
    void endsAllReadingWhenClosed() {
        Page page = new Page(pointersTo(struct(7)), 1, () -> {});
        MemorySegment entry = page.entry(0, 16);
        MemorySegment nested = page.nested(entry, 8, 8);
        page.close();
        assertThatIllegalStateException().isThrownBy(() -> entry.get(Page.LONG, 0));
        assertThatIllegalStateException().isThrownBy(() -> nested.get(Page.LONG, 0));
        assertThatIllegalStateException().isThrownBy(() -> page.nested(entry, 8, 8));
        assertThatIllegalStateException().isThrownBy(() -> page.pointee(entry, 0, 8, 8, "S.p"));
        assertThatIllegalStateException().isThrownBy(() -> page.entry(0, 16));
    }

    private MemorySegment struct(long first) {
        MemorySegment struct = arena.allocate(16, 8);
        struct.set(JAVA_LONG, 0, first);
        return struct;
    }

    private MemorySegment pointersTo(MemorySegment... structs) {
        MemorySegment pointers = arena.allocate(ADDRESS, structs.length);
        for (int i = 0; i < structs.length; i++) {
            pointers.setAtIndex(ADDRESS, i, structs[i]);
        }
        return pointers;
    }
}

package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.types.DecodingException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

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
                    .isThrownBy(() -> page.entry(0));
        }
    }

    @Test
    void givesTheStructs() {
        MemorySegment second = struct(8);
        try (Page page = new Page(pointersTo(struct(7), second), 2, () -> {})) {
            assertThat(page.entry(1)).isEqualTo(second.address());
            assertThat(page.live().get(Page.LONG, page.entry(0))).isEqualTo(7);
            assertThat(page.live().isReadOnly()).isTrue();
        }
    }

    @Test
    void followsPointersAndArrays() {
        MemorySegment array = arena.allocate(JAVA_LONG, 2);
        MemorySegment struct = struct(array.address());
        try (Page page = new Page(pointersTo(struct), 1, () -> {})) {
            long entry = page.entry(0);
            assertThat(page.pointee(entry, 8, "S.p")).isEqualTo(array.address());
            assertThat(page.array(entry, 2, 8, "S.p")).isEqualTo(array.address());
        }
    }

    @Test
    void asksNothingOfThePointerToAnArrayWithoutElements() {
        try (Page page = new Page(pointersTo(struct(3)), 1, () -> {})) {
            long entry = page.entry(0);
            assertThat(page.array(entry, 0, 8, "S.p")).isZero();
            assertThatExceptionOfType(DecodingException.class)
                    .isThrownBy(() -> page.array(entry, 1, 8, "S.p"));
        }
    }

    @Test
    void freesAnAllocationWhoseArrayIsAtNoAddress() {
        for (long address : new long[] {0x10004, 8, -8, 1L << 62}) {
            assertThatExceptionOfType(DecodingException.class)
                    .isThrownBy(() ->
                            new Page(MemorySegment.ofAddress(address), 1, frees::incrementAndGet))
                    .withMessageStartingWith("entries: pointer 0x");
        }
        assertThat(frees).hasValue(4);
    }

    @Test
    void namesPointersThatLeadNowhere() {
        try (Page page =
                new Page(
                        pointersTo(
                                struct(0),
                                struct(3),
                                struct(-8),
                                MemorySegment.NULL,
                                struct(1L << 62 | 0x7fff_0000_0000L)),
                        5,
                        () -> {})) {
            assertThatExceptionOfType(DecodingException.class)
                    .isThrownBy(() -> page.pointee(page.entry(0), 8, "S.p"))
                    .withMessage("S.p: is null, which it must not be");
            assertThatExceptionOfType(DecodingException.class)
                    .isThrownBy(() -> page.pointee(page.entry(1), 8, "S.p"))
                    .withMessage("S.p: pointer 0x3 is no address or not a multiple of 8");
            assertThatExceptionOfType(DecodingException.class)
                    .isThrownBy(() -> page.pointee(page.entry(2), 8, "S.p"));
            assertThatExceptionOfType(DecodingException.class)
                    .isThrownBy(() -> page.pointee(page.entry(4), 8, "S.p"))
                    .withMessageContaining("0x40007fff00000000");
            assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> page.entry(3));
        }
    }

    @Test
    void endsAllReadingWhenClosed() {
        Page page = new Page(pointersTo(struct(7)), 1, frees::incrementAndGet);
        long entry = page.entry(0);
        page.close();
        page.close();
        assertThat(frees).hasValue(1);
        assertThatIllegalStateException().isThrownBy(page::live);
        assertThatIllegalStateException().isThrownBy(() -> page.nested(entry + 8));
        assertThatIllegalStateException().isThrownBy(() -> page.pointee(entry, 8, "S.p"));
        assertThatIllegalStateException().isThrownBy(() -> page.array(entry, 1, 8, "S.p"));
        assertThatIllegalStateException().isThrownBy(() -> page.entry(0));
    }

    @Test
    void belongsToItsThread() {
        try (Page page = new Page(pointersTo(struct(7)), 1, frees::incrementAndGet)) {
            assertThat(thrownElsewhere(page::live)).isInstanceOf(WrongThreadException.class);
            assertThat(thrownElsewhere(page::close)).isInstanceOf(WrongThreadException.class);
            assertThat(frees).hasValue(0);
        }
    }

    private static @Nullable Throwable thrownElsewhere(Runnable action) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().unstarted(action);
        thread.setUncaughtExceptionHandler((_, e) -> thrown.set(e));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thrown.get();
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

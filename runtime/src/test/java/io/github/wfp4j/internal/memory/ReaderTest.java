package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.Guid;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

final class ReaderTest {
    private static final int LONGEST = 12;

    /** A pointer, and behind it a text at any place within a word, and something else. */
    private static MemorySegment memory(Arena arena, String text, int place) {
        MemorySegment memory = arena.allocate(128, 8);
        memory.asSlice(8).fill((byte) 0x41);
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, memory, 8 + place, bytes.length);
        memory.set(JAVA_LONG, 0, memory.address() + 8 + place);
        return memory;
    }

    @Property(seed = "20261121")
    @Label("a text is found whatever its length and place, with characters of all sizes")
    void readsTexts(
            @ForAll
                    @StringLength(max = 2 * LONGEST)
                    @CharRange(from = '\u0001', to = '\uD7FF')
                    @CharRange(from = '\uE000', to = '\uFFFF')
                    String text,
            @ForAll @IntRange(max = 3) int place) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = memory(arena, text, 2 * place);
            assertThat(Reader.DEFAULT.text(memory, 0, "S.t")).isEqualTo(text);
            assertThat(Reader.DEFAULT.text(Page.MEMORY, memory.address(), "S.t")).isEqualTo(text);
        }
    }

    @Property(seed = "20261121")
    @Label("a text that is longer than the limit is refused, wherever it lies")
    void refusesLongTexts(
            @ForAll @IntRange(max = 2 * LONGEST) int length, @ForAll @IntRange(max = 3) int place) {
        Reader reader = new Reader(1, LONGEST, null);
        String text = "x".repeat(length);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = memory(arena, text, 2 * place);
            if (length <= LONGEST) {
                assertThat(reader.text(memory, 0, "S.t")).isEqualTo(text);
            } else {
                assertThatExceptionOfType(DecodingException.class)
                        .isThrownBy(() -> reader.text(memory, 0, "S.t"))
                        .withMessageContaining("longer than the limit of 12 characters");
            }
        }
    }

    @Test
    @DisplayName("a pointer that no process has is refused, and not cut to one that it has")
    void refusesPointersThatAreNone() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = memory(arena, "text", 0);
            for (long bit : new long[] {1L << 62, 1L << 63}) {
                memory.set(JAVA_LONG, 0, memory.address() + 8 | bit);
                assertThatExceptionOfType(DecodingException.class)
                        .isThrownBy(() -> Reader.DEFAULT.text(memory, 0, "S.t"))
                        .withMessageEndingWith(" is no address");
                assertThatExceptionOfType(DecodingException.class)
                        .isThrownBy(() -> Reader.DEFAULT.place(memory, 0, 8, 8, "S.p"))
                        .withMessageEndingWith(" is no address");
            }
        }
    }

    @Test
    @DisplayName("keys are shared, and those of the same place are not mistaken for each other")
    void sharesKeys() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(32, 8);
            put(memory, 0, 1, 2);
            put(memory, 16, 2, 1);
            ConditionKey key = RecentKeys.CONDITIONS.at(memory, 0);
            assertThat(key).isEqualTo(new ConditionKey(new Guid(1, 2)));
            assertThat(RecentKeys.CONDITIONS.at(memory, 0)).isSameAs(key);
            ConditionKey other = RecentKeys.CONDITIONS.at(memory, 16);
            assertThat(other).isEqualTo(new ConditionKey(new Guid(2, 1)));
            assertThat(RecentKeys.CONDITIONS.at(memory, 0)).isEqualTo(key);
        }
    }

    private static void put(MemorySegment memory, long offset, long low, long high) {
        memory.set(JAVA_LONG_UNALIGNED, offset, low);
        memory.set(JAVA_LONG_UNALIGNED, offset + 8, high);
    }
}

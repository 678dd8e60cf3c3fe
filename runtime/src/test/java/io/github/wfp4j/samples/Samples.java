package io.github.wfp4j.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.headers.CReader;
import io.github.wfp4j.headers.RecordText;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Sid;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the generated random values are made of. */
public final class Samples {
    /** How many values of each struct a build tries. */
    public static final int TRIES = 60;

    private Samples() {}

    /**
     * Fails unless a value comes back from memory as it was: decoded, through a view, and read by a
     * C program that was compiled from the headers.
     */
    public static <T, V> void survives(
            T value,
            BiFunction<T, SegmentAllocator, MemorySegment> encode,
            Function<MemorySegment, T> decode,
            Page.Viewing<V> view,
            BiConsumer<V, T> agree) {
        try (Arena arena = Arena.ofConfined();
                Page page = new Page(MemorySegment.NULL, 0, () -> {})) {
            MemorySegment memory = encode.apply(value, arena);
            assertThat(decode.apply(memory)).isEqualTo(value);
            agree.accept(view.at(page, memory.address()), value);
            String struct = RecordText.struct(value);
            if (CReader.isPossible() && CReader.structs().contains(struct)) {
                assertThat(CReader.instance().read(struct, memory))
                        .as(struct)
                        .isEqualTo(RecordText.of(struct, value));
            }
        }
    }

    /** Fails unless what a view read is what the value holds. */
    public static void same(String member, @Nullable Object read, @Nullable Object held) {
        assertThat(read).as(member).isEqualTo(held);
    }

    /** Fails unless both are null or both are not null and agree. */
    public static <V, T> void both(
            String member, @Nullable V view, @Nullable T value, BiConsumer<V, T> agree) {
        assertThat(view == null).as(member + " is null").isEqualTo(value == null);
        if (view != null && value != null) {
            agree.accept(view, value);
        }
    }

    /**
     * {@return records of random parts; parts that do not fit together are tried again}
     *
     * @param make makes a record of the parts
     * @param parts the parts, in order
     */
    public static <T> Arbitrary<T> record(Function<Object[], T> make, Arbitrary<?>... parts) {
        List<Arbitrary<Object>> all = Arrays.stream(parts).map(Samples::widened).toList();
        return Combinators.combine(all)
                .as(values -> attempt(make, values.toArray()))
                .filter(10_000, Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    @SuppressWarnings("unchecked") // an arbitrary only produces
    private static Arbitrary<Object> widened(Arbitrary<?> part) {
        return (Arbitrary<Object>) part;
    }

    private static <T> Optional<T> attempt(Function<Object[], T> make, Object[] parts) {
        try {
            return Optional.of(make.apply(parts));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@return values of any of the cases} */
    @SafeVarargs
    public static <T> Arbitrary<T> oneOf(Arbitrary<? extends T>... cases) {
        List<Arbitrary<? extends T>> all = new ArrayList<>();
        for (Arbitrary<? extends T> it : cases) {
            all.add(it);
        }
        return Arbitraries.oneOf(all);
    }

    /** {@return texts of any UTF-16, unpaired surrogates included, but no zero} */
    public static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', 'Z', ' ', '\u00e9', '\u4e16', '\ud83d', '\ude00', '\uffff', '\\')
                .ofMaxLength(12);
    }

    /** {@return texts of 8-bit characters, but no zero} */
    public static Arbitrary<String> narrowTexts() {
        return Arbitraries.strings().withCharRange('\u0001', '\u00ff').ofMaxLength(12);
    }

    /** {@return bytes} */
    public static Arbitrary<Bytes> bytes(int least, int most) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(Bytes::of);
    }

    /** {@return GUIDs} */
    public static Arbitrary<Guid> guids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(Guid::new);
    }

    /** {@return security identifiers} */
    public static Arbitrary<Sid> sids() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, (1L << 48) - 1),
                        Arbitraries.longs()
                                .between(0, 0xFFFF_FFFFL)
                                .list()
                                .ofMaxSize(Sid.MAX_SUB_AUTHORITIES))
                .as(Sid::new);
    }
}

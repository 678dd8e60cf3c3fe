package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.sun.management.ThreadMXBean;

import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent5Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.internal.codec.FwpmSession0Codec;
import io.github.wfp4j.internal.codec.FwpmVswitchEvent0Codec;
import io.github.wfp4j.internal.codec.IkeextSaDetails2Codec;
import io.github.wfp4j.internal.codec.IpsecSaContext1Codec;
import io.github.wfp4j.samples.FwpmFilter0Samples;
import io.github.wfp4j.samples.FwpmNetEvent5Samples;
import io.github.wfp4j.samples.FwpmProviderContext0Samples;
import io.github.wfp4j.samples.FwpmProviderContext3Samples;
import io.github.wfp4j.samples.FwpmSession0Samples;
import io.github.wfp4j.samples.FwpmVswitchEvent0Samples;
import io.github.wfp4j.samples.IkeextSaDetails2Samples;
import io.github.wfp4j.samples.IpsecSaContext1Samples;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmNetEvent5View;
import io.github.wfp4j.view.FwpmProviderContext0View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.FwpmSession0View;
import io.github.wfp4j.view.FwpmVswitchEvent0View;
import io.github.wfp4j.view.IkeextSaDetails2View;
import io.github.wfp4j.view.IpsecSaContext1View;
import io.github.wfp4j.view.ViewList;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Damages encoded structs and reads them, whole and in place.
 *
 * <p>A read ends with a value or with an exception that says what is wrong, in bounded time and
 * with bounded garbage; it never ends the process. Where the size of the memory is known, any byte
 * may be anything. Where it is not, as with what an engine returns, nobody can tell a pointer to
 * nowhere from another one; there the damage is all that leaves pointers to memory that exists.
 *
 * <p>{@code -Dwfp4j.hostile=10} runs ten times as many cases as usual, which are 200,000.
 */
final class HostileMemoryTest {
    private static final int TRIES = 5_000;

    /** How many times each value is damaged and read. */
    private static final int DAMAGES = 20 * Integer.getInteger("wfp4j.hostile", 1);

    /** Several levels of arrays of this many elements are still read in no time. */
    private static final int MAX_ELEMENTS = 4;

    private static final int MAX_TEXT = 64;
    private static final long MAX_NANOS = 5_000_000_000L;
    private static final long MAX_GARBAGE = 64L << 20;
    private static final long MARGIN = 1 << 14;
    private static final int MAX_DEPTH = 12;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Map<Class<?>, List<Method>> METHODS = new ConcurrentHashMap<>();

    /** A struct, and how it is read. */
    record Kind<T>(
            Arbitrary<T> values,
            long size,
            BiFunction<T, SegmentAllocator, MemorySegment> encode,
            Writing<T> write,
            Reading<T> read,
            Page.Viewing<?> view) {
        Arbitrary<Sample> samples() {
            return values.map(it -> new Sample(this, it, inMemory(it), relocatable(it)));
        }

        private byte[] inMemory(T value) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment memory = encode.apply(value, arena);
                byte[] bytes = memory.toArray(JAVA_BYTE);
                MemorySegment copy = MemorySegment.ofArray(bytes);
                for (long at = 0; at + 8 <= bytes.length; at += 8) {
                    long distance = memory.get(JAVA_LONG, at) - memory.address();
                    if (distance >= 0 && distance <= bytes.length) {
                        copy.set(Page.LONG, at, Sample.POINTER + distance);
                    }
                }
                return bytes;
            }
        }

        private byte[] relocatable(T value) {
            byte[] bytes = new byte[inMemory(value).length];
            try (Arena arena = Arena.ofConfined()) {
                Slab slab = Slab.relocatable(arena.allocate(bytes.length, 8));
                write.write(value, slab, slab.reserve(size));
                return slab.memory().toArray(JAVA_BYTE);
            }
        }
    }

    @FunctionalInterface
    interface Writing<T> {
        void write(T value, Slab slab, long offset);
    }

    @FunctionalInterface
    interface Reading<T> {
        T read(Reader reader, MemorySegment memory, long offset);
    }

    /** An encoded value; pointers of the first array are distances above {@link #POINTER}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sample(Kind<?> kind, Object value, byte[] inMemory, byte[] relocatable) {
        /** No address of a process, so that no number looks like it. */
        static final long POINTER = 0x5E5E_5E00_0000_0000L;

        @Override
        public String toString() {
            return value.toString();
        }
    }

    private static final List<Kind<?>> KINDS =
            List.of(
                    new Kind<>(
                            FwpmFilter0Samples.any(),
                            FwpmFilter0Codec.BYTE_SIZE,
                            FwpmFilter0Codec::encode,
                            FwpmFilter0Codec::write,
                            FwpmFilter0Codec::read,
                            FwpmFilter0View::new),
                    new Kind<>(
                            FwpmProviderContext0Samples.any(),
                            FwpmProviderContext0Codec.BYTE_SIZE,
                            FwpmProviderContext0Codec::encode,
                            FwpmProviderContext0Codec::write,
                            FwpmProviderContext0Codec::read,
                            FwpmProviderContext0View::new),
                    new Kind<>(
                            FwpmProviderContext3Samples.any(),
                            FwpmProviderContext3Codec.BYTE_SIZE,
                            FwpmProviderContext3Codec::encode,
                            FwpmProviderContext3Codec::write,
                            FwpmProviderContext3Codec::read,
                            FwpmProviderContext3View::new),
                    new Kind<>(
                            FwpmSession0Samples.any(),
                            FwpmSession0Codec.BYTE_SIZE,
                            FwpmSession0Codec::encode,
                            FwpmSession0Codec::write,
                            FwpmSession0Codec::read,
                            FwpmSession0View::new),
                    new Kind<>(
                            FwpmNetEvent5Samples.any(),
                            FwpmNetEvent5Codec.BYTE_SIZE,
                            FwpmNetEvent5Codec::encode,
                            FwpmNetEvent5Codec::write,
                            FwpmNetEvent5Codec::read,
                            FwpmNetEvent5View::new),
                    new Kind<>(
                            FwpmVswitchEvent0Samples.any(),
                            FwpmVswitchEvent0Codec.BYTE_SIZE,
                            FwpmVswitchEvent0Codec::encode,
                            FwpmVswitchEvent0Codec::write,
                            FwpmVswitchEvent0Codec::read,
                            FwpmVswitchEvent0View::new),
                    new Kind<>(
                            IkeextSaDetails2Samples.any(),
                            IkeextSaDetails2Codec.BYTE_SIZE,
                            IkeextSaDetails2Codec::encode,
                            IkeextSaDetails2Codec::write,
                            IkeextSaDetails2Codec::read,
                            IkeextSaDetails2View::new),
                    new Kind<>(
                            IpsecSaContext1Samples.any(),
                            IpsecSaContext1Codec.BYTE_SIZE,
                            IpsecSaContext1Codec::encode,
                            IpsecSaContext1Codec::write,
                            IpsecSaContext1Codec::read,
                            IpsecSaContext1View::new));

    @Provide
    @SuppressWarnings("unused") // by its name
    Arbitrary<Sample> samples() {
        return Arbitraries.of(KINDS).flatMap(Kind::samples);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    @Label("memory of known size may hold anything: nothing outside of it is read")
    void memoryOfKnownSizeMayHoldAnything(@ForAll("samples") Sample sample, @ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DAMAGES; i++) {
            byte[] bytes = sample.relocatable().clone();
            MemorySegment memory = MemorySegment.ofArray(bytes);
            for (int hits = random.nextInt(1, 5); hits > 0; hits--) {
                damage(random, memory, 0);
            }
            // An array of numbers is aligned to them, and nothing of the process lies behind it.
            MemorySegment aligned =
                    MemorySegment.ofArray(new long[bytes.length / 8]).copyFrom(memory);
            bounded(() -> sample.kind().read().read(Reader.within(aligned), aligned, 0));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    @Label("memory of unknown size is read within the reader's limits, whole and in place")
    void memoryOfUnknownSizeIsReadWithinLimits(
            @ForAll("samples") Sample sample, @ForAll long seed) {
        Random random = new Random(seed);
        Reader reader = new Reader(MAX_ELEMENTS, MAX_TEXT, null);
        try (Arena local = Arena.ofConfined()) {
            MemorySegment around = local.allocate(sample.inMemory().length + 2 * MARGIN, 8);
            MemorySegment memory = around.asSlice(MARGIN, sample.inMemory().length);
            for (int i = 0; i < DAMAGES; i++) {
                memory.copyFrom(MemorySegment.ofArray(sample.inMemory()));
                place(memory);
                for (int hits = random.nextInt(1, 5); hits > 0; hits--) {
                    damage(random, memory, memory.address());
                }
                leadSomewhere(random, memory);
                bounded(() -> sample.kind().read().read(reader, memory, 0));
                try (Page page = new Page(MemorySegment.NULL, 0, () -> {}, reader)) {
                    Object view = sample.kind().view().at(page, memory.address());
                    bounded(() -> {
                        walk(view, 0);
                        return null;
                    });
                }
            }
        }
    }

    private static void place(MemorySegment memory) {
        for (long at = 0; at + 8 <= memory.byteSize(); at += 8) {
            long distance = memory.get(JAVA_LONG, at) - Sample.POINTER;
            if (distance >= 0 && distance <= memory.byteSize()) {
                memory.set(JAVA_LONG, at, memory.address() + distance);
            }
        }
    }

    /** What is wrong with memory that was overwritten, or that a liar wrote. */
    private static void damage(Random random, MemorySegment memory, long base) {
        long words = memory.byteSize() / 8;
        long word = 8 * random.nextLong(words);
        switch (random.nextInt(7)) {
            case 0 -> {
                long at = random.nextLong(memory.byteSize());
                memory.set(
                        JAVA_BYTE, at, (byte) (memory.get(JAVA_BYTE, at) ^ 1 << random.nextInt(8)));
            }
            case 1 -> {
                int[] wild = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 24, 0x10000};
                memory.set(Page.INT, word + 4L * random.nextInt(2), wild[random.nextInt(7)]);
            }
            case 2 -> memory.set(Page.INT, word, random.nextInt(300));
            case 3 -> memory.set(Page.LONG, word, 0);
            case 4 -> memory.set(Page.LONG, word, base + 8 * random.nextLong(words));
            case 5 -> memory.set(Page.LONG, word, base + word);
            default ->
                    memory.set(
                            Page.LONG,
                            word,
                            base + memory.byteSize() + random.nextLong(-4, MARGIN / 4));
        }
    }

    /** Leaves no word that leads to memory that does not exist, should it be read as a pointer. */
    private static void leadSomewhere(Random random, MemorySegment memory) {
        for (long at = 0; at + 8 <= memory.byteSize(); at += 8) {
            long word = memory.get(JAVA_LONG, at);
            long distance = word - memory.address();
            boolean exists = distance >= -MARGIN && distance <= memory.byteSize() + MARGIN / 4;
            if (!exists && (word < 0 || word >= Reader.LOWEST_ADDRESS)) {
                memory.set(JAVA_LONG, at, memory.address() + random.nextLong(memory.byteSize()));
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        @Nullable Object run();
    }

    private static void bounded(Work work) {
        long start = System.nanoTime();
        long garbage = THREADS.getCurrentThreadAllocatedBytes();
        try {
            work.run();
        } catch (DecodingException | IllegalArgumentException | IllegalStateException e) {
            assertThat(e).hasMessageMatching("(?s).*[A-Za-z].*");
        }
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(MAX_NANOS);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - garbage)
                .as("bytes of garbage")
                .isLessThan(MAX_GARBAGE);
    }

    /** Reads all that a view offers; what it refuses, it must refuse with a name. */
    private static void walk(@Nullable Object view, int depth) {
        if (view == null || depth > MAX_DEPTH || !isView(view.getClass())) {
            return;
        }
        for (Method method : METHODS.computeIfAbsent(view.getClass(), HostileMemoryTest::reads)) {
            Object read = call(view, method);
            if (read instanceof ViewList<?> list) {
                for (Object element : list) {
                    walk(element, depth + 1);
                }
            } else {
                walk(read, depth + 1);
            }
        }
    }

    private static @Nullable Object call(Object view, Method method) {
        try {
            return method.invoke(view);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            assertThat(cause)
                    .as(method.toString())
                    .isInstanceOfAny(
                            DecodingException.class,
                            IllegalArgumentException.class,
                            IllegalStateException.class);
            return null;
        } catch (IllegalAccessException e) {
            throw new AssertionError(method.toString(), e);
        }
    }

    private static boolean isView(Class<?> type) {
        return type.getSimpleName().endsWith("View");
    }

    private static List<Method> reads(Class<?> type) {
        List<Method> reads = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0) {
                reads.add(method);
            }
        }
        return reads;
    }
}

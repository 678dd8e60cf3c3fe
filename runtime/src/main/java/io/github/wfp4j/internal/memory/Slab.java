package io.github.wfp4j.internal.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;

/**
 * One zeroed block of native memory that is filled from front to back with a struct and everything
 * that it points to.
 *
 * <p>The block's size is measured before it is allocated, so an object graph costs one allocation,
 * and a count that does not match its data cannot occur: a write beyond the measured size throws.
 * Where there is a block already, to be used again, an object graph is written to it without
 * measuring, and measured only if it turns out to need more.
 */
@SuppressWarnings("restricted")
public final class Slab {
    /** Every piece starts at a multiple of this, the strictest alignment of any WFP struct. */
    public static final long ALIGNMENT = 8;

    /** All memory there is. It never leaves this class. */
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private final MemorySegment memory;

    /** Where the block lies. */
    private final long address;

    /** Told how much of its memory an unmeasured object graph took; null for a block of its own. */
    private final @Nullable Workspace workspace;

    /** What pointers count from: zero, or the distance of the block's start from it. */
    private final long base;

    /** Where the object graph begins, and where it has to end. */
    private long start;

    private long end;
    private long used;
    private boolean measured = true;

    /** Says that an object graph that was not measured needs more than there is. */
    public static final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private FullException() {
            super("slab is full", null, false, false);
        }
    }

    private Slab(MemorySegment memory, long base, @Nullable Workspace workspace) {
        if (!memory.isNative()) {
            throw new IllegalArgumentException("slab must be native memory: " + memory);
        }
        this.memory = memory;
        this.address = memory.address();
        this.base = base;
        this.workspace = workspace;
        this.end = memory.byteSize();
    }

    /** {@return a slab to be {@link #restart}ed within a block of many} */
    static Slab within(MemorySegment memory, Workspace workspace) {
        return new Slab(memory, memory.address(), workspace);
    }

    /** {@return this slab, for another object graph in another part of its block, which is zero} */
    Slab restart(long from, long to, boolean isMeasured) {
        start = from;
        used = from;
        end = to;
        measured = isMeasured;
        return this;
    }

    /**
     * {@return a zeroed slab of what room there is, so that most object graphs need not be measured
     * first, or null if the allocator has none}
     *
     * @param allocator who may have a block to be used again
     */
    public static @Nullable Slab unmeasured(SegmentAllocator allocator) {
        return allocator instanceof ErasingArena arena ? arena.unmeasuredSlab() : null;
    }

    /**
     * {@return a zeroed slab}
     *
     * @param size how many bytes the object graph takes
     * @param allocator where they come from; need not zero them
     */
    public static Slab allocate(long size, SegmentAllocator allocator) {
        Slab reused = allocator instanceof ErasingArena arena ? arena.slab(size) : null;
        if (reused != null) {
            return reused;
        }
        MemorySegment memory = allocator.allocate(size, ALIGNMENT).fill((byte) 0);
        return new Slab(memory, memory.address(), null);
    }

    /**
     * {@return a slab whose pointers are distances from its start, so that it can lie anywhere, and
     * in a file}
     *
     * <p>{@link Reader#within} reads it. No pointer leads to the start, so that none is mistaken
     * for a null pointer.
     *
     * @param memory zeroed memory of the size that the object graph takes
     */
    public static Slab relocatable(MemorySegment memory) {
        return new Slab(memory, 0, null);
    }

    /** {@return the whole block; if it was not measured, what was used of it} */
    public MemorySegment memory() {
        if (!measured && workspace != null) {
            workspace.keep(used);
            return memory.asSlice(start, used - start);
        }
        return start == 0 && end == memory.byteSize() ? memory : memory.asSlice(start, end - start);
    }

    /**
     * Takes the next bytes of the block.
     *
     * @param size how many
     * @return the offset of the first
     * @throws IndexOutOfBoundsException if the block is too small, which means that it was measured
     *     wrongly
     * @throws FullException if it was not measured and is too small
     */
    public long reserve(long size) {
        long offset = used;
        used = offset + align(size);
        if (used > end) {
            if (!measured) {
                throw new FullException();
            }
            throw new IndexOutOfBoundsException(
                    "slab of %d bytes is too small for %d".formatted(end - start, used - start));
        }
        return offset;
    }

    /** {@return the size rounded up to what {@link #reserve} takes for it} */
    public static long align(long size) {
        return (size + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /**
     * {@return the address of some bytes of what was reserved}
     *
     * <p>This is the only check of a write. The block's own, of its bounds, its scope and its
     * thread, cost several times as much as the write, and each piece is written by who reserved
     * it.
     *
     * @throws IndexOutOfBoundsException if they were not reserved
     */
    private long place(long offset, long size) {
        if (offset < start || offset > used - size) {
            throw outside(offset, size);
        }
        return (address + offset) & Page.ADDRESS_BITS;
    }

    private IndexOutOfBoundsException outside(long offset, long size) {
        return new IndexOutOfBoundsException(
                "%d bytes at %d are not within what was reserved, %d to %d"
                        .formatted(size, offset, start, used));
    }

    /** Writes the low 8 bits. */
    public void putByte(long offset, int value) {
        ALL.set(JAVA_BYTE, place(offset, 1), (byte) value);
    }

    /** Writes the low 16 bits. */
    public void putShort(long offset, int value) {
        ALL.set(JAVA_SHORT_UNALIGNED, place(offset, 2), (short) value);
    }

    /** Writes the low 32 bits. */
    public void putInt(long offset, long value) {
        ALL.set(JAVA_INT_UNALIGNED, place(offset, 4), (int) value);
    }

    /** Writes 64 bits. */
    public void putLong(long offset, long value) {
        ALL.set(JAVA_LONG_UNALIGNED, place(offset, 8), value);
    }

    /** Writes a {@code float}. */
    public void putFloat(long offset, float value) {
        ALL.set(JAVA_FLOAT_UNALIGNED, place(offset, 4), value);
    }

    /** Writes a {@code double}. */
    public void putDouble(long offset, double value) {
        ALL.set(JAVA_DOUBLE_UNALIGNED, place(offset, 8), value);
    }

    /** Writes a GUID, which need be aligned to 4 bytes only. */
    public void putGuid(long offset, Guid value) {
        long place = place(offset, 16);
        ALL.set(JAVA_LONG_UNALIGNED, place, value.low());
        ALL.set(JAVA_LONG_UNALIGNED, place + 8, value.high());
    }

    /** Writes the bytes of a fixed array. */
    public void putBytes(long offset, Bytes value) {
        int length = value.length();
        MemorySegment.copy(
                TrustedBytes.arrayOf(value), 0, ALL, JAVA_BYTE, place(offset, length), length);
    }

    /** Writes a pointer to a place in this block. */
    public void putPointer(long offset, long target) {
        ALL.set(JAVA_LONG_UNALIGNED, place(offset, 8), base + target);
    }

    /** Writes a GUID behind a pointer; null is a null pointer. */
    public void putGuidPointer(long offset, @Nullable Guid value) {
        if (value != null) {
            long target = reserve(16);
            putGuid(target, value);
            putPointer(offset, target);
        }
    }

    /** Writes a pointer to the text as UTF-16 with a terminating zero; null is a null pointer. */
    public void putText(long offset, @Nullable String value) {
        if (value != null) {
            long target = reserve(textSize(value));
            putChars(target, value);
            putPointer(offset, target);
        }
    }

    /** Four characters at a time: each write costs a check, and a copy of the text is garbage. */
    private void putChars(long target, String value) {
        long place = place(target, 2L * value.length());
        int fours = value.length() & -4;
        for (int i = 0; i < fours; i += 4) {
            long four =
                    value.charAt(i)
                            | (long) value.charAt(i + 1) << 16
                            | (long) value.charAt(i + 2) << 32
                            | (long) value.charAt(i + 3) << 48;
            ALL.set(JAVA_LONG_UNALIGNED, place + 2L * i, four);
        }
        for (int i = fours; i < value.length(); i++) {
            ALL.set(JAVA_CHAR_UNALIGNED, place + 2L * i, value.charAt(i));
        }
    }

    /** Writes a pointer to an array of pointers to UTF-16 texts; no texts are a null pointer. */
    public void putTexts(long offset, List<String> values) {
        if (!values.isEmpty()) {
            long array = reserve(8L * values.size());
            putPointer(offset, array);
            for (int i = 0; i < values.size(); i++) {
                putText(array + 8L * i, values.get(i));
            }
        }
    }

    /** Writes a pointer to an array of pointers to 8-bit texts; no texts are a null pointer. */
    public void putNarrowTexts(long offset, List<String> values) {
        if (!values.isEmpty()) {
            long array = reserve(8L * values.size());
            putPointer(offset, array);
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                long target = reserve(value.length() + 1L);
                for (int j = 0; j < value.length(); j++) {
                    putByte(target + j, value.charAt(j));
                }
                putPointer(array + 8L * i, target);
            }
        }
    }

    /** Writes a pointer to the bytes; no bytes are a null pointer. */
    public void putBytesPointer(long offset, Bytes value) {
        if (!value.isEmpty()) {
            long target = reserve(value.length());
            putBytes(target, value);
            putPointer(offset, target);
        }
    }

    /** Writes a pointer to a security identifier; null is a null pointer. */
    public void putSid(long offset, @Nullable Sid value) {
        if (value == null) {
            return;
        }
        long target = reserve(sidSize(value));
        putByte(target, 1);
        putByte(target + 1, value.subAuthorities().size());
        for (int i = 0; i < 6; i++) {
            putByte(target + 2 + i, (int) (value.identifierAuthority() >>> (8 * (5 - i))));
        }
        for (int i = 0; i < value.subAuthorities().size(); i++) {
            putInt(target + 8 + 4L * i, value.subAuthorities().get(i));
        }
        putPointer(offset, target);
    }

    /** Writes a pointer to UTF-16 without a terminator; null is a null pointer. */
    public void putCountedText(long offset, @Nullable String value) {
        if (value != null) {
            long target = reserve(2L * value.length());
            putChars(target, value);
            putPointer(offset, target);
        }
    }

    /** Writes a fixed array of 32-bit numbers. */
    public void putInts(long offset, List<Long> values) {
        for (int i = 0; i < values.size(); i++) {
            putInt(offset + 4L * i, values.get(i));
        }
    }

    /** Writes a fixed array of 64-bit numbers. */
    public void putLongs(long offset, List<Long> values) {
        for (int i = 0; i < values.size(); i++) {
            putLong(offset + 8L * i, values.get(i));
        }
    }

    /** Writes a fixed array of 16-bit numbers. */
    public void putShorts(long offset, List<Integer> values) {
        for (int i = 0; i < values.size(); i++) {
            putShort(offset + 2L * i, values.get(i));
        }
    }

    /**
     * Reserves an array and writes a pointer to it; no elements are a null pointer.
     *
     * @param offset where the pointer goes
     * @param count how many elements
     * @param elementSize the size of one, in bytes
     * @return where the first element goes
     */
    public long putArray(long offset, int count, long elementSize) {
        if (count == 0) {
            return 0;
        }
        long target = reserve(count * elementSize);
        putPointer(offset, target);
        return target;
    }

    /** {@return how many characters a text has; none for null} */
    public static int countedTextLength(@Nullable String value) {
        return value == null ? 0 : value.length();
    }

    /** {@return the bytes that {@link #putCountedText} reserves} */
    public static long countedTextExtent(@Nullable String value) {
        return value == null ? 0 : align(2L * value.length());
    }

    /** {@return the bytes that {@link #putText} reserves} */
    public static long textExtent(@Nullable String value) {
        return value == null ? 0 : align(textSize(value));
    }

    private static long textSize(String value) {
        return 2L * value.length() + 2;
    }

    /** {@return the bytes that {@link #putTexts} reserves} */
    public static long textsExtent(List<String> values) {
        long extent = 8L * values.size();
        for (String value : values) {
            extent += textExtent(value);
        }
        return extent;
    }

    /** {@return the bytes that {@link #putNarrowTexts} reserves} */
    public static long narrowTextsExtent(List<String> values) {
        long extent = 8L * values.size();
        for (String value : values) {
            extent += align(value.length() + 1L);
        }
        return extent;
    }

    /** {@return the bytes that {@link #putSid} reserves} */
    public static long sidExtent(@Nullable Sid value) {
        return value == null ? 0 : align(sidSize(value));
    }

    private static long sidSize(Sid value) {
        return 8 + 4L * value.subAuthorities().size();
    }

    /** {@return the bytes that {@link #putGuidPointer} reserves} */
    public static long guidExtent(@Nullable Object value) {
        return value == null ? 0 : 16;
    }
}

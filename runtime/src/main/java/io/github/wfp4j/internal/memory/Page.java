package io.github.wfp4j.internal.memory;

import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.DecodingException.Kind;
import io.github.wfp4j.types.Guid;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * One allocation that an engine returned: an array of pointers to structs and all that these point
 * to.
 *
 * <p>Memory read through a page belongs to the thread that made the page and ends with it: a later
 * read throws {@link IllegalStateException}, a read from another thread {@link
 * WrongThreadException}. Neither touches freed memory.
 *
 * <p>Whatever is read is first cut out at exactly its size, a constant, and read at constant
 * offsets without a check of alignment: the JIT then proves the bounds and drops the segments. An
 * index into a longer segment, or an aligned layout, costs about twice as much.
 */
@SuppressWarnings("restricted")
public final class Page implements AutoCloseable {
    /** Reads a {@code UINT8}. */
    public static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    /** Reads a {@code UINT16}. */
    public static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;

    /** Reads a {@code UINT32}. */
    public static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

    /** Reads a {@code UINT64} or a pointer. */
    public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    /** Reads a {@code float}. */
    public static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;

    /** Reads a {@code double}. */
    public static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private final Arena arena = Arena.ofConfined();

    /** All memory there is, so that any pointer can be cut out of it; dies with the arena. */
    private final MemorySegment memory =
            MemorySegment.NULL.reinterpret(Long.MAX_VALUE, arena, null).asReadOnly();

    private final long pointers;
    private final int count;
    private boolean closed;

    /**
     * Takes over an allocation.
     *
     * @param pointers the array of pointers, as the engine returned it; null if there are none
     * @param count how many pointers there are
     * @param free gives the allocation back; runs exactly once, in this constructor if it throws
     * @throws DecodingException if there are pointers, and their array is null
     */
    public Page(MemorySegment pointers, int count, Runnable free) {
        this.pointers = pointers.address();
        this.count = count;
        var _ = pointers.reinterpret(arena, _ -> free.run());
        if (count > 0 && this.pointers == 0) {
            close();
            throw nullPointer("entries");
        }
    }

    /** {@return how many structs the array points to} */
    public int count() {
        return count;
    }

    /** {@return what reads texts, lists and other values that are not read in place} */
    public Reader reader() {
        return Reader.DEFAULT;
    }

    /**
     * {@return exactly the struct that a pointer of the array points to}
     *
     * @param index which pointer, from 0
     * @param size the struct's size in bytes
     * @throws IllegalStateException if this page was closed
     * @throws IndexOutOfBoundsException if there is no such pointer
     * @throws DecodingException if the pointer is null
     */
    public MemorySegment entry(int index, long size) {
        Objects.checkIndex(index, count);
        return pointee(at(pointers + 8L * index, 8), 0, size, 8, "entries");
    }

    /**
     * {@return exactly what an address points to}
     *
     * @param address not null
     * @param size the size of what is there, in bytes
     */
    public MemorySegment at(long address, long size) {
        return memory.asSlice(address, size);
    }

    /**
     * {@return exactly what the pointer at an offset points to}
     *
     * @param struct the memory that holds the pointer, of this page
     * @param offset where the pointer is
     * @param size the size of what it points to, in bytes
     * @param alignment the alignment of what it points to, in bytes
     * @param member the C member, for messages
     * @throws IllegalStateException if this page was closed
     * @throws DecodingException if the pointer is null or misaligned
     */
    public MemorySegment pointee(
            MemorySegment struct, long offset, long size, long alignment, String member) {
        return at(pointer(struct, offset, alignment, member), size);
    }

    /**
     * {@return exactly one element of the array that the pointer at an offset points to}
     *
     * @param struct the memory that holds the pointer, of this page
     * @param offset where the pointer is
     * @param index which element
     * @param count how many there are
     * @param size the size of one, in bytes
     * @param alignment the alignment of one, in bytes
     * @param member the C member, for messages
     * @throws IllegalStateException if this page was closed
     * @throws IndexOutOfBoundsException if there is no such element
     * @throws DecodingException if the pointer is null or misaligned
     */
    public MemorySegment element(
            MemorySegment struct,
            long offset,
            int index,
            int count,
            long size,
            long alignment,
            String member) {
        Objects.checkIndex(index, count);
        return at(pointer(struct, offset, alignment, member) + index * size, size);
    }

    private static long pointer(MemorySegment struct, long offset, long alignment, String member) {
        long address = struct.get(LONG, offset);
        if (address == 0 || (address & (alignment - 1)) != 0) {
            throw badPointer(address, alignment, member);
        }
        return address;
    }

    /**
     * {@return a struct that stands by value in another one}
     *
     * @param struct the outer struct, of this page
     * @param offset where the inner one begins
     * @param size the inner one's size in bytes
     * @throws IllegalStateException if this page was closed
     */
    public MemorySegment nested(MemorySegment struct, long offset, long size) {
        if (closed) { // slicing alone does not look at the arena
            throw new IllegalStateException("page already closed");
        }
        return struct.asSlice(offset, size);
    }

    /** {@return the GUID at an offset} */
    public static Guid guid(MemorySegment source, long offset) {
        return Reader.guid(source, offset);
    }

    /** {@return what to throw when a union is read as a case that it does not hold} */
    public static IllegalStateException otherCase(int tag, String member) {
        return new IllegalStateException(
                "%s is 0x%x, which selects another case".formatted(member, tag));
    }

    private static DecodingException badPointer(long address, long alignment, String member) {
        return address == 0
                ? nullPointer(member)
                : new DecodingException(
                        member,
                        "pointer 0x%x is not a multiple of %d".formatted(address, alignment));
    }

    private static DecodingException nullPointer(String member) {
        return new DecodingException(Kind.NULL_POINTER, member, "is null, which it must not be");
    }

    /** Ends all reading and gives the allocation back. Closing twice does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            arena.close();
        }
    }
}

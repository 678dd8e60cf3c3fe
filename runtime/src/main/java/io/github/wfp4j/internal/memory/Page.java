package io.github.wfp4j.internal.memory;

import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.DecodingException.Kind;
import io.github.wfp4j.types.Guid;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Objects;

/**
 * One allocation that an engine returned: an array of pointers to structs and all that these point
 * to.
 *
 * <p>Memory read through a page belongs to the thread that made the page and ends with it: a later
 * read throws {@link IllegalStateException}, a read from another thread {@link
 * WrongThreadException}. Neither touches freed memory.
 *
 * <p>Whoever made the page may free it when it is garbage. Every read therefore holds on to it
 * until the value is there: methods here by themselves, other readers of {@link #live} by {@link
 * #kept}.
 *
 * <p>All memory is one constant segment, read by layouts without a check of alignment at addresses
 * that were masked, so that the JIT knows that none is negative and checks no bounds. Pointers are
 * checked once, where they are followed. A segment for each struct costs about twice as much.
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

    /** All memory there is. It never leaves this package and the views. */
    static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE).asReadOnly();

    /** Bits that an address can have; the compiler then knows that no offset leaves the memory. */
    public static final long ADDRESS_BITS = Long.MAX_VALUE >> 1;

    private static final long POINTER = 8;

    private final long pointers;
    private final int count;
    private final Runnable free;
    private final Reader reader;
    private final int mostElements;

    /** The only thread that may read; null once this page is closed, and then none may. */
    private @Nullable Thread owner = Thread.currentThread();

    /**
     * Takes over an allocation.
     *
     * @param pointers the array of pointers, as the engine returned it; null if there are none
     * @param count how many pointers there are
     * @param free gives the allocation back; runs exactly once, in this constructor if it throws
     * @throws DecodingException if there are pointers, and their array is null or misaligned
     */
    public Page(MemorySegment pointers, int count, Runnable free) {
        this(pointers, count, free, Reader.DEFAULT);
    }

    /**
     * Takes over an allocation that is read within other limits.
     *
     * @param pointers the array of pointers, as the engine returned it; null if there are none
     * @param count how many pointers there are
     * @param free gives the allocation back; runs exactly once, in this constructor if it throws
     * @param reader the limits
     * @throws DecodingException if there are pointers, and their array is null or misaligned
     */
    public Page(MemorySegment pointers, int count, Runnable free, Reader reader) {
        this.pointers = pointers.address();
        this.count = count;
        this.free = free;
        this.reader = reader;
        this.mostElements = reader.maxElements();
        if (count > 0) {
            try {
                requirePointer(this.pointers, POINTER, "entries");
            } catch (DecodingException e) {
                close();
                throw e;
            }
        }
    }

    /** Makes a view of a struct. */
    @FunctionalInterface
    public interface Viewing<V> {
        /** {@return the view of the struct at an address of a page} */
        V at(Page page, long address);
    }

    /**
     * {@return the memory, to be read at addresses of this page}
     *
     * <p>One comparison guards every read: this page is open, and this is its thread. Nobody else
     * can close it in between.
     *
     * @throws IllegalStateException if this page was closed
     * @throws WrongThreadException on another thread than the one that made this page
     */
    @SuppressWarnings("ReferenceEquality") // a thread is itself and no other
    public MemorySegment live() {
        if (owner != Thread.currentThread()) {
            throw late();
        }
        return MEMORY;
    }

    /**
     * {@return what was just read of {@link #live}}
     *
     * <p>Called on the page, around the read, it keeps the page from being garbage meanwhile.
     *
     * @param value what was read
     * @param <T> its type
     */
    public <T> T kept(T value) {
        stay();
        return value;
    }

    /** {@return as {@link #kept}, but null for null} */
    public <T> @Nullable T keptOrNull(@Nullable T value) {
        stay();
        return value;
    }

    /** Keeps this page from being garbage until here. */
    @SuppressWarnings("ReachabilityFenceUsage") // what threw before reads nothing any more
    private void stay() {
        Reference.reachabilityFence(this);
    }

    private RuntimeException late() {
        return owner == null
                ? new IllegalStateException("page already closed")
                : new WrongThreadException("a page is read on the thread that made it");
    }

    /** {@return where the array of pointers begins} */
    public long address() {
        return pointers & ADDRESS_BITS;
    }

    /** {@return how many structs the array points to} */
    public int count() {
        return count;
    }

    /** {@return what reads texts, lists and other values that are not read in place} */
    public Reader reader() {
        return reader;
    }

    /**
     * {@return the address of the struct that a pointer of the array points to}
     *
     * @param index which pointer, from 0
     * @throws IllegalStateException if this page was closed
     * @throws IndexOutOfBoundsException if there is no such pointer
     * @throws DecodingException if the pointer is null or misaligned
     */
    public long entry(int index) {
        return pointee(address() + POINTER * Objects.checkIndex(index, count), POINTER, "entries");
    }

    /**
     * {@return the address of what a pointer points to}
     *
     * @param at the address of the pointer
     * @param alignment the alignment of what it points to, in bytes
     * @param member the C member, for messages
     * @throws IllegalStateException if this page was closed
     * @throws DecodingException if the pointer is null or misaligned
     */
    public long pointee(long at, long alignment, String member) {
        long address = live().get(LONG, at);
        stay();
        return requirePointer(address, alignment, member);
    }

    private static long requirePointer(long address, long alignment, String member) {
        // The result of the mask, not what was read: the JIT knows that it is not negative.
        long usable = address & ADDRESS_BITS & -alignment;
        if (usable != address || usable < Reader.LOWEST_ADDRESS) {
            throw badPointer(address, alignment, member);
        }
        return usable;
    }

    /**
     * {@return how many elements an array has}
     *
     * @param count the number that its count holds
     * @param member the C member that holds it, for messages
     * @throws DecodingException if there are more than the limit
     */
    public int count(long count, String member) {
        return count > mostElements ? reader.count(count, member) : (int) count;
    }

    /**
     * {@return the address of the array that a pointer points to, or 0 if it has no elements}
     *
     * @param at the address of the pointer
     * @param count how many elements there are, within the limit
     * @param alignment the alignment of one, in bytes
     * @param member the C member, for messages
     * @throws IllegalStateException if this page was closed
     * @throws DecodingException if there are elements, and the pointer is null or misaligned
     */
    public long array(long at, int count, long alignment, String member) {
        return count == 0 ? 0 : pointee(at, alignment, member);
    }

    /**
     * {@return the address of a struct that stands by value in another one, which is its argument}
     *
     * @param address where it begins
     * @throws IllegalStateException if this page was closed
     */
    public long nested(long address) {
        live();
        return address;
    }

    /**
     * {@return what was read of this page before, which is its argument}
     *
     * @param number what was read
     * @throws IllegalStateException if this page was closed
     */
    public int alive(int number) {
        live();
        return number;
    }

    /** {@return the {@code UINT8} at an address} */
    public int uint8(long at) {
        int value = Byte.toUnsignedInt(live().get(BYTE, at));
        stay();
        return value;
    }

    /** {@return the {@code UINT16} at an address} */
    public int uint16(long at) {
        int value = Short.toUnsignedInt(live().get(SHORT, at));
        stay();
        return value;
    }

    /** {@return the {@code UINT32} at an address} */
    public long uint32(long at) {
        long value = Integer.toUnsignedLong(live().get(INT, at));
        stay();
        return value;
    }

    /** {@return the {@code INT8} at an address} */
    public byte int8(long at) {
        byte value = live().get(BYTE, at);
        stay();
        return value;
    }

    /** {@return the {@code INT16} at an address} */
    public short int16(long at) {
        short value = live().get(SHORT, at);
        stay();
        return value;
    }

    /** {@return the {@code INT32} at an address} */
    public int int32(long at) {
        int value = live().get(INT, at);
        stay();
        return value;
    }

    /** {@return the {@code INT64} or {@code UINT64} at an address} */
    public long int64(long at) {
        long value = live().get(LONG, at);
        stay();
        return value;
    }

    /** {@return the {@code float} at an address} */
    public float float32(long at) {
        float value = live().get(FLOAT, at);
        stay();
        return value;
    }

    /** {@return the {@code double} at an address} */
    public double float64(long at) {
        double value = live().get(DOUBLE, at);
        stay();
        return value;
    }

    /** {@return the GUID at an address} */
    public Guid guid(long at) {
        MemorySegment memory = live();
        long low = memory.get(LONG, at);
        long high = memory.get(LONG, at + 8);
        stay();
        return new Guid(low, high);
    }

    /**
     * Checks that a union holds a case.
     *
     * @param found the tag found
     * @param member the C member that holds the tag
     * @param tag the only tag of the case
     * @throws IllegalStateException if it holds another one
     */
    public static void requireTag(int found, String member, int tag) {
        if (found != tag) {
            throw otherCase(found, member);
        }
    }

    /**
     * Checks that a union holds a case.
     *
     * @param found the tag found
     * @param member the C member that holds the tag
     * @param tags the tags of the case
     * @throws IllegalStateException if it holds another one
     */
    public static void requireTag(int found, String member, int... tags) {
        for (int tag : tags) {
            if (found == tag) {
                return;
            }
        }
        throw otherCase(found, member);
    }

    private static IllegalStateException otherCase(int tag, String member) {
        return new IllegalStateException(
                "%s is 0x%x, which selects another case".formatted(member, tag));
    }

    private static DecodingException badPointer(long address, long alignment, String member) {
        return address == 0
                ? nullPointer(member)
                : new DecodingException(
                        member,
                        "pointer 0x%x is no address or not a multiple of %d"
                                .formatted(address, alignment));
    }

    private static DecodingException nullPointer(String member) {
        return new DecodingException(Kind.NULL_POINTER, member, "is null, which it must not be");
    }

    /**
     * Ends all reading and gives the allocation back. Closing twice does nothing.
     *
     * @throws WrongThreadException on another thread than the one that made this page
     */
    @Override
    public void close() {
        if (owner != null) {
            live();
            owner = null;
            free.run();
        }
    }
}

package io.github.wfp4j.internal.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.DecodingException.Kind;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Follows the pointers of native structs, within limits.
 *
 * <p>Memory that another component wrote may be wrong. Every count and every text is bounded, a
 * null where none may be and a misaligned pointer are named, and nothing is allocated before its
 * size was checked. An instance for memory has no state and can be shared; one for a block can be
 * used once.
 *
 * @param maxElements the most elements of one array, and the most bytes of one blob
 * @param maxTextLength the most characters of one text
 * @param block the block within which pointers are distances, or null if they are addresses
 */
@SuppressWarnings("restricted")
public record Reader(int maxElements, int maxTextLength, @Nullable Block block) {
    /** Reads within the limits that are set for this JVM. */
    public static final Reader DEFAULT =
            new Reader(Limit.ELEMENTS.value(), Limit.TEXT_LENGTH.value(), null);

    /**
     * No process has memory below it: Windows keeps the first 64 KiB free, Linux and macOS at least
     * as many. So a number that is read as a pointer by mistake is refused.
     */
    static final long LOWEST_ADDRESS = 0x1_0000;

    /**
     * {@return a reader of one struct and what it points to, as {@link Slab#relocatable} wrote it}
     *
     * <p>Nothing outside is read, and what is read twice over is refused, so that reading costs
     * what the size allows, whatever the counts are.
     *
     * @param memory the struct, and behind it everything that it points to
     */
    public static Reader within(MemorySegment memory) {
        return new Reader(DEFAULT.maxElements, DEFAULT.maxTextLength, new Block(memory));
    }

    /** {@return as {@link #known(Object, long, String, String)}, of a number read once} */
    public static <T> T known(
            int number, IntFunction<@Nullable T> find, String member, String type) {
        return known(find.apply(number), number, member, type);
    }

    /**
     * {@return what a number in memory stands for}
     *
     * @param found the enum constant with that number, or null for none
     * @param number the number
     * @param member the C member, for messages
     * @param type the C type, for messages
     * @throws DecodingException if there is none
     */
    public static <T> T known(@Nullable T found, long number, String member, String type) {
        if (found == null) {
            throw new DecodingException(
                    Kind.UNKNOWN_VALUE,
                    member,
                    "0x%x is not a value of %s".formatted(number, type));
        }
        return found;
    }

    /** {@return the exception that says that no union member belongs to a tag} */
    public static DecodingException noCase(long tag, String member, String type) {
        return new DecodingException(
                Kind.UNKNOWN_VALUE, member, "no member belongs to 0x%x of %s".formatted(tag, type));
    }

    /**
     * {@return the 8 bits at an offset}
     *
     * <p>This and its like read all memory by the constant that stands for it: the JIT then has no
     * bounds, scope and thread to check. Another segment checks what it always does.
     */
    @SuppressWarnings({
        "ReferenceEquality",
        "MemorySegmentReferenceEquality"
    }) // the constant itself
    public static byte int8(MemorySegment source, long offset) {
        return source == Page.MEMORY
                ? Page.MEMORY.get(Page.BYTE, offset & Page.ADDRESS_BITS)
                : source.get(Page.BYTE, offset);
    }

    /** {@return the 16 bits at an offset} */
    @SuppressWarnings({"ReferenceEquality", "MemorySegmentReferenceEquality"}) // as above
    public static short int16(MemorySegment source, long offset) {
        return source == Page.MEMORY
                ? Page.MEMORY.get(Page.SHORT, offset & Page.ADDRESS_BITS)
                : source.get(Page.SHORT, offset);
    }

    /** {@return the 32 bits at an offset} */
    @SuppressWarnings({"ReferenceEquality", "MemorySegmentReferenceEquality"}) // as above
    public static int int32(MemorySegment source, long offset) {
        return source == Page.MEMORY
                ? Page.MEMORY.get(Page.INT, offset & Page.ADDRESS_BITS)
                : source.get(Page.INT, offset);
    }

    /** {@return the 64 bits at an offset} */
    @SuppressWarnings({"ReferenceEquality", "MemorySegmentReferenceEquality"}) // as above
    public static long int64(MemorySegment source, long offset) {
        return source == Page.MEMORY
                ? Page.MEMORY.get(Page.LONG, offset & Page.ADDRESS_BITS)
                : source.get(Page.LONG, offset);
    }

    /** {@return the {@code float} at an offset} */
    public static float float32(MemorySegment source, long offset) {
        return source.get(Page.FLOAT, offset);
    }

    /** {@return the {@code double} at an offset} */
    public static double float64(MemorySegment source, long offset) {
        return source.get(Page.DOUBLE, offset);
    }

    /** {@return the 16-bit numbers of an array} */
    public static List<Integer> shorts(MemorySegment source, long offset, int count) {
        List<Integer> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(Short.toUnsignedInt(source.get(JAVA_SHORT, offset + 2L * i)));
        }
        return numbers;
    }

    /** {@return the 32-bit numbers of an array} */
    public static List<Long> ints(MemorySegment source, long offset, int count) {
        List<Long> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(Integer.toUnsignedLong(source.get(JAVA_INT, offset + 4L * i)));
        }
        return numbers;
    }

    /** {@return the 64-bit numbers of an array} */
    public static List<Long> longs(MemorySegment source, long offset, int count) {
        List<Long> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(source.get(JAVA_LONG, offset + 8L * i));
        }
        return numbers;
    }

    /** {@return the GUID at an offset} */
    public static Guid guid(MemorySegment source, long offset) {
        return new Guid(int64(source, offset), int64(source, offset + 8));
    }

    /** {@return the bytes of a fixed array} */
    public static Bytes bytes(MemorySegment source, long offset, int length) {
        return TrustedBytes.of(bytesAt(source, offset, length));
    }

    /**
     * {@return exactly the memory that the pointer at an offset points to}
     *
     * @param source the memory that holds the pointer
     * @param offset where the pointer is
     * @param size the size of what it points to, in bytes
     * @param alignment the alignment of what it points to, in bytes
     * @param member the C member, for messages
     * @throws DecodingException if the pointer is null or misaligned
     */
    public MemorySegment pointee(
            MemorySegment source, long offset, long size, long alignment, String member) {
        MemorySegment target = pointeeOrNull(source, offset, size, alignment, member);
        if (target == null) {
            throw isNull(member);
        }
        return target;
    }

    /** {@return as {@link #pointee}, but null for a null pointer} */
    public @Nullable MemorySegment pointeeOrNull(
            MemorySegment source, long offset, long size, long alignment, String member) {
        long address = int64(source, offset);
        return address == 0 ? null : at(address, size, alignment, member);
    }

    private static DecodingException isNull(String member) {
        return new DecodingException(Kind.NULL_POINTER, member, "is null, which it must not be");
    }

    private MemorySegment at(long address, long size, long alignment, String member) {
        long place = checked(address, size, alignment, member);
        return block == null
                ? MemorySegment.ofAddress(place).reinterpret(size)
                : block.memory().asSlice(place, size);
    }

    /**
     * {@return all memory that pointers lead to; a {@link #place} is an offset in it}
     *
     * <p>Reading there makes no segment for each pointer.
     */
    public MemorySegment memory() {
        return block == null ? Page.MEMORY : block.memory();
    }

    /**
     * {@return where in {@link #memory} that is what the pointer at an offset points to}
     *
     * @param source the memory that holds the pointer
     * @param offset where the pointer is
     * @param size the size of what it points to, in bytes
     * @param alignment the alignment of what it points to, in bytes
     * @param member the C member, for messages
     * @throws DecodingException if the pointer is null or misaligned
     */
    public long place(MemorySegment source, long offset, long size, long alignment, String member) {
        long place = placeOrNone(source, offset, size, alignment, member);
        if (place == 0) {
            throw isNull(member);
        }
        return place;
    }

    /** {@return as {@link #place}, but 0 for a null pointer} */
    public long placeOrNone(
            MemorySegment source, long offset, long size, long alignment, String member) {
        long address = int64(source, offset);
        return address == 0 ? 0 : checked(address, size, alignment, member);
    }

    /**
     * {@return where in {@link #memory} that is the array that the pointer at an offset points to;
     * for no elements 0, whatever the pointer is}
     *
     * @param source the memory that holds the pointer
     * @param offset where the pointer is
     * @param count how many elements
     * @param elementSize the size of one, in bytes
     * @param alignment the alignment of one, in bytes
     * @param member the C member, for messages
     * @throws DecodingException if there are elements and the pointer is null or misaligned
     */
    public long arrayPlace(
            MemorySegment source,
            long offset,
            int count,
            long elementSize,
            long alignment,
            String member) {
        return count == 0 ? 0 : place(source, offset, count * elementSize, alignment, member);
    }

    private long checked(long address, long size, long alignment, String member) {
        requireAddress(address, alignment, member);
        if (block != null) {
            block.take(address, size, member);
        }
        return address & Page.ADDRESS_BITS;
    }

    private void requireAddress(long address, long alignment, String member) {
        if (block == null && (address < LOWEST_ADDRESS || address > Page.ADDRESS_BITS)) {
            throw new DecodingException(member, "pointer 0x%x is no address".formatted(address));
        }
        if ((address & (alignment - 1)) != 0) {
            throw new DecodingException(
                    member, "pointer 0x%x is not a multiple of %d".formatted(address, alignment));
        }
    }

    /** {@return how many characters a text may have, and a zero, from a place on} */
    private long roomAt(long place, long size, String member) {
        requireAddress(place, size, member);
        long most = maxTextLength + 1L;
        return block == null ? most : Math.min(most, block.from(place, member) / size);
    }

    /**
     * Checks that a text still has a character, which may be the zero at its end.
     *
     * @param length how many characters it has before that
     * @param room how many there can be
     */
    private void requireCharacter(int length, long room, String member) {
        if (length >= room) {
            throw new DecodingException(
                    member,
                    length > maxTextLength
                            ? "text is longer than the limit of "
                                    + maxTextLength
                                    + " characters"
                                    + Limit.TEXT_LENGTH.advice()
                            : "text has no end");
        }
    }

    private void spend(long bytes, String member) {
        if (block != null) {
            block.spend(bytes, member);
        }
    }

    /** {@return the GUID that the pointer at an offset points to} */
    public Guid guidPointee(MemorySegment source, long offset, String member) {
        return guid(memory(), place(source, offset, 16, 4, member));
    }

    /** {@return the GUID that the pointer at an offset points to, or null for a null pointer} */
    public @Nullable Guid guidPointeeOrNull(MemorySegment source, long offset, String member) {
        long target = placeOrNone(source, offset, 16, 4, member);
        return target == 0 ? null : guid(memory(), target);
    }

    /**
     * {@return an element count within the limit}
     *
     * @param count the count as it stands in memory
     * @param member the C member that holds it, for messages
     * @throws DecodingException if it is beyond the limit
     */
    public int count(long count, String member) {
        if (count > maxElements) {
            throw new DecodingException(
                    member,
                    count
                            + " is more than the limit of "
                            + maxElements
                            + " elements"
                            + Limit.ELEMENTS.advice());
        }
        return (int) count;
    }

    /**
     * {@return exactly the array that the pointer at an offset points to; for no elements an empty
     * segment, whatever the pointer is}
     *
     * @param source the memory that holds the pointer
     * @param offset where the pointer is
     * @param count how many elements
     * @param elementSize the size of one, in bytes
     * @param alignment the alignment of one, in bytes
     * @param member the C member, for messages
     * @throws DecodingException if there are elements and the pointer is null or misaligned
     */
    public MemorySegment array(
            MemorySegment source,
            long offset,
            int count,
            long elementSize,
            long alignment,
            String member) {
        return count == 0
                ? MemorySegment.NULL
                : pointee(source, offset, count * elementSize, alignment, member);
    }

    /** {@return the bytes of a counted array} */
    public Bytes countedBytes(MemorySegment source, long offset, int count, String member) {
        long place = arrayPlace(source, offset, count, 1, 1, member);
        return count == 0 ? Bytes.empty() : TrustedBytes.of(bytesAt(memory(), place, count));
    }

    private static byte[] bytesAt(MemorySegment source, long offset, int length) {
        byte[] bytes = new byte[length];
        MemorySegment.copy(source, JAVA_BYTE, offset, bytes, 0, length);
        return bytes;
    }

    /** {@return the 16-bit numbers that the pointer at an offset points to} */
    public List<Integer> countedShorts(
            MemorySegment source, long offset, int count, String member) {
        return shorts(array(source, offset, count, 2, 2, member), 0, count);
    }

    /** {@return the 32-bit numbers that the pointer at an offset points to} */
    public List<Long> countedInts(MemorySegment source, long offset, int count, String member) {
        return ints(array(source, offset, count, 4, 4, member), 0, count);
    }

    /** {@return the 64-bit numbers that the pointer at an offset points to} */
    public List<Long> countedLongs(MemorySegment source, long offset, int count, String member) {
        return longs(array(source, offset, count, 8, 8, member), 0, count);
    }

    /** {@return the keys whose GUIDs the pointer at an offset points to} */
    public <K> List<K> countedGuids(
            MemorySegment source, long offset, int count, String member, Function<Guid, K> key) {
        MemorySegment array = array(source, offset, count, 16, 4, member);
        List<K> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(key.apply(guid(array, 16L * i)));
        }
        return keys;
    }

    /** {@return the zero-terminated UTF-16 text that the pointer at an offset points to} */
    public String text(MemorySegment source, long offset, String member) {
        String text = textOrNull(source, offset, member);
        if (text == null) {
            throw isNull(member);
        }
        return text;
    }

    /** {@return as {@link #text}, but null for a null pointer} */
    public @Nullable String textOrNull(MemorySegment source, long offset, String member) {
        long place = int64(source, offset);
        if (place == 0) {
            return null;
        }
        long room = roomAt(place, 2, member);
        long start = place & Page.ADDRESS_BITS;
        int length = block == null ? wordwise(start, room, member) : charwise(start, room, member);
        spend(2L * length + 2, member);
        return chars(memory(), start, length);
    }

    private int charwise(long start, long room, String member) {
        int length = 0;
        requireCharacter(length, room, member);
        while (int16(memory(), start + 2L * length) != 0) {
            requireCharacter(++length, room, member);
        }
        return length;
    }

    /** As {@link #charwise}, but by aligned words, none of which lies in more than one page. */
    private int wordwise(long start, long room, String member) {
        int length = 0;
        while ((start + 2L * length & 7) != 0) {
            requireCharacter(length, room, member);
            if (int16(Page.MEMORY, start + 2L * length) == 0) {
                return length;
            }
            length++;
        }
        while (true) {
            requireCharacter(length, room, member);
            long four = int64(Page.MEMORY, start + 2L * length);
            long zeros = four - 0x0001_0001_0001_0001L & ~four & 0x8000_8000_8000_8000L;
            if (zeros != 0) {
                length += Long.numberOfTrailingZeros(zeros) / Character.SIZE;
                requireCharacter(length, room, member);
                return length;
            }
            length += 4;
        }
    }

    private static String chars(MemorySegment source, long offset, int length) {
        char[] chars = new char[length];
        MemorySegment.copy(source, JAVA_CHAR_UNALIGNED, offset, chars, 0, length);
        return new String(chars);
    }

    /** {@return UTF-16 text without a terminator, or null for a null pointer} */
    public @Nullable String countedText(
            MemorySegment source, long offset, int count, String member) {
        long place = placeOrNone(source, offset, 2L * count, 2, member);
        return place == 0 ? null : chars(memory(), place, count);
    }

    /** {@return the texts of an array of pointers to zero-terminated UTF-16} */
    public List<String> texts(MemorySegment source, long offset, int count, String member) {
        MemorySegment array = array(source, offset, count, 8, 8, member);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(array, 8L * i, member));
        }
        return texts;
    }

    /** {@return the texts of an array of pointers to zero-terminated 8-bit characters} */
    public List<String> narrowTexts(MemorySegment source, long offset, int count, String member) {
        MemorySegment array = array(source, offset, count, 8, 8, member);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long address = array.get(JAVA_LONG, 8L * i);
            if (address == 0) {
                throw isNull(member);
            }
            long room = roomAt(address, 1, member);
            int length = 0;
            requireCharacter(length, room, member);
            while (memory().get(JAVA_BYTE, address + length) != 0) {
                requireCharacter(++length, room, member);
            }
            spend(length + 1L, member);
            texts.add(new String(bytesAt(memory(), address, length), StandardCharsets.ISO_8859_1));
        }
        return texts;
    }

    /** {@return the security identifier that the pointer at an offset points to} */
    public Sid sid(MemorySegment source, long offset, String member) {
        Sid sid = sidOrNull(source, offset, member);
        if (sid == null) {
            throw isNull(member);
        }
        return sid;
    }

    /** {@return as {@link #sid}, but null for a null pointer} */
    public @Nullable Sid sidOrNull(MemorySegment source, long offset, String member) {
        MemorySegment head = pointeeOrNull(source, offset, 8, 4, member);
        if (head == null) {
            return null;
        }
        int revision = head.get(JAVA_BYTE, 0);
        int count = head.get(JAVA_BYTE, 1);
        if (revision != 1 || count < 0 || count > Sid.MAX_SUB_AUTHORITIES) {
            throw new DecodingException(
                    member, "is no SID: revision %d, %d subauthorities".formatted(revision, count));
        }
        long authority = 0;
        for (int i = 0; i < 6; i++) {
            authority = authority << 8 | Byte.toUnsignedLong(head.get(JAVA_BYTE, 2 + i));
        }
        MemorySegment numbers = pointee(source, offset, 8 + 4L * count, 4, member);
        List<Long> subAuthorities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subAuthorities.add(Integer.toUnsignedLong(numbers.get(JAVA_INT, 8 + 4L * i)));
        }
        return new Sid(authority, subAuthorities);
    }
}

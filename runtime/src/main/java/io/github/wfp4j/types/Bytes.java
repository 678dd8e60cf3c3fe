package io.github.wfp4j.types;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable sequence of bytes that is equal to another one with the same bytes.
 *
 * <p>Records hold it where C holds a {@code UINT8} array, because an array as a component would be
 * compared by identity and could be changed from outside.
 */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** {@return no bytes} */
    public static Bytes empty() {
        return EMPTY;
    }

    /**
     * {@return a copy of the given bytes}
     *
     * @param bytes the bytes, which the caller may change afterwards
     */
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /**
     * {@return the bytes with the given text}
     *
     * @param digits an even number of hexadecimal digits, without separators
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Bytes ofHex(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits);
        return bytes.length == 0 ? EMPTY : new Bytes(bytes);
    }

    /**
     * {@return the bytes, checked to be as many as a fixed C array holds}
     *
     * @param bytes the bytes
     * @param length how many there must be
     * @param name what the message calls them
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static Bytes requireLength(Bytes bytes, int length, String name) {
        if (bytes.array.length != length) {
            throw new IllegalArgumentException(
                    name + " must have " + length + " bytes: " + bytes.array.length);
        }
        return bytes;
    }

    /** {@return how many bytes there are} */
    public int length() {
        return array.length;
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return array.length == 0;
    }

    /**
     * {@return the byte at a position}
     *
     * @param index the position, from 0
     * @throws IndexOutOfBoundsException if there is no such position
     */
    public byte get(int index) {
        return array[index];
    }

    /** {@return a copy of the bytes} */
    public byte[] toByteArray() {
        return array.clone();
    }

    /** {@return two lower-case hexadecimal digits for each byte} */
    public String toHex() {
        return HexFormat.of().formatHex(array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** {@return the digits of {@link #toHex()}} */
    @Override
    public String toString() {
        return toHex();
    }
}

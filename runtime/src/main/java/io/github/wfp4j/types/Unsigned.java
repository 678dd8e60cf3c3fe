package io.github.wfp4j.types;

import java.util.List;

/**
 * Checks of unsigned C integers that Java holds in a wider type.
 *
 * <p>A {@code UINT8} and a {@code UINT16} are held in an {@code int}, a {@code UINT32} in a {@code
 * long}. A {@code UINT64} is held in a {@code long} as well, with all 64 bits in use: print it with
 * {@link Long#toUnsignedString(long)} and compare it with {@link Long#compareUnsigned(long, long)}.
 */
public final class Unsigned {
    private Unsigned() {}

    /**
     * {@return the value, which fits a {@code UINT8}}
     *
     * @param value 0 to 255
     * @param name what the message calls it
     * @throws IllegalArgumentException if the value is out of range
     */
    public static int requireUint8(int value, String name) {
        if ((value & ~0xFF) != 0) {
            throw outOfRange(name, 0xFF, value);
        }
        return value;
    }

    /**
     * {@return the value, which fits a {@code UINT16}}
     *
     * @param value 0 to 65535
     * @param name what the message calls it
     * @throws IllegalArgumentException if the value is out of range
     */
    public static int requireUint16(int value, String name) {
        if ((value & ~0xFFFF) != 0) {
            throw outOfRange(name, 0xFFFF, value);
        }
        return value;
    }

    /**
     * {@return the value, which fits a {@code UINT32}}
     *
     * @param value 0 to 4294967295
     * @param name what the message calls it
     * @throws IllegalArgumentException if the value is out of range
     */
    public static long requireUint32(long value, String name) {
        if ((value & ~0xFFFF_FFFFL) != 0) {
            throw outOfRange(name, 0xFFFF_FFFFL, value);
        }
        return value;
    }

    /**
     * {@return the value, which fits an {@code INT8}}
     *
     * @param value -128 to 127
     * @param name what the message calls it
     * @throws IllegalArgumentException if the value is out of range
     */
    public static int requireInt8(int value, String name) {
        if ((byte) value != value) {
            throw new IllegalArgumentException(name + " must be in -128..127: " + value);
        }
        return value;
    }

    /**
     * {@return the value, which fits an {@code INT16}}
     *
     * @param value -32768 to 32767
     * @param name what the message calls it
     * @throws IllegalArgumentException if the value is out of range
     */
    public static int requireInt16(int value, String name) {
        if ((short) value != value) {
            throw new IllegalArgumentException(name + " must be in -32768..32767: " + value);
        }
        return value;
    }

    /**
     * Checks that a list is as long as the fixed C array that it stands for.
     *
     * @param list the list
     * @param size how many elements there must be
     * @param name what the message calls it
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static void requireSize(List<?> list, int size, String name) {
        if (list.size() != size) {
            throw new IllegalArgumentException(
                    name + " must have " + size + " elements: " + list.size());
        }
    }

    private static IllegalArgumentException outOfRange(String name, long most, long value) {
        return new IllegalArgumentException(name + " must be in 0.." + most + ": " + value);
    }
}

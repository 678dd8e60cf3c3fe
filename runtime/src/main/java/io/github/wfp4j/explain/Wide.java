package io.github.wfp4j.explain;

import io.github.wfp4j.types.Bytes;

/**
 * An unsigned number of up to 128 bits: what ports, addresses and the like have in common.
 *
 * @param high the upper half
 * @param low the lower half
 */
record Wide(long high, long low) implements Comparable<Wide> {
    static final Wide MIN = new Wide(0, 0);
    static final Wide MAX = new Wide(-1, -1);

    static Wide of(long low) {
        return new Wide(0, low);
    }

    /** {@return the number that sixteen bytes in network order are} */
    static Wide of(Bytes bytes) {
        return new Wide(half(bytes, 0), half(bytes, Long.BYTES));
    }

    private static long half(Bytes bytes, int offset) {
        long half = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            half = half << Byte.SIZE | (bytes.get(offset + i) & 0xFF);
        }
        return half;
    }

    /** {@return the number with the bits behind a prefix cleared} */
    Wide prefix(int length) {
        return new Wide(
                high & mask(Math.min(length, Long.SIZE)),
                low & mask(Math.max(length - Long.SIZE, 0)));
    }

    /** {@return the number with the bits behind a prefix set} */
    Wide prefixEnd(int length) {
        return new Wide(
                high | ~mask(Math.min(length, Long.SIZE)),
                low | ~mask(Math.max(length - Long.SIZE, 0)));
    }

    private static long mask(int length) {
        return length == 0 ? 0 : -1L << (Long.SIZE - length);
    }

    /** {@return the next number; that of the highest is 0} */
    Wide next() {
        return new Wide(low == -1 ? high + 1 : high, low + 1);
    }

    /** {@return the number before; that of 0 is the highest} */
    Wide previous() {
        return new Wide(low == 0 ? high - 1 : high, low - 1);
    }

    @Override
    public int compareTo(Wide other) {
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }
}

package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;

/**
 * Filters as {@code FwpmFilterEnum0} returns them: one allocation that holds an array of pointers,
 * the structs, and all that they point to. About 560 bytes a filter, the same on every run.
 *
 * <p>Each filter has a name of 20 to 35 characters, perhaps a provider, a weight of type {@code
 * UINT64}, and four conditions whose values rotate over {@code UINT16}, {@code UINT32}, an address
 * and mask, a range and a blob of 48 bytes.
 */
final class FilterTable {
    static final int UINT8 = 1;
    static final int UINT16 = 2;
    static final int UINT32 = 3;
    static final int UINT64 = 4;
    static final int BYTE_BLOB = 12;
    static final int V4_ADDR_MASK = 0x100;
    static final int RANGE = 0x102;

    private static final int[] TYPES = {UINT16, UINT32, V4_ADDR_MASK, RANGE, BYTE_BLOB};
    private static final int CONDITIONS = 4;
    private static final int MOST_BYTES_PER_FILTER = 700;

    private final MemorySegment memory;
    private final int count;
    private final Random random = new Random(42);
    private long end;
    private long checksum;
    private long deepChecksum;

    /**
     * Fills a table.
     *
     * @param arena owns the allocation
     * @param count how many filters
     */
    FilterTable(Arena arena, int count) {
        this.memory = arena.allocate((8L + MOST_BYTES_PER_FILTER) * count, 16);
        this.count = count;
        this.end = 8L * count;
        for (int i = 0; i < count; i++) {
            add(i);
        }
    }

    /** {@return how many filters there are} */
    int count() {
        return count;
    }

    /** {@return the address of the array of pointers, which is that of the allocation} */
    long address() {
        return memory.address();
    }

    /** {@return the allocation} */
    MemorySegment memory() {
        return memory;
    }

    /** {@return what a scan of all filters must add up to} */
    long checksum() {
        return checksum;
    }

    /** {@return what a deep scan of all filters must add up to} */
    long deepChecksum() {
        return checksum + deepChecksum;
    }

    private void add(int i) {
        long filter = take(200);
        memory.set(JAVA_LONG, 8L * i, memory.address() + filter);
        deepChecksum += guid(filter);
        name(filter + 16);
        deepChecksum += number(filter + 32, random.nextInt(4));
        if (random.nextBoolean()) {
            deepChecksum += guid(point(filter + 40, 16));
        }
        checksum += guid(filter + 64);
        deepChecksum += guid(filter + 80);
        checksum += weight(filter + 96);
        number(filter + 112, CONDITIONS);
        long conditions = point(filter + 120, 40 * CONDITIONS);
        for (int j = 0; j < CONDITIONS; j++) {
            condition(conditions + 40L * j, TYPES[(CONDITIONS * i + j) % TYPES.length]);
        }
        checksum += number(filter + 128, 0x1001 + random.nextInt(2));
        deepChecksum += set(filter + 152, random.nextLong());
        checksum += set(filter + 176, 66_000L + i);
        deepChecksum += weight(filter + 184);
    }

    private void name(long pointer) {
        int length = 20 + random.nextInt(16);
        long text = point(pointer, 2L * (length + 1));
        for (int i = 0; i < length; i++) {
            memory.set(JAVA_SHORT, text + 2L * i, (short) ('a' + random.nextInt(26)));
        }
    }

    private long weight(long value) {
        number(value, UINT64);
        return set(point(value + 8, 8), random.nextLong());
    }

    private void condition(long condition, int type) {
        checksum += guid(condition) + number(condition + 16, random.nextInt(8));
        long value = condition + 24;
        checksum += number(value, type);
        switch (type) {
            case UINT16 -> checksum += number16(value + 8);
            case UINT32 -> checksum += number(value + 8, random.nextInt());
            case V4_ADDR_MASK -> {
                long mask = point(value + 8, 8);
                deepChecksum += number(mask, random.nextInt()) + number(mask + 4, -256);
            }
            case RANGE -> {
                long range = point(value + 8, 32);
                number(range, UINT16);
                number(range + 16, UINT16);
                deepChecksum += number16(range + 8) + number16(range + 24);
            }
            default -> {
                long blob = point(value + 8, 16);
                deepChecksum += number(blob, 48);
                point(blob + 8, 48);
            }
        }
    }

    private long guid(long at) {
        return set(at, random.nextLong()) + set(at + 8, random.nextLong());
    }

    private long set(long at, long value) {
        memory.set(JAVA_LONG, at, value);
        return value;
    }

    private long number(long at, int value) {
        memory.set(JAVA_INT, at, value);
        return Integer.toUnsignedLong(value);
    }

    private long number16(long at) {
        short value = (short) random.nextInt();
        memory.set(JAVA_SHORT, at, value);
        return Short.toUnsignedLong(value);
    }

    private long point(long pointer, long size) {
        long target = take(size);
        memory.set(JAVA_LONG, pointer, memory.address() + target);
        return target;
    }

    private long take(long size) {
        long start = end;
        end += (size + 7) & -8;
        return start;
    }
}

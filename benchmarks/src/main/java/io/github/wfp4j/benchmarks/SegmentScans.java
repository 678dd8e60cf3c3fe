package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** Loops over segments without any views, written out by hand: what a view can hope for. */
@SuppressWarnings("restricted")
final class SegmentScans {
    private static final AddressLayout FILTER_POINTER = pointerTo(200, 8);
    private static final AddressLayout NUMBER_POINTER = pointerTo(8, 8);
    private static final VarHandle LONG = JAVA_LONG_UNALIGNED.varHandle().withInvokeExactBehavior();
    private static final VarHandle INT = JAVA_INT_UNALIGNED.varHandle().withInvokeExactBehavior();
    private static final VarHandle SHORT =
            JAVA_SHORT_UNALIGNED.varHandle().withInvokeExactBehavior();

    private SegmentScans() {}

    private static AddressLayout pointerTo(long size, long alignment) {
        return ValueLayout.ADDRESS.withTargetLayout(
                MemoryLayout.sequenceLayout(size, JAVA_BYTE).withByteAlignment(alignment));
    }

    private static MemorySegment at(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }

    /** Exact global segments, layouts without a check of alignment, a segment per condition. */
    static long unaligned(FilterTable table) {
        MemorySegment filters = at(table.address(), 8L * table.count());
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            MemorySegment filter = filters.getAtIndex(FILTER_POINTER, i);
            sum += filter.get(JAVA_LONG_UNALIGNED, 176L);
            sum += filter.get(JAVA_LONG_UNALIGNED, 64L) + filter.get(JAVA_LONG_UNALIGNED, 72L);
            sum += filter.get(JAVA_INT_UNALIGNED, 128L);
            if (filter.get(JAVA_INT_UNALIGNED, 96L) == FilterTable.UINT64) {
                sum += filter.get(NUMBER_POINTER, 104L).get(JAVA_LONG_UNALIGNED, 0L);
            }
            int count = filter.get(JAVA_INT_UNALIGNED, 112L);
            long conditions = filter.get(JAVA_LONG_UNALIGNED, 120L);
            for (int j = 0; j < count; j++) {
                MemorySegment condition = at(conditions + 40L * j, 40);
                int type = condition.get(JAVA_INT_UNALIGNED, 24L);
                sum += condition.get(JAVA_LONG_UNALIGNED, 0L);
                sum += condition.get(JAVA_LONG_UNALIGNED, 8L);
                sum += condition.get(JAVA_INT_UNALIGNED, 16L) + type;
                switch (type) {
                    case FilterTable.UINT8 ->
                            sum += Byte.toUnsignedLong(condition.get(JAVA_BYTE, 32L));
                    case FilterTable.UINT16 ->
                            sum += Short.toUnsignedLong(condition.get(JAVA_SHORT_UNALIGNED, 32L));
                    case FilterTable.UINT32 ->
                            sum += Integer.toUnsignedLong(condition.get(JAVA_INT_UNALIGNED, 32L));
                    default -> {}
                }
            }
        }
        return sum;
    }

    /** As {@link #unaligned}, but with the layouts that check the alignment. */
    static long aligned(FilterTable table) {
        MemorySegment filters = at(table.address(), 8L * table.count());
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            MemorySegment filter = filters.getAtIndex(FILTER_POINTER, i);
            sum += filter.get(JAVA_LONG, 176L);
            sum += filter.get(JAVA_LONG_UNALIGNED, 64L) + filter.get(JAVA_LONG_UNALIGNED, 72L);
            sum += filter.get(JAVA_INT, 128L);
            if (filter.get(JAVA_INT, 96L) == FilterTable.UINT64) {
                sum += filter.get(NUMBER_POINTER, 104L).get(JAVA_LONG, 0L);
            }
            int count = filter.get(JAVA_INT, 112L);
            long conditions = filter.get(JAVA_LONG, 120L);
            for (int j = 0; j < count; j++) {
                MemorySegment condition = at(conditions + 40L * j, 40);
                int type = condition.get(JAVA_INT, 24L);
                sum += condition.get(JAVA_LONG_UNALIGNED, 0L);
                sum += condition.get(JAVA_LONG_UNALIGNED, 8L);
                sum += condition.get(JAVA_INT, 16L) + type;
                sum += alignedNumber(condition, 32, type);
            }
        }
        return sum;
    }

    /** As {@link #aligned}, but with one segment for all conditions of a filter. */
    static long oneSegmentPerArray(FilterTable table) {
        MemorySegment filters = at(table.address(), 8L * table.count());
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            MemorySegment filter = filters.getAtIndex(FILTER_POINTER, i);
            sum += filter.get(JAVA_LONG, 176L);
            sum += filter.get(JAVA_LONG_UNALIGNED, 64L) + filter.get(JAVA_LONG_UNALIGNED, 72L);
            sum += filter.get(JAVA_INT, 128L);
            if (filter.get(JAVA_INT, 96L) == FilterTable.UINT64) {
                sum += filter.get(NUMBER_POINTER, 104L).get(JAVA_LONG, 0L);
            }
            int count = filter.get(JAVA_INT, 112L);
            MemorySegment conditions = at(filter.get(JAVA_LONG, 120L), 40L * count);
            for (int j = 0; j < count; j++) {
                sum += alignedCondition(conditions, 40L * j);
            }
        }
        return sum;
    }

    /** One segment for everything, of a confined arena; addresses are the offsets. */
    static long oneSegment(FilterTable table) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = MemorySegment.NULL.reinterpret(Long.MAX_VALUE, arena, null);
            long sum = 0;
            for (int i = 0; i < table.count(); i++) {
                long filter = memory.get(JAVA_LONG, table.address() + 8L * i);
                sum += memory.get(JAVA_LONG, filter + 176);
                sum += memory.get(JAVA_LONG_UNALIGNED, filter + 64);
                sum += memory.get(JAVA_LONG_UNALIGNED, filter + 72);
                sum += memory.get(JAVA_INT, filter + 128);
                if (memory.get(JAVA_INT, filter + 96) == FilterTable.UINT64) {
                    sum += memory.get(JAVA_LONG, memory.get(JAVA_LONG, filter + 104));
                }
                int count = memory.get(JAVA_INT, filter + 112);
                long conditions = memory.get(JAVA_LONG, filter + 120);
                for (int j = 0; j < count; j++) {
                    sum += alignedCondition(memory, conditions + 40L * j);
                }
            }
            return sum;
        }
    }

    private static long alignedCondition(MemorySegment memory, long condition) {
        int type = memory.get(JAVA_INT, condition + 24);
        long sum = memory.get(JAVA_LONG_UNALIGNED, condition);
        sum += memory.get(JAVA_LONG_UNALIGNED, condition + 8);
        sum += memory.get(JAVA_INT, condition + 16) + type;
        return sum + alignedNumber(memory, condition + 32, type);
    }

    private static long alignedNumber(MemorySegment memory, long at, int type) {
        return switch (type) {
            case FilterTable.UINT8 -> Byte.toUnsignedLong(memory.get(JAVA_BYTE, at));
            case FilterTable.UINT16 -> Short.toUnsignedLong(memory.get(JAVA_SHORT, at));
            case FilterTable.UINT32 -> Integer.toUnsignedLong(memory.get(JAVA_INT, at));
            default -> 0;
        };
    }

    /** As {@link #unaligned}, but through {@code VarHandle}s. */
    static long varHandles(FilterTable table) {
        MemorySegment filters = at(table.address(), 8L * table.count());
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            MemorySegment filter = filters.getAtIndex(FILTER_POINTER, i);
            sum += (long) LONG.get(filter, 176L);
            sum += (long) LONG.get(filter, 64L) + (long) LONG.get(filter, 72L);
            sum += (int) INT.get(filter, 128L);
            if ((int) INT.get(filter, 96L) == FilterTable.UINT64) {
                sum += (long) LONG.get(at((long) LONG.get(filter, 104L), 8), 0L);
            }
            int count = (int) INT.get(filter, 112L);
            long conditions = (long) LONG.get(filter, 120L);
            for (int j = 0; j < count; j++) {
                MemorySegment condition = at(conditions + 40L * j, 40);
                int type = (int) INT.get(condition, 24L);
                sum += (long) LONG.get(condition, 0L) + (long) LONG.get(condition, 8L);
                sum += (int) INT.get(condition, 16L) + type;
                switch (type) {
                    case FilterTable.UINT8 ->
                            sum += Byte.toUnsignedLong(condition.get(JAVA_BYTE, 32L));
                    case FilterTable.UINT16 ->
                            sum += Short.toUnsignedLong((short) SHORT.get(condition, 32L));
                    case FilterTable.UINT32 ->
                            sum += Integer.toUnsignedLong((int) INT.get(condition, 32L));
                    default -> {}
                }
            }
        }
        return sum;
    }
}

package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Views that are a page and a segment of exactly one struct: what a pointer points to gets a
 * segment of its own, a struct by value shares its parent's. The pages differ in where segments
 * come from and in who notices a late read.
 *
 * <p>Only one of the pages is loaded in a benchmark's process, so the calls of its methods are
 * bound as if the class were final.
 */
@SuppressWarnings("restricted")
final class SegmentViews {
    private SegmentViews() {}

    /** One allocation of an engine. */
    abstract static class Page {
        private final long filters;
        private final int count;

        Page(FilterTable table) {
            filters = table.address();
            count = table.count();
        }

        /** {@return exactly the memory of a struct} */
        abstract MemorySegment at(long address, long size);

        /** {@return the segment, if the page is still open} */
        MemorySegment live(MemorySegment segment) {
            return segment;
        }

        final int count() {
            return count;
        }

        final Filter filter(int index) {
            MemorySegment pointer = live(at(filters + 8L * Objects.checkIndex(index, count), 8));
            return new Filter(this, at(pointer.get(JAVA_LONG_UNALIGNED, 0L), 200), 0);
        }
    }

    /** Segments of the global scope: nobody notices a late read. */
    static final class GlobalPage extends Page {
        GlobalPage(FilterTable table) {
            super(table);
        }

        @Override
        MemorySegment at(long address, long size) {
            return MemorySegment.ofAddress(address).reinterpret(size);
        }

        static long scan(FilterTable table) {
            return SegmentViews.scan(new GlobalPage(table));
        }

        static long deepScan(FilterTable table) {
            return SegmentViews.deepScan(new GlobalPage(table));
        }
    }

    /** Slices of one segment of an arena, which is all memory: the JDK notices. */
    static final class SlicePage extends Page {
        private final MemorySegment memory;

        SlicePage(FilterTable table, Arena arena) {
            super(table);
            memory = MemorySegment.NULL.reinterpret(Long.MAX_VALUE, arena, null);
        }

        @Override
        MemorySegment at(long address, long size) {
            return memory.asSlice(address, size);
        }

        static long scan(FilterTable table) {
            try (Arena arena = Arena.ofConfined()) {
                return SegmentViews.scan(new SlicePage(table, arena));
            }
        }

        static long deepScan(FilterTable table) {
            try (Arena arena = Arena.ofConfined()) {
                return SegmentViews.deepScan(new SlicePage(table, arena));
            }
        }

        static long sharedScan(FilterTable table) {
            try (Arena arena = Arena.ofShared()) {
                return SegmentViews.scan(new SlicePage(table, arena));
            }
        }
    }

    /** Addresses reinterpreted with the scope of an arena: the JDK notices. */
    static final class ReinterpretPage extends Page {
        private final Arena arena;

        ReinterpretPage(FilterTable table, Arena arena) {
            super(table);
            this.arena = arena;
        }

        @Override
        MemorySegment at(long address, long size) {
            return MemorySegment.ofAddress(address).reinterpret(size, arena, null);
        }

        static long scan(FilterTable table) {
            try (Arena arena = Arena.ofConfined()) {
                return SegmentViews.scan(new ReinterpretPage(table, arena));
            }
        }

        static long deepScan(FilterTable table) {
            try (Arena arena = Arena.ofConfined()) {
                return SegmentViews.deepScan(new ReinterpretPage(table, arena));
            }
        }

        static long sharedScan(FilterTable table) {
            try (Arena arena = Arena.ofShared()) {
                return SegmentViews.scan(new ReinterpretPage(table, arena));
            }
        }
    }

    /** Segments of the global scope that are used through a check of the owner only. */
    static final class GuardedPage extends Page {
        private @Nullable Thread owner = Thread.currentThread();

        GuardedPage(FilterTable table) {
            super(table);
        }

        @Override
        MemorySegment at(long address, long size) {
            return MemorySegment.ofAddress(address).reinterpret(size);
        }

        @SuppressWarnings("ReferenceEquality") // a thread is itself and no other
        @Override
        MemorySegment live(MemorySegment segment) {
            if (owner != Thread.currentThread()) {
                throw new IllegalStateException("page already closed, or of another thread");
            }
            return segment;
        }

        private void close() {
            owner = null;
        }

        static long scan(FilterTable table) {
            GuardedPage page = new GuardedPage(table);
            long sum = SegmentViews.scan(page);
            page.close();
            return sum;
        }

        static long deepScan(FilterTable table) {
            GuardedPage page = new GuardedPage(table);
            long sum = SegmentViews.deepScan(page);
            page.close();
            return sum;
        }
    }

    /** A check when a view is made, and none when it is read: not safe, here for its price. */
    static final class CheckedOncePage extends Page {
        private @Nullable Thread owner = Thread.currentThread();

        CheckedOncePage(FilterTable table) {
            super(table);
        }

        @SuppressWarnings("ReferenceEquality") // a thread is itself and no other
        @Override
        MemorySegment at(long address, long size) {
            if (owner != Thread.currentThread()) {
                throw new IllegalStateException("page already closed, or of another thread");
            }
            return MemorySegment.ofAddress(address).reinterpret(size);
        }

        private void close() {
            owner = null;
        }

        static long scan(FilterTable table) {
            CheckedOncePage page = new CheckedOncePage(table);
            long sum = SegmentViews.scan(page);
            page.close();
            return sum;
        }
    }

    record Filter(Page page, MemorySegment segment, long base) {
        long filterKeyLow() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base);
        }

        long filterKeyHigh() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base + 8);
        }

        int flags() {
            return page.live(segment).get(JAVA_INT_UNALIGNED, base + 32);
        }

        @Nullable Guid providerKey() {
            long target = page.live(segment).get(JAVA_LONG_UNALIGNED, base + 40);
            return target == 0 ? null : new Guid(page, page.at(target, 16), 0);
        }

        Blob providerData() {
            return new Blob(page, page.live(segment), base + 48);
        }

        long layerKeyLow() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base + 64);
        }

        long layerKeyHigh() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base + 72);
        }

        Guid subLayerKey() {
            return new Guid(page, page.live(segment), base + 80);
        }

        Value weight() {
            return new Value(page, page.live(segment), base + 96);
        }

        Conditions conditions() {
            MemorySegment filter = page.live(segment);
            return new Conditions(
                    page,
                    filter.get(JAVA_LONG_UNALIGNED, base + 120),
                    filter.get(JAVA_INT_UNALIGNED, base + 112));
        }

        Action action() {
            return new Action(page, page.live(segment), base + 128);
        }

        long rawContext() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base + 152);
        }

        long filterId() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base + 176);
        }

        Value effectiveWeight() {
            return new Value(page, page.live(segment), base + 184);
        }
    }

    /** An array, whose place and length are read once. */
    record Conditions(Page page, long address, int count) {
        Condition get(int index) {
            long condition = address + 40L * Objects.checkIndex(index, count);
            return new Condition(page, page.at(condition, 40), 0);
        }
    }

    record Action(Page page, MemorySegment segment, long base) {
        int type() {
            return page.live(segment).get(JAVA_INT_UNALIGNED, base);
        }
    }

    record Guid(Page page, MemorySegment segment, long base) {
        long low() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base);
        }

        long high() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base + 8);
        }
    }

    record Blob(Page page, MemorySegment segment, long base) {
        long size() {
            return Integer.toUnsignedLong(page.live(segment).get(JAVA_INT_UNALIGNED, base));
        }
    }

    record Mask(Page page, MemorySegment segment, long base) {
        long addr() {
            return Integer.toUnsignedLong(page.live(segment).get(JAVA_INT_UNALIGNED, base));
        }

        long mask() {
            return Integer.toUnsignedLong(page.live(segment).get(JAVA_INT_UNALIGNED, base + 4));
        }
    }

    record Range(Page page, MemorySegment segment, long base) {
        Value low() {
            return new Value(page, page.live(segment), base);
        }

        Value high() {
            return new Value(page, page.live(segment), base + 16);
        }
    }

    record Value(Page page, MemorySegment segment, long base) {
        int type() {
            return page.live(segment).get(JAVA_INT_UNALIGNED, base);
        }

        int uint8() {
            return Byte.toUnsignedInt(page.live(segment).get(JAVA_BYTE, base + 8));
        }

        int uint16() {
            return Short.toUnsignedInt(page.live(segment).get(JAVA_SHORT_UNALIGNED, base + 8));
        }

        long uint32() {
            return Integer.toUnsignedLong(page.live(segment).get(JAVA_INT_UNALIGNED, base + 8));
        }

        long uint64() {
            return page.live(page.at(page.live(segment).get(JAVA_LONG_UNALIGNED, base + 8), 8))
                    .get(JAVA_LONG_UNALIGNED, 0L);
        }

        Blob blob() {
            return new Blob(
                    page, page.at(page.live(segment).get(JAVA_LONG_UNALIGNED, base + 8), 16), 0);
        }

        Mask mask() {
            return new Mask(
                    page, page.at(page.live(segment).get(JAVA_LONG_UNALIGNED, base + 8), 8), 0);
        }

        Range range() {
            return new Range(
                    page, page.at(page.live(segment).get(JAVA_LONG_UNALIGNED, base + 8), 32), 0);
        }
    }

    record Condition(Page page, MemorySegment segment, long base) {
        long fieldKeyLow() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base);
        }

        long fieldKeyHigh() {
            return page.live(segment).get(JAVA_LONG_UNALIGNED, base + 8);
        }

        int matchType() {
            return page.live(segment).get(JAVA_INT_UNALIGNED, base + 16);
        }

        Value value() {
            return new Value(page, page.live(segment), base + 24);
        }
    }

    static long scan(Page page) {
        long sum = 0;
        for (int i = 0; i < page.count(); i++) {
            Filter filter = page.filter(i);
            sum += filter.filterId() + filter.layerKeyLow() + filter.layerKeyHigh();
            sum += filter.action().type();
            Value weight = filter.weight();
            if (weight.type() == FilterTable.UINT64) {
                sum += weight.uint64();
            }
            Conditions conditions = filter.conditions();
            for (int j = 0; j < conditions.count(); j++) {
                Condition condition = conditions.get(j);
                Value value = condition.value();
                int type = value.type();
                sum += condition.fieldKeyLow() + condition.fieldKeyHigh();
                sum += condition.matchType() + type + number(value, type);
            }
        }
        return sum;
    }

    private static long number(Value value, int type) {
        return switch (type) {
            case FilterTable.UINT8 -> value.uint8();
            case FilterTable.UINT16 -> value.uint16();
            case FilterTable.UINT32 -> value.uint32();
            default -> 0;
        };
    }

    static long deepScan(Page page) {
        long sum = 0;
        for (int i = 0; i < page.count(); i++) {
            Filter filter = page.filter(i);
            sum += filter.filterId() + filter.layerKeyLow() + filter.layerKeyHigh();
            sum += filter.action().type() + filter.filterKeyLow() + filter.filterKeyHigh();
            sum += filter.subLayerKey().low() + filter.subLayerKey().high();
            sum += filter.flags() + filter.providerData().size() + filter.rawContext();
            Guid provider = filter.providerKey();
            if (provider != null) {
                sum += provider.low() + provider.high();
            }
            Value weight = filter.weight();
            if (weight.type() == FilterTable.UINT64) {
                sum += weight.uint64();
            }
            Value effective = filter.effectiveWeight();
            if (effective.type() == FilterTable.UINT64) {
                sum += effective.uint64();
            }
            Conditions conditions = filter.conditions();
            for (int j = 0; j < conditions.count(); j++) {
                Condition condition = conditions.get(j);
                Value value = condition.value();
                int type = value.type();
                sum += condition.fieldKeyLow() + condition.fieldKeyHigh();
                sum += condition.matchType() + type + content(value, type);
            }
        }
        return sum;
    }

    private static long content(Value value, int type) {
        return switch (type) {
            case FilterTable.BYTE_BLOB -> value.blob().size();
            case FilterTable.V4_ADDR_MASK -> {
                Mask mask = value.mask();
                yield mask.addr() + mask.mask();
            }
            case FilterTable.RANGE -> {
                Range range = value.range();
                yield (long) range.low().uint16() + range.high().uint16();
            }
            default -> number(value, type);
        };
    }
}

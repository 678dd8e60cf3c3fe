package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * Views that are a page and an address: no segment per view, and every read asks the page for the
 * memory. With {@link GuardedPage} this is the form that the SDK's views have.
 */
@SuppressWarnings("restricted")
final class AddressViews {
    /** Pointers are cut to 62 bits, so that the JIT can prove pointer + offset to be in bounds. */
    private static final long ADDRESS_BITS = Long.MAX_VALUE >> 1;

    private AddressViews() {}

    /** One allocation of an engine. Its subclasses differ in what they do about late reads. */
    abstract static class Page {
        private final long filters;
        private final int count;

        Page(FilterTable table) {
            filters = table.address() & ADDRESS_BITS;
            count = table.count();
        }

        /** {@return all memory, for a read right now} */
        abstract MemorySegment live();

        final int count() {
            return count;
        }

        final Filter filter(int index) {
            return new Filter(this, pointer(filters + 8L * Objects.checkIndex(index, count)));
        }

        final long pointer(long at) {
            return live().get(JAVA_LONG_UNALIGNED, at) & ADDRESS_BITS;
        }

        final long nested(long at) {
            var _ = live();
            return at;
        }

        final long uint64(long at) {
            return live().get(JAVA_LONG_UNALIGNED, at);
        }

        final int int32(long at) {
            return live().get(JAVA_INT_UNALIGNED, at);
        }

        final long uint32(long at) {
            return Integer.toUnsignedLong(live().get(JAVA_INT_UNALIGNED, at));
        }

        final int uint16(long at) {
            return Short.toUnsignedInt(live().get(JAVA_SHORT_UNALIGNED, at));
        }

        final int uint8(long at) {
            return Byte.toUnsignedInt(live().get(ValueLayout.JAVA_BYTE, at));
        }
    }

    /**
     * The chosen form. One comparison, of the page's owner with the current thread, covers both
     * lifetime and confinement: closing sets the owner to null, and only the owner can close.
     */
    static final class GuardedPage extends Page implements AutoCloseable {
        private static final MemorySegment MEMORY =
                MemorySegment.NULL.reinterpret(Long.MAX_VALUE).asReadOnly();

        private @Nullable Thread owner = Thread.currentThread();

        GuardedPage(FilterTable table) {
            super(table);
        }

        @SuppressWarnings("ReferenceEquality") // a thread is itself and no other
        @Override
        MemorySegment live() {
            if (owner != Thread.currentThread()) {
                throw late();
            }
            return MEMORY;
        }

        private RuntimeException late() {
            return owner == null
                    ? new IllegalStateException("page already closed")
                    : new WrongThreadException("page belongs to another thread");
        }

        /** Ends all reading. A real page frees its memory here. */
        @Override
        public void close() {
            var _ = live();
            owner = null;
        }

        static long scan(FilterTable table) {
            try (GuardedPage page = new GuardedPage(table)) {
                return AddressViews.scan(page);
            }
        }

        static long deepScan(FilterTable table) {
            try (GuardedPage page = new GuardedPage(table)) {
                return AddressViews.deepScan(page);
            }
        }
    }

    /** The same views over one segment of an arena: the JDK's check, and a bound that varies. */
    static final class ArenaPage extends Page {
        private final MemorySegment memory;

        ArenaPage(FilterTable table, Arena arena) {
            super(table);
            memory = MemorySegment.NULL.reinterpret(Long.MAX_VALUE, arena, null).asReadOnly();
        }

        @Override
        MemorySegment live() {
            return memory;
        }

        static long scan(FilterTable table) {
            try (Arena arena = Arena.ofConfined()) {
                return AddressViews.scan(new ArenaPage(table, arena));
            }
        }
    }

    record Filter(Page page, long address) {
        long filterKeyLow() {
            return page.uint64(address);
        }

        long filterKeyHigh() {
            return page.uint64(address + 8);
        }

        int flags() {
            return page.int32(address + 32);
        }

        @Nullable Guid providerKey() {
            long target = page.pointer(address + 40);
            return target == 0 ? null : new Guid(page, target);
        }

        Blob providerData() {
            return new Blob(page, page.nested(address + 48));
        }

        long layerKeyLow() {
            return page.uint64(address + 64);
        }

        long layerKeyHigh() {
            return page.uint64(address + 72);
        }

        Guid subLayerKey() {
            return new Guid(page, page.nested(address + 80));
        }

        Value weight() {
            return new Value(page, page.nested(address + 96));
        }

        Conditions conditions() {
            return new Conditions(page, page.pointer(address + 120), page.int32(address + 112));
        }

        Action action() {
            return new Action(page, page.nested(address + 128));
        }

        long rawContext() {
            return page.uint64(address + 152);
        }

        long filterId() {
            return page.uint64(address + 176);
        }

        Value effectiveWeight() {
            return new Value(page, page.nested(address + 184));
        }
    }

    /** An array, whose place and length are read once. */
    record Conditions(Page page, long address, int length) {
        int count() {
            var _ = page.nested(address);
            return length;
        }

        Condition get(int index) {
            // The result of the check, not the index: the JIT knows that it is not negative.
            return new Condition(
                    page, page.nested(address + 40L * Objects.checkIndex(index, length)));
        }
    }

    record Action(Page page, long address) {
        int type() {
            return page.int32(address);
        }
    }

    record Guid(Page page, long address) {
        long low() {
            return page.uint64(address);
        }

        long high() {
            return page.uint64(address + 8);
        }
    }

    record Blob(Page page, long address) {
        long size() {
            return page.uint32(address);
        }
    }

    record Mask(Page page, long address) {
        long addr() {
            return page.uint32(address);
        }

        long mask() {
            return page.uint32(address + 4);
        }
    }

    record Range(Page page, long address) {
        Value low() {
            return new Value(page, page.nested(address));
        }

        Value high() {
            return new Value(page, page.nested(address + 16));
        }
    }

    record Value(Page page, long address) {
        int type() {
            return page.int32(address);
        }

        int uint8() {
            return page.uint8(address + 8);
        }

        int uint16() {
            return page.uint16(address + 8);
        }

        long uint32() {
            return page.uint32(address + 8);
        }

        long uint64() {
            return page.uint64(page.pointer(address + 8));
        }

        Blob blob() {
            return new Blob(page, page.pointer(address + 8));
        }

        Mask mask() {
            return new Mask(page, page.pointer(address + 8));
        }

        Range range() {
            return new Range(page, page.pointer(address + 8));
        }
    }

    record Condition(Page page, long address) {
        long fieldKeyLow() {
            return page.uint64(address);
        }

        long fieldKeyHigh() {
            return page.uint64(address + 8);
        }

        int matchType() {
            return page.int32(address + 16);
        }

        Value value() {
            return new Value(page, page.nested(address + 24));
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

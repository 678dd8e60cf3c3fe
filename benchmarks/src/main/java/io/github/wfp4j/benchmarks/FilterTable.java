package io.github.wfp4j.benchmarks;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.ProviderKey;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * {@link SampleFilters} as {@code FwpmFilterEnum0} returns them: one allocation that holds an array
 * of pointers, the structs, and all that they point to. About 600 bytes a filter.
 */
final class FilterTable {
    static final int UINT8 = 1;
    static final int UINT16 = 2;
    static final int UINT32 = 3;
    static final int UINT64 = 4;
    static final int BYTE_BLOB = 12;
    static final int V4_ADDR_MASK = 0x100;
    static final int RANGE = 0x102;

    private static final int MOST_BYTES_PER_FILTER = 700;

    private final MemorySegment memory;
    private final List<FwpmFilter0> records;
    private long end;

    /**
     * Fills a table.
     *
     * @param arena owns the allocation
     * @param count how many filters
     */
    FilterTable(Arena arena, int count) {
        memory = arena.allocate((8L + MOST_BYTES_PER_FILTER) * count, 16);
        records = SampleFilters.list(count);
        end = 8L * count;
        for (int i = 0; i < count; i++) {
            MemorySegment filter = FwpmFilter0Codec.encode(records.get(i), this::take);
            memory.set(ValueLayout.JAVA_LONG, 8L * i, filter.address());
        }
    }

    private MemorySegment take(long size, long alignment) {
        long start = (end + alignment - 1) & -alignment;
        end = start + size;
        return memory.asSlice(start, size);
    }

    /** {@return how many filters there are} */
    int count() {
        return records.size();
    }

    /** {@return the same filters as records} */
    List<FwpmFilter0> records() {
        return records;
    }

    /** {@return the address of the array of pointers, which is that of the allocation} */
    long address() {
        return memory.address();
    }

    /** {@return the address of a filter} */
    long address(int index) {
        return memory.get(ValueLayout.JAVA_LONG, 8L * index);
    }

    /** {@return the allocation} */
    MemorySegment memory() {
        return memory;
    }

    /** {@return what a scan of all filters must add up to} */
    long checksum() {
        long sum = 0;
        for (FwpmFilter0 filter : records) {
            sum += filter.filterId() + sum(filter.layerKey().guid());
            sum += filter.action().type().value() + number(filter.weight());
            for (FwpmFilterCondition0 condition : filter.filterCondition()) {
                sum += sum(condition.fieldKey().guid()) + condition.matchType().value();
                sum += number(condition.conditionValue());
            }
        }
        return sum;
    }

    /** {@return what a deep scan of all filters must add up to} */
    long deepChecksum() {
        long sum = checksum();
        for (FwpmFilter0 filter : records) {
            sum += sum(filter.filterKey().guid()) + sum(filter.subLayerKey().guid());
            sum += filter.flags().bits() + filter.providerData().data().length();
            sum += ((FwpmFilter0.Context.RawContext) filter.context()).rawContext();
            ProviderKey provider = filter.providerKey();
            sum += provider == null ? 0 : sum(provider.guid());
            sum += number(filter.effectiveWeight());
            for (FwpmFilterCondition0 condition : filter.filterCondition()) {
                sum += content(condition.conditionValue());
            }
        }
        return sum;
    }

    private static long sum(Guid guid) {
        return guid.low() + guid.high();
    }

    private static long number(FwpValue0 weight) {
        return ((FwpValue0.Uint64) weight).uint64();
    }

    /** The type and, if there is one, the number. */
    private static long number(FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Uint8 it -> UINT8 + it.uint8();
            case FwpConditionValue0.V4AddrMask _ -> V4_ADDR_MASK;
            case FwpConditionValue0.Range _ -> RANGE;
            case FwpConditionValue0.ByteBlob _ -> BYTE_BLOB;
            default -> throw new IllegalArgumentException("no filter here has " + value);
        };
    }

    /** What is behind a pointer. */
    private static long content(FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.V4AddrMask it ->
                    it.v4AddrMask().addr() + it.v4AddrMask().mask();
            case FwpConditionValue0.Range it -> content(it.rangeValue());
            case FwpConditionValue0.ByteBlob it -> it.byteBlob().data().length();
            default -> 0;
        };
    }

    private static long content(FwpRange0 range) {
        return (long) ((FwpValue0.Uint16) range.valueLow()).uint16()
                + ((FwpValue0.Uint16) range.valueHigh()).uint16();
    }
}

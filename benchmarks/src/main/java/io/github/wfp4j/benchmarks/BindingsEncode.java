package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.github.wfp4j.bindings.FWPM_ACTION0_;
import io.github.wfp4j.bindings.FWPM_DISPLAY_DATA0_;
import io.github.wfp4j.bindings.FWPM_FILTER0_;
import io.github.wfp4j.bindings.FWPM_FILTER_CONDITION0_;
import io.github.wfp4j.bindings.FWP_BYTE_BLOB_;
import io.github.wfp4j.bindings.FWP_CONDITION_VALUE0_;
import io.github.wfp4j.bindings.FWP_RANGE0_;
import io.github.wfp4j.bindings.FWP_V4_ADDR_AND_MASK_;
import io.github.wfp4j.bindings.FWP_VALUE0_;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.ProviderKey;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Records written by way of jextract's bindings, as their users write it: a confined arena, and an
 * allocation for each struct. It knows the types that {@link SampleFilters} have.
 */
final class BindingsEncode {
    private BindingsEncode() {}

    /** Writes one filter and gives the memory back. */
    static long encode(FwpmFilter0 filter) {
        try (Arena arena = Arena.ofConfined()) {
            return FWPM_FILTER0_.filterId(encode(filter, arena));
        }
    }

    static MemorySegment encode(FwpmFilter0 filter, SegmentAllocator allocator) {
        MemorySegment it = FWPM_FILTER0_.allocate(allocator);
        put(FWPM_FILTER0_.filterKey(it), filter.filterKey().guid());
        MemorySegment text = FWPM_FILTER0_.displayData(it);
        FWPM_DISPLAY_DATA0_.name(text, text(filter.displayData().name(), allocator));
        FWPM_DISPLAY_DATA0_.description(text, text(filter.displayData().description(), allocator));
        FWPM_FILTER0_.flags(it, filter.flags().bits());
        ProviderKey provider = filter.providerKey();
        if (provider != null) {
            MemorySegment key = allocator.allocate(16, 4);
            put(key, provider.guid());
            FWPM_FILTER0_.providerKey(it, key);
        }
        put(FWPM_FILTER0_.providerData(it), filter.providerData(), allocator);
        put(FWPM_FILTER0_.layerKey(it), filter.layerKey().guid());
        put(FWPM_FILTER0_.subLayerKey(it), filter.subLayerKey().guid());
        put(FWPM_FILTER0_.weight(it), filter.weight(), allocator);
        List<FwpmFilterCondition0> conditions = filter.filterCondition();
        FWPM_FILTER0_.numFilterConditions(it, conditions.size());
        MemorySegment array = FWPM_FILTER_CONDITION0_.allocateArray(conditions.size(), allocator);
        FWPM_FILTER0_.filterCondition(it, array);
        for (int i = 0; i < conditions.size(); i++) {
            put(FWPM_FILTER_CONDITION0_.asSlice(array, i), conditions.get(i), allocator);
        }
        MemorySegment action = FWPM_FILTER0_.action(it);
        FWPM_ACTION0_.type(action, filter.action().type().value());
        if (filter.action().target() instanceof FwpmAction0.Target.FilterType target) {
            put(FWPM_ACTION0_.filterType(action), target.filterType());
        }
        if (filter.context() instanceof FwpmFilter0.Context.RawContext context) {
            FWPM_FILTER0_.rawContext(it, context.rawContext());
        }
        FWPM_FILTER0_.filterId(it, filter.filterId());
        put(FWPM_FILTER0_.effectiveWeight(it), filter.effectiveWeight(), allocator);
        return it;
    }

    private static void put(MemorySegment it, Guid guid) {
        it.set(JAVA_LONG_UNALIGNED, 0, guid.low());
        it.set(JAVA_LONG_UNALIGNED, 8, guid.high());
    }

    private static MemorySegment text(@Nullable String text, SegmentAllocator allocator) {
        return text == null
                ? MemorySegment.NULL
                : allocator.allocateFrom(text, StandardCharsets.UTF_16LE);
    }

    private static void put(MemorySegment it, FwpByteBlob blob, SegmentAllocator allocator) {
        byte[] bytes = blob.data().toByteArray();
        if (bytes.length > 0) {
            FWP_BYTE_BLOB_.size(it, bytes.length);
            MemorySegment data = allocator.allocate(bytes.length);
            data.copyFrom(MemorySegment.ofArray(bytes));
            FWP_BYTE_BLOB_.data(it, data);
        }
    }

    private static void put(MemorySegment it, FwpValue0 value, SegmentAllocator allocator) {
        switch (value) {
            case FwpValue0.Uint16 number -> {
                FWP_VALUE0_.type(it, FilterTable.UINT16);
                FWP_VALUE0_.uint16(it, (short) number.uint16());
            }
            case FwpValue0.Uint64 number -> {
                FWP_VALUE0_.type(it, FilterTable.UINT64);
                FWP_VALUE0_.uint64(it, allocator.allocateFrom(JAVA_LONG, number.uint64()));
            }
            default -> throw new IllegalArgumentException("value " + value);
        }
    }

    private static void put(
            MemorySegment it, FwpmFilterCondition0 condition, SegmentAllocator allocator) {
        put(FWPM_FILTER_CONDITION0_.fieldKey(it), condition.fieldKey().guid());
        FWPM_FILTER_CONDITION0_.matchType(it, condition.matchType().value());
        put(FWPM_FILTER_CONDITION0_.conditionValue(it), condition.conditionValue(), allocator);
    }

    private static void put(
            MemorySegment it, FwpConditionValue0 value, SegmentAllocator allocator) {
        switch (value) {
            case FwpConditionValue0.Uint8 number -> {
                FWP_CONDITION_VALUE0_.type(it, FilterTable.UINT8);
                FWP_CONDITION_VALUE0_.uint8(it, (byte) number.uint8());
            }
            case FwpConditionValue0.ByteBlob bytes -> {
                FWP_CONDITION_VALUE0_.type(it, FilterTable.BYTE_BLOB);
                MemorySegment blob = FWP_BYTE_BLOB_.allocate(allocator);
                put(blob, bytes.byteBlob(), allocator);
                FWP_CONDITION_VALUE0_.byteBlob(it, blob);
            }
            case FwpConditionValue0.V4AddrMask subnet -> {
                FWP_CONDITION_VALUE0_.type(it, FilterTable.V4_ADDR_MASK);
                MemorySegment mask = FWP_V4_ADDR_AND_MASK_.allocate(allocator);
                FWP_V4_ADDR_AND_MASK_.addr(mask, (int) subnet.v4AddrMask().addr());
                FWP_V4_ADDR_AND_MASK_.mask(mask, (int) subnet.v4AddrMask().mask());
                FWP_CONDITION_VALUE0_.v4AddrMask(it, mask);
            }
            case FwpConditionValue0.Range ports -> {
                FWP_CONDITION_VALUE0_.type(it, FilterTable.RANGE);
                MemorySegment range = FWP_RANGE0_.allocate(allocator);
                put(FWP_RANGE0_.valueLow(range), ports.rangeValue().valueLow(), allocator);
                put(FWP_RANGE0_.valueHigh(range), ports.rangeValue().valueHigh(), allocator);
                FWP_CONDITION_VALUE0_.rangeValue(it, range);
            }
            default -> throw new IllegalArgumentException("value " + value);
        }
    }
}

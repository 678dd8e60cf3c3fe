package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
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
import io.github.wfp4j.bindings.Fwpuclnt;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Records made by way of jextract's bindings, as their users write it. It knows the types that
 * {@link SampleFilters} have and checks nothing else.
 */
final class BindingsDecode {
    private BindingsDecode() {}

    static long decode(FilterTable table, Kept kept) {
        MemorySegment filters = table.memory();
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            sum += kept.add(filter(filters.getAtIndex(Fwpuclnt.C_POINTER, i)));
        }
        return sum;
    }

    private static FwpmFilter0 filter(MemorySegment it) {
        MemorySegment provider = FWPM_FILTER0_.providerKey(it);
        MemorySegment text = FWPM_FILTER0_.displayData(it);
        MemorySegment action = FWPM_FILTER0_.action(it);
        return new FwpmFilter0(
                new FilterKey(guid(FWPM_FILTER0_.filterKey(it))),
                new FwpmDisplayData0(
                        text(FWPM_DISPLAY_DATA0_.name(text)),
                        text(FWPM_DISPLAY_DATA0_.description(text))),
                new FwpmFilterFlags(FWPM_FILTER0_.flags(it)),
                provider.address() == 0 ? null : new ProviderKey(guid(provider)),
                blob(FWPM_FILTER0_.providerData(it)),
                new LayerKey(guid(FWPM_FILTER0_.layerKey(it))),
                new SublayerKey(guid(FWPM_FILTER0_.subLayerKey(it))),
                value(FWPM_FILTER0_.weight(it)),
                conditions(
                        FWPM_FILTER0_.filterCondition(it), FWPM_FILTER0_.numFilterConditions(it)),
                new FwpmAction0(
                        RawFilters.known(FwpActionType.find(FWPM_ACTION0_.type(action))),
                        new FwpmAction0.Target.FilterType(guid(FWPM_ACTION0_.filterType(action)))),
                new FwpmFilter0.Context.RawContext(FWPM_FILTER0_.rawContext(it)),
                FWPM_FILTER0_.filterId(it),
                value(FWPM_FILTER0_.effectiveWeight(it)));
    }

    private static Guid guid(MemorySegment it) {
        return new Guid(it.get(JAVA_LONG_UNALIGNED, 0), it.get(JAVA_LONG_UNALIGNED, 8));
    }

    private static @Nullable String text(MemorySegment it) {
        return it.address() == 0 ? null : it.getString(0, StandardCharsets.UTF_16LE);
    }

    private static FwpByteBlob blob(MemorySegment it) {
        int size = FWP_BYTE_BLOB_.size(it);
        return new FwpByteBlob(
                size == 0
                        ? Bytes.empty()
                        : Bytes.of(FWP_BYTE_BLOB_.data(it).asSlice(0, size).toArray(JAVA_BYTE)));
    }

    private static List<FwpmFilterCondition0> conditions(MemorySegment array, int count) {
        List<FwpmFilterCondition0> conditions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            MemorySegment it = FWPM_FILTER_CONDITION0_.asSlice(array, i);
            conditions.add(
                    new FwpmFilterCondition0(
                            new ConditionKey(guid(FWPM_FILTER_CONDITION0_.fieldKey(it))),
                            RawFilters.known(
                                    FwpMatchType.find(FWPM_FILTER_CONDITION0_.matchType(it))),
                            conditionValue(FWPM_FILTER_CONDITION0_.conditionValue(it))));
        }
        return conditions;
    }

    private static FwpValue0 value(MemorySegment it) {
        int type = FWP_VALUE0_.type(it);
        return switch (type) {
            case 0 -> new FwpValue0.Empty();
            case FilterTable.UINT16 ->
                    new FwpValue0.Uint16(Short.toUnsignedInt(FWP_VALUE0_.uint16(it)));
            case FilterTable.UINT64 ->
                    new FwpValue0.Uint64(FWP_VALUE0_.uint64(it).get(JAVA_LONG, 0));
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private static FwpConditionValue0 conditionValue(MemorySegment it) {
        int type = FWP_CONDITION_VALUE0_.type(it);
        return switch (type) {
            case FilterTable.UINT8 ->
                    new FwpConditionValue0.Uint8(
                            Byte.toUnsignedInt(FWP_CONDITION_VALUE0_.uint8(it)));
            case FilterTable.BYTE_BLOB ->
                    new FwpConditionValue0.ByteBlob(blob(FWP_CONDITION_VALUE0_.byteBlob(it)));
            case FilterTable.V4_ADDR_MASK -> {
                MemorySegment mask = FWP_CONDITION_VALUE0_.v4AddrMask(it);
                yield new FwpConditionValue0.V4AddrMask(
                        new FwpV4AddrAndMask(
                                Integer.toUnsignedLong(FWP_V4_ADDR_AND_MASK_.addr(mask)),
                                Integer.toUnsignedLong(FWP_V4_ADDR_AND_MASK_.mask(mask))));
            }
            case FilterTable.RANGE -> {
                MemorySegment range = FWP_CONDITION_VALUE0_.rangeValue(it);
                yield new FwpConditionValue0.Range(
                        new FwpRange0(
                                value(FWP_RANGE0_.valueLow(range)),
                                value(FWP_RANGE0_.valueHigh(range))));
            }
            default -> throw new IllegalArgumentException("type " + type);
        };
    }
}

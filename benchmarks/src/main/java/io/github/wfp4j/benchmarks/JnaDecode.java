package io.github.wfp4j.benchmarks;

import com.sun.jna.Pointer;

import io.github.wfp4j.benchmarks.JnaFilters.BlobStructure;
import io.github.wfp4j.benchmarks.JnaFilters.ConditionStructure;
import io.github.wfp4j.benchmarks.JnaFilters.FilterStructure;
import io.github.wfp4j.benchmarks.JnaFilters.GuidStructure;
import io.github.wfp4j.benchmarks.JnaFilters.MaskStructure;
import io.github.wfp4j.benchmarks.JnaFilters.RangeStructure;
import io.github.wfp4j.benchmarks.JnaFilters.ValueStructure;
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

import java.util.ArrayList;
import java.util.List;

/**
 * Records made by way of JNA's structures as they come. It knows the types that {@link
 * SampleFilters} have and checks nothing else.
 */
final class JnaDecode {
    private JnaDecode() {}

    static long decode(FilterTable table, Kept kept) {
        Pointer filters = new Pointer(table.address());
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            sum += kept.add(filter(new FilterStructure(filters.getPointer(8L * i))));
        }
        return sum;
    }

    private static FwpmFilter0 filter(FilterStructure it) {
        return new FwpmFilter0(
                new FilterKey(guid(it.filterKey)),
                new FwpmDisplayData0(text(it.name), text(it.description)),
                new FwpmFilterFlags(it.flags),
                it.providerKey == null
                        ? null
                        : new ProviderKey(guid(new GuidStructure(it.providerKey))),
                blob(it.providerData),
                new LayerKey(guid(it.layerKey)),
                new SublayerKey(guid(it.subLayerKey)),
                value(it.weight),
                conditions(it),
                new FwpmAction0(
                        RawFilters.known(FwpActionType.find(it.action.type)),
                        new FwpmAction0.Target.FilterType(guid(it.action.filterType))),
                new FwpmFilter0.Context.RawContext(it.context.rawContext),
                it.filterId,
                value(it.effectiveWeight));
    }

    private static Guid guid(GuidStructure it) {
        return new Guid(JnaScan.low(it), JnaScan.high(it));
    }

    // A wide string of JNA has characters of the size of C's wchar_t, which differs.
    private static @Nullable String text(@Nullable Pointer it) {
        if (it == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (short c = it.getShort(0); c != 0; c = it.getShort(2L * text.length())) {
            text.append((char) c);
        }
        return text.toString();
    }

    private static FwpByteBlob blob(BlobStructure it) {
        return new FwpByteBlob(
                it.size == 0 ? Bytes.empty() : Bytes.of(it.data.getByteArray(0, it.size)));
    }

    private static List<FwpmFilterCondition0> conditions(FilterStructure filter) {
        List<FwpmFilterCondition0> conditions = new ArrayList<>();
        for (ConditionStructure it : filter.conditions()) {
            conditions.add(
                    new FwpmFilterCondition0(
                            new ConditionKey(guid(it.fieldKey)),
                            RawFilters.known(FwpMatchType.find(it.matchType)),
                            conditionValue(it.conditionValue)));
        }
        return conditions;
    }

    private static FwpValue0 value(ValueStructure it) {
        return switch (it.type) {
            case 0 -> new FwpValue0.Empty();
            case FilterTable.UINT16 -> new FwpValue0.Uint16(Short.toUnsignedInt(it.value.uint16));
            case FilterTable.UINT64 -> new FwpValue0.Uint64(it.value.pointer.getLong(0));
            default -> throw new IllegalArgumentException("type " + it.type);
        };
    }

    private static FwpConditionValue0 conditionValue(ValueStructure it) {
        return switch (it.type) {
            case FilterTable.UINT8 ->
                    new FwpConditionValue0.Uint8(Byte.toUnsignedInt(it.value.uint8));
            case FilterTable.BYTE_BLOB ->
                    new FwpConditionValue0.ByteBlob(blob(new BlobStructure(it.value.pointer)));
            case FilterTable.V4_ADDR_MASK -> {
                MaskStructure mask = new MaskStructure(it.value.pointer);
                yield new FwpConditionValue0.V4AddrMask(
                        new FwpV4AddrAndMask(
                                Integer.toUnsignedLong(mask.addr),
                                Integer.toUnsignedLong(mask.mask)));
            }
            case FilterTable.RANGE -> {
                RangeStructure range = new RangeStructure(it.value.pointer);
                yield new FwpConditionValue0.Range(
                        new FwpRange0(value(range.valueLow), value(range.valueHigh)));
            }
            default -> throw new IllegalArgumentException("type " + it.type);
        };
    }
}

package io.github.wfp4j.benchmarks;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

import io.github.wfp4j.benchmarks.JnaFilters.BlobStructure;
import io.github.wfp4j.benchmarks.JnaFilters.ConditionStructure;
import io.github.wfp4j.benchmarks.JnaFilters.FilterStructure;
import io.github.wfp4j.benchmarks.JnaFilters.GuidStructure;
import io.github.wfp4j.benchmarks.JnaFilters.MaskStructure;
import io.github.wfp4j.benchmarks.JnaFilters.RangeStructure;
import io.github.wfp4j.benchmarks.JnaFilters.ValueStructure;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.ProviderKey;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Records written by way of JNA's structures as they come. It knows the types that {@link
 * SampleFilters} have. The garbage collector gives the memory back, so what is pointed to must be
 * kept.
 */
final class JnaEncode {
    private final List<Object> kept = new ArrayList<>();
    private final FilterStructure structure = new FilterStructure();

    JnaEncode(FwpmFilter0 filter) {
        put(structure.filterKey, filter.filterKey().guid());
        structure.name = text(filter.displayData().name());
        structure.description = text(filter.displayData().description());
        structure.flags = filter.flags().bits();
        ProviderKey provider = filter.providerKey();
        if (provider != null) {
            GuidStructure key = new GuidStructure();
            put(key, provider.guid());
            key.write();
            structure.providerKey = keep(key, key.getPointer());
        }
        put(structure.providerData, filter.providerData());
        put(structure.layerKey, filter.layerKey().guid());
        put(structure.subLayerKey, filter.subLayerKey().guid());
        put(structure.weight, filter.weight());
        putConditions(filter.filterCondition());
        structure.action.type = filter.action().type().value();
        if (filter.action().target() instanceof FwpmAction0.Target.FilterType target) {
            put(structure.action.filterType, target.filterType());
        }
        structure.context.setType(long.class);
        if (filter.context() instanceof FwpmFilter0.Context.RawContext context) {
            structure.context.rawContext = context.rawContext();
        }
        structure.filterId = filter.filterId();
        put(structure.effectiveWeight, filter.effectiveWeight());
        structure.write();
    }

    /** {@return where the filter is, while this object is reachable} */
    Pointer pointer() {
        return structure.getPointer();
    }

    private Pointer keep(Object owner, Pointer pointer) {
        kept.add(owner);
        return pointer;
    }

    private Pointer keep(Memory memory) {
        return keep(memory, memory);
    }

    private static void put(GuidStructure it, Guid guid) {
        it.data1 = (int) guid.low();
        it.data2 = (short) (guid.low() >>> 32);
        it.data3 = (short) (guid.low() >>> 48);
        ByteBuffer.wrap(it.data4).order(ByteOrder.LITTLE_ENDIAN).putLong(guid.high());
    }

    private @Nullable Pointer text(@Nullable String text) {
        return text == null
                ? null
                : keep(JnaFilters.memory((text + "\0").getBytes(StandardCharsets.UTF_16LE)));
    }

    private void put(BlobStructure it, FwpByteBlob blob) {
        byte[] bytes = blob.data().toByteArray();
        if (bytes.length > 0) {
            it.size = bytes.length;
            it.data = keep(JnaFilters.memory(bytes));
        }
    }

    private void put(ValueStructure it, FwpValue0 value) {
        switch (value) {
            case FwpValue0.Uint16 number -> {
                it.type = FilterTable.UINT16;
                it.value.uint16 = (short) number.uint16();
            }
            case FwpValue0.Uint64 number -> {
                it.type = FilterTable.UINT64;
                Memory memory = new Memory(8);
                memory.setLong(0, number.uint64());
                it.value.pointer = keep(memory);
            }
            default -> throw new IllegalArgumentException("value " + value);
        }
        it.select();
    }

    private void putConditions(List<FwpmFilterCondition0> conditions) {
        structure.numFilterConditions = conditions.size();
        ConditionStructure first = new ConditionStructure();
        ConditionStructure[] array = (ConditionStructure[]) first.toArray(conditions.size());
        for (int i = 0; i < array.length; i++) {
            FwpmFilterCondition0 condition = conditions.get(i);
            put(array[i].fieldKey, condition.fieldKey().guid());
            array[i].matchType = condition.matchType().value();
            put(array[i].conditionValue, condition.conditionValue());
            array[i].write();
        }
        structure.filterCondition = keep(first, first.getPointer());
    }

    private void put(ValueStructure it, FwpConditionValue0 value) {
        switch (value) {
            case FwpConditionValue0.Uint8 number -> {
                it.type = FilterTable.UINT8;
                it.value.uint8 = (byte) number.uint8();
            }
            case FwpConditionValue0.ByteBlob bytes -> {
                it.type = FilterTable.BYTE_BLOB;
                BlobStructure blob = new BlobStructure();
                put(blob, bytes.byteBlob());
                blob.write();
                it.value.pointer = keep(blob, blob.getPointer());
            }
            case FwpConditionValue0.V4AddrMask subnet -> {
                it.type = FilterTable.V4_ADDR_MASK;
                MaskStructure mask = new MaskStructure();
                mask.addr = (int) subnet.v4AddrMask().addr();
                mask.mask = (int) subnet.v4AddrMask().mask();
                mask.write();
                it.value.pointer = keep(mask, mask.getPointer());
            }
            case FwpConditionValue0.Range ports -> {
                it.type = FilterTable.RANGE;
                RangeStructure range = new RangeStructure();
                put(range.valueLow, ports.rangeValue().valueLow());
                put(range.valueHigh, ports.rangeValue().valueHigh());
                range.write();
                it.value.pointer = keep(range, range.getPointer());
            }
            default -> throw new IllegalArgumentException("value " + value);
        }
        it.select();
    }
}

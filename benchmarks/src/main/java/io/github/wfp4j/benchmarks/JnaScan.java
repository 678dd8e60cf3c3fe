package io.github.wfp4j.benchmarks;

import com.sun.jna.Pointer;

import io.github.wfp4j.benchmarks.JnaFilters.ConditionStructure;
import io.github.wfp4j.benchmarks.JnaFilters.FilterStructure;
import io.github.wfp4j.benchmarks.JnaFilters.GuidStructure;
import io.github.wfp4j.benchmarks.JnaFilters.ValueStructure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The loop over JNA's structures as they come: each is read as a whole. */
final class JnaScan {
    private JnaScan() {}

    static long scan(FilterTable table) {
        Pointer filters = new Pointer(table.address());
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            FilterStructure filter = new FilterStructure(filters.getPointer(8L * i));
            sum += filter.filterId + sum(filter.layerKey) + filter.action.type;
            if (filter.weight.type == FilterTable.UINT64) {
                sum += filter.weight.value.pointer.getLong(0);
            }
            for (ConditionStructure condition : filter.conditions()) {
                sum += sum(condition.fieldKey) + condition.matchType;
                sum += condition.conditionValue.type + number(condition.conditionValue);
            }
        }
        return sum;
    }

    static long low(GuidStructure guid) {
        return Integer.toUnsignedLong(guid.data1)
                | Short.toUnsignedLong(guid.data2) << 32
                | Short.toUnsignedLong(guid.data3) << 48;
    }

    static long high(GuidStructure guid) {
        return ByteBuffer.wrap(guid.data4).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static long sum(GuidStructure guid) {
        return low(guid) + high(guid);
    }

    private static long number(ValueStructure it) {
        return switch (it.type) {
            case FilterTable.UINT8 -> Byte.toUnsignedLong(it.value.uint8);
            case FilterTable.UINT16 -> Short.toUnsignedLong(it.value.uint16);
            case FilterTable.UINT32 -> Integer.toUnsignedLong(it.value.uint32);
            default -> 0;
        };
    }
}

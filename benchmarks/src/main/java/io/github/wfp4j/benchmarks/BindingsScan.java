package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.github.wfp4j.bindings.FWPM_ACTION0_;
import io.github.wfp4j.bindings.FWPM_FILTER0_;
import io.github.wfp4j.bindings.FWPM_FILTER_CONDITION0_;
import io.github.wfp4j.bindings.FWP_CONDITION_VALUE0_;
import io.github.wfp4j.bindings.FWP_VALUE0_;
import io.github.wfp4j.bindings.Fwpuclnt;

import java.lang.foreign.MemorySegment;

/**
 * The loop over jextract's bindings as they are written, with {@code long} made 4 bytes long. Their
 * pointers are segments of the global scope: nobody notices a late read.
 */
final class BindingsScan {
    private BindingsScan() {}

    static long scan(FilterTable table) {
        MemorySegment filters = table.memory();
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            MemorySegment filter = filters.getAtIndex(Fwpuclnt.C_POINTER, i);
            sum += FWPM_FILTER0_.filterId(filter) + guid(FWPM_FILTER0_.layerKey(filter));
            sum += FWPM_ACTION0_.type(FWPM_FILTER0_.action(filter));
            MemorySegment weight = FWPM_FILTER0_.weight(filter);
            if (FWP_VALUE0_.type(weight) == FilterTable.UINT64) {
                sum += FWP_VALUE0_.uint64(weight).get(JAVA_LONG, 0L);
            }
            int count = FWPM_FILTER0_.numFilterConditions(filter);
            MemorySegment conditions = FWPM_FILTER0_.filterCondition(filter);
            for (int j = 0; j < count; j++) {
                MemorySegment condition = FWPM_FILTER_CONDITION0_.asSlice(conditions, j);
                MemorySegment value = FWPM_FILTER_CONDITION0_.conditionValue(condition);
                int type = FWP_CONDITION_VALUE0_.type(value);
                sum += guid(FWPM_FILTER_CONDITION0_.fieldKey(condition));
                sum += FWPM_FILTER_CONDITION0_.matchType(condition) + type + number(value, type);
            }
        }
        return sum;
    }

    private static long guid(MemorySegment guid) {
        return guid.get(JAVA_LONG_UNALIGNED, 0L) + guid.get(JAVA_LONG_UNALIGNED, 8L);
    }

    private static long number(MemorySegment value, int type) {
        return switch (type) {
            case FilterTable.UINT8 -> Byte.toUnsignedLong(FWP_CONDITION_VALUE0_.uint8(value));
            case FilterTable.UINT16 -> Short.toUnsignedLong(FWP_CONDITION_VALUE0_.uint16(value));
            case FilterTable.UINT32 -> Integer.toUnsignedLong(FWP_CONDITION_VALUE0_.uint32(value));
            default -> 0;
        };
    }
}

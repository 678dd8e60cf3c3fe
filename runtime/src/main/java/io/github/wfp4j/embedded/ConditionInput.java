package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.codec.FwpmFilterCondition0Codec;
import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.internal.memory.Reader;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Reads the conditions that a function takes as an array of its own. */
final class ConditionInput {
    private static final Struct<FwpmFilterCondition0> CONDITION =
            new Struct<>(
                    "FWPM_FILTER_CONDITION0",
                    FwpmFilterCondition0Codec.BYTE_SIZE,
                    FwpmFilterCondition0Codec::read,
                    FwpmFilterCondition0Codec::write,
                    FwpmFilterCondition0Codec::extent);

    private ConditionInput() {}

    /** {@return the conditions; none need no array} */
    static List<FwpmFilterCondition0> read(MemorySegment array, int number) {
        int count = Reader.DEFAULT.count(Integer.toUnsignedLong(number), "numFilterConditions");
        List<FwpmFilterCondition0> conditions = new ArrayList<>();
        if (count > 0) {
            long size = CONDITION.size();
            MemorySegment memory =
                    Arguments.target(array, count * size, Struct.ALIGNMENT, "filterConditions");
            for (int i = 0; i < count; i++) {
                conditions.add(CONDITION.read(memory.asSlice(i * size, size)));
            }
        }
        return conditions;
    }
}

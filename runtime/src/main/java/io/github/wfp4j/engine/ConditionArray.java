package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.codec.FwpmFilterCondition0Codec;
import io.github.wfp4j.internal.memory.Slab;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;

/** Conditions that a function takes as an array beside their number. */
final class ConditionArray {
    private ConditionArray() {}

    /** {@return the array in memory; a null pointer for no conditions} */
    static MemorySegment encode(List<FwpmFilterCondition0> conditions, SegmentAllocator allocator) {
        if (conditions.isEmpty()) {
            return MemorySegment.NULL;
        }
        long size = conditions.size() * FwpmFilterCondition0Codec.BYTE_SIZE;
        long extent = conditions.stream().mapToLong(FwpmFilterCondition0Codec::extent).sum();
        Slab slab = Slab.allocate(size + extent, allocator);
        long at = slab.reserve(size);
        for (FwpmFilterCondition0 condition : conditions) {
            FwpmFilterCondition0Codec.write(condition, slab, at);
            at += FwpmFilterCondition0Codec.BYTE_SIZE;
        }
        return slab.memory();
    }
}

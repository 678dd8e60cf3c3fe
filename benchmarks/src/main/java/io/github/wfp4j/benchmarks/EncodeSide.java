package io.github.wfp4j.benchmarks;

import com.sun.jna.Pointer;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.memory.ErasingArena;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.ToLongFunction;

/** The ways to write a filter that are compared; all but C's read the SDK's records. */
public enum EncodeSide {
    /** One block of the heap, zeroed, filled from other structs, and freed. */
    C,

    /** What the public API does for a call. */
    SDK,

    /** jextract's bindings, with an allocation for each struct in a confined arena. */
    BINDINGS,

    /** JNA's {@code Structure}. */
    JNA_STRUCTURE;

    /**
     * {@return the writing of a table's filters, one after the other, which was tried once}
     *
     * @throws IllegalStateException if it cannot be done here, or writes something wrong
     */
    Pass over(FilterTable table) {
        List<FwpmFilter0> records = table.records();
        for (int i = 0; i < records.size(); i += 97) {
            if (!again(table, i).equals(records.get(i))) {
                throw new IllegalStateException(this + " writes wrongly");
            }
        }
        return switch (this) {
            case C -> YardsticksInC.over("filters_encode", table);
            case SDK -> loop(records, filter -> encode(filter));
            case BINDINGS -> loop(records, filter -> BindingsEncode.encode(filter));
            case JNA_STRUCTURE ->
                    loop(records, filter -> new JnaEncode(filter).pointer().getLong(176));
        };
    }

    private static long encode(FwpmFilter0 filter) {
        try (Arena arena = new ErasingArena()) {
            return FwpmFilter0Codec.encode(filter, arena).byteSize();
        }
    }

    private static Pass loop(List<FwpmFilter0> records, ToLongFunction<FwpmFilter0> encoder) {
        return () -> {
            long sum = 0;
            for (FwpmFilter0 filter : records) {
                sum += encoder.applyAsLong(filter);
            }
            return sum;
        };
    }

    /** {@return what is read back of a filter that was written} */
    private FwpmFilter0 again(FilterTable table, int index) {
        FwpmFilter0 filter = table.records().get(index);
        try (Arena arena = Arena.ofConfined()) {
            return switch (this) {
                case C -> againInC(table.address(index));
                case SDK -> FwpmFilter0Codec.decode(FwpmFilter0Codec.encode(filter, arena));
                case BINDINGS -> FwpmFilter0Codec.decode(BindingsEncode.encode(filter, arena));
                case JNA_STRUCTURE -> again(new JnaEncode(filter));
            };
        }
    }

    private static FwpmFilter0 againInC(long filter) {
        MemorySegment block = YardsticksInC.make("filter_encode", MemorySegment.ofAddress(filter));
        FwpmFilter0 again = DecodeSide.decoded(block);
        YardsticksInC.free("block_free", block);
        return again;
    }

    private static FwpmFilter0 again(JnaEncode encoded) {
        long address = Pointer.nativeValue(encoded.pointer());
        try {
            return DecodeSide.decoded(MemorySegment.ofAddress(address));
        } finally {
            Reference.reachabilityFence(encoded);
        }
    }
}

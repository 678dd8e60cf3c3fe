package io.github.wfp4j.benchmarks;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.view.FwpmFilter0View;

import java.lang.foreign.MemorySegment;

/** The ways to copy filters that are compared; all but C's make the SDK's records. */
@SuppressWarnings("restricted")
public enum DecodeSide {
    /** A deep copy in C, one block of the heap for each struct, and its end. */
    C((table, _) -> copyInC(table)),

    /** The cursor of the public API, and {@code toRecord()} of its views. */
    CURSOR((table, kept) -> byCursor(table, kept)),

    /** jextract's bindings. */
    BINDINGS((table, kept) -> () -> BindingsDecode.decode(table, kept)),

    /** One global segment and addresses, by hand. */
    SEGMENTS((table, kept) -> raw(new RawMemory.Segments(), table, kept)),

    /** {@code sun.misc.Unsafe}. */
    UNSAFE((table, kept) -> raw(new RawMemory.Unsafely(), table, kept)),

    /** JNA's {@code Pointer}. */
    JNA_POINTER((table, kept) -> raw(new RawMemory.Pointers(), table, kept)),

    /** JNA's {@code Structure}. */
    JNA_STRUCTURE((table, kept) -> () -> JnaDecode.decode(table, kept));

    private interface Factory {
        Pass over(FilterTable table, Kept kept);
    }

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Factory factory;

    DecodeSide(Factory factory) {
        this.factory = factory;
    }

    private static Pass byCursor(FilterTable table, Kept kept) {
        Engine engine = TableFunctions.open(table);
        return () -> {
            long sum = 0;
            try (Cursor<FwpmFilter0View> filters = engine.filters()) {
                while (filters.next()) {
                    sum += kept.add(filters.current().toRecord());
                }
            }
            return sum;
        };
    }

    private static Pass raw(RawMemory memory, FilterTable table, Kept kept) {
        RawFilters filters = new RawFilters(memory);
        return () -> filters.decode(table, kept);
    }

    private static Pass copyInC(FilterTable table) {
        for (int i = 0; i < table.count(); i += 97) {
            MemorySegment copy =
                    YardsticksInC.make("filter_copy", MemorySegment.ofAddress(table.address(i)));
            require(decoded(copy).equals(table.records().get(i)), "wrong copy");
            YardsticksInC.free("filter_free", copy);
        }
        return YardsticksInC.over("filter_decode", table);
    }

    /** {@return the record of a filter} */
    static FwpmFilter0 decoded(MemorySegment filter) {
        return FwpmFilter0Codec.decode(filter.reinterpret(FwpmFilter0Codec.BYTE_SIZE));
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalStateException(message);
        }
    }

    /**
     * {@return the copying of a table, which was tried once}
     *
     * @throws IllegalStateException if it cannot be done here, or copies something wrong
     */
    Pass over(FilterTable table) {
        Kept kept = new Kept();
        Pass copy = factory.over(table, kept);
        long expected = table.records().stream().mapToLong(FwpmFilter0::filterId).sum();
        require(copy.run() == expected, this + " copies other filters");
        require(this == C || kept.isEndOf(table.records()), this + " copies wrongly");
        return copy;
    }
}

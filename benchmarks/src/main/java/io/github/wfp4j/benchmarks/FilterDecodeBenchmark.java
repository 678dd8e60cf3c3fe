package io.github.wfp4j.benchmarks;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;

import java.lang.foreign.Arena;

/**
 * How long does it take to copy every filter of an enumeration, with all that it points to?
 *
 * <pre>{@code
 * ./wfp4j-bench --full FilterDecode
 * }</pre>
 *
 * <p>One operation is one filter, which becomes a record with the same content; in C a tree of
 * blocks, which is freed at once. The SDK reads strictly and knows every type of value; what is
 * written by hand for the others checks nothing and knows only the types that occur, so they have a
 * little less to do.
 *
 * <p>Read {@code x}, how many times as long as the yardstick it takes, and {@code B/op}, the bytes
 * allocated per filter, most of which are the result.
 */
public class FilterDecodeBenchmark extends Comparison {
    private static final int LEAST = 10_000;

    /** How many filters there are. */
    @Param({"1000", "10000", "100000"})
    public int filters;

    /** Who copies. */
    @Param public DecodeSide side = DecodeSide.CURSOR;

    /** With whom that is compared. */
    @Param("C")
    public DecodeSide against = DecodeSide.C;

    private @Nullable FilterTable table;

    private FilterTable table() {
        if (table == null) {
            table = new FilterTable(Arena.global(), filters);
        }
        return table;
    }

    @Override
    Side asked() {
        return side(side);
    }

    @Override
    Side yardstick() {
        return side(against);
    }

    private Side side(DecodeSide decoder) {
        Pass copy = decoder.over(table());
        int times = decoder == DecodeSide.JNA_STRUCTURE ? 1 : Math.max(1, LEAST / filters);
        return new Side(Repeated.of(copy, times), (long) times * filters);
    }
}

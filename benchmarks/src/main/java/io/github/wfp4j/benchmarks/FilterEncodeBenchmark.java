package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.Param;

import java.lang.foreign.Arena;

/**
 * How long does it take to write a filter with four conditions down for a call, and to give its
 * memory back?
 *
 * <pre>{@code
 * ./wfp4j-bench --full FilterEncode
 * }</pre>
 *
 * <p>One operation is one filter. The SDK, jextract's and JNA's users begin with records, C with
 * structs. The SDK erases what it wrote, since it may hold keys; the others do not.
 *
 * <p>Read {@code x}, how many times as long as the yardstick it takes, and {@code B/op}, the bytes
 * of garbage beside the records.
 */
public class FilterEncodeBenchmark extends Comparison {
    private static final int FILTERS = 1_000;

    /** Who writes. */
    @Param public EncodeSide side = EncodeSide.SDK;

    /** With whom that is compared. */
    @Param("C")
    public EncodeSide against = EncodeSide.C;

    private final FilterTable table = new FilterTable(Arena.global(), FILTERS);

    @Override
    Side asked() {
        return side(side);
    }

    @Override
    Side yardstick() {
        return side(against);
    }

    private Side side(EncodeSide encoder) {
        return new Side(encoder.over(table), FILTERS);
    }
}

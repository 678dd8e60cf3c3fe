package io.github.wfp4j.benchmarks;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;

import java.lang.foreign.Arena;

/**
 * How long does it take to read a few numbers of every filter of an enumeration, in place?
 *
 * <pre>{@code
 * ./wfp4j-bench --full FilterScan
 * }</pre>
 *
 * <p>One operation is one filter: its identifier, layer, action and weight, and of each of its four
 * conditions the field, match type, value type and number. The filters lie in one allocation, as
 * {@code FwpmFilterEnum0} returns them. The pages of the public API end: a late read throws. Of the
 * others only C's memory is anybody's business.
 *
 * <p>Read {@code x}, how many times as long as the yardstick it takes, and {@code B/op}, the bytes
 * allocated per filter. At 1,000 filters all memory is in the caches, at 100,000 little is.
 */
public class FilterScanBenchmark extends Comparison {
    private static final int LEAST = 10_000;

    /** How many filters there are. */
    @Param({"1000", "10000", "100000"})
    public int filters;

    /** Who reads. */
    @Param public ScanSide side = ScanSide.PAGE;

    /** With whom that is compared. */
    @Param("C")
    public ScanSide against = ScanSide.C;

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

    private Side side(ScanSide reader) {
        Pass scan = reader.over(table());
        int times = Math.max(1, LEAST / filters);
        return new Side(Repeated.of(scan, times), (long) times * filters);
    }
}

package io.github.wfp4j.benchmarks;

import io.github.wfp4j.engine.Cursor;

import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The ways to read filters in place that are compared. */
public enum ScanSide {
    /** The loop in C, one call for the whole table: the yardstick. */
    C(table -> YardsticksInC.over("filter_scan", table)),

    /** The public API: the lists of views that a cursor has for its pages; here one page. */
    PAGE(table -> ViewScan.byPages(table, table.count())),

    /** The same with pages of the usual size. */
    PAGES(table -> ViewScan.byPages(table, Cursor.DEFAULT_PAGE_SIZE)),

    /** The public API: a cursor that is moved from view to view, all in one page. */
    CURSOR(table -> ViewScan.byCursor(table, table.count())),

    /** jextract's bindings. */
    BINDINGS(loop(table -> BindingsScan.scan(table))),

    /** Exact segments of the global scope by hand. */
    SEGMENTS(loop(table -> SegmentScans.unaligned(table))),

    /** {@code sun.misc.Unsafe}. */
    UNSAFE(raw(table -> new RawFilters(new RawMemory.Unsafely()))),

    /** JNA's {@code Pointer}. */
    JNA_POINTER(raw(table -> new RawFilters(new RawMemory.Pointers()))),

    /** JNA's {@code Structure}. */
    JNA_STRUCTURE(loop(table -> JnaScan.scan(table)));

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<FilterTable, Pass> factory;

    ScanSide(Function<FilterTable, Pass> factory) {
        this.factory = factory;
    }

    // Lambdas, not method references: those would load the classes of all sides.
    private static Function<FilterTable, Pass> loop(ToLongFunction<FilterTable> scan) {
        return table -> () -> scan.applyAsLong(table);
    }

    private static Function<FilterTable, Pass> raw(Function<FilterTable, RawFilters> reader) {
        return table -> {
            RawFilters filters = reader.apply(table);
            return () -> filters.scan(table);
        };
    }

    /**
     * {@return the scan of a table, which was tried once}
     *
     * @throws IllegalStateException if it cannot be done here, or gives a wrong sum
     */
    Pass over(FilterTable table) {
        Pass scan = factory.apply(table);
        long sum = scan.run();
        if (sum != table.checksum()) {
            throw new IllegalStateException(
                    "%s adds up to %d instead of %d".formatted(this, sum, table.checksum()));
        }
        return scan;
    }
}

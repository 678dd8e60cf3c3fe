package io.github.wfp4j.benchmarks;

import java.util.function.ToLongFunction;

/** The ways to read a page of filters in place that are compared. */
public enum ViewForm {
    /** The loop in C, one call for the whole table: the yardstick. */
    C(Safety.NONE, table -> YardsticksInC.over("filter_scan", table)),

    /** What the SDK generates: the chosen form, with its checks of tags, counts and pointers. */
    SDK_VIEWS(Safety.CONFINED, java(table -> ViewScan.ofPage(table))),

    /** The chosen form: a view is a page and an address, and the page checks its owner. */
    VIEWS_GUARDED_ADDRESS(Safety.CONFINED, java(table -> AddressViews.GuardedPage.scan(table))),

    /** As the chosen form, but the memory is a segment of a confined arena. */
    VIEWS_ARENA_ADDRESS(Safety.CONFINED, java(table -> AddressViews.ArenaPage.scan(table))),

    /** Views over exact segments of the global scope. */
    VIEWS_GLOBAL_EXACT(Safety.NONE, java(table -> SegmentViews.GlobalPage.scan(table))),

    /** Views over exact slices of a segment of a confined arena. */
    VIEWS_ARENA_SLICE(Safety.CONFINED, java(table -> SegmentViews.SlicePage.scan(table))),

    /** The same with a shared arena. */
    VIEWS_SHARED_ARENA_SLICE(
            Safety.ANY_THREAD, java(table -> SegmentViews.SlicePage.sharedScan(table))),

    /** Views over addresses reinterpreted to exact segments of a confined arena. */
    VIEWS_ARENA_REINTERPRET(
            Safety.CONFINED, java(table -> SegmentViews.ReinterpretPage.scan(table))),

    /** The same with a shared arena. */
    VIEWS_SHARED_ARENA_REINTERPRET(
            Safety.ANY_THREAD, java(table -> SegmentViews.ReinterpretPage.sharedScan(table))),

    /** Views over exact global segments, each used after a check of the page's owner. */
    VIEWS_GUARDED_EXACT(Safety.CONFINED, java(table -> SegmentViews.GuardedPage.scan(table))),

    /** As before, with the check only when a view is made. */
    VIEWS_CHECKED_ONCE(Safety.PARTLY, java(table -> SegmentViews.CheckedOncePage.scan(table))),

    /** A loop without views over exact global segments. */
    LOOP_EXACT(Safety.NONE, java(table -> SegmentScans.unaligned(table))),

    /** The same with layouts that check the alignment. */
    LOOP_EXACT_ALIGNED(Safety.NONE, java(table -> SegmentScans.aligned(table))),

    /** The same with one segment for all conditions of a filter. */
    LOOP_SEGMENT_PER_ARRAY(Safety.NONE, java(table -> SegmentScans.oneSegmentPerArray(table))),

    /** The first loop through {@code VarHandle}s. */
    LOOP_VAR_HANDLES(Safety.NONE, java(table -> SegmentScans.varHandles(table))),

    /** A loop without views over one segment of a confined arena. */
    LOOP_ARENA_ONE_SEGMENT(Safety.CONFINED, java(table -> SegmentScans.oneSegment(table))),

    /** The loop over jextract's bindings. */
    LOOP_BINDINGS(Safety.NONE, java(table -> BindingsScan.scan(table))),

    /** In C, most of what a filter holds. */
    C_DEEP(Safety.NONE, table -> YardsticksInC.over("filter_scan_deep", table)),

    /** The same in the chosen form. */
    VIEWS_GUARDED_ADDRESS_DEEP(
            Safety.CONFINED, java(table -> AddressViews.GuardedPage.deepScan(table))),

    /** The same over exact global segments. */
    VIEWS_GLOBAL_EXACT_DEEP(Safety.NONE, java(table -> SegmentViews.GlobalPage.deepScan(table))),

    /** The same over exact slices. */
    VIEWS_ARENA_SLICE_DEEP(Safety.CONFINED, java(table -> SegmentViews.SlicePage.deepScan(table))),

    /** The same over reinterpreted addresses. */
    VIEWS_ARENA_REINTERPRET_DEEP(
            Safety.CONFINED, java(table -> SegmentViews.ReinterpretPage.deepScan(table))),

    /** The same over exact global segments with a check of the owner. */
    VIEWS_GUARDED_EXACT_DEEP(
            Safety.CONFINED, java(table -> SegmentViews.GuardedPage.deepScan(table)));

    /** What happens when freed memory is read. */
    enum Safety {
        /** Anything. */
        NONE,
        /** An exception from pointers, anything from numbers. */
        PARTLY,
        /** An exception; other threads always get one. */
        CONFINED,
        /** An exception, on any thread. */
        ANY_THREAD
    }

    private interface Factory {
        Pass over(FilterTable table);
    }

    private final Safety safety;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Factory factory;

    ViewForm(Safety safety, Factory factory) {
        this.safety = safety;
        this.factory = factory;
    }

    // Lambdas, not method references: those would load the classes of all forms, and a JIT that
    // knows several pages treats the calls of their methods differently.
    private static Factory java(ToLongFunction<FilterTable> scan) {
        return table -> () -> scan.applyAsLong(table);
    }

    Safety safety() {
        return safety;
    }

    /** {@return the scan in C that this one is compared with} */
    ViewForm yardstick() {
        return isDeep() ? C_DEEP : C;
    }

    private boolean isDeep() {
        return name().endsWith("_DEEP");
    }

    /**
     * {@return this form's scan of a table, which was tried once}
     *
     * @throws IllegalStateException if it cannot be done here, or gives a wrong sum
     */
    Pass over(FilterTable table) {
        Pass scan = factory.over(table);
        long expected = isDeep() ? table.deepChecksum() : table.checksum();
        long sum = scan.run();
        if (sum != expected) {
            throw new IllegalStateException(
                    "%s adds up to %d instead of %d".formatted(this, sum, expected));
        }
        return scan;
    }
}

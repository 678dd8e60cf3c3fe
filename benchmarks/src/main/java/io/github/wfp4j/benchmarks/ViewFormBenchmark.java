package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.Param;

import java.lang.foreign.Arena;

/**
 * In what form can filters be read in place, without a copy, so that a read after the page was
 * freed always throws, and a scan stays close to the same loop in C?
 *
 * <pre>{@code
 * ./wfp4j-bench --full ViewForm
 * }</pre>
 *
 * <p>One operation is one filter of a page of 10,000: its identifier, layer, action and weight, and
 * of each of its four conditions the field, match type, value type and number. Look at three
 * things: the time against that of C, the bytes per filter, and in {@link ViewForm} what the form
 * does about late reads. The forms whose names end in {@code DEEP} read about thirty numbers per
 * filter instead of ten; they show what is left when the JIT stops inlining, which it does by the
 * size of what it compiles. With {@code mixed} the process has used arenas and segments of other
 * kinds before, as {@link OtherSegments} says.
 *
 * <p>This is how the form of the views was found; {@link FilterScanBenchmark} measures the views
 * themselves.
 */
public class ViewFormBenchmark extends Comparison {
    static final int FILTERS = 10_000;

    /** How the filters are read. */
    @Param public ViewForm form = ViewForm.C;

    /** Whether the process has used arenas and segments of other kinds before. */
    @Param("false")
    public boolean mixed;

    private final FilterTable table = new FilterTable(Arena.global(), FILTERS);

    @Override
    Side asked() {
        if (mixed && OtherSegments.use() == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return new Side(form.over(table), FILTERS);
    }

    @Override
    Side yardstick() {
        return new Side(form.yardstick().over(table), FILTERS);
    }
}

package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.Param;

/**
 * What does it cost to be called by C?
 *
 * <pre>{@code
 * ./wfp4j-bench --full CallbackBenchmark
 * }</pre>
 *
 * <p>One operation is one call of a function in Java with two pointers, from a loop in C.
 *
 * <p>Read {@code x}, how many times as long as a bare stub of the linker it takes.
 */
public class CallbackBenchmark extends Comparison {
    private static final int TIMES = 10_000;

    /** Who is called. */
    @Param public CallbackSide side = CallbackSide.SDK;

    /** With whom that is compared. */
    @Param("HANDLE")
    public CallbackSide against = CallbackSide.HANDLE;

    @Override
    Side asked() {
        return new Side(side.over(TIMES), TIMES);
    }

    @Override
    Side yardstick() {
        return new Side(against.over(TIMES), TIMES);
    }
}

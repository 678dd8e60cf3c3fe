package io.github.wfp4j.benchmarks;

import org.openjdk.jmh.annotations.Param;

/**
 * What does a call of a function of C cost?
 *
 * <pre>{@code
 * ./wfp4j-bench --full CallBenchmark
 * }</pre>
 *
 * <p>One operation is one call of a function with two arguments that does nothing. A verb of the
 * public API also sees to it that the engine is open and stays so during the call, looks at the
 * result, and tells the flight recorder if that is on.
 *
 * <p>Read {@code x}, how many times as long as a bare handle of the linker it takes. The functions
 * of the real library wait for another process, which takes a thousand times as long.
 */
public class CallBenchmark extends Comparison {
    private static final int TIMES = 10_000;

    /** Who calls. */
    @Param public CallSide side = CallSide.VERB;

    /** With whom that is compared. */
    @Param("HANDLE")
    public CallSide against = CallSide.HANDLE;

    @Override
    Side asked() {
        return new Side(side.over(TIMES), TIMES);
    }

    @Override
    Side yardstick() {
        return new Side(against.over(TIMES), TIMES);
    }
}

package io.github.wfp4j.internal.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A function that is told about sublayers which were added or deleted.
 *
 * <p>C: {@code FWPM_SUBLAYER_CHANGE_CALLBACK0}, {@code fwpmu.h}.
 */
@FunctionalInterface
public interface FwpmSublayerChangeCallback0 {
    /**
     * Is called back.
     *
     * @param context {@code void*}, in
     * @param change {@code FWPM_SUBLAYER_CHANGE0*}, in
     */
    void call(MemorySegment context, MemorySegment change);

    /**
     * {@return the callback that a function of C is}
     *
     * @param function points to it, and is not null
     */
    static FwpmSublayerChangeCallback0 of(MemorySegment function) {
        return (context, change) -> {
            try {
                Downcalls.PPtoV.HANDLE.invokeExact(function, context, change);
            } catch (Throwable e) {
                throw Symbols.unexpected(e);
            }
        };
    }

    /**
     * {@return a function pointer with which C calls a callback}
     *
     * @param callback what is called
     * @param boundary gets what it throws
     * @param arena how long the pointer is good; C must not call it later
     */
    static MemorySegment pointer(FwpmSublayerChangeCallback0 callback, Boundary boundary,
            Arena arena) {
        FwpmSublayerChangeCallback0 guarded = (context, change) -> {
            try {
                callback.call(context, change);
            } catch (Throwable e) {
                boundary.codeOf(e);
            }
        };
        return Upcalls.stub(FwpmSublayerChangeCallback0.class, guarded, "call", Shapes.PPtoV, arena);
    }
}

package io.github.wfp4j.internal.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A function that is told about events of virtual switches.
 *
 * <p>C: {@code FWPM_VSWITCH_EVENT_CALLBACK0}, {@code fwpmu.h}.
 */
@FunctionalInterface
public interface FwpmVswitchEventCallback0 {
    /**
     * Is called back.
     *
     * @param context {@code void*}, in
     * @param vSwitchEvent {@code FWPM_VSWITCH_EVENT0*}, in
     * @return 0, or an error code
     */
    int call(MemorySegment context, MemorySegment vSwitchEvent);

    /**
     * {@return the callback that a function of C is}
     *
     * @param function points to it, and is not null
     */
    static FwpmVswitchEventCallback0 of(MemorySegment function) {
        return (context, vSwitchEvent) -> {
            try {
                return (int) Downcalls.PPtoI.HANDLE.invokeExact(function, context, vSwitchEvent);
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
    static MemorySegment pointer(FwpmVswitchEventCallback0 callback, Boundary boundary,
            Arena arena) {
        FwpmVswitchEventCallback0 guarded = (context, vSwitchEvent) -> {
            try {
                return callback.call(context, vSwitchEvent);
            } catch (Throwable e) {
                return boundary.codeOf(e);
            }
        };
        return Upcalls.stub(FwpmVswitchEventCallback0.class, guarded, "call", Shapes.PPtoI, arena);
    }
}

package io.github.wfp4j.internal.abi;

import java.lang.foreign.MemorySegment;

/**
 * Functions that open, configure and close the engine, and free what it returned.
 *
 * <p>C: {@code fwpmu.h}. A method that an implementation does not have answers {@code ERROR_CALL_NOT_IMPLEMENTED}.
 */
public interface EngineFunctions {
    /**
     * C: {@code FwpmFreeMemory0}, since Windows Vista.
     *
     * @param p {@code void**}, inout
     */
    default void FwpmFreeMemory0(MemorySegment p) {
    }
}

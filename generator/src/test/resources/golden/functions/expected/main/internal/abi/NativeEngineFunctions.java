package io.github.wfp4j.internal.abi;

import java.lang.foreign.MemorySegment;

/**
 * {@link EngineFunctions} of a native library.
 *
 * @param symbols finds the functions
 */
record NativeEngineFunctions(Symbols symbols) implements EngineFunctions {
    @Override
    public void FwpmFreeMemory0(MemorySegment p) {
        try {
            Downcalls.PtoV.HANDLE.invokeExact(symbols.find("FwpmFreeMemory0", "Windows Vista"), p);
        } catch (Throwable e) {
            throw Symbols.unexpected(e);
        }
    }
}

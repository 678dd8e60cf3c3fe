package io.github.wfp4j.internal.abi;

import java.lang.foreign.MemorySegment;

/**
 * {@link SublayerFunctions} of a native library.
 *
 * @param symbols finds the functions
 */
record NativeSublayerFunctions(Symbols symbols) implements SublayerFunctions {
    @Override
    public int FwpmSubLayerAdd0(MemorySegment engineHandle, MemorySegment subLayer,
            MemorySegment sd) {
        try {
            return (int) Downcalls.PPPtoI.HANDLE.invokeExact(symbols.find("FwpmSubLayerAdd0", "Windows Vista"), engineHandle, subLayer, sd);
        } catch (Throwable e) {
            throw Symbols.unexpected(e);
        }
    }

    @Override
    public int FwpmSubLayerDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        try {
            return (int) Downcalls.PPtoI.HANDLE.invokeExact(symbols.find("FwpmSubLayerDeleteByKey0", "Windows Vista"), engineHandle, key);
        } catch (Throwable e) {
            throw Symbols.unexpected(e);
        }
    }

    @Override
    public int FwpmSubLayerGetByKey0(MemorySegment engineHandle, MemorySegment key,
            MemorySegment subLayer) {
        try {
            return (int) Downcalls.PPPtoI.HANDLE.invokeExact(symbols.find("FwpmSubLayerGetByKey0", "Windows Vista"), engineHandle, key, subLayer);
        } catch (Throwable e) {
            throw Symbols.unexpected(e);
        }
    }
}

package io.github.wfp4j.internal.abi;

import java.lang.foreign.MemorySegment;

/**
 * {@link SublayerFunctions} as C calls them.
 *
 * @param functions the functions
 * @param boundary what stands between them and C
 */
record ExportedSublayerFunctions(SublayerFunctions functions, Boundary boundary) {
    public int FwpmSubLayerAdd0(MemorySegment engineHandle, MemorySegment subLayer,
            MemorySegment sd) {
        try {
            int refusal = boundary.refusal();
            return refusal != 0 ? refusal : functions.FwpmSubLayerAdd0(engineHandle, subLayer, sd);
        } catch (Throwable e) {
            return boundary.codeOf(e);
        }
    }

    public int FwpmSubLayerDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        try {
            int refusal = boundary.refusal();
            return refusal != 0 ? refusal : functions.FwpmSubLayerDeleteByKey0(engineHandle, key);
        } catch (Throwable e) {
            return boundary.codeOf(e);
        }
    }

    public int FwpmSubLayerGetByKey0(MemorySegment engineHandle, MemorySegment key,
            MemorySegment subLayer) {
        try {
            int refusal = boundary.refusal();
            return refusal != 0 ? refusal : functions.FwpmSubLayerGetByKey0(engineHandle, key, subLayer);
        } catch (Throwable e) {
            return boundary.codeOf(e);
        }
    }
}

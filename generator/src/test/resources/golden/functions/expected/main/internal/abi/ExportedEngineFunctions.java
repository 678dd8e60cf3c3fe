package io.github.wfp4j.internal.abi;

import java.lang.foreign.MemorySegment;

/**
 * {@link EngineFunctions} as C calls them.
 *
 * @param functions the functions
 * @param boundary what stands between them and C
 */
record ExportedEngineFunctions(EngineFunctions functions, Boundary boundary) {
    public void FwpmFreeMemory0(MemorySegment p) {
        try {
            functions.FwpmFreeMemory0(p);
        } catch (Throwable e) {
            boundary.codeOf(e);
        }
    }
}

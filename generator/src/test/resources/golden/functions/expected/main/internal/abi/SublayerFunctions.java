package io.github.wfp4j.internal.abi;

import java.lang.foreign.MemorySegment;

/**
 * Functions on sublayers.
 *
 * <p>C: {@code fwpmu.h}. A method that an implementation does not have answers {@code ERROR_CALL_NOT_IMPLEMENTED}.
 */
public interface SublayerFunctions {
    /**
     * C: {@code FwpmSubLayerAdd0}, since Windows Vista.
     *
     * @param engineHandle {@code HANDLE}, in
     * @param subLayer {@code FWPM_SUBLAYER0*}, in
     * @param sd {@code PSECURITY_DESCRIPTOR}, in, may be null
     * @return 0, or an error code
     */
    default int FwpmSubLayerAdd0(MemorySegment engineHandle, MemorySegment subLayer,
            MemorySegment sd) {
        return WfpFunctions.NOT_IMPLEMENTED;
    }

    /**
     * C: {@code FwpmSubLayerDeleteByKey0}, since Windows Vista.
     *
     * @param engineHandle {@code HANDLE}, in
     * @param key {@code GUID*}, in
     * @return 0, or an error code
     */
    default int FwpmSubLayerDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        return WfpFunctions.NOT_IMPLEMENTED;
    }

    /**
     * C: {@code FwpmSubLayerGetByKey0}, since Windows Vista. The caller frees {@code subLayer} with {@code FwpmFreeMemory0}.
     *
     * @param engineHandle {@code HANDLE}, in
     * @param key {@code GUID*}, in
     * @param subLayer {@code FWPM_SUBLAYER0**}, out
     * @return 0, or an error code
     */
    default int FwpmSubLayerGetByKey0(MemorySegment engineHandle, MemorySegment key,
            MemorySegment subLayer) {
        return WfpFunctions.NOT_IMPLEMENTED;
    }
}

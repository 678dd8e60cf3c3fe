package io.github.wfp4j.internal.abi;

/**
 * Every function of {@code fwpuclnt.dll}, by family.
 *
 * <p>Methods take and give what C takes and gives: handles and pointers as segments, numbers as they are. The result is an error code.
 */
public interface WfpFunctions {
    /**
     * The answer of a function that an engine does not have: {@code ERROR_CALL_NOT_IMPLEMENTED}.
     */
    int NOT_IMPLEMENTED = 120;

    /**
     * {@return the functions of this family}
     */
    EngineFunctions engine();

    /**
     * {@return the functions of this family}
     */
    SublayerFunctions sublayer();
}

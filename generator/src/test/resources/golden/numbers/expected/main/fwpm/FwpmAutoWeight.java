package io.github.wfp4j.fwpm;

/**
 * The size of automatic filter weights.
 *
 * <p>C: {@code FWPM_AUTO_WEIGHT_*}, {@code fwpmu.h}.
 */
public final class FwpmAutoWeight {
    /**
     * How many low bits of a weight the engine computes. C: {@code FWPM_AUTO_WEIGHT_BITS}.
     */
    public static final int BITS = 0x3c;

    /**
     * The highest automatic weight. C: {@code FWPM_AUTO_WEIGHT_MAX}.
     */
    public static final long MAX = 0xfffffffffffffffL;

    private FwpmAutoWeight() {
    }
}

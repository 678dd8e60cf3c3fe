package io.github.wfp4j.fwpm;

import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;

/**
 * The well-known values of {@link LayerKey}.
 *
 * <p>C: {@code FWPM_LAYER_*}, {@code fwpmu.h}.
 */
public final class FwpmLayers {
    /**
     * C: {@code FWPM_LAYER_ALE_AUTH_CONNECT_V4}.
     */
    public static final LayerKey ALE_AUTH_CONNECT_V4 = new LayerKey(new Guid(0x4c3305a7c38d57d1L, 0x820ee6eebc7f4f90L));

    private FwpmLayers() {
    }
}

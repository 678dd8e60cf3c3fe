package io.github.wfp4j.fwpm;

import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.ProviderKey;

/**
 * The well-known values of {@link ProviderKey}.
 *
 * <p>C: {@code FWPM_PROVIDER_*}, {@code fwpmu.h}.
 */
public final class FwpmProviders {
    /**
     * C: {@code FWPM_PROVIDER_TCP_CHIMNEY_OFFLOAD}.
     */
    public static final ProviderKey TCP_CHIMNEY_OFFLOAD = new ProviderKey(new Guid(0x4bcb9a34896aa19eL, 0xb9847c12b9be79aeL));

    private FwpmProviders() {
    }
}

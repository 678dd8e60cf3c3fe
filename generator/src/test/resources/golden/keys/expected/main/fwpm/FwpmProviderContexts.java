package io.github.wfp4j.fwpm;

import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.ProviderContextKey;

/**
 * The well-known values of {@link ProviderContextKey}.
 *
 * <p>C: {@code FWPM_PROVIDER_CONTEXT_*}, {@code fwpmu.h}.
 */
public final class FwpmProviderContexts {
    /**
     * C: {@code FWPM_PROVIDER_CONTEXT_SECURE_SOCKET_AUTHIP}.
     */
    public static final ProviderContextKey SECURE_SOCKET_AUTHIP = new ProviderContextKey(new Guid(0x46ed0d02b25ea800L, 0x9d3eb74ba87fbd92L));

    private FwpmProviderContexts() {
    }
}

package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.types.KeyingModuleKey;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * The arguments of one {@code FwpmIPsecTunnelAdd}. The engine makes the filters, and no public page
 * says which.
 *
 * @param flags what kind of tunnel it is
 * @param mainModePolicy how the peers authenticate each other, or null for the default policy
 * @param tunnelPolicy what is negotiated, and between which endpoints; its key is the tunnel's
 * @param conditions which traffic takes the tunnel
 * @param keyingModule the only keying module that may negotiate, or null for any
 */
public record PlannedTunnel(
        FwpmTunnelFlags flags,
        @Nullable FwpmProviderContext3 mainModePolicy,
        FwpmProviderContext3 tunnelPolicy,
        List<FwpmFilterCondition0> conditions,
        @Nullable KeyingModuleKey keyingModule) {
    /** Copies the list. */
    public PlannedTunnel {
        requireNonNull(flags, "flags");
        requireNonNull(tunnelPolicy, "tunnelPolicy");
        conditions = List.copyOf(conditions);
    }

    /** {@return the provider contexts that come with it} */
    public List<FwpmProviderContext3> contexts() {
        return mainModePolicy == null
                ? List.of(tunnelPolicy)
                : Stream.of(mainModePolicy, tunnelPolicy).toList();
    }
}

package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.scenarios.Instance.Place;

/**
 * Makes the provider contexts of an instance; one serves both versions (C01).
 *
 * @param title the title of the scenario
 * @param instance the instance, from which the keys follow
 * @param placement whose they are
 * @param negotiation what the keying modules may agree on
 */
record PlannedContexts(
        String title, Instance instance, Placement placement, Negotiation negotiation) {
    /** The main mode policy of a keying module. */
    FwpmProviderContext3 mainMode(KeyingModule module) {
        return context(ContextRole.MAIN_MODE, module, "", negotiation.mainMode(module));
    }

    /** The quick mode policy of a keying module, for transport. */
    FwpmProviderContext3 quickMode(KeyingModule module, IpsecPolicyFlags flags) {
        return context(ContextRole.QUICK_MODE, module, "", negotiation.quickMode(module, flags));
    }

    /**
     * The quick mode policy of a keying module, for a tunnel.
     *
     * @param traffic what goes through, in words
     */
    FwpmProviderContext3 tunnel(
            KeyingModule module, IpsecTunnelEndpoints2 endpoints, String traffic) {
        return context(
                ContextRole.TUNNEL,
                module,
                " for " + traffic,
                negotiation.tunnel(module, endpoints));
    }

    private FwpmProviderContext3 context(
            ContextRole role,
            KeyingModule module,
            String addition,
            FwpmProviderContext3.Policy policy) {
        return FwpmProviderContext3.of(
                        instance.providerContextKey(role.toString(), Place.of(module)),
                        new FwpmDisplayData0(
                                "%s: %s %s".formatted(instance.name(), role, module),
                                "%s: %s of %s%s"
                                        .formatted(title, role.purpose(), module, addition)),
                        policy)
                .withProviderKey(placement.provider());
    }
}

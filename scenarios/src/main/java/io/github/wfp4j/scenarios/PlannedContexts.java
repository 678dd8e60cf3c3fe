package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.scenarios.Instance.Place;

/**
 * Makes the provider contexts of an instance; one serves both versions.
 *
 * @param title the title of the scenario
 * @param instance the instance, from which the keys follow
 * @param negotiation what the keying modules may agree on
 */
record PlannedContexts(String title, Instance instance, Negotiation negotiation) {
    /** The main mode policy of a keying module. */
    FwpmProviderContext3 mainMode(KeyingModule module) {
        return context("mm", "main mode policy", module, negotiation.mainMode(module));
    }

    /** The quick mode policy of a keying module, for transport. */
    FwpmProviderContext3 quickMode(KeyingModule module, IpsecPolicyFlags flags) {
        return context("qm", "quick mode policy", module, negotiation.quickMode(module, flags));
    }

    private FwpmProviderContext3 context(
            String role, String what, KeyingModule module, FwpmProviderContext3.Policy policy) {
        return FwpmProviderContext3.of(
                        instance.providerContextKey(role, Place.of(module)),
                        new FwpmDisplayData0(
                                "%s: %s %s".formatted(instance.name(), role, module),
                                "%s: %s of %s".formatted(title, what, module)),
                        policy)
                .withProviderKey(Wfp4jProvider.KEY);
    }
}

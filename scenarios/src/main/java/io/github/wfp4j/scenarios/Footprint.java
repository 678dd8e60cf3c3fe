package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;

import java.util.List;

/**
 * The keys of all objects that an instance may have, whatever its parameters.
 *
 * @param instance the instance
 * @param providerContexts the keys of its provider contexts
 * @param filters the keys of its filters
 */
public record Footprint(
        Instance instance, List<ProviderContextKey> providerContexts, List<FilterKey> filters) {
    /** Copies the lists. */
    public Footprint {
        requireNonNull(instance, "instance");
        providerContexts = List.copyOf(providerContexts);
        filters = List.copyOf(filters);
    }

    /**
     * {@return the keys of a plan's objects}
     *
     * @param plan a plan that leaves nothing out
     */
    static Footprint of(Plan plan) {
        return new Footprint(
                plan.instance(),
                plan.providerContexts().stream()
                        .map(FwpmProviderContext3::providerContextKey)
                        .toList(),
                plan.filters().stream().map(FwpmFilter0::filterKey).toList());
    }
}

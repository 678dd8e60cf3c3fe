package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.types.FilterKey;

import java.util.List;
import java.util.Optional;

/**
 * What an engine holds of an instance.
 *
 * @param providerContexts its provider contexts, those of tunnels among them
 * @param filters its filters, in layer order
 * @param tunnelFilters the filters that the engine made for its tunnels, as far as they can be
 *     recognised: those that refer to the policy of one
 * @param associations the contexts of its security associations that no keying module made
 */
public record Installed(
        List<FwpmProviderContext3> providerContexts,
        List<FwpmFilter0> filters,
        List<FwpmFilter0> tunnelFilters,
        List<IpsecSaContext1> associations) {
    /** Copies the lists. */
    public Installed {
        providerContexts = List.copyOf(providerContexts);
        filters = List.copyOf(filters);
        tunnelFilters = List.copyOf(tunnelFilters);
        associations = List.copyOf(associations);
    }

    /** {@return whether there is nothing} */
    public boolean isEmpty() {
        return providerContexts.isEmpty()
                && filters.isEmpty()
                && tunnelFilters.isEmpty()
                && associations.isEmpty();
    }

    /** The filter with a key. */
    Optional<FwpmFilter0> filter(FilterKey key) {
        return filters.stream().filter(filter -> filter.filterKey().equals(key)).findFirst();
    }

    /** A copy without security associations. */
    Installed withoutAssociations() {
        return new Installed(providerContexts, filters, tunnelFilters, List.of());
    }
}

package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.types.FilterKey;

import java.util.List;
import java.util.Optional;

/**
 * What an engine holds of an instance.
 *
 * @param providerContexts its provider contexts
 * @param filters its filters, in layer order
 */
public record Installed(List<FwpmProviderContext3> providerContexts, List<FwpmFilter0> filters) {
    /** Copies the lists. */
    public Installed {
        providerContexts = List.copyOf(providerContexts);
        filters = List.copyOf(filters);
    }

    /** {@return whether there is nothing} */
    public boolean isEmpty() {
        return providerContexts.isEmpty() && filters.isEmpty();
    }

    /** The filter with a key. */
    Optional<FwpmFilter0> filter(FilterKey key) {
        return filters.stream().filter(filter -> filter.filterKey().equals(key)).findFirst();
    }
}

package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.types.FilterKey;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an engine is to hold for an instance of a scenario.
 *
 * @param title the name of the scenario's page
 * @param instance the instance
 * @param provider the provider that owns the objects; other instances may share it
 * @param providerContexts the provider contexts, in the order in which they are added
 * @param filters the filters, in layer order ({@link ScenarioLayers#ORDER}) and within a layer in
 *     the order of the scenario's page
 * @param precedences what must hold of the weights that the engine computes
 * @param warnings what the caller should know about the parameters
 */
public record Plan(
        String title,
        Instance instance,
        FwpmProvider0 provider,
        List<FwpmProviderContext3> providerContexts,
        List<FwpmFilter0> filters,
        List<Precedence> precedences,
        List<String> warnings) {
    private static final Comparator<FwpmFilter0> LAYER_ORDER =
            Comparator.comparing(FwpmFilter0::layerKey, ScenarioLayers.ORDER);

    /** Copies the lists and puts the filters in layer order. */
    public Plan {
        requireNonNull(title, "title");
        requireNonNull(instance, "instance");
        requireNonNull(provider, "provider");
        providerContexts = List.copyOf(providerContexts);
        filters = filters.stream().sorted(LAYER_ORDER).toList();
        precedences = List.copyOf(precedences);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return this plan with more}
     *
     * @param moreFilters come last in their layers
     * @param morePrecedences what must hold of the weights besides
     * @param moreWarnings what the caller should know besides
     */
    Plan plus(
            List<FwpmFilter0> moreFilters,
            List<Precedence> morePrecedences,
            List<String> moreWarnings) {
        return new Plan(
                title,
                instance,
                provider,
                providerContexts,
                concat(filters, moreFilters),
                concat(precedences, morePrecedences),
                concat(warnings, moreWarnings));
    }

    /** {@return whether a filter is in the plan} */
    boolean holds(FilterKey key) {
        return filters.stream().anyMatch(filter -> filter.filterKey().equals(key));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}

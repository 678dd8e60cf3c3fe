package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.types.FilterKey;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an engine is to hold for an instance of a scenario.
 *
 * @param title the name of the scenario's page
 * @param instance the instance
 * @param provider the provider that comes with the objects and that other instances may share; or
 *     null if they have one that must be there
 * @param providerContexts the provider contexts, in the order in which they are added
 * @param filters the filters, in layer order ({@link ScenarioLayers#ORDER}) and within a layer in
 *     the order of the scenario's page
 * @param tunnels the tunnels, for which the engine makes filters by itself
 * @param associations the security associations that no keying module makes
 * @param exemptions what the engine makes by itself and must hold while there is a main mode policy
 * @param precedences what must hold of the weights that the engine computes
 * @param warnings what the caller should know about the parameters
 */
public record Plan(
        String title,
        Instance instance,
        @Nullable FwpmProvider0 provider,
        List<FwpmProviderContext3> providerContexts,
        List<FwpmFilter0> filters,
        List<PlannedTunnel> tunnels,
        List<PlannedAssociations> associations,
        List<KeyExchangeExemption> exemptions,
        List<Precedence> precedences,
        List<String> warnings) {
    private static final Comparator<FwpmFilter0> LAYER_ORDER =
            Comparator.comparing(FwpmFilter0::layerKey, ScenarioLayers.ORDER);

    /** Copies the lists and puts the filters in layer order. */
    public Plan {
        requireNonNull(title, "title");
        requireNonNull(instance, "instance");
        providerContexts = List.copyOf(providerContexts);
        filters = filters.stream().sorted(LAYER_ORDER).toList();
        tunnels = List.copyOf(tunnels);
        associations = List.copyOf(associations);
        exemptions = List.copyOf(exemptions);
        precedences = List.copyOf(precedences);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return one of contexts and filters only}
     *
     * @param title the name of the scenario's page
     * @param instance the instance
     * @param placement whose the objects are
     * @param providerContexts the provider contexts, in the order in which they are added
     * @param filters the filters
     */
    static Plan of(
            String title,
            Instance instance,
            Placement placement,
            List<FwpmProviderContext3> providerContexts,
            List<FwpmFilter0> filters) {
        return new Plan(
                title,
                instance,
                placement.ownProvider(),
                providerContexts,
                filters,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                placement.isUsual()
                        ? List.of()
                        : List.of(
                                "the built-in IPsec callouts are known to work in the default"
                                        + " sublayer of their layers, not in "
                                        + placement.subLayer()));
    }

    /** {@return whether there is nothing to add} */
    public boolean isEmpty() {
        return providerContexts.isEmpty() && filters.isEmpty() && tunnels.isEmpty();
    }

    /** {@return the provider contexts, those that come with tunnels among them} */
    public List<FwpmProviderContext3> allProviderContexts() {
        return concat(
                providerContexts,
                tunnels.stream().flatMap(tunnel -> tunnel.contexts().stream()).toList());
    }

    /**
     * {@return a copy with other filters}
     *
     * @param filters the filters
     */
    public Plan withFilters(List<FwpmFilter0> filters) {
        return new Plan(
                title,
                instance,
                provider,
                providerContexts,
                filters,
                tunnels,
                associations,
                exemptions,
                precedences,
                warnings);
    }

    /** A copy with tunnels. */
    Plan withTunnels(List<PlannedTunnel> tunnels) {
        return new Plan(
                title,
                instance,
                provider,
                providerContexts,
                filters,
                tunnels,
                associations,
                exemptions,
                precedences,
                warnings);
    }

    /** {@return a copy without security associations} */
    public Plan withoutAssociations() {
        return withAssociations(List.of());
    }

    /** A copy with security associations. */
    Plan withAssociations(List<PlannedAssociations> associations) {
        return new Plan(
                title,
                instance,
                provider,
                providerContexts,
                filters,
                tunnels,
                associations,
                exemptions,
                precedences,
                warnings);
    }

    /** A copy with what the engine must hold by itself. */
    Plan withExemptions(List<KeyExchangeExemption> exemptions) {
        return new Plan(
                title,
                instance,
                provider,
                providerContexts,
                filters,
                tunnels,
                associations,
                exemptions,
                precedences,
                warnings);
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
                tunnels,
                associations,
                exemptions,
                concat(precedences, morePrecedences),
                concat(warnings, moreWarnings));
    }

    /** This plan without a filter. */
    Plan without(FilterKey key) {
        return withFilters(
                filters.stream().filter(filter -> !filter.filterKey().equals(key)).toList());
    }

    /** {@return whether a filter is in the plan} */
    boolean holds(FilterKey key) {
        return filters.stream().anyMatch(filter -> filter.filterKey().equals(key));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}

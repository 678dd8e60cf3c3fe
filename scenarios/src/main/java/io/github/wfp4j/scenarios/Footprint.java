package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.scenarios.Instance.Place;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of all objects that an instance may have, whatever its parameters. Most instances have
 * few of them.
 *
 * @param instance the instance
 * @param providerContexts the keys of its provider contexts, those of main mode first
 * @param filters the keys of its filters, in layer order
 * @param associationFilters the keys of those filters whose security associations are its own,
 *     rather than those of a keying module; these have no keys, but the ids of the filters
 */
public record Footprint(
        Instance instance,
        List<ProviderContextKey> providerContexts,
        List<FilterKey> filters,
        List<FilterKey> associationFilters) {
    /** Copies the lists. */
    public Footprint {
        requireNonNull(instance, "instance");
        providerContexts = List.copyOf(providerContexts);
        filters = List.copyOf(filters);
        associationFilters = List.copyOf(associationFilters);
    }

    /**
     * {@return the keys of an instance}
     *
     * @param instance the instance
     */
    public static Footprint of(Instance instance) {
        return new Footprint(
                instance,
                Stream.of(ContextRole.values())
                        .flatMap(role ->
                                Stream.of(KeyingModule.values())
                                        .map(module ->
                                                instance.providerContextKey(
                                                        role.toString(), Place.of(module))))
                        .toList(),
                Stream.of(IpVersion.values())
                        .flatMap(version ->
                                Stream.of(Role.values())
                                        .flatMap(role ->
                                                role.places(version).stream()
                                                        .map(place ->
                                                                instance.filterKey(
                                                                        role.toString(), place))))
                        .toList(),
                instance.scenario().equals(ManualIpsecSas.ID)
                        ? Stream.of(IpVersion.values())
                                .flatMap(version ->
                                        Stream.of(Role.OUTBOUND_CALLOUT, Role.INBOUND_CALLOUT)
                                                .map(role ->
                                                        instance.filterKey(
                                                                role.toString(),
                                                                Place.of(version))))
                                .toList()
                        : List.of());
    }
}

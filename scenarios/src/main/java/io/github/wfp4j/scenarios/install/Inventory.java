package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecTraffic1.PolicyId;
import io.github.wfp4j.scenarios.Footprint;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.IpsecSaContext1View;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the objects of an instance in an engine: one walk over each kind, since an instance has
 * many more keys than objects.
 */
final class Inventory {
    private final Engine engine;

    Inventory(Engine engine) {
        this.engine = engine;
    }

    /** What there is of an instance. */
    Installed of(Footprint footprint) {
        List<FwpmProviderContext3> contexts = contexts(footprint);
        Set<ProviderContextKey> tunnels =
                contexts.stream()
                        .filter(PlanTunnels::isTunnel)
                        .map(FwpmProviderContext3::providerContextKey)
                        .collect(Collectors.toSet());
        Set<FilterKey> keys = new HashSet<>(footprint.filters());
        Map<FilterKey, FwpmFilter0> found = new HashMap<>();
        List<FwpmFilter0> tunnelFilters = new ArrayList<>();
        try (Cursor<FwpmFilter0View> filters = engine.filters()) {
            while (filters.next()) {
                FwpmFilter0View filter = filters.current();
                if (keys.contains(filter.filterKey())) {
                    found.put(filter.filterKey(), filter.toRecord());
                } else if (filter.flags().contains(FwpmFilterFlags.HAS_PROVIDER_CONTEXT)
                        && tunnels.contains(filter.providerContextKey())) {
                    tunnelFilters.add(filter.toRecord());
                }
            }
        }
        List<FwpmFilter0> filters = inOrder(footprint.filters(), found);
        return new Installed(contexts, filters, tunnelFilters, associations(footprint, found));
    }

    private List<FwpmProviderContext3> contexts(Footprint footprint) {
        Set<ProviderContextKey> keys = new HashSet<>(footprint.providerContexts());
        Map<ProviderContextKey, FwpmProviderContext3> found = new HashMap<>();
        try (Cursor<FwpmProviderContext3View> contexts = engine.providerContexts()) {
            while (contexts.next()) {
                FwpmProviderContext3View context = contexts.current();
                if (keys.contains(context.providerContextKey())) {
                    found.put(context.providerContextKey(), context.toRecord());
                }
            }
        }
        return inOrder(footprint.providerContexts(), found);
    }

    private List<IpsecSaContext1> associations(
            Footprint footprint, Map<FilterKey, FwpmFilter0> filters) {
        Set<Long> ids =
                footprint.associationFilters().stream()
                        .map(filters::get)
                        .filter(Objects::nonNull)
                        .map(filter -> Objects.requireNonNull(filter).filterId())
                        .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return List.of();
        }
        try (Cursor<IpsecSaContext1View> contexts = engine.securityAssociations().contexts()) {
            return contexts.toList(IpsecSaContext1View::toRecord).stream()
                    .filter(context ->
                            isFor(ids, context.inboundSa()) || isFor(ids, context.outboundSa()))
                    .toList();
        }
    }

    private static boolean isFor(Set<Long> filterIds, @Nullable IpsecSaDetails1 details) {
        return details != null
                && details.traffic().policyId() instanceof PolicyId.Transport(long id)
                && filterIds.contains(id);
    }

    private static <K, V> List<V> inOrder(List<K> keys, Map<K, V> found) {
        List<V> list = new ArrayList<>();
        for (K key : keys) {
            V value = found.get(key);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }
}

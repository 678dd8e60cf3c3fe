package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.Key;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What outlives the sessions of an engine, each kind in the order of insertion.
 *
 * <p>Lifetime, owner and references of an object follow from the object. Places in the order of
 * insertion are given anew, because they mean nothing but that order.
 *
 * @param counters the run-time ids that come next
 * @param providers the providers
 * @param sublayers the sublayers
 * @param callouts the callouts
 * @param providerContexts the provider contexts
 * @param filters the filters of clients
 * @param exemptions the filters that the engine added by itself, because of these policies
 * @param secured the containers and objects with descriptors of their own
 * @param settings the options of the engine, in the order of their numbers
 * @param layers the layers, if the objects are those of another engine, of which the built-in ones
 *     are here too; null for objects of this engine
 */
record Snapshot(
        Ids.Counters counters,
        List<FwpmProvider0> providers,
        List<FwpmSublayer0> sublayers,
        List<FwpmCallout0> callouts,
        List<FwpmProviderContext3> providerContexts,
        List<FwpmFilter0> filters,
        List<FwpmFilter0> exemptions,
        List<SecuredPlace> secured,
        List<Long> settings,
        @Nullable List<FwpmLayer0> layers) {
    /** {@return what a store holds now} */
    static Snapshot of(Store store, Ids ids, IkeExemptions exemptions, EngineSettings settings) {
        return new Snapshot(
                ids.counters(),
                lasting(store, store.providers),
                lasting(store, store.sublayers),
                lasting(store, store.callouts),
                lasting(store, store.providerContexts),
                lasting(store, store.filters),
                exemptions.lasting(),
                store.security().all(place -> isLasting(store, place)),
                settings.all(),
                store.isImported() ? store.layerRecords() : null);
    }

    private static boolean isLasting(Store store, SecuredPlace place) {
        Key key = place.key();
        Stored<?> stored = key == null ? null : store.find(key);
        return stored == null || stored.lifetime() != Lifetime.DYNAMIC;
    }

    private static <R> List<R> lasting(Store store, Table<R> table) {
        return table.all().stream()
                .filter(stored ->
                        stored.lifetime() == Lifetime.STATIC
                                || (stored.lifetime() == Lifetime.BUILTIN && store.isImported())
                                || stored.lifetime() == Lifetime.PERSISTENT)
                .map(Stored::value)
                .toList();
    }
}

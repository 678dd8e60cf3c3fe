package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts the objects of a snapshot into a new engine.
 *
 * <p>They go through the checks that clients' objects go through, so that a snapshot which somebody
 * made or changed cannot bring in what no client could have added. Those of another engine do not:
 * what that one took need not be what this one would take.
 */
final class Restoration {
    private static final int PROVIDER_FLAGS =
            FwpmProviderFlags.PERSISTENT.or(FwpmProviderFlags.DISABLED).bits();
    private static final int CALLOUT_FLAGS =
            FwpmCalloutFlags.PERSISTENT.or(FwpmCalloutFlags.USES_PROVIDER_CONTEXT).bits();
    private static final int CONTEXT_FLAGS =
            FwpmProviderContextFlags.PERSISTENT.or(FwpmProviderContextFlags.DOWNLEVEL).bits();

    private final Store store;
    private final Changes changes;
    private final Ids ids;
    private final FilterAddition addition;
    private final IkeExemptions exemptions;
    private final EngineSettings settings;
    private final Importation importation;

    Restoration(
            Core core, FilterAddition addition, IkeExemptions exemptions, EngineSettings settings) {
        this.settings = settings;
        this.importation = new Importation(core, exemptions, settings);
        this.store = core.store();
        this.changes = core.changes();
        this.ids = core.ids();
        this.addition = addition;
        this.exemptions = exemptions;
    }

    /**
     * Adds the objects to an engine that holds nothing but what every engine has.
     *
     * @throws UnreadableSnapshotException if one could not have been added
     */
    void restore(Snapshot snapshot) {
        if (snapshot.layers() != null) {
            importation.replaceAll(snapshot);
            snapshot.secured().forEach(this::secure);
            return;
        }
        Ids.Counters first = ids.counters();
        Ids.Counters next = snapshot.counters();
        if (!isAtLeast(next, first)) {
            throw UnreadableSnapshotException.of("the ids that come next", "are used already");
        }
        each(snapshot.providers(), FwpmProvider0::providerKey, this::add);
        each(snapshot.sublayers(), FwpmSublayer0::subLayerKey, this::add);
        each(
                snapshot.callouts(),
                FwpmCallout0::calloutKey,
                callout -> {
                    requireId(store.callouts, callout.calloutId(), first.callout(), next.callout());
                    add(callout);
                });
        each(
                snapshot.providerContexts(),
                FwpmProviderContext3::providerContextKey,
                context -> {
                    requireId(
                            store.providerContexts,
                            context.providerContextId(),
                            first.providerContext(),
                            next.providerContext());
                    add(context);
                });
        Set<FwpmFilter0> builtIn = Collections.newSetFromMap(new IdentityHashMap<>());
        builtIn.addAll(snapshot.exemptions());
        each(
                inOrderOfIds(snapshot),
                FwpmFilter0::filterKey,
                filter -> {
                    requireId(store.filters, filter.filterId(), first.filter(), next.filter());
                    if (builtIn.contains(filter)) {
                        addition.restoreBuiltIn(filter);
                    } else {
                        addition.restore(filter);
                    }
                });
        if (!exemptions.areAsNeeded()) {
            throw UnreadableSnapshotException.of(
                    "the filters that the engine adds by itself", "do not fit the policies");
        }
        snapshot.secured().forEach(this::secure);
        try {
            settings.setAll(snapshot.settings());
        } catch (EngineFailure e) {
            throw UnreadableSnapshotException.of(
                    "the options of the engine", "are refused with " + e.getMessage());
        }
        ids.set(next);
    }

    private void secure(SecuredPlace place) {
        Key key = place.key();
        if (key == null) {
            store.secure(place.container(), place.descriptor());
            return;
        }
        boolean exists =
                key instanceof LayerKey layer
                        ? store.findLayer(layer) != null
                        : store.find(key) != null;
        if (!exists) {
            throw UnreadableSnapshotException.of(
                    "the descriptor of %s %s".formatted(place.container(), key.guid()),
                    "is of an object that there is not");
        }
        store.secure(key, place.descriptor());
    }

    /** {@return all filters in the order of insertion, which is that of their ids} */
    private static List<FwpmFilter0> inOrderOfIds(Snapshot snapshot) {
        return Stream.concat(snapshot.filters().stream(), snapshot.exemptions().stream())
                .sorted((a, b) -> Long.compareUnsigned(a.filterId(), b.filterId()))
                .toList();
    }

    private static boolean isAtLeast(Ids.Counters next, Ids.Counters first) {
        return Long.compareUnsigned(next.filter(), first.filter()) >= 0
                && Long.compareUnsigned(next.callout(), first.callout()) >= 0
                && Long.compareUnsigned(next.providerContext(), first.providerContext()) >= 0;
    }

    private static <R> void each(
            Iterable<R> objects, Function<R, ? extends Key> key, Consumer<R> adding) {
        for (R object : objects) {
            try {
                EngineFailure.unless(
                        !key.apply(object).guid().isZero(), ErrorCode.FWP_E_INVALID_PARAMETER);
                adding.accept(object);
            } catch (EngineFailure e) {
                throw UnreadableSnapshotException.of(
                        "%s %s"
                                .formatted(
                                        object.getClass().getSimpleName(),
                                        key.apply(object).guid()),
                        "refused with " + e.getMessage());
            }
        }
    }

    private static void requireId(Table<?> table, long id, long first, long next) {
        EngineFailure.unless(
                Long.compareUnsigned(id, first) >= 0
                        && Long.compareUnsigned(id, next) < 0
                        && !table.hasId(id),
                ErrorCode.FWP_E_ALREADY_EXISTS);
    }

    private void add(FwpmProvider0 provider) {
        ObjectChecks.requireName(provider.displayData());
        ObjectChecks.requireText(provider.serviceName());
        ObjectChecks.requireFlags(provider.flags().bits(), PROVIDER_FLAGS);
        boolean persistent = provider.flags().contains(FwpmProviderFlags.PERSISTENT);
        add(store.providers, provider.providerKey(), place(), persistent, null, provider);
    }

    private void add(FwpmSublayer0 sublayer) {
        ObjectChecks.requireName(sublayer.displayData());
        ObjectChecks.requireFlags(sublayer.flags().bits(), FwpmSublayerFlags.PERSISTENT.bits());
        EngineFailure.unless(
                store.sublayers.freeWeight(sublayer.weight()) == sublayer.weight(),
                ErrorCode.FWP_E_ALREADY_EXISTS);
        add(
                store.sublayers,
                sublayer.subLayerKey(),
                place(),
                sublayer.flags().contains(FwpmSublayerFlags.PERSISTENT),
                sublayer.providerKey(),
                sublayer);
    }

    private void add(FwpmCallout0 callout) {
        ObjectChecks.requireName(callout.displayData());
        ObjectChecks.requireFlags(callout.flags().bits(), CALLOUT_FLAGS);
        store.layer(callout.applicableLayer());
        add(
                store.callouts,
                callout.calloutKey(),
                callout.calloutId(),
                callout.flags().contains(FwpmCalloutFlags.PERSISTENT),
                callout.providerKey(),
                callout);
    }

    private void add(FwpmProviderContext3 context) {
        ObjectChecks.requireName(context.displayData());
        ObjectChecks.requireFlags(context.flags().bits(), CONTEXT_FLAGS);
        PolicyChecks.require(context.policy());
        add(
                store.providerContexts,
                context.providerContextKey(),
                context.providerContextId(),
                context.flags().contains(FwpmProviderContextFlags.PERSISTENT),
                context.providerKey(),
                context);
    }

    private <R> void add(
            Table<R> table,
            Key key,
            long id,
            boolean persistent,
            @Nullable ProviderKey provider,
            R value) {
        changes.add(
                table,
                key,
                id,
                persistent ? Lifetime.PERSISTENT : Lifetime.STATIC,
                null,
                provider,
                Owners.targets(store, provider),
                value);
    }

    /** {@return a number that stands for the id of a kind without ids} */
    private long place() {
        return store.nextSequence();
    }
}

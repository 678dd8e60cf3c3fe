package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the objects of another engine into a new one.
 *
 * <p>No check of this engine applies to them, since the other one took them; nor are ids and
 * weights given anew. An object that has the key of a built-in one is built in, too; how long
 * others live follows from their flags. What refers to an object that is not there refers to
 * nothing.
 */
final class Importation {
    private final Store store;
    private final Ids ids;
    private final IkeExemptions exemptions;
    private final EngineSettings settings;
    private final Set<Key> builtIn = new HashSet<>();

    Importation(Core core, IkeExemptions exemptions, EngineSettings settings) {
        this.store = core.store();
        this.ids = core.ids();
        this.exemptions = exemptions;
        this.settings = settings;
    }

    /**
     * Replaces the objects of an engine that holds nothing but what every engine has.
     *
     * @throws UnreadableSnapshotException if two have one key or one id
     */
    void replaceAll(Snapshot snapshot) {
        store.setLayers(requireNonNull(snapshot.layers(), "layers"));
        exemptions.leaveThemToOthers();
        clear(store.providers, snapshot.providers());
        clear(store.sublayers, snapshot.sublayers());
        clear(store.callouts, snapshot.callouts());
        clear(store.providerContexts, snapshot.providerContexts());
        snapshot.providers().forEach(this::add);
        snapshot.sublayers().forEach(this::add);
        snapshot.callouts().forEach(this::add);
        snapshot.providerContexts().forEach(this::add);
        snapshot.filters().forEach(this::add);
        try {
            settings.setAll(snapshot.settings());
        } catch (EngineFailure e) {
            throw UnreadableSnapshotException.of(
                    "the options of the engine", "are refused with " + e.getMessage());
        }
        ids.set(snapshot.counters());
    }

    /** Removes what this engine has of a kind, unless the other one was not asked for it. */
    private <R> void clear(Table<R> table, List<R> replacements) {
        for (Stored<R> stored : table.all()) {
            builtIn.add(stored.key());
            if (!replacements.isEmpty()) {
                store.remove(table, stored);
            }
        }
    }

    private void add(FwpmProvider0 provider) {
        add(
                store.providers,
                provider.providerKey(),
                store.nextSequence(),
                provider.flags().contains(FwpmProviderFlags.PERSISTENT),
                null,
                List.of(),
                provider);
    }

    private void add(FwpmSublayer0 sublayer) {
        add(
                store.sublayers,
                sublayer.subLayerKey(),
                store.nextSequence(),
                sublayer.flags().contains(FwpmSublayerFlags.PERSISTENT),
                sublayer.providerKey(),
                present(sublayer.providerKey()),
                sublayer);
    }

    private void add(FwpmCallout0 callout) {
        add(
                store.callouts,
                callout.calloutKey(),
                callout.calloutId(),
                callout.flags().contains(FwpmCalloutFlags.PERSISTENT),
                callout.providerKey(),
                present(callout.providerKey()),
                callout);
    }

    private void add(FwpmProviderContext3 context) {
        add(
                store.providerContexts,
                context.providerContextKey(),
                context.providerContextId(),
                context.flags().contains(FwpmProviderContextFlags.PERSISTENT),
                context.providerKey(),
                present(context.providerKey()),
                context);
    }

    private void add(FwpmFilter0 filter) {
        Key callout =
                filter.action().target() instanceof FwpmAction0.Target.Callout it
                        ? it.calloutKey()
                        : null;
        Key context =
                filter.context() instanceof FwpmFilter0.Context.ProviderContext it
                        ? it.providerContextKey()
                        : null;
        add(
                store.filters,
                filter.filterKey(),
                filter.filterId(),
                filter.flags().contains(FwpmFilterFlags.PERSISTENT)
                        || filter.flags().contains(FwpmFilterFlags.BOOTTIME),
                filter.providerKey(),
                present(filter.subLayerKey(), filter.providerKey(), callout, context),
                filter);
    }

    private List<Key> present(@Nullable Key... keys) {
        List<Key> present = new ArrayList<>();
        for (Key key : keys) {
            if (key != null && store.find(key) != null) {
                present.add(key);
            }
        }
        return present;
    }

    private <R> void add(
            Table<R> table,
            Key key,
            long id,
            boolean persistent,
            @Nullable ProviderKey provider,
            List<Key> references,
            R value) {
        if (table.find(key) != null || table.hasId(id)) {
            throw UnreadableSnapshotException.of(
                    "%s %s".formatted(value.getClass().getSimpleName(), key.guid()),
                    "its key or id is taken");
        }
        Lifetime lifetime = persistent ? Lifetime.PERSISTENT : Lifetime.STATIC;
        store.add(
                table,
                new Stored<>(
                        key,
                        id,
                        store.nextSequence(),
                        builtIn.contains(key) ? Lifetime.BUILTIN : lifetime,
                        null,
                        provider,
                        references,
                        value));
    }
}

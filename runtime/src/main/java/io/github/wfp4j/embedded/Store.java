package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.KeyManagerKey;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the engine holds.
 *
 * <p>The lock of {@link Calls} guards it: there is one writer or there are readers. So a
 * transaction needs no copy of its own; each change is written down with its opposite, and aborting
 * undoes the changes backwards, which costs nothing per object that was not touched.
 */
final class Store {
    final Table<FwpmProvider0> providers = new Table<>(Container.PROVIDERS);
    final Table<FwpmProviderContext3> providerContexts = new Table<>(Container.PROVIDER_CONTEXTS);
    final SublayerTable sublayers = new SublayerTable();
    final Table<FwpmCallout0> callouts = new Table<>(Container.CALLOUTS);
    final FilterTable filters = new FilterTable();

    private final Map<LayerKey, Layer> layers = new LinkedHashMap<>();
    private final Map<LayerKey, FwpmLayer0> importedLayers = new HashMap<>();
    private final Map<Key, Integer> references = new HashMap<>();
    private final Security security = new Security();
    private final Deque<Entry> undo = new ArrayDeque<>();

    /** The security association contexts, which follow the transactions as all the rest does. */
    final SaContexts saContexts =
            new SaContexts(
                    filters, providerContexts, undoing -> undo.push(new Entry(false, undoing)));

    private Runnable keeping = () -> {};
    private int lastingChanges;
    private long sequence;

    /**
     * A change that is not final yet.
     *
     * @param lasting whether it outlives the session that made it
     * @param undoing undoes it
     */
    private record Entry(boolean lasting, Runnable undoing) {}

    Store() {
        BuiltinLayers.all().forEach(layer -> layers.put(layer.key(), layer));
    }

    /** {@return the layers, in the order of their ids} */
    List<Layer> layers() {
        return List.copyOf(layers.values());
    }

    /** {@return the layers as clients read them, in the order of their ids} */
    List<FwpmLayer0> layerRecords() {
        return layers.values().stream().map(this::toRecord).toList();
    }

    /** {@return a layer as clients read it} */
    FwpmLayer0 toRecord(Layer layer) {
        FwpmLayer0 imported = importedLayers.get(layer.key());
        return imported == null ? LayerRecords.toRecord(layer) : imported;
    }

    /** Replaces the layers by those of another engine. */
    void setLayers(List<FwpmLayer0> others) {
        layers.clear();
        importedLayers.clear();
        for (FwpmLayer0 layer : others) {
            layers.put(layer.layerKey(), LayerRecords.toLayer(layer));
            importedLayers.put(layer.layerKey(), layer);
        }
    }

    /** {@return whether the objects were those of another engine at first} */
    boolean isImported() {
        return !importedLayers.isEmpty();
    }

    /** {@return the layer with a key, or null for none} */
    @Nullable Layer findLayer(LayerKey key) {
        return layers.get(key);
    }

    /**
     * {@return the layer with a key}
     *
     * @throws EngineFailure if there is none (4.1)
     */
    Layer layer(LayerKey key) {
        Layer layer = layers.get(key);
        if (layer == null) {
            throw new EngineFailure(ErrorCode.FWP_E_LAYER_NOT_FOUND);
        }
        return layer;
    }

    /** {@return a place after all others in the order of insertion} */
    long nextSequence() {
        // Not taken back by an abort, because nothing depends on there being no gaps.
        return ++sequence;
    }

    /**
     * {@return what a filter refers to, even if the transaction that ends now deleted both, or null
     * if there is no such context}
     */
    @Nullable FwpmProviderContext3 contextOf(FwpmFilter0.Context.ProviderContext reference) {
        ProviderContextKey key = reference.providerContextKey();
        Stored<FwpmProviderContext3> present = providerContexts.find(key);
        if (present != null) {
            return present.value();
        }
        for (Entry entry : undo) {
            if (entry.undoing() instanceof ObjectChange<?> change
                    && change.subject().value() instanceof FwpmProviderContext3 context
                    && context.providerContextKey().equals(key)) {
                return context;
            }
        }
        return null;
    }

    /** {@return whether another object refers to the one with a key (3.5)} */
    boolean isReferredTo(Key key) {
        return references.containsKey(key);
    }

    /** Adds an object, whose key must be free. */
    <R> void add(Table<R> table, Stored<R> stored) {
        insert(table, stored);
        push(stored, new ObjectChange<>(this, table, stored, true));
    }

    /** Removes an object, to which none may refer. */
    <R> void remove(Table<R> table, Stored<R> stored) {
        if (security.own(stored.key()) != null) {
            secure(stored.key(), null);
        }
        erase(table, stored);
        push(stored, new ObjectChange<>(this, table, stored, false));
    }

    /**
     * Gives an object another value, which has the same key and refers to the same objects. Its
     * security stays.
     */
    <R> void replace(Table<R> table, Stored<R> stored, R value) {
        SecurityDescriptor own = security.own(stored.key());
        remove(table, stored);
        add(
                table,
                new Stored<>(
                        stored.key(),
                        stored.id(),
                        stored.sequence(),
                        stored.lifetime(),
                        stored.owner(),
                        stored.provider(),
                        stored.references(),
                        value));
        if (own != null) {
            secure(stored.key(), own);
        }
    }

    private void push(Stored<?> stored, Runnable undoing) {
        // What the engine adds by itself goes along with what a client adds.
        boolean lasting =
                stored.lifetime() == Lifetime.STATIC || stored.lifetime() == Lifetime.PERSISTENT;
        undo.push(new Entry(lasting, undoing));
        lastingChanges += lasting ? 1 : 0;
    }

    /** {@return the object with a key, or null if there is none that can be added and deleted} */
    @Nullable Stored<?> find(Key key) {
        return switch (key) {
            case ProviderKey _ -> providers.find(key);
            case ProviderContextKey _ -> providerContexts.find(key);
            case SublayerKey _ -> sublayers.find(key);
            case CalloutKey _ -> callouts.find(key);
            case FilterKey _ -> filters.find(key);
            case LayerKey _, SessionKey _, ConditionKey _, KeyManagerKey _, KeyingModuleKey _ ->
                    null;
        };
    }

    /** Notes a lasting change that is made elsewhere, with its opposite. */
    void note(Runnable undoing) {
        push(undoing);
    }

    /** {@return who may do what; changed by {@link #secure} only} */
    Security security() {
        return security;
    }

    /** Sets the descriptor that an object has of its own, or none. */
    void secure(Key key, @Nullable SecurityDescriptor descriptor) {
        SecurityDescriptor before = security.own(key);
        security.set(key, descriptor);
        push(() -> security.set(key, before));
    }

    /** Sets the descriptor that a container has of its own. */
    void secure(Container container, SecurityDescriptor descriptor) {
        SecurityDescriptor before = security.own(container);
        security.set(container, descriptor);
        push(() -> security.set(container, before));
    }

    private void push(Runnable undoing) {
        undo.push(new Entry(true, undoing));
        lastingChanges++;
    }

    /** Puts an object in, as if it had never been away. */
    <R> void insert(Table<R> table, Stored<R> stored) {
        table.insert(stored);
        stored.references().forEach(key -> references.merge(key, 1, Integer::sum));
    }

    /** Takes an object out, as if it had never been there. */
    <R> void erase(Table<R> table, Stored<R> stored) {
        table.erase(stored);
        stored.references()
                .forEach(key ->
                        references.computeIfPresent(
                                key, (_, count) -> count == 1 ? null : count - 1));
    }

    /** {@return a mark that {@link #undoTo} goes back to} */
    int mark() {
        return undo.size();
    }

    /** Undoes the changes since a mark. */
    void undoTo(int mark) {
        while (undo.size() > mark) {
            Entry entry = undo.pop();
            entry.undoing().run();
            lastingChanges -= entry.lasting() ? 1 : 0;
        }
    }

    /**
     * Says what keeps the objects beyond this process.
     *
     * @param newKeeping runs before changes to objects that outlive their session become final; if
     *     it throws, they do not
     */
    void keepBy(Runnable newKeeping) {
        keeping = newKeeping;
    }

    /**
     * Makes all changes so far final.
     *
     * @throws EngineFailure if they cannot be kept; then they still can be undone
     */
    void commit() {
        keep();
        clear();
    }

    /**
     * Makes all changes so far final and tells those who want to know (8.15).
     *
     * @param cause who made them
     * @throws EngineFailure if they cannot be kept; then they still can be undone
     */
    void commit(Session cause) {
        keep();
        Publication.publish(undo.descendingIterator(), Entry::undoing, cause);
        clear();
    }

    private void keep() {
        if (lastingChanges > 0) {
            keeping.run();
        }
    }

    private void clear() {
        undo.clear();
        lastingChanges = 0;
    }
}

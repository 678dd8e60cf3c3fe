package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
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
    final Table<FwpmProvider0> providers = new Table<>(ErrorCode.FWP_E_PROVIDER_NOT_FOUND);
    final Table<FwpmProviderContext3> providerContexts =
            new Table<>(ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
    final SublayerTable sublayers = new SublayerTable();
    final Table<FwpmCallout0> callouts = new Table<>(ErrorCode.FWP_E_CALLOUT_NOT_FOUND);
    final FilterTable filters = new FilterTable();

    private final Map<LayerKey, Layer> layers = new LinkedHashMap<>();
    private final Map<Key, Integer> references = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private long sequence;

    Store() {
        BuiltinLayers.all().forEach(layer -> layers.put(layer.key(), layer));
    }

    /** {@return the layers, in the order of their ids} */
    List<Layer> layers() {
        return List.copyOf(layers.values());
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
     * {@return what a filter refers to, even if the transaction that ends now deleted both}
     *
     * @throws EngineFailure if there is no such context
     */
    FwpmProviderContext3 contextOf(FwpmFilter0.Context.ProviderContext reference) {
        ProviderContextKey key = reference.providerContextKey();
        if (providerContexts.find(key) == null) {
            for (Runnable entry : undo) {
                if (entry instanceof ObjectChange<?> change
                        && change.subject().value() instanceof FwpmProviderContext3 context
                        && context.providerContextKey().equals(key)) {
                    return context;
                }
            }
        }
        return providerContexts.get(key).value();
    }

    /** {@return whether another object refers to the one with a key (3.5)} */
    boolean isReferredTo(Key key) {
        return references.containsKey(key);
    }

    /** Adds an object, whose key must be free. */
    <R> void add(Table<R> table, Stored<R> stored) {
        insert(table, stored);
        undo.push(new ObjectChange<>(this, table, stored, true));
    }

    /** Removes an object, to which none may refer. */
    <R> void remove(Table<R> table, Stored<R> stored) {
        erase(table, stored);
        undo.push(new ObjectChange<>(this, table, stored, false));
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
            undo.pop().run();
        }
    }

    /**
     * Makes all changes so far final and tells those who want to know (8.15).
     *
     * @param cause who made them
     */
    void commit(Session cause) {
        Publication.publish(undo.descendingIterator(), cause);
        commit();
    }

    /** Makes all changes so far final. */
    void commit() {
        undo.clear();
    }
}

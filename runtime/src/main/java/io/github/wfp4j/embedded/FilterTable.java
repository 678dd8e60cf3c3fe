package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.LayerKey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;

/** The filters, which are looked up by layer as well. */
final class FilterTable extends Table<FwpmFilter0> {
    private final Map<LayerKey, NavigableMap<Long, Stored<FwpmFilter0>>> byLayer = new HashMap<>();

    /** The filters of the engine itself, which are few (4.6). */
    private final Map<LayerKey, NavigableMap<Long, Stored<FwpmFilter0>>> builtIn = new HashMap<>();

    FilterTable() {
        super(Container.FILTERS);
    }

    /** {@return the filters of a layer, in the order of insertion} */
    List<Stored<FwpmFilter0>> at(LayerKey layer) {
        return inOrder(byLayer, layer);
    }

    /** {@return whether a filter of a layer is as asked; the first such one ends the search} */
    boolean anyAt(LayerKey layer, Predicate<Stored<FwpmFilter0>> wanted) {
        NavigableMap<Long, Stored<FwpmFilter0>> filters = byLayer.get(layer);
        return filters != null && filters.values().stream().anyMatch(wanted);
    }

    /** {@return the filters of the engine itself at a layer, in the order of insertion (4.6)} */
    List<Stored<FwpmFilter0>> builtInAt(LayerKey layer) {
        return inOrder(builtIn, layer);
    }

    @Override
    void insert(Stored<FwpmFilter0> stored) {
        super.insert(stored);
        index(byLayer, stored.value().layerKey(), stored);
        if (stored.lifetime() == Lifetime.BUILTIN) {
            index(builtIn, stored.value().layerKey(), stored);
        }
    }

    @Override
    void erase(Stored<FwpmFilter0> stored) {
        super.erase(stored);
        unindex(byLayer, stored.value().layerKey(), stored);
        if (stored.lifetime() == Lifetime.BUILTIN) {
            unindex(builtIn, stored.value().layerKey(), stored);
        }
    }
}

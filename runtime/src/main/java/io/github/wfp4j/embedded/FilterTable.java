package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.LayerKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The filters, which are looked up by layer as well. */
final class FilterTable extends Table<FwpmFilter0> {
    private final Map<LayerKey, NavigableMap<Long, Stored<FwpmFilter0>>> byLayer = new HashMap<>();

    FilterTable() {
        super(Container.FILTERS);
    }

    /** {@return the filters of a layer, in the order of insertion} */
    List<Stored<FwpmFilter0>> at(LayerKey layer) {
        NavigableMap<Long, Stored<FwpmFilter0>> filters = byLayer.get(layer);
        return filters == null ? List.of() : new ArrayList<>(filters.values());
    }

    @Override
    void insert(Stored<FwpmFilter0> stored) {
        super.insert(stored);
        byLayer.computeIfAbsent(stored.value().layerKey(), _ -> new TreeMap<>())
                .put(stored.sequence(), stored);
    }

    @Override
    void erase(Stored<FwpmFilter0> stored) {
        super.erase(stored);
        byLayer.computeIfPresent(
                stored.value().layerKey(),
                (_, filters) -> {
                    filters.remove(stored.sequence());
                    return filters.isEmpty() ? null : filters;
                });
    }
}

package io.github.wfp4j.explain;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot, ready to be asked. */
final class CompiledPolicy {
    private final Map<LayerKey, CompiledLayer> layers = new HashMap<>();
    private final Map<ProviderContextKey, FwpmProviderContext3> contexts = new HashMap<>();
    private final Map<CalloutKey, FwpmCallout0> callouts = new HashMap<>();
    private final Map<PacketLayer, CompiledLayer> v4 = new EnumMap<>(PacketLayer.class);
    private final Map<PacketLayer, CompiledLayer> v6 = new EnumMap<>(PacketLayer.class);

    CompiledPolicy(PolicySnapshot snapshot) {
        snapshot.providerContexts().forEach(it -> contexts.put(it.providerContextKey(), it));
        snapshot.callouts().forEach(it -> callouts.put(it.calloutKey(), it));
        Map<SublayerKey, Integer> weights = new HashMap<>();
        for (FwpmSublayer0 sublayer : snapshot.sublayers()) {
            weights.put(sublayer.subLayerKey(), sublayer.weight());
        }
        Map<LayerKey, SublayerKey> defaults = new HashMap<>();
        for (FwpmLayer0 layer : snapshot.layers()) {
            defaults.put(layer.layerKey(), layer.defaultSubLayerKey());
        }
        group(snapshot.filters(), defaults)
                .forEach((layer, sublayers) ->
                        layers.put(layer, compile(layer, sublayers, weights)));
        for (PacketLayer layer : PacketLayer.values()) {
            note(layer, layers.get(layer.key(false)), v4);
            note(layer, layers.get(layer.key(true)), v6);
        }
    }

    private static void note(
            PacketLayer layer,
            @Nullable CompiledLayer compiled,
            Map<PacketLayer, CompiledLayer> table) {
        if (compiled != null) {
            table.put(layer, compiled);
        }
    }

    private static Map<LayerKey, Map<SublayerKey, List<CompiledFilter>>> group(
            List<FwpmFilter0> filters, Map<LayerKey, SublayerKey> defaults) {
        Map<LayerKey, Map<SublayerKey, List<CompiledFilter>>> groups = new LinkedHashMap<>();
        for (FwpmFilter0 filter : filters) {
            if (!CompiledFilter.isInForce(filter)) {
                continue;
            }
            SublayerKey sublayer =
                    filter.subLayerKey().equals(SublayerKey.ZERO)
                            ? defaults.getOrDefault(filter.layerKey(), SublayerKey.ZERO)
                            : filter.subLayerKey();
            groups.computeIfAbsent(filter.layerKey(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(sublayer, _ -> new ArrayList<>())
                    .add(new CompiledFilter(filter));
        }
        return groups;
    }

    private static CompiledLayer compile(
            LayerKey layer,
            Map<SublayerKey, List<CompiledFilter>> sublayers,
            Map<SublayerKey, Integer> weights) {
        List<CompiledSublayer> compiled = new ArrayList<>();
        sublayers.forEach((key, filters) ->
                compiled.add(
                        new CompiledSublayer(
                                key,
                                weights.getOrDefault(key, 0),
                                filters.stream().sorted(CompiledFilter.ORDER).toList())));
        compiled.sort(Comparator.comparingInt(CompiledSublayer::weight).reversed());
        return new CompiledLayer(layer, List.copyOf(compiled));
    }

    /** {@return the filters at a layer, or null if there are none} */
    @Nullable CompiledLayer layer(PacketLayer layer, boolean ipV6) {
        return (ipV6 ? v6 : v4).get(layer);
    }

    @Nullable CompiledLayer layer(LayerKey key) {
        return layers.get(key);
    }

    @Nullable FwpmCallout0 callout(CalloutKey key) {
        return callouts.get(key);
    }

    /** {@return the provider context of a filter, or null if it has none or it is not there} */
    @Nullable FwpmProviderContext3 contextOf(FwpmFilter0 filter) {
        return filter.context() instanceof FwpmFilter0.Context.ProviderContext(var key)
                ? contexts.get(key)
                : null;
    }
}

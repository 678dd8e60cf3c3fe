package io.github.wfp4j.embedded;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmLayerFlags;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.BuiltinSublayers;
import io.github.wfp4j.internal.schema.Sublayer;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SublayerKey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Makes a snapshot of the objects of another engine.
 *
 * <p>An engine cannot do without the layers and sublayers of its filters. If they were not read
 * there, they are those of this one, or ones without fields and with weight 0.
 */
final class ImportedSnapshot {
    private final ImportedObjects objects;

    private ImportedSnapshot(ImportedObjects objects) {
        this.objects = objects;
    }

    /**
     * {@return a snapshot of objects}
     *
     * @param counters the ids that come next in a new engine
     * @param settings the options of a new engine
     * @throws IllegalArgumentException if two objects have one key or one id
     */
    static Snapshot of(ImportedObjects objects, Ids.Counters counters, List<Long> settings) {
        return new ImportedSnapshot(objects).make(counters, settings);
    }

    private Snapshot make(Ids.Counters first, List<Long> settings) {
        requireDifferent("layers", objects.layers(), FwpmLayer0::layerKey);
        requireDifferent("providers", objects.providers(), it -> it.providerKey());
        requireDifferent("sublayers", objects.subLayers(), FwpmSublayer0::subLayerKey);
        requireDifferent("callouts", objects.callouts(), FwpmCallout0::calloutKey);
        requireDifferent("callouts", objects.callouts(), FwpmCallout0::calloutId);
        requireDifferent(
                "provider contexts",
                objects.providerContexts(),
                FwpmProviderContext3::providerContextKey);
        requireDifferent(
                "provider contexts",
                objects.providerContexts(),
                FwpmProviderContext3::providerContextId);
        requireDifferent("filters", objects.filters(), FwpmFilter0::filterKey);
        requireDifferent("filters", objects.filters(), FwpmFilter0::filterId);
        List<FwpmLayer0> layers = layers();
        return new Snapshot(
                new Ids.Counters(
                        next(first.filter(), objects.filters(), FwpmFilter0::filterId),
                        next(first.callout(), objects.callouts(), FwpmCallout0::calloutId),
                        next(
                                first.providerContext(),
                                objects.providerContexts(),
                                FwpmProviderContext3::providerContextId)),
                objects.providers(),
                subLayers(),
                objects.callouts(),
                objects.providerContexts(),
                filters(layers),
                List.of(),
                List.of(),
                settings,
                layers);
    }

    private static <R> void requireDifferent(
            String kind, List<R> objects, Function<R, Object> identity) {
        Set<Object> seen = new HashSet<>();
        for (R object : objects) {
            Object own = identity.apply(object);
            if (!seen.add(own)) {
                throw new IllegalArgumentException(
                        "two %s have the %s %s"
                                .formatted(
                                        kind,
                                        own instanceof Key ? "key" : "id",
                                        own instanceof Long id ? Long.toUnsignedString(id) : own));
            }
        }
    }

    private static <R> long next(long first, List<R> objects, ToLongFunction<R> id) {
        long next = first;
        for (R object : objects) {
            long own = id.applyAsLong(object);
            if (Long.compareUnsigned(own, next) >= 0) {
                next = own + 1;
            }
        }
        return next;
    }

    private List<FwpmLayer0> layers() {
        Map<LayerKey, FwpmLayer0> builtIn =
                BuiltinLayers.all().stream()
                        .map(LayerRecords::toRecord)
                        .collect(toMap(FwpmLayer0::layerKey, it -> it));
        Map<LayerKey, FwpmLayer0> layers = new LinkedHashMap<>();
        if (objects.layers().isEmpty()) {
            BuiltinLayers.all().forEach(it -> layers.put(it.key(), LayerRecords.toRecord(it)));
        }
        objects.layers().forEach(it -> layers.put(it.layerKey(), it));
        Stream.concat(
                        objects.filters().stream().map(FwpmFilter0::layerKey),
                        objects.callouts().stream().map(FwpmCallout0::applicableLayer))
                .forEach(key ->
                        layers.computeIfAbsent(
                                key, _ -> builtIn.getOrDefault(key, unknownLayer(key))));
        return List.copyOf(layers.values());
    }

    private static FwpmLayer0 unknownLayer(LayerKey key) {
        return new FwpmLayer0(
                key,
                new FwpmDisplayData0(key.toString(), null),
                FwpmLayerFlags.NONE,
                List.of(),
                FwpmSublayers.UNIVERSAL,
                0);
    }

    private List<FwpmSublayer0> subLayers() {
        List<FwpmSublayer0> subLayers = new ArrayList<>(objects.subLayers());
        Set<SublayerKey> known =
                subLayers.stream().map(FwpmSublayer0::subLayerKey).collect(toSet());
        if (known.isEmpty()) {
            BuiltinSublayers.all().stream().map(Sublayer::key).forEach(known::add);
        }
        for (FwpmFilter0 filter : objects.filters()) {
            if (known.add(filter.subLayerKey())) {
                subLayers.add(unknownSubLayer(filter.subLayerKey()));
            }
        }
        return subLayers;
    }

    private static FwpmSublayer0 unknownSubLayer(SublayerKey key) {
        return new FwpmSublayer0(
                key,
                new FwpmDisplayData0(key.toString(), null),
                FwpmSublayerFlags.NONE,
                null,
                new FwpByteBlob(Bytes.empty()),
                0);
    }

    private List<FwpmFilter0> filters(List<FwpmLayer0> layers) {
        Weights weights = new Weights();
        Map<LayerKey, FwpmLayer0> byKey =
                layers.stream().collect(toMap(FwpmLayer0::layerKey, it -> it));
        return objects.filters().stream()
                .map(filter ->
                        filter.effectiveWeight() instanceof FwpValue0.Uint64
                                ? filter
                                : weighed(filter, weights, byKey))
                .sorted((a, b) -> Long.compareUnsigned(a.filterId(), b.filterId()))
                .toList();
    }

    private static FwpmFilter0 weighed(
            FwpmFilter0 filter, Weights weights, Map<LayerKey, FwpmLayer0> layers) {
        FwpmLayer0 layer = layers.getOrDefault(filter.layerKey(), unknownLayer(filter.layerKey()));
        return filter.withEffectiveWeight(
                new FwpValue0.Uint64(
                        weights.effective(
                                filter.weight(),
                                filter.filterCondition(),
                                LayerRecords.toLayer(layer))));
    }
}

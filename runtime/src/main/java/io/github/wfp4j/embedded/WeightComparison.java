package io.github.wfp4j.embedded;

import static java.util.stream.Collectors.toMap;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.LayerKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the effective weights that another engine gave are those that the embedded engine would
 * have given.
 *
 * <p>The rule of the automatic weight is documented nowhere, so that a difference is no mistake of
 * the filter.
 *
 * @param counts the counts by the kind of weight that was asked for
 * @param unknown how many filters have no effective weight, or a layer that is not known
 * @param differing the filters with another weight, in their order
 */
public record WeightComparison(Map<Kind, Count> counts, long unknown, List<Difference> differing) {
    /** The kinds of weights that a filter can ask for. */
    public enum Kind {
        /** A 64-bit number, which is the effective weight. */
        EXACT,

        /** A number of 0 to 15, which is the four highest bits; the engine computes the others. */
        RANGE,

        /** None: the engine computes the weight, the four highest bits are 0. */
        AUTOMATIC
    }

    /**
     * How many filters there are of a kind.
     *
     * @param same how many have the weight that the embedded engine would give
     * @param different how many have another one
     */
    public record Count(long same, long different) {}

    /**
     * A filter with another weight.
     *
     * @param filter the filter, with the weight that the other engine gave
     * @param computed the weight that the embedded engine would give, an unsigned number
     */
    public record Difference(FwpmFilter0 filter, long computed) {}

    /** Copies the collections. */
    public WeightComparison {
        counts = Map.copyOf(counts);
        differing = List.copyOf(differing);
    }

    /**
     * {@return how the weights of filters compare}
     *
     * @param filters filters with effective weights
     * @param layers their layers, whose fields the weights depend on; those of the embedded engine
     *     are used for layers that are missing
     */
    public static WeightComparison of(List<FwpmFilter0> filters, List<FwpmLayer0> layers) {
        Map<LayerKey, Layer> known =
                BuiltinLayers.all().stream().collect(toMap(Layer::key, it -> it));
        Map<LayerKey, Layer> byKey = new HashMap<>(known);
        layers.forEach(layer -> byKey.put(layer.layerKey(), LayerRecords.toLayer(layer)));
        Weights weights = new Weights();
        Map<Kind, Count> counts = new HashMap<>();
        List<Difference> differing = new ArrayList<>();
        long unknown = 0;
        for (FwpmFilter0 filter : filters) {
            Layer layer = byKey.get(filter.layerKey());
            if (layer == null
                    || !(filter.effectiveWeight() instanceof FwpValue0.Uint64(long given))) {
                unknown++;
                continue;
            }
            long computed = weights.effective(filter.weight(), filter.filterCondition(), layer);
            boolean same = computed == given;
            counts.merge(
                    kind(filter.weight()),
                    same ? new Count(1, 0) : new Count(0, 1),
                    (a, b) -> new Count(a.same() + b.same(), a.different() + b.different()));
            if (!same) {
                differing.add(new Difference(filter, computed));
            }
        }
        return new WeightComparison(counts, unknown, differing);
    }

    private static Kind kind(FwpValue0 weight) {
        return switch (weight) {
            case FwpValue0.Uint64 _ -> Kind.EXACT;
            case FwpValue0.Uint8 _ -> Kind.RANGE;
            default -> Kind.AUTOMATIC;
        };
    }

    /**
     * {@return the counts of a kind}
     *
     * @param kind the kind
     */
    public Count count(Kind kind) {
        return counts.getOrDefault(kind, new Count(0, 0));
    }

    /** {@return how many filters have the weight that the embedded engine would give} */
    public long same() {
        return counts.values().stream().mapToLong(Count::same).sum();
    }

    /** {@return how many filters have another one} */
    public long different() {
        return counts.values().stream().mapToLong(Count::different).sum();
    }
}

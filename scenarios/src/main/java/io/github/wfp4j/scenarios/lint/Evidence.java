package io.github.wfp4j.scenarios.lint;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An inventory as the rules ask for it. Built-in callouts are left out where nothing else is said.
 */
final class Evidence {
    private final Inventory inventory;
    private final Map<CalloutKey, FwpmCallout0> callouts;
    private final Map<CalloutKey, List<FwpmFilter0>> filtersByCallout;
    private final Map<SublayerKey, Integer> weights;
    private final Map<LayerKey, SublayerKey> defaultSublayers;

    Evidence(Inventory inventory) {
        this.inventory = inventory;
        this.callouts =
                inventory.callouts().stream()
                        .collect(toMap(FwpmCallout0::calloutKey, it -> it, (first, _) -> first));
        this.filtersByCallout =
                inventory.filters().stream()
                        .filter(filter -> calloutKey(filter) != null)
                        .collect(groupingBy(Evidence::requiredCalloutKey));
        this.weights =
                inventory.sublayers().stream()
                        .collect(
                                toMap(
                                        FwpmSublayer0::subLayerKey,
                                        FwpmSublayer0::weight,
                                        (first, _) -> first));
        this.defaultSublayers =
                inventory.layers().stream()
                        .collect(
                                toMap(
                                        FwpmLayer0::layerKey,
                                        FwpmLayer0::defaultSubLayerKey,
                                        (first, _) -> first));
    }

    /** The callouts at layers of some sets. */
    Stream<FwpmCallout0> callouts(Set<LayerSet> sets) {
        return inventory.callouts().stream()
                .filter(callout -> !isBuiltIn(callout.calloutKey()))
                .filter(callout -> sets.contains(layer(callout).set()));
    }

    /** The filters at layers of some sets that name a callout. */
    Stream<FwpmFilter0> calloutFilters(Set<LayerSet> sets) {
        return filters()
                .filter(filter -> calloutKey(filter) != null)
                .filter(filter -> sets.contains(layer(filter).set()));
    }

    /** The filters, but for those that name a built-in callout. */
    Stream<FwpmFilter0> filters() {
        return inventory.filters().stream()
                .filter(filter -> {
                    CalloutKey callout = calloutKey(filter);
                    return callout == null || !isBuiltIn(callout);
                });
    }

    /** All filters of a layer. */
    Stream<FwpmFilter0> filters(LayerKey layer) {
        return inventory.filters().stream().filter(filter -> filter.layerKey().equals(layer));
    }

    /** The filters that name a callout. */
    List<FwpmFilter0> filtersOf(FwpmCallout0 callout) {
        return filtersByCallout.getOrDefault(callout.calloutKey(), List.of());
    }

    /** Whether a filter names a callout, without which it is never called. */
    boolean isNamed(FwpmCallout0 callout) {
        return !filtersOf(callout).isEmpty();
    }

    /** The callout that a filter names; null if it names none, or one that is not there. */
    @Nullable FwpmCallout0 calloutOf(FwpmFilter0 filter) {
        CalloutKey key = calloutKey(filter);
        return key == null ? null : callouts.get(key);
    }

    /** The weight of a sublayer; null if it could not be read. */
    @Nullable Integer weight(SublayerKey sublayer) {
        return weights.get(sublayer);
    }

    /** Whether a sublayer is the one that filters of a layer get if they name none. */
    boolean isDefault(SublayerKey sublayer, LayerKey layer) {
        return sublayer.equals(defaultSublayers.get(layer));
    }

    /** The layer of a callout. */
    static CalloutLayer layer(FwpmCallout0 callout) {
        return CalloutLayer.of(callout.applicableLayer());
    }

    /** The layer of a filter. */
    static CalloutLayer layer(FwpmFilter0 filter) {
        return CalloutLayer.of(filter.layerKey());
    }

    /** The key of the callout that a filter names, or null if it names none. */
    static @Nullable CalloutKey calloutKey(FwpmFilter0 filter) {
        return filter.action().target() instanceof FwpmAction0.Target.Callout callout
                ? callout.calloutKey()
                : null;
    }

    /** Whether a callout belongs to Windows: the headers name those that do. */
    static boolean isBuiltIn(CalloutKey key) {
        return key.toString().startsWith("FWPM_CALLOUT_");
    }

    /** Whether a callout is one of those that do the work of IPsec. */
    static boolean isIpsec(CalloutKey key) {
        return key.toString().startsWith("FWPM_CALLOUT_IPSEC_");
    }

    private static CalloutKey requiredCalloutKey(FwpmFilter0 filter) {
        CalloutKey key = calloutKey(filter);
        if (key == null) {
            throw new IllegalArgumentException("names no callout: " + filter.filterKey());
        }
        return key;
    }
}

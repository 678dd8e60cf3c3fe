package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.ScenarioLayers;
import io.github.wfp4j.scenarios.Wfp4jProvider;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.view.FwpmFilter0View;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds filters in an engine. */
final class EngineFilters {
    private static final Comparator<FwpmFilter0> HEAVIEST_FIRST =
            (one, other) -> Long.compareUnsigned(effectiveWeight(other), effectiveWeight(one));
    private static final Comparator<FwpmFilter0> ORDER =
            Comparator.comparing(FwpmFilter0::layerKey, ScenarioLayers.ORDER)
                    .thenComparing(HEAVIEST_FIRST)
                    .thenComparing(FwpmFilter0::filterId, Long::compareUnsigned);

    private EngineFilters() {}

    /** {@return filters in layer order, then by effective weight, the highest first} */
    static List<FwpmFilter0> sorted(List<FwpmFilter0> filters) {
        return filters.stream().sorted(ORDER).toList();
    }

    /** {@return the effective weight, an unsigned number} */
    static long effectiveWeight(FwpmFilter0 filter) {
        return filter.effectiveWeight() instanceof FwpValue0.Uint64(long weight) ? weight : 0;
    }

    /** {@return the filters of other instances at the layers of a plan} */
    static List<FwpmFilter0> overlapping(Plan plan, Engine engine) {
        Set<FilterKey> own =
                plan.filters().stream().map(FwpmFilter0::filterKey).collect(Collectors.toSet());
        return plan.filters().stream()
                .map(FwpmFilter0::layerKey)
                .distinct()
                .map(FwpmFilterEnumTemplate0::of)
                .map(template -> template.withProviderKey(Wfp4jProvider.KEY))
                .flatMap(template -> all(engine, template).stream())
                .filter(filter -> !own.contains(filter.filterKey()))
                .toList();
    }

    private static List<FwpmFilter0> all(Engine engine, FwpmFilterEnumTemplate0 template) {
        try (Cursor<FwpmFilter0View> filters = engine.filters(template)) {
            return filters.toList(FwpmFilter0View::toRecord);
        }
    }
}

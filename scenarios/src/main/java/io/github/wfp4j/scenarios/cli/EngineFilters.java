package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmWeightRange;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.ScenarioLayers;
import io.github.wfp4j.scenarios.Wfp4jProvider;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.win32.Ipproto;

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

    /** Where exemptions are. */
    private static final List<LayerKey> LAYERS =
            List.of(
                    FwpmLayers.INBOUND_TRANSPORT_V4,
                    FwpmLayers.OUTBOUND_TRANSPORT_V4,
                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                    FwpmLayers.ALE_AUTH_CONNECT_V4,
                    FwpmLayers.INBOUND_TRANSPORT_V6,
                    FwpmLayers.OUTBOUND_TRANSPORT_V6,
                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6,
                    FwpmLayers.ALE_AUTH_CONNECT_V6);

    private EngineFilters() {}

    /** {@return filters in layer order, then by effective weight, the highest first} */
    static List<FwpmFilter0> sorted(List<FwpmFilter0> filters) {
        return filters.stream().sorted(ORDER).toList();
    }

    /** {@return the effective weight, an unsigned number} */
    static long effectiveWeight(FwpmFilter0 filter) {
        return filter.effectiveWeight() instanceof FwpValue0.Uint64(long weight) ? weight : 0;
    }

    /**
     * {@return the filters that the engine adds by itself while it has a main mode policy, so that
     * key exchange is not caught by IPsec}
     *
     * <p>How they look is documented nowhere. They are recognised by what is known: the layers,
     * permit, the range of weights, UDP, and port 500 or 4500.
     */
    static List<FwpmFilter0> keyExchangeExemptions(Engine engine) {
        return LAYERS.stream()
                .flatMap(layer -> all(engine, FwpmFilterEnumTemplate0.of(layer)).stream())
                .filter(EngineFilters::isKeyExchangeExemption)
                .toList();
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

    private static boolean isKeyExchangeExemption(FwpmFilter0 filter) {
        return filter.action().type() == FwpActionType.PERMIT
                && !Wfp4jProvider.KEY.equals(filter.providerKey())
                && effectiveWeight(filter) >>> 60 == FwpmWeightRange.IKE_EXEMPTIONS
                && filter.filterCondition().stream().anyMatch(EngineFilters::isUdp)
                && filter.filterCondition().stream().anyMatch(EngineFilters::isPort);
    }

    private static boolean isUdp(FwpmFilterCondition0 condition) {
        return condition.fieldKey().equals(FwpmConditions.IP_PROTOCOL)
                && condition.conditionValue().equals(new FwpConditionValue0.Uint8(Ipproto.UDP));
    }

    private static boolean isPort(FwpmFilterCondition0 condition) {
        return condition.conditionValue() instanceof FwpConditionValue0.Uint16(int port)
                && (port == 500 || port == 4500);
    }
}

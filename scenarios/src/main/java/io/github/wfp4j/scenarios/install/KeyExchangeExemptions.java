package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.NotFoundException;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.fwpm.FwpmWeightRange;
import io.github.wfp4j.scenarios.KeyExchangeExemption;
import io.github.wfp4j.scenarios.Wfp4jProvider;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.win32.Ipproto;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The filters that an engine adds by itself while it has a main mode policy, so that key exchange
 * is not caught by IPsec.
 *
 * <p>How they look is documented nowhere. They are recognised by what is known: the layers, permit,
 * the range of weights, UDP, and port 500 or 4500 (IX-2).
 */
public final class KeyExchangeExemptions {
    private final Engine engine;

    /**
     * Looks at an engine.
     *
     * @param engine the engine
     */
    public KeyExchangeExemptions(Engine engine) {
        this.engine = engine;
    }

    /** {@return the filters, layer by layer} */
    public List<FwpmFilter0> filters() {
        return KeyExchangeExemption.ALL.stream()
                .map(KeyExchangeExemption::layer)
                .distinct()
                .flatMap(layer -> at(layer).stream())
                .filter(KeyExchangeExemptions::isExemption)
                .toList();
    }

    /**
     * {@return in what the engine differs from what is documented}
     *
     * @param expected what it must let pass while it has a main mode policy of IKE or AuthIP; of
     *     one of IKEv2 that is not said (IX-4)
     */
    public List<Difference> differences(List<KeyExchangeExemption> expected) {
        if (expected.isEmpty()) {
            return List.of();
        }
        Set<FwpmProviderContextType> policies = mainModePolicies();
        List<FwpmFilter0> filters = filters();
        if (policies.contains(FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT)
                || policies.contains(FwpmProviderContextType.IPSEC_AUTHIP_MM_CONTEXT)) {
            return expected.stream()
                    .filter(exemption ->
                            filters.stream().noneMatch(filter -> isFor(exemption, filter)))
                    .map(exemption -> Difference.missing(describe(exemption)))
                    .toList();
        }
        return policies.isEmpty()
                ? filters.stream()
                        .map(filter ->
                                Difference.notPlanned(
                                        "key exchange exemption %s at %s, without a main mode policy"
                                                .formatted(filter.filterKey(), filter.layerKey())))
                        .toList()
                : List.of();
    }

    private static String describe(KeyExchangeExemption exemption) {
        return "key exchange exemption of UDP port %d at %s"
                .formatted(exemption.port(), exemption.layer());
    }

    /** The kinds of main mode policies that filters give to keying modules. */
    private Set<FwpmProviderContextType> mainModePolicies() {
        Set<ProviderContextKey> keys = new HashSet<>();
        Stream.of(FwpmLayers.IKEEXT_V4, FwpmLayers.IKEEXT_V6)
                .flatMap(layer -> at(layer).stream())
                .forEach(filter -> {
                    if (filter.context() instanceof FwpmFilter0.Context.ProviderContext(var key)) {
                        keys.add(key);
                    }
                });
        Set<FwpmProviderContextType> types = new HashSet<>();
        for (ProviderContextKey key : keys) {
            try {
                types.add(engine.providerContext(key).type());
            } catch (NotFoundException _) {
                // It went away since; then the filter is gone as well.
            }
        }
        return types;
    }

    private List<FwpmFilter0> at(LayerKey layer) {
        List<FwpmFilter0> list = new ArrayList<>();
        try (Cursor<FwpmFilter0View> filters = engine.filters(FwpmFilterEnumTemplate0.of(layer))) {
            while (filters.next()) {
                list.add(filters.current().toRecord());
            }
        }
        return list;
    }

    private static boolean isFor(KeyExchangeExemption exemption, FwpmFilter0 filter) {
        return filter.layerKey().equals(exemption.layer())
                && filter.filterCondition().stream()
                        .anyMatch(condition ->
                                condition
                                        .conditionValue()
                                        .equals(new FwpConditionValue0.Uint16(exemption.port())));
    }

    private static boolean isExemption(FwpmFilter0 filter) {
        return filter.action().type() == FwpActionType.PERMIT
                && !Wfp4jProvider.KEY.equals(filter.providerKey())
                && filter.effectiveWeight() instanceof FwpValue0.Uint64(long weight)
                && weight >>> 60 == FwpmWeightRange.IKE_EXEMPTIONS
                && filter.filterCondition().stream().anyMatch(KeyExchangeExemptions::isUdp)
                && filter.filterCondition().stream().anyMatch(KeyExchangeExemptions::isPort);
    }

    private static boolean isUdp(FwpmFilterCondition0 condition) {
        return condition.fieldKey().equals(FwpmConditions.IP_PROTOCOL)
                && condition.conditionValue().equals(new FwpConditionValue0.Uint8(Ipproto.UDP));
    }

    private static boolean isPort(FwpmFilterCondition0 condition) {
        return condition.conditionValue() instanceof FwpConditionValue0.Uint16(int port)
                && (port == KeyExchangeExemption.PORT || port == KeyExchangeExemption.NAT_PORT);
    }
}

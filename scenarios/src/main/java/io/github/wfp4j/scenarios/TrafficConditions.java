package io.github.wfp4j.scenarios;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.NlAddressType;

import java.util.List;

/**
 * The conditions that tell for which packets a filter is. The scenarios' pages give neither match
 * nor value types: all compare for equality (C04).
 */
final class TrafficConditions {
    private static final List<ByIpVersion<LayerKey>> WITH_DESTINATION =
            List.of(ScenarioLayers.OUTBOUND_TRANSPORT, ScenarioLayers.ALE_AUTH_CONNECT);

    private TrafficConditions() {}

    /** The address types that a coverage asks for at a layer (C09). */
    static List<FwpmFilterCondition0> addressTypes(Coverage coverage, ByIpVersion<LayerKey> layer) {
        FwpmFilterCondition0 local = Conditions.localAddressType(NlAddressType.UNICAST);
        return switch (coverage) {
            case EVERYTHING -> List.of();
            case UNICAST -> List.of(local);
            case UNICAST_AT_BOTH_ENDS ->
                    WITH_DESTINATION.contains(layer)
                            ? List.of(
                                    local,
                                    new FwpmFilterCondition0(
                                            FwpmConditions.IP_DESTINATION_ADDRESS_TYPE,
                                            FwpMatchType.EQUAL,
                                            new FwpConditionValue0.Uint8(
                                                    NlAddressType.UNICAST.value())))
                            : List.of(local);
        };
    }
}

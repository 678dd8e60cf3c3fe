package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.fwp.FwpConditionFlags.IS_IPSEC_SECURED;
import static io.github.wfp4j.fwp.FwpConditionFlags.REQUIRES_ALE_CLASSIFY;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_013;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_017;
import static io.github.wfp4j.scenarios.lint.Severity.INFO;

import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.LayerKey;

import java.util.Set;
import java.util.stream.Stream;

/** Filters that test flags of the traffic where they mean nothing. */
final class FlagConditions {
    /** Where one of Microsoft's two pages on the flags lists the flag for protected traffic. */
    private static final Set<LayerKey> SECURED =
            Set.of(
                    FwpmLayers.INBOUND_IPPACKET_V4,
                    FwpmLayers.INBOUND_IPPACKET_V6,
                    FwpmLayers.INBOUND_TRANSPORT_V4,
                    FwpmLayers.INBOUND_TRANSPORT_V6,
                    FwpmLayers.INBOUND_TRANSPORT_V4_DISCARD,
                    FwpmLayers.INBOUND_TRANSPORT_V6_DISCARD,
                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6,
                    FwpmLayers.ALE_AUTH_CONNECT_V4,
                    FwpmLayers.ALE_AUTH_CONNECT_V6,
                    FwpmLayers.ALE_FLOW_ESTABLISHED_V4,
                    FwpmLayers.ALE_FLOW_ESTABLISHED_V6,
                    FwpmLayers.ALE_FLOW_ESTABLISHED_V4_DISCARD,
                    FwpmLayers.ALE_FLOW_ESTABLISHED_V6_DISCARD);

    private FlagConditions() {}

    /** The part of CO-013 that an engine shows. */
    static Stream<Finding> secured(Evidence evidence) {
        return evidence.filters()
                .filter(filter -> tests(filter, IS_IPSEC_SECURED))
                .filter(filter -> !SECURED.contains(filter.layerKey()))
                .map(filter ->
                        CO_013.finding(
                                INFO,
                                filter,
                                "it tests FWP_CONDITION_FLAG_IS_IPSEC_SECURED, which no page of"
                                        + " Microsoft lists for this layer"));
    }

    /** CO-017. */
    static Stream<Finding> withdrawn(Evidence evidence) {
        return evidence.filters()
                .filter(filter -> tests(filter, REQUIRES_ALE_CLASSIFY))
                .filter(filter -> DriverAdvisories.isInboundTransport(Evidence.layer(filter)))
                .map(filter ->
                        CO_017.finding(
                                CO_017.severity(),
                                filter,
                                "it tests FWP_CONDITION_FLAG_REQUIRES_ALE_CLASSIFY (0x100)"));
    }

    private static boolean tests(FwpmFilter0 filter, FwpConditionFlags flag) {
        return filter.filterCondition().stream().anyMatch(condition -> tests(condition, flag));
    }

    private static boolean tests(FwpmFilterCondition0 condition, FwpConditionFlags flag) {
        return condition.fieldKey().equals(FwpmConditions.FLAGS)
                && condition.conditionValue() instanceof FwpConditionValue0.Uint32(long bits)
                && (bits & flag.bits()) != 0;
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecTraffic1.PolicyId;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.win32.ErrorCode;

/** The checks of the traffic that a security association context protects (9.3 to 9.8, 9.14). */
final class SaTrafficChecks {
    private final Store store;

    SaTrafficChecks(Store store) {
        this.store = store;
    }

    /** Refuses traffic without the filter or the policy that wants it protected (9.3, 9.4). */
    void require(IpsecTraffic1 traffic, FwpDirection direction) {
        switch (traffic.policyId()) {
            case PolicyId.Transport it -> {
                FwpmFilter0 filter = store.filters.get(it.ipsecFilterId()).value();
                EngineFailure.unless(
                        filter.action().target() instanceof FwpmAction0.Target.Callout callout
                                && callout.calloutKey()
                                        .equals(callout(direction, traffic.ipVersion())),
                        EnginePolicy.UNFIT_SA_FILTER);
            }
            case PolicyId.Tunnel it -> {
                EngineFailure.unless(
                        ContextRules.TUNNEL.contains(
                                store.providerContexts
                                        .get(it.tunnelPolicyId())
                                        .value()
                                        .policy()
                                        .type()),
                        ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
                // Everything between the endpoints is tunnelled, whatever is inside.
                EngineFailure.unless(
                        traffic.localPort() == 0
                                && traffic.remotePort() == 0
                                && traffic.ipProtocol() == 0,
                        ErrorCode.FWP_E_INVALID_PARAMETER);
            }
        }
    }

    private static CalloutKey callout(FwpDirection direction, FwpIpVersion version) {
        boolean v4 = version == FwpIpVersion.V4;
        return switch (direction) {
            case OUTBOUND ->
                    v4
                            ? FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V4
                            : FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V6;
            case INBOUND ->
                    v4
                            ? FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4
                            : FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V6;
        };
    }

    /** Refuses the request for an SPI unless its traffic is fit and the way back (9.5, 9.8). */
    void require(IpsecGetspi1 request, IpsecTraffic1 outbound) {
        IpsecTraffic1 inbound = request.inboundIpsecTraffic();
        EngineFailure.unless(
                request.ipVersion() == inbound.ipVersion(), ErrorCode.FWP_E_INVALID_PARAMETER);
        require(inbound, FwpDirection.INBOUND);
        requirePair(inbound, outbound);
    }

    /** Refuses two directions that do not belong together (9.8). */
    static void requirePair(IpsecTraffic1 inbound, IpsecTraffic1 outbound) {
        boolean addresses =
                inbound.localAddress().equals(outbound.localAddress())
                        && inbound.remoteAddress().equals(outbound.remoteAddress());
        // The directions of transport traffic have a filter each, those of a tunnel one policy.
        boolean policies =
                inbound.trafficType() == outbound.trafficType()
                        && (inbound.policyId() instanceof PolicyId.Transport
                                || inbound.policyId().equals(outbound.policyId()));
        EngineFailure.unless(addresses && policies, ErrorCode.FWP_E_TRAFFIC_MISMATCH);
    }
}

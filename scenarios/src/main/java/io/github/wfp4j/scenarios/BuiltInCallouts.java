package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.types.CalloutKey;

/** The callouts of Windows that do the work of IPsec. */
final class BuiltInCallouts {
    /** Checks inbound packets for protection in transport mode. */
    static final ByIpVersion<CalloutKey> INBOUND_TRANSPORT =
            new ByIpVersion<>(
                    FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4,
                    FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V6);

    /** Gives outbound packets their protection in transport mode, and has it negotiated. */
    static final ByIpVersion<CalloutKey> OUTBOUND_TRANSPORT =
            new ByIpVersion<>(
                    FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V4,
                    FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V6);

    /** Accepts an inbound connection if it is protected as its context demands. */
    static final ByIpVersion<CalloutKey> INBOUND_INITIATE_SECURE =
            new ByIpVersion<>(
                    FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V4,
                    FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V6);

    /** Attaches the demands of its context to an outbound connection. */
    static final ByIpVersion<CalloutKey> ALE_CONNECT =
            new ByIpVersion<>(FwpmCallouts.IPSEC_ALE_CONNECT_V4, FwpmCallouts.IPSEC_ALE_CONNECT_V6);

    private BuiltInCallouts() {}
}

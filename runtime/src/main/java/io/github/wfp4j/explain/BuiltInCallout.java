package io.github.wfp4j.explain;

import static java.util.Map.entry;

import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.types.CalloutKey;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** The built-in callouts whose job is known (7.1), each for both versions of IP. */
enum BuiltInCallout {
    INBOUND_TRANSPORT,
    OUTBOUND_TRANSPORT,
    INBOUND_TUNNEL,
    OUTBOUND_TUNNEL,
    FORWARD_INBOUND_TUNNEL,
    FORWARD_OUTBOUND_TUNNEL,
    INITIATE_SECURE,
    ALE_CONNECT,
    TUNNEL_ALE_ACCEPT,
    DOSP_FORWARD,
    SILENT_DROP,
    SET_OPTIONS;

    private static final Map<CalloutKey, BuiltInCallout> BY_KEY =
            Map.ofEntries(
                    entry(FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4, INBOUND_TRANSPORT),
                    entry(FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V6, INBOUND_TRANSPORT),
                    entry(FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V4, OUTBOUND_TRANSPORT),
                    entry(FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V6, OUTBOUND_TRANSPORT),
                    entry(FwpmCallouts.IPSEC_INBOUND_TUNNEL_V4, INBOUND_TUNNEL),
                    entry(FwpmCallouts.IPSEC_INBOUND_TUNNEL_V6, INBOUND_TUNNEL),
                    entry(FwpmCallouts.IPSEC_OUTBOUND_TUNNEL_V4, OUTBOUND_TUNNEL),
                    entry(FwpmCallouts.IPSEC_OUTBOUND_TUNNEL_V6, OUTBOUND_TUNNEL),
                    entry(FwpmCallouts.IPSEC_FORWARD_INBOUND_TUNNEL_V4, FORWARD_INBOUND_TUNNEL),
                    entry(FwpmCallouts.IPSEC_FORWARD_INBOUND_TUNNEL_V6, FORWARD_INBOUND_TUNNEL),
                    entry(FwpmCallouts.IPSEC_FORWARD_OUTBOUND_TUNNEL_V4, FORWARD_OUTBOUND_TUNNEL),
                    entry(FwpmCallouts.IPSEC_FORWARD_OUTBOUND_TUNNEL_V6, FORWARD_OUTBOUND_TUNNEL),
                    entry(FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V4, INITIATE_SECURE),
                    entry(FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V6, INITIATE_SECURE),
                    entry(FwpmCallouts.IPSEC_ALE_CONNECT_V4, ALE_CONNECT),
                    entry(FwpmCallouts.IPSEC_ALE_CONNECT_V6, ALE_CONNECT),
                    entry(FwpmCallouts.IPSEC_INBOUND_TUNNEL_ALE_ACCEPT_V4, TUNNEL_ALE_ACCEPT),
                    entry(FwpmCallouts.IPSEC_INBOUND_TUNNEL_ALE_ACCEPT_V6, TUNNEL_ALE_ACCEPT),
                    entry(FwpmCallouts.IPSEC_DOSP_FORWARD_V4, DOSP_FORWARD),
                    entry(FwpmCallouts.IPSEC_DOSP_FORWARD_V6, DOSP_FORWARD),
                    entry(FwpmCallouts.WFP_TRANSPORT_LAYER_V4_SILENT_DROP, SILENT_DROP),
                    entry(FwpmCallouts.WFP_TRANSPORT_LAYER_V6_SILENT_DROP, SILENT_DROP),
                    entry(FwpmCallouts.SET_OPTIONS_AUTH_CONNECT_LAYER_V4, SET_OPTIONS),
                    entry(FwpmCallouts.SET_OPTIONS_AUTH_CONNECT_LAYER_V6, SET_OPTIONS),
                    entry(FwpmCallouts.SET_OPTIONS_AUTH_RECV_ACCEPT_LAYER_V4, SET_OPTIONS),
                    entry(FwpmCallouts.SET_OPTIONS_AUTH_RECV_ACCEPT_LAYER_V6, SET_OPTIONS));

    static @Nullable BuiltInCallout of(CalloutKey key) {
        return BY_KEY.get(key);
    }
}

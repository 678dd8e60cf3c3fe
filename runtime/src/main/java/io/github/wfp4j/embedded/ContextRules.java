package io.github.wfp4j.embedded;

import static io.github.wfp4j.fwpm.FwpmProviderContextType.CLASSIFY_OPTIONS_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_AUTHIP_MM_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_AUTHIP_QM_TRANSPORT_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_AUTHIP_QM_TUNNEL_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_DOSP_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_IKEV2_MM_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_IKEV2_QM_TRANSPORT_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_IKEV2_QM_TUNNEL_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_IKE_QM_TRANSPORT_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_IKE_QM_TUNNEL_CONTEXT;
import static io.github.wfp4j.fwpm.FwpmProviderContextType.IPSEC_KEYING_CONTEXT;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmContextAleFlags;
import io.github.wfp4j.fwpm.FwpmContextIpsecInboundFlags;
import io.github.wfp4j.fwpm.FwpmContextIpsecOutboundFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which provider context, and which number instead of one, a filter can have (4.2, 7.2, 7.3). */
final class ContextRules {
    /** The types of main mode policies. */
    static final Set<FwpmProviderContextType> MAIN_MODE =
            EnumSet.of(IPSEC_IKE_MM_CONTEXT, IPSEC_AUTHIP_MM_CONTEXT, IPSEC_IKEV2_MM_CONTEXT);

    /** The types of quick mode policies for tunnels. */
    static final Set<FwpmProviderContextType> TUNNEL =
            EnumSet.of(
                    IPSEC_IKE_QM_TUNNEL_CONTEXT,
                    IPSEC_AUTHIP_QM_TUNNEL_CONTEXT,
                    IPSEC_IKEV2_QM_TUNNEL_CONTEXT);

    private static final Set<FwpmProviderContextType> QUICK_MODE =
            EnumSet.of(
                    IPSEC_IKE_QM_TRANSPORT_CONTEXT,
                    IPSEC_AUTHIP_QM_TRANSPORT_CONTEXT,
                    IPSEC_IKEV2_QM_TRANSPORT_CONTEXT,
                    IPSEC_IKE_QM_TUNNEL_CONTEXT,
                    IPSEC_AUTHIP_QM_TUNNEL_CONTEXT,
                    IPSEC_IKEV2_QM_TUNNEL_CONTEXT);

    private static final Set<FwpmProviderContextType> KEYING = EnumSet.of(IPSEC_KEYING_CONTEXT);
    private static final Set<FwpmProviderContextType> OPTIONS =
            EnumSet.of(CLASSIFY_OPTIONS_CONTEXT);
    private static final Set<FwpmProviderContextType> DOSP = EnumSet.of(IPSEC_DOSP_CONTEXT);

    /** The layers whose filters are policies, with the types of their contexts. */
    private static final Map<LayerKey, Set<FwpmProviderContextType>> POLICY_LAYERS =
            Map.of(
                    FwpmLayers.IKEEXT_V4, MAIN_MODE,
                    FwpmLayers.IKEEXT_V6, MAIN_MODE,
                    FwpmLayers.IPSEC_V4, QUICK_MODE,
                    FwpmLayers.IPSEC_V6, QUICK_MODE,
                    FwpmLayers.IPSEC_KM_DEMUX_V4, KEYING,
                    FwpmLayers.IPSEC_KM_DEMUX_V6, KEYING);

    /** The built-in callouts that need a context of a certain type. */
    private static final Map<CalloutKey, Set<FwpmProviderContextType>> CALLOUTS =
            Map.ofEntries(
                    Map.entry(FwpmCallouts.IPSEC_INBOUND_TUNNEL_V4, TUNNEL),
                    Map.entry(FwpmCallouts.IPSEC_INBOUND_TUNNEL_V6, TUNNEL),
                    Map.entry(FwpmCallouts.IPSEC_OUTBOUND_TUNNEL_V4, TUNNEL),
                    Map.entry(FwpmCallouts.IPSEC_OUTBOUND_TUNNEL_V6, TUNNEL),
                    Map.entry(FwpmCallouts.IPSEC_FORWARD_INBOUND_TUNNEL_V4, TUNNEL),
                    Map.entry(FwpmCallouts.IPSEC_FORWARD_INBOUND_TUNNEL_V6, TUNNEL),
                    Map.entry(FwpmCallouts.IPSEC_FORWARD_OUTBOUND_TUNNEL_V4, TUNNEL),
                    Map.entry(FwpmCallouts.IPSEC_FORWARD_OUTBOUND_TUNNEL_V6, TUNNEL),
                    Map.entry(FwpmCallouts.SET_OPTIONS_AUTH_CONNECT_LAYER_V4, OPTIONS),
                    Map.entry(FwpmCallouts.SET_OPTIONS_AUTH_CONNECT_LAYER_V6, OPTIONS),
                    Map.entry(FwpmCallouts.SET_OPTIONS_AUTH_RECV_ACCEPT_LAYER_V4, OPTIONS),
                    Map.entry(FwpmCallouts.SET_OPTIONS_AUTH_RECV_ACCEPT_LAYER_V6, OPTIONS),
                    Map.entry(FwpmCallouts.IPSEC_DOSP_FORWARD_V4, DOSP),
                    Map.entry(FwpmCallouts.IPSEC_DOSP_FORWARD_V6, DOSP));

    private static final long INBOUND =
            FwpmContextIpsecInboundFlags.PASSTHRU
                    .or(FwpmContextIpsecInboundFlags.PERSIST_CONNECTION_SECURITY)
                    .or(FwpmContextIpsecInboundFlags.SECURITY_REALM_ID)
                    .bits();

    private static final long OUTBOUND =
            FwpmContextIpsecOutboundFlags.NEGOTIATE_DISCOVER
                    .or(FwpmContextIpsecOutboundFlags.SUPPRESS_NEGOTIATION)
                    .or(FwpmContextIpsecOutboundFlags.SECURITY_REALM_ID)
                    .bits();

    private static final long ACCEPT =
            FwpmContextAleFlags.SET_CONNECTION_REQUIRE_IPSEC_ENCRYPTION
                    .or(FwpmContextAleFlags.SET_CONNECTION_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED)
                    .or(FwpmContextAleFlags.ALLOW_AUTH_FW)
                    .bits();

    private static final long REQUIRE_SECURITY =
            FwpmContextAleFlags.SET_CONNECTION_REQUIRE_IPSEC_SECURITY.bits();

    private static final long CONNECT =
            ACCEPT
                    | REQUIRE_SECURITY
                    | FwpmContextAleFlags.SET_CONNECTION_LAZY_SD_EVALUATION.bits();

    /** The built-in callouts that take a number, with its defined bits. */
    private static final Map<CalloutKey, Long> NUMBERS =
            Map.of(
                    FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4, INBOUND,
                    FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V6, INBOUND,
                    FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V4, OUTBOUND,
                    FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V6, OUTBOUND,
                    FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V4, ACCEPT,
                    FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V6, ACCEPT,
                    FwpmCallouts.IPSEC_ALE_CONNECT_V4, CONNECT,
                    FwpmCallouts.IPSEC_ALE_CONNECT_V6, CONNECT);

    private static final Set<CalloutKey> AT_CONNECT =
            Set.of(FwpmCallouts.IPSEC_ALE_CONNECT_V4, FwpmCallouts.IPSEC_ALE_CONNECT_V6);

    private ContextRules() {}

    /** {@return whether the filters of a layer are policies, which only permit (4.2)} */
    static boolean isPolicyLayer(LayerKey layer) {
        return POLICY_LAYERS.containsKey(layer);
    }

    /**
     * Refuses a provider context where a filter cannot have it.
     *
     * @param type the type of the context
     * @param layer the layer of the filter
     * @param callout the callout of the filter, or null for none
     */
    static void requireContext(
            FwpmProviderContextType type, LayerKey layer, @Nullable FwpmCallout0 callout) {
        Set<FwpmProviderContextType> fitting;
        if (callout == null) {
            boolean authorization =
                    EnginePolicy.KM_AUTHORIZATION_TAKES_CONTEXT
                            && layer.equals(FwpmLayers.KM_AUTHORIZATION);
            EngineFailure.unless(
                    authorization || isPolicyLayer(layer),
                    ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_LAYER);
            fitting = POLICY_LAYERS.get(layer);
        } else {
            EngineFailure.unless(
                    callout.flags().contains(FwpmCalloutFlags.USES_PROVIDER_CONTEXT)
                            && !NUMBERS.containsKey(callout.calloutKey()),
                    ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT);
            fitting = CALLOUTS.get(callout.calloutKey());
        }
        EngineFailure.unless(
                fitting == null || fitting.contains(type),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
    }

    /** Refuses a number with bits that a built-in callout does not define (7.3). */
    static void requireNumber(long number, CalloutKey callout) {
        Long defined = NUMBERS.get(callout);
        if (defined == null) {
            return;
        }
        boolean alone =
                AT_CONNECT.contains(callout)
                        && (number & FwpmContextAleFlags.ALLOW_AUTH_FW.bits()) != 0
                        && (number & REQUIRE_SECURITY) == 0;
        EngineFailure.unless(
                (number & ~defined) == 0 && !alone,
                ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT);
    }
}

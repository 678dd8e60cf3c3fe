package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpActionFlags;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmLayerFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import java.util.Set;

/** Which action a filter can have at which layer and in which sublayer (4.2). */
final class ActionRules {
    private static final Set<LayerKey> FAST_LAYERS =
            Set.of(
                    FwpmLayers.INBOUND_TRANSPORT_FAST,
                    FwpmLayers.OUTBOUND_TRANSPORT_FAST,
                    FwpmLayers.INBOUND_MAC_FRAME_NATIVE_FAST,
                    FwpmLayers.OUTBOUND_MAC_FRAME_NATIVE_FAST);

    private static final Set<LayerKey> RPC_LAYERS =
            Set.of(
                    FwpmLayers.RPC_UM,
                    FwpmLayers.RPC_EPMAP,
                    FwpmLayers.RPC_EP_ADD,
                    FwpmLayers.RPC_PROXY_CONN,
                    FwpmLayers.RPC_PROXY_IF);

    private ActionRules() {}

    /** Refuses an action that only classification results in. */
    static void requireAction(FwpActionType action) {
        boolean possible =
                switch (action) {
                    case BLOCK, PERMIT -> true;
                    case CALLOUT_TERMINATING, CALLOUT_INSPECTION, CALLOUT_UNKNOWN -> true;
                    case NONE, NONE_NO_MATCH, CONTINUE -> false;
                };
        EngineFailure.unless(possible, ErrorCode.FWP_E_INVALID_ACTION_TYPE);
    }

    /** {@return whether an action asks a callout} */
    static boolean asksCallout(FwpActionType action) {
        return (action.value() & FwpActionFlags.CALLOUT.bits()) != 0;
    }

    /** {@return whether an action always decides} */
    static boolean isTerminating(FwpActionType action) {
        return (action.value() & FwpActionFlags.TERMINATING.bits()) != 0;
    }

    /** Refuses an action that a layer cannot take. */
    static void requireAt(Layer layer, FwpActionType action) {
        if (ContextRules.isPolicyLayer(layer.key())) {
            EngineFailure.unless(
                    action == FwpActionType.PERMIT, ErrorCode.FWP_E_ACTION_INCOMPATIBLE_WITH_LAYER);
        }
        // Callouts are called in the kernel.
        EngineFailure.unless(
                layer.flags().contains(FwpmLayerFlags.KERNEL) || !asksCallout(action),
                ErrorCode.FWP_E_ACTION_INCOMPATIBLE_WITH_LAYER);
        EngineFailure.unless(
                !FAST_LAYERS.contains(layer.key()) || asksCallout(action),
                ErrorCode.FWP_E_INCOMPATIBLE_LAYER);
    }

    /** Refuses an action that a built-in sublayer cannot take at a layer. */
    static void requireIn(SublayerKey sublayer, LayerKey layer, FwpActionType action) {
        boolean fits =
                !(sublayer.equals(FwpmSublayers.INSPECTION)
                                && action != FwpActionType.CALLOUT_INSPECTION)
                        && !(sublayer.equals(FwpmSublayers.RPC_AUDIT)
                                && !RPC_LAYERS.contains(layer));
        EngineFailure.unless(fits, ErrorCode.FWP_E_ACTION_INCOMPATIBLE_WITH_SUBLAYER);
    }
}

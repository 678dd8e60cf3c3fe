package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaContextUpdateFlags;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces members of the newest associations of a context (9.20).
 *
 * <p>What the flags do not name is not looked at. A direction that is left out stays as it is.
 */
final class SaContextUpdate {
    private static final long ALL =
            IpsecSaContextUpdateFlags.DETAILS_UPDATE_TRAFFIC
                    .or(IpsecSaContextUpdateFlags.DETAILS_UPDATE_UDP_ENCAPSULATION)
                    .or(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_FLAGS)
                    .or(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_NAP_CONTEXT)
                    .or(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_KEY_MODULE_STATE)
                    .or(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_PEER_V4_PRIVATE_ADDRESS)
                    .or(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_MM_SA_ID)
                    .bits();

    private final SaContexts contexts;
    private final SaTrafficChecks checks;
    private final IpsecSaContextUpdateFlags flags;
    private final Instant now;

    /**
     * Creates an update.
     *
     * @param flags what to replace
     * @param now the time of the update
     * @throws EngineFailure if a flag is unknown
     */
    SaContextUpdate(Store store, IpsecSaContextUpdateFlags flags, Instant now) {
        EngineFailure.unless((flags.bits() & ~ALL) == 0, ErrorCode.FWP_E_INVALID_FLAGS);
        this.contexts = store.saContexts;
        this.checks = new SaTrafficChecks(store);
        this.flags = flags;
        this.now = now;
    }

    /** Replaces the members in the context that the new values name. */
    void apply(IpsecSaContext1 newValues) {
        SaContext context = contexts.get(newValues.saContextId(), now);
        IpsecSaDetails1 inbound = newValues.inboundSa();
        IpsecSaDetails1 outbound = newValues.outboundSa();
        EngineFailure.unless(inbound != null || outbound != null, ErrorCode.FWP_E_NULL_POINTER);
        List<SecurityAssociation> associations = new ArrayList<>(context.all());
        update(context, associations, FwpDirection.INBOUND, inbound);
        update(context, associations, FwpDirection.OUTBOUND, outbound);
        IpsecTraffic1 newOutbound =
                outbound == null ? context.outbound() : traffic(outbound, context.outbound());
        contexts.put(
                context.with(newOutbound, request(context, inbound, newOutbound), associations));
    }

    private boolean replaces(IpsecSaContextUpdateFlags flag) {
        return flags.contains(flag);
    }

    private IpsecTraffic1 traffic(IpsecSaDetails1 newValues, IpsecTraffic1 old) {
        return replaces(IpsecSaContextUpdateFlags.DETAILS_UPDATE_TRAFFIC)
                ? newValues.traffic()
                : old;
    }

    /** {@return what SPIs for further pairs have to be asked for with, or null if none was} */
    private @Nullable IpsecGetspi1 request(
            SaContext context, @Nullable IpsecSaDetails1 inbound, IpsecTraffic1 outbound) {
        IpsecGetspi1 old = context.request();
        if (old == null) {
            return null;
        }
        IpsecTraffic1 newInbound =
                inbound == null
                        ? old.inboundIpsecTraffic()
                        : traffic(inbound, old.inboundIpsecTraffic());
        SaTrafficChecks.requirePair(newInbound, outbound);
        return new IpsecGetspi1(newInbound, old.inboundUdpEncapsulation(), old.rngCryptoModuleID());
    }

    private void update(
            SaContext context,
            List<SecurityAssociation> associations,
            FwpDirection direction,
            @Nullable IpsecSaDetails1 newValues) {
        if (newValues == null) {
            return;
        }
        SecurityAssociation newest = context.newest(direction, now);
        if (newest == null) {
            throw new EngineFailure(ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        }
        IpsecSaDetails1 details = newest.details();
        if (replaces(IpsecSaContextUpdateFlags.DETAILS_UPDATE_TRAFFIC)) {
            checks.require(newValues.traffic(), direction);
            details = details.withTraffic(newValues.traffic());
        }
        if (replaces(IpsecSaContextUpdateFlags.DETAILS_UPDATE_UDP_ENCAPSULATION)) {
            requireVersion(newValues.ipVersion() == details.ipVersion());
            details = details.withUdpEncapsulation(newValues.udpEncapsulation());
        }
        details = details.withSaBundle(bundle(details.saBundle(), newValues.saBundle()));
        associations.set(associations.indexOf(newest), newest.withDetails(details));
    }

    private IpsecSaBundle1 bundle(IpsecSaBundle1 old, IpsecSaBundle1 newValues) {
        IpsecSaBundle1 bundle = old;
        if (replaces(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_FLAGS)) {
            SaBundleChecks.requireFlags(newValues.flags());
            bundle = bundle.withFlags(newValues.flags());
        }
        if (replaces(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_NAP_CONTEXT)) {
            bundle = bundle.withNapContext(newValues.napContext());
        }
        if (replaces(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_KEY_MODULE_STATE)) {
            bundle = bundle.withKeyModuleState(newValues.keyModuleState());
        }
        if (replaces(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_PEER_V4_PRIVATE_ADDRESS)) {
            boolean v4 =
                    newValues.peerPrivateAddress() instanceof IpsecSaBundle1.PeerPrivateAddress.V4;
            requireVersion(v4 && newValues.ipVersion() == old.ipVersion());
            bundle = bundle.withPeerPrivateAddress(newValues.peerPrivateAddress());
        }
        if (replaces(IpsecSaContextUpdateFlags.BUNDLE_UPDATE_MM_SA_ID)) {
            bundle = bundle.withMmSaId(newValues.mmSaId());
        }
        return bundle;
    }

    private static void requireVersion(boolean fitting) {
        EngineFailure.unless(fitting, ErrorCode.FWP_E_INVALID_PARAMETER);
    }
}

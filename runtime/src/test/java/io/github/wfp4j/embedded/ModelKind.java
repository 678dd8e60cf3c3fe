package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmProviderContexts;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import java.util.List;

/** A kind of object, with the few keys that random calls draw from so that they often collide. */
enum ModelKind {
    PROVIDER(
            ErrorCode.FWP_E_PROVIDER_NOT_FOUND,
            List.of(
                    new ProviderKey(pooled(1)),
                    new ProviderKey(pooled(2)),
                    FwpmProviders.MPSSVC_WF)),
    SUBLAYER(
            ErrorCode.FWP_E_SUBLAYER_NOT_FOUND,
            List.of(
                    new SublayerKey(pooled(1)),
                    new SublayerKey(pooled(2)),
                    FwpmSublayers.UNIVERSAL)),
    CALLOUT(
            ErrorCode.FWP_E_CALLOUT_NOT_FOUND,
            List.of(
                    new CalloutKey(pooled(1)),
                    new CalloutKey(pooled(2)),
                    FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4)),
    CONTEXT(
            ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND,
            List.of(
                    new ProviderContextKey(pooled(1)),
                    new ProviderContextKey(pooled(2)),
                    FwpmProviderContexts.SECURE_SOCKET_AUTHIP)),
    FILTER(
            ErrorCode.FWP_E_FILTER_NOT_FOUND,
            List.of(new FilterKey(pooled(1)), new FilterKey(pooled(2)), new FilterKey(pooled(3))));

    /** The kinds whose objects have run-time ids. */
    static final List<ModelKind> WITH_IDS = List.of(CALLOUT, CONTEXT, FILTER);

    final ErrorCode notFound;

    @SuppressWarnings("ImmutableEnumChecker") // lists made by List.of are
    final List<? extends Key> keys;

    ModelKind(ErrorCode notFound, List<? extends Key> keys) {
        this.notFound = notFound;
        this.keys = keys;
    }

    private static Guid pooled(int number) {
        return new Guid(number, 0x5555);
    }
}

package io.github.wfp4j.engine;

import io.github.wfp4j.internal.abi.CalloutFunctions;
import io.github.wfp4j.internal.abi.ConnectionFunctions;
import io.github.wfp4j.internal.abi.FilterFunctions;
import io.github.wfp4j.internal.abi.LayerFunctions;
import io.github.wfp4j.internal.abi.ProviderFunctions;
import io.github.wfp4j.internal.abi.SessionFunctions;
import io.github.wfp4j.internal.abi.SublayerFunctions;
import io.github.wfp4j.view.FwpmCallout0View;
import io.github.wfp4j.view.FwpmConnection0View;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmLayer0View;
import io.github.wfp4j.view.FwpmProvider0View;
import io.github.wfp4j.view.FwpmSession0View;
import io.github.wfp4j.view.FwpmSublayer0View;

/**
 * What can be enumerated; provider contexts are in {@link ContextViews}, network events in {@link
 * NetEventVersions}.
 */
final class Enumerations {
    private Enumerations() {}

    static Enumeration<FwpmCallout0View> of(CalloutFunctions functions) {
        return new Enumeration<>(
                "FwpmCalloutCreateEnumHandle0",
                functions::FwpmCalloutCreateEnumHandle0,
                "FwpmCalloutEnum0",
                functions::FwpmCalloutEnum0,
                "FwpmCalloutDestroyEnumHandle0",
                functions::FwpmCalloutDestroyEnumHandle0,
                FwpmCallout0View::new);
    }

    static Enumeration<FwpmConnection0View> of(ConnectionFunctions functions) {
        return new Enumeration<>(
                "FwpmConnectionCreateEnumHandle0",
                functions::FwpmConnectionCreateEnumHandle0,
                "FwpmConnectionEnum0",
                functions::FwpmConnectionEnum0,
                "FwpmConnectionDestroyEnumHandle0",
                functions::FwpmConnectionDestroyEnumHandle0,
                FwpmConnection0View::new);
    }

    static Enumeration<FwpmFilter0View> of(FilterFunctions functions) {
        return new Enumeration<>(
                "FwpmFilterCreateEnumHandle0",
                functions::FwpmFilterCreateEnumHandle0,
                "FwpmFilterEnum0",
                functions::FwpmFilterEnum0,
                "FwpmFilterDestroyEnumHandle0",
                functions::FwpmFilterDestroyEnumHandle0,
                FwpmFilter0View::new);
    }

    static Enumeration<FwpmLayer0View> of(LayerFunctions functions) {
        return new Enumeration<>(
                "FwpmLayerCreateEnumHandle0",
                functions::FwpmLayerCreateEnumHandle0,
                "FwpmLayerEnum0",
                functions::FwpmLayerEnum0,
                "FwpmLayerDestroyEnumHandle0",
                functions::FwpmLayerDestroyEnumHandle0,
                FwpmLayer0View::new);
    }

    static Enumeration<FwpmProvider0View> of(ProviderFunctions functions) {
        return new Enumeration<>(
                "FwpmProviderCreateEnumHandle0",
                functions::FwpmProviderCreateEnumHandle0,
                "FwpmProviderEnum0",
                functions::FwpmProviderEnum0,
                "FwpmProviderDestroyEnumHandle0",
                functions::FwpmProviderDestroyEnumHandle0,
                FwpmProvider0View::new);
    }

    static Enumeration<FwpmSession0View> of(SessionFunctions functions) {
        return new Enumeration<>(
                "FwpmSessionCreateEnumHandle0",
                functions::FwpmSessionCreateEnumHandle0,
                "FwpmSessionEnum0",
                functions::FwpmSessionEnum0,
                "FwpmSessionDestroyEnumHandle0",
                functions::FwpmSessionDestroyEnumHandle0,
                FwpmSession0View::new);
    }

    static Enumeration<FwpmSublayer0View> of(SublayerFunctions functions) {
        return new Enumeration<>(
                "FwpmSubLayerCreateEnumHandle0",
                functions::FwpmSubLayerCreateEnumHandle0,
                "FwpmSubLayerEnum0",
                functions::FwpmSubLayerEnum0,
                "FwpmSubLayerDestroyEnumHandle0",
                functions::FwpmSubLayerDestroyEnumHandle0,
                FwpmSublayer0View::new);
    }
}

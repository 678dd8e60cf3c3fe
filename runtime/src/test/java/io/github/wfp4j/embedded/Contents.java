package io.github.wfp4j.embedded;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpFilterEnumFlags;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.view.FwpmCallout0View;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmLayer0View;
import io.github.wfp4j.view.FwpmProvider0View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.FwpmSublayer0View;

import java.util.ArrayList;
import java.util.List;

/** Everything that a client can see in an engine. */
record Contents(
        List<FwpmProvider0> providers,
        List<FwpmSublayer0> sublayers,
        List<FwpmCallout0> callouts,
        List<FwpmProviderContext3> contexts,
        List<FwpmFilter0> filters) {
    static Contents of(EmbeddedEngine embedded) {
        try (Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0))) {
            List<FwpmFilter0> filters = new ArrayList<>();
            for (LayerKey layer : engine.layers().toList(FwpmLayer0View::layerKey)) {
                FwpmFilterEnumTemplate0 all =
                        FwpmFilterEnumTemplate0.of(layer)
                                .withFlags(
                                        FwpFilterEnumFlags.INCLUDE_BOOTTIME.or(
                                                FwpFilterEnumFlags.INCLUDE_DISABLED));
                filters.addAll(engine.filters(all).toList(FwpmFilter0View::toRecord));
            }
            return new Contents(
                    engine.providers().toList(FwpmProvider0View::toRecord),
                    engine.sublayers().toList(FwpmSublayer0View::toRecord),
                    engine.callouts().toList(FwpmCallout0View::toRecord),
                    engine.providerContexts().toList(FwpmProviderContext3View::toRecord),
                    filters);
        }
    }
}

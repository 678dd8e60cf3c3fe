package io.github.wfp4j.scenarios;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmProvider0View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.IpsecSaContext1View;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Everything in an engine that an installer could leave behind, in full. */
public final class EngineState {
    private EngineState() {}

    /** As a session sees it. */
    public static List<Object> of(Engine engine) {
        List<Object> all = new ArrayList<>(engine.filters().toList(FwpmFilter0View::toRecord));
        all.addAll(engine.providerContexts().toList(FwpmProviderContext3View::toRecord));
        all.addAll(engine.providers().toList(FwpmProvider0View::toRecord));
        all.addAll(engine.securityAssociations().contexts().toList(IpsecSaContext1View::toRecord));
        return Collections.unmodifiableList(all);
    }

    /** As a session of its own sees it: what is committed. */
    public static List<Object> of(EmbeddedEngine embedded) {
        try (Engine engine = embedded.open(Sessions.named("observer"))) {
            return of(engine);
        }
    }
}

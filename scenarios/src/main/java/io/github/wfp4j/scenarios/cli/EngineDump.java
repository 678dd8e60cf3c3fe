package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpFilterEnumFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.netsh.NetshDump;
import io.github.wfp4j.netsh.NetshForm;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.view.FwpmCallout0View;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmLayer0View;
import io.github.wfp4j.view.FwpmProvider0View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.FwpmSublayer0View;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Reads all objects of an engine, as a dump has them; sessions are left out. */
final class EngineDump {
    private EngineDump() {}

    /**
     * {@return all objects of an engine}
     *
     * @param err where is said what is left out
     */
    static NetshDump of(Engine engine, PrintWriter err) {
        List<FwpmLayer0> layers = engine.layers().toList(FwpmLayer0View::toRecord);
        List<FwpmFilter0> filters = new ArrayList<>();
        for (FwpmLayer0 layer : layers) {
            FwpmFilterEnumTemplate0 all =
                    FwpmFilterEnumTemplate0.of(layer.layerKey())
                            .withFlags(
                                    FwpFilterEnumFlags.INCLUDE_BOOTTIME.or(
                                            FwpFilterEnumFlags.INCLUDE_DISABLED));
            read(engine, all, filters, err);
        }
        return new NetshDump(
                NetshForm.STATE,
                null,
                List.of(),
                layers,
                engine.callouts().toList(FwpmCallout0View::toRecord),
                filters,
                engine.providers().toList(FwpmProvider0View::toRecord),
                engine.providerContexts().toList(FwpmProviderContext3View::toRecord),
                engine.sublayers().toList(FwpmSublayer0View::toRecord),
                List.of(),
                List.of());
    }

    /**
     * Reads filters.
     *
     * @param template which ones
     * @param filters where they are added
     * @param err where is said what is left out
     */
    static void read(
            Engine engine,
            FwpmFilterEnumTemplate0 template,
            List<FwpmFilter0> filters,
            PrintWriter err) {
        try (Cursor<FwpmFilter0View> cursor = engine.filters(template)) {
            while (cursor.next()) {
                FwpmFilter0View filter = cursor.current();
                try {
                    filters.add(filter.toRecord());
                } catch (DecodingException e) {
                    // A newer Windows may have values that this version does not know.
                    err.printf(
                            "wfp4j: filter %s is left out: %s%n",
                            Long.toUnsignedString(filter.filterId()), e.getMessage());
                }
            }
        }
    }
}

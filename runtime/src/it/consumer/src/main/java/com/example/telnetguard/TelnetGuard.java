package com.example.telnetguard;

import static java.lang.System.out;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Filters;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.win32.Ipproto;

/** The example that the README shows. */
final class TelnetGuard {
    private TelnetGuard() {}

    public static void main(String[] args) {
        // @start region="readme"
        try (Engine engine = EmbeddedEngine.create().open(Sessions.dynamic("telnet guard"))) {
            try (Transaction transaction = engine.begin()) {
                engine.add(
                        Filters.block(
                                FwpmLayers.ALE_AUTH_CONNECT_V4,
                                Conditions.protocol(Ipproto.TCP),
                                Conditions.remotePort(23)));
                transaction.commit(); // closing without this takes everything back
            }
            for (FwpmFilter0 filter : engine.filters().toList(FwpmFilter0View::toRecord)) {
                out.println(filter.filterId() + " " + filter.displayData().name());
            }
        }
        // @end
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;

import java.util.List;

/** Snapshots for tests. */
final class Snapshots {
    private Snapshots() {}

    /** {@return a snapshot of objects that nobody secured, in an engine as it is made} */
    static Snapshot of(
            Ids.Counters counters,
            List<FwpmProvider0> providers,
            List<FwpmSublayer0> sublayers,
            List<FwpmCallout0> callouts,
            List<FwpmProviderContext3> providerContexts,
            List<FwpmFilter0> filters,
            List<FwpmFilter0> exemptions) {
        return new Snapshot(
                counters,
                providers,
                sublayers,
                callouts,
                providerContexts,
                filters,
                exemptions,
                List.of(),
                new EngineSettings(false).all(),
                null);
    }
}

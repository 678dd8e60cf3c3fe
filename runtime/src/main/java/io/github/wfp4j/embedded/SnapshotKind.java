package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of objects in a snapshot, each of which is a section of the file.
 *
 * @param tag what the section is called, four ASCII characters
 * @param struct the C struct of an object
 * @param objects where the snapshot has them
 */
record SnapshotKind<R>(String tag, Struct<R> struct, Function<Snapshot, List<R>> objects) {
    static final SnapshotKind<FwpmProvider0> PROVIDERS =
            new SnapshotKind<>("PROV", Structs.PROVIDER, Snapshot::providers);

    static final SnapshotKind<FwpmSublayer0> SUBLAYERS =
            new SnapshotKind<>("SUBL", Structs.SUBLAYER, Snapshot::sublayers);

    static final SnapshotKind<FwpmCallout0> CALLOUTS =
            new SnapshotKind<>("CALL", Structs.CALLOUT, Snapshot::callouts);

    static final SnapshotKind<FwpmProviderContext3> PROVIDER_CONTEXTS =
            new SnapshotKind<>("CTXT", Structs.CONTEXT3, Snapshot::providerContexts);

    static final SnapshotKind<FwpmFilter0> FILTERS =
            new SnapshotKind<>("FILT", Structs.FILTER, Snapshot::filters);

    static final SnapshotKind<FwpmFilter0> EXEMPTIONS =
            new SnapshotKind<>("AUTO", Structs.FILTER, Snapshot::exemptions);

    /** Only there if the objects are those of another engine. */
    static final SnapshotKind<FwpmLayer0> LAYERS =
            new SnapshotKind<>(
                    SnapshotLayout.LAYERS,
                    Structs.LAYER,
                    snapshot -> snapshot.layers() == null ? List.of() : snapshot.layers());

    /** In the order in which they stand in the file. */
    static final List<SnapshotKind<?>> ALL =
            List.of(PROVIDERS, SUBLAYERS, CALLOUTS, PROVIDER_CONTEXTS, FILTERS, EXEMPTIONS);
}

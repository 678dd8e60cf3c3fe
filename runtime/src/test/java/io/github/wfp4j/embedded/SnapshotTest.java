package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.samples.FwpmCallout0Samples;
import io.github.wfp4j.samples.FwpmFilter0Samples;
import io.github.wfp4j.samples.FwpmProvider0Samples;
import io.github.wfp4j.samples.FwpmProviderContext3Samples;
import io.github.wfp4j.samples.FwpmSublayer0Samples;
import io.github.wfp4j.types.ProviderContextKey;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Arbitrary objects in the form of the state file. */
final class SnapshotTest {
    @Provide
    Arbitrary<List<FwpmProvider0>> providers() {
        return FwpmProvider0Samples.any().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<FwpmSublayer0>> sublayers() {
        return FwpmSublayer0Samples.any().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<FwpmCallout0>> callouts() {
        return FwpmCallout0Samples.any().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<FwpmProviderContext3>> contexts() {
        return FwpmProviderContext3Samples.any().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<FwpmFilter0>> filters() {
        return FwpmFilter0Samples.any().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Ids.Counters> counters() {
        Arbitrary<Long> any = Arbitraries.longs();
        return Combinators.combine(any, any, any).as(Ids.Counters::new);
    }

    @Property(tries = 200)
    void comesBackFromItsBytes(
            @ForAll("counters") Ids.Counters counters,
            @ForAll("providers") List<FwpmProvider0> providers,
            @ForAll("sublayers") List<FwpmSublayer0> sublayers,
            @ForAll("callouts") List<FwpmCallout0> callouts,
            @ForAll("contexts") List<FwpmProviderContext3> contexts,
            @ForAll("filters") List<FwpmFilter0> filters) {
        Snapshot snapshot =
                Snapshots.of(
                        counters,
                        providers,
                        sublayers,
                        callouts,
                        contexts,
                        filters,
                        filters.reversed());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment written = SnapshotWriter.write(snapshot, arena);
            assertThat(SnapshotReader.read(written)).isEqualTo(snapshot);
            assertThat(SnapshotWriter.write(snapshot, arena).mismatch(written)).isEqualTo(-1);
        }
    }

    @Property(tries = 60)
    void policiesThatAnEngineTakesAreThereInTheNext(
            @ForAll("contexts") List<FwpmProviderContext3> contexts) throws IOException {
        Path directory = Files.createTempDirectory("snapshot");
        StateFile file = new StateFile(directory.resolve("state"), Writing.AT_CLOSE);
        EmbeddedEngineOptions options = EmbeddedEngineOptions.DEFAULT.withState(file);
        Contents before;
        try (EmbeddedEngine embedded = EmbeddedEngine.create(options);
                Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0))) {
            for (FwpmProviderContext3 context : contexts) {
                try {
                    engine.add(Samples.context(ProviderContextKey.random(), context.policy()));
                } catch (WfpException e) {
                    // No keying module could use it, so that it is not in the engine.
                    assertThat(e.function()).isEqualTo("FwpmProviderContextAdd3");
                }
            }
            before = Contents.of(embedded);
        }
        try (EmbeddedEngine embedded = EmbeddedEngine.create(options)) {
            assertThat(Contents.of(embedded)).isEqualTo(before);
        }
        Files.deleteIfExists(directory.resolve("state"));
        Files.delete(directory.resolve("state.lock"));
        Files.delete(directory);
    }
}

package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The file that keeps what an engine holds (2.10, 2.13). */
final class StateFileTest {
    @TempDir private Path directory;
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("engine.state");
    }

    private EmbeddedEngine start() {
        return start(Writing.AFTER_EACH_COMMIT);
    }

    private EmbeddedEngine start(Writing writing) {
        return EmbeddedEngine.create(
                EmbeddedEngineOptions.DEFAULT.withState(new StateFile(file, writing)));
    }

    private static Engine open(EmbeddedEngine embedded) {
        return embedded.open(Client.session(FwpmSessionFlags.NONE, 0));
    }

    private static void fill(EmbeddedEngine embedded) {
        try (Engine engine = open(embedded);
                Transaction transaction = engine.begin()) {
            StateSamples.addPersistent(engine);
            StateSamples.addStatic(engine);
            transaction.commit();
        }
    }

    private static void add(EmbeddedEngine embedded) {
        try (Engine engine = open(embedded)) {
            engine.add(Client.provider(ProviderKey.random()));
        }
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    @Test
    @DisplayName("Objects of every kind are there again in the next engine, as they were")
    void keepsEverything() {
        Contents before;
        try (EmbeddedEngine embedded = start()) {
            fill(embedded);
            before = Contents.of(embedded);
        }
        assertThat(before.filters()).hasSize(6 + 12);
        try (EmbeddedEngine embedded = start()) {
            assertThat(Contents.of(embedded)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName(
            "3.1-dynamic: dynamic objects die with their session, also those of the engine's own")
    void forgetsDynamicObjects() {
        Contents empty;
        try (EmbeddedEngine embedded = start()) {
            add(embedded);
            empty = Contents.of(embedded);
            // Not closed before the engine is.
            Engine dynamic = embedded.open(Client.session(FwpmSessionFlags.DYNAMIC, 0));
            StateSamples.addStatic(dynamic);
            assertThat(Contents.of(embedded).filters()).hasSize(4 + 12);
            // Writes the file while they are there.
            add(embedded);
            try (Engine engine = open(embedded)) {
                engine.delete(Contents.of(embedded).providers().getLast().providerKey());
            }
        }
        try (EmbeddedEngine embedded = start()) {
            assertThat(Contents.of(embedded)).isEqualTo(empty);
        }
    }

    @Test
    @DisplayName("4.6-first: exemptions that are kept go with the last policy")
    void keepsExemptionsWithTheirPolicies() {
        try (EmbeddedEngine embedded = start()) {
            fill(embedded);
        }
        try (EmbeddedEngine embedded = start();
                Engine engine = open(embedded)) {
            List<FwpmFilter0> filters = Contents.of(embedded).filters();
            FwpmFilter0 exemption =
                    filters.stream()
                            .filter(it -> FwpmProviders.IKEEXT.equals(it.providerKey()))
                            .findFirst()
                            .orElseThrow();
            assertThatThrownBy(() -> engine.delete(exemption.filterKey()))
                    .isInstanceOfSatisfying(
                            WfpException.class,
                            e -> assertThat(e.error()).contains(ErrorCode.FWP_E_BUILTIN_OBJECT));
            filters.stream()
                    .filter(it -> it.layerKey().equals(FwpmLayers.IKEEXT_V4))
                    .forEach(it -> engine.delete(it.filterKey()));
            assertThat(Contents.of(embedded).filters()).hasSize(filters.size() - 1 - 8);
        }
    }

    @Test
    @DisplayName(
            "2.11, 3.4-filter, 3.4-restart: ids of deleted objects are not given again by the next"
                    + " engine")
    void keepsCounting() {
        long last;
        try (EmbeddedEngine embedded = start();
                Engine engine = open(embedded)) {
            engine.add(Samples.block());
            last = engine.add(Samples.block());
            engine.deleteFilter(last);
        }
        try (EmbeddedEngine embedded = start();
                Engine engine = open(embedded)) {
            assertThat(engine.add(Samples.block())).isGreaterThan(last);
        }
    }

    @Test
    @DisplayName("5.10: the order of insertion stays, also of what was added after a start")
    void keepsOrder() {
        for (int i = 0; i < 4; i++) {
            try (EmbeddedEngine embedded = start()) {
                add(embedded);
                add(embedded);
            }
        }
        List<ProviderKey> keys;
        try (EmbeddedEngine embedded = start()) {
            add(embedded);
            keys = providers(embedded);
        }
        assertThat(keys).hasSize(9 + 9);
        try (EmbeddedEngine embedded = start()) {
            assertThat(providers(embedded)).isEqualTo(keys);
        }
    }

    private static List<ProviderKey> providers(EmbeddedEngine embedded) {
        return Contents.of(embedded).providers().stream().map(it -> it.providerKey()).toList();
    }

    @Test
    @DisplayName("2.13: a transaction is durable once commit returned, and not before")
    void writesBeforeCommitReturns() throws IOException {
        try (EmbeddedEngine embedded = start();
                Engine engine = open(embedded)) {
            engine.add(Client.provider(ProviderKey.random()));
            byte[] first = bytes();
            try (Transaction transaction = engine.begin()) {
                engine.add(Client.provider(ProviderKey.random()));
                assertThat(bytes()).isEqualTo(first);
                transaction.commit();
            }
            assertThat(bytes().length).isGreaterThan(first.length);
        }
    }

    @Test
    @DisplayName("2.13: whoever reads the file while it is written finds a whole one")
    void isWholeAtAnyTime() throws Exception {
        FwpByteBlob data = new FwpByteBlob(Bytes.of(new byte[1 << 20]));
        try (EmbeddedEngine embedded = start();
                Engine engine = open(embedded)) {
            engine.add(
                    Samples.context(ProviderContextKey.random(), new Policy.GeneralContext(data)));
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 30; i++) {
                            engine.add(Samples.block());
                        }
                    });
            int last = 0;
            while (!writing.isDone()) {
                try (Arena arena = Arena.ofConfined()) {
                    byte[] content = bytes();
                    MemorySegment memory = arena.allocate(content.length, 8);
                    Snapshot read =
                            SnapshotReader.read(memory.copyFrom(MemorySegment.ofArray(content)));
                    assertThat(read.filters().size()).isBetween(last, 30);
                    last = read.filters().size();
                }
            }
            writing.join();
        }
    }

    @Test
    @DisplayName("What changes nothing that lasts writes nothing")
    void writesOnlyLastingChanges() throws IOException {
        try (EmbeddedEngine embedded = start()) {
            try (Engine dynamic = embedded.open(Client.session(FwpmSessionFlags.DYNAMIC, 0));
                    Transaction transaction = dynamic.begin()) {
                StateSamples.addStatic(dynamic);
                transaction.commit();
            }
            try (Engine engine = open(embedded)) {
                try (Transaction transaction = engine.begin(true)) {
                    transaction.commit();
                }
                try (Transaction _ = engine.begin()) {
                    engine.add(Client.provider(ProviderKey.random()));
                }
                assertThatThrownBy(() -> engine.delete(ProviderKey.random()))
                        .isInstanceOf(WfpException.class);
            }
            assertThat(file).doesNotExist();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    @DisplayName("An engine that writes when it is closed does so then, once")
    void writesAtClose() throws IOException {
        Contents before;
        try (EmbeddedEngine embedded = start(Writing.AT_CLOSE)) {
            fill(embedded);
            before = Contents.of(embedded);
            assertThat(file).doesNotExist();
        }
        byte[] written = bytes();
        try (EmbeddedEngine embedded = start(Writing.AT_CLOSE)) {
            assertThat(Contents.of(embedded)).isEqualTo(before);
            Files.delete(file);
        }
        // Nothing changed, so nothing was written.
        assertThat(file).doesNotExist();
        Files.write(file, written);
        EmbeddedEngine embedded = start(Writing.AT_CLOSE);
        add(embedded);
        embedded.close();
        Files.delete(file);
        embedded.close();
        assertThat(file).doesNotExist();
    }

    @Test
    @DisplayName("A transaction that is open when the engine is closed is not kept")
    void doesNotKeepOpenTransactions() {
        Contents before;
        try (EmbeddedEngine embedded = start(Writing.AT_CLOSE)) {
            add(embedded);
            before = Contents.of(embedded);
            Engine engine = open(embedded);
            engine.begin();
            engine.add(Client.provider(ProviderKey.random()));
        }
        try (EmbeddedEngine embedded = start()) {
            assertThat(Contents.of(embedded)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("The same objects are the same bytes")
    void isDeterministic() throws IOException {
        try (EmbeddedEngine embedded = start()) {
            fill(embedded);
        }
        byte[] first = bytes();
        try (EmbeddedEngine embedded = start(Writing.AT_CLOSE);
                Engine engine = open(embedded)) {
            SublayerKey sublayer = SublayerKey.random();
            engine.add(Client.sublayer(sublayer, 9));
            engine.delete(sublayer);
        }
        assertThat(bytes()).isEqualTo(first);
    }

    @Test
    @DisplayName("2.10: a commit that cannot be written fails and changes nothing")
    void undoesWhatItCannotWrite() throws IOException {
        try (EmbeddedEngine embedded = start();
                Client client =
                        Client.openStatic(
                                new TestEngine(Way.DIRECT, embedded.functions(), embedded))) {
            fill(embedded);
            Contents before = Contents.of(embedded);
            byte[] written = bytes();
            Path obstacle = Files.createDirectory(directory.resolve("engine.state.new"));
            Files.createFile(obstacle.resolve("in the way"));

            assertOk(client.begin());
            assertOk(client.add(Client.provider(ProviderKey.random())));
            long id = client.addOk(Samples.block());
            assertOk(client.deleteFilter(before.filters().getLast().filterId()));
            assertError(client.commit(), ErrorCode.ERROR_WRITE_FAULT);
            assertError(client.commit(), ErrorCode.FWP_E_NO_TXN_IN_PROGRESS);
            assertError(
                    client.add(Client.provider(ProviderKey.random())), ErrorCode.ERROR_WRITE_FAULT);

            assertThat(Contents.of(embedded)).isEqualTo(before);
            assertThat(bytes()).isEqualTo(written);
            assertThat(embedded.stateFailure())
                    .hasValueSatisfying(it -> assertThat(it).hasMessageContaining("engine.state"));

            Files.delete(obstacle.resolve("in the way"));
            assertThat(client.addOk(Samples.block())).isGreaterThan(id);
            assertThat(bytes()).isNotEqualTo(written);
            assertThat(embedded.stateFailure()).isEmpty();
        }
    }

    @Test
    @DisplayName("What cannot be written when the engine is closed is an error that names the file")
    void saysWhatItCannotWriteAtClose() throws IOException {
        EmbeddedEngine embedded = start(Writing.AT_CLOSE);
        add(embedded);
        Path obstacle = Files.createDirectory(directory.resolve("engine.state.new"));
        Files.createFile(obstacle.resolve("in the way"));
        assertThatThrownBy(embedded::close)
                .isInstanceOf(StateFileException.class)
                .hasMessageContaining(directory.toRealPath().toString())
                .hasMessageContaining("cannot be written");
        embedded.close();
        Files.delete(obstacle.resolve("in the way"));
        start().close();
    }

    @Test
    @DisplayName("An interrupted thread writes the file like any other, and stays interrupted")
    void writesWhileInterrupted() {
        try (EmbeddedEngine embedded = start();
                Engine engine = open(embedded)) {
            Thread.currentThread().interrupt();
            engine.add(Client.provider(ProviderKey.random()));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(file).exists();
        }
    }

    @Test
    @DisplayName("Only one engine uses a file, by whichever name")
    void refusesSecondEngine() throws IOException {
        try (EmbeddedEngine embedded = start()) {
            add(embedded);
            assertThatThrownBy(this::start)
                    .isInstanceOf(StateFileException.class)
                    .hasMessageContaining("engine.state")
                    .hasMessageContaining("in use by another engine of this process");
            assertThat(runOther()).contains("in use by another process");

            Path real = file;
            file = Files.createSymbolicLink(directory.resolve("link"), real);
            assertThatThrownBy(this::start).hasMessageContaining("in use");
            file = real;
            add(embedded);
        }
        start().close();
        assertThat(runOther()).contains("11 providers");
    }

    private String runOther() throws IOException {
        return OtherProcess.run(OpeningProcess.class, file.toString());
    }

    @Test
    @DisplayName("A link to a file stays one")
    void followsLinks() throws IOException {
        Path real = file;
        try (EmbeddedEngine embedded = start()) {
            add(embedded);
        }
        file = Files.createSymbolicLink(directory.resolve("link"), real);
        Contents before;
        try (EmbeddedEngine embedded = start()) {
            add(embedded);
            before = Contents.of(embedded);
        }
        assertThat(file).isSymbolicLink();
        file = real;
        try (EmbeddedEngine embedded = start()) {
            assertThat(Contents.of(embedded)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("Nobody but its owner can read the file, which may hold keys of policies")
    void isForItsOwner() throws IOException {
        assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "there are no such permissions here");
        try (EmbeddedEngine embedded = start();
                Engine engine = open(embedded)) {
            engine.add(Samples.mainMode(ProviderContextKey.random()));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("What is no file, or where none can be, is refused")
    void refusesWhatIsNoFile() {
        file = directory;
        assertThatThrownBy(this::start)
                .isInstanceOf(StateFileException.class)
                .hasMessage("state file %s: is not a file".formatted(directory));
        file = directory.resolve("nowhere").resolve("engine.state");
        assertThatThrownBy(this::start)
                .isInstanceOf(StateFileException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("see that its directory exists");
    }
}

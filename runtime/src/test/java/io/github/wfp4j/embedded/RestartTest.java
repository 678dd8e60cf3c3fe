package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmSession0View;
import io.github.wfp4j.win32.ErrorCode;
import io.github.wfp4j.win32.SecurityInformationFlags;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a restart of the system does to an engine (2.13, 3.1, 3.5). */
final class RestartTest {
    @TempDir private Path directory;
    private final EmbeddedEngine embedded = EmbeddedEngine.create();

    @AfterEach
    void close() {
        embedded.close();
    }

    private TestEngine engine() {
        return new TestEngine(Way.DIRECT, embedded.functions(), embedded);
    }

    private static Engine open(EmbeddedEngine embedded) {
        return embedded.open(Client.session(FwpmSessionFlags.NONE, 0));
    }

    private static void addPersistent(EmbeddedEngine embedded) {
        try (Engine engine = open(embedded)) {
            StateSamples.addPersistent(engine);
        }
    }

    private static void addStatic(EmbeddedEngine embedded) {
        try (Engine engine = open(embedded)) {
            StateSamples.addStatic(engine);
        }
    }

    @Test
    @DisplayName(
            "2.13, 3.1-static, 3.1-persistent, 3.1-boottime: persistent objects and boot-time"
                    + " filters stay, nothing else does")
    void keepsPersistentObjects() {
        addPersistent(embedded);
        Contents persistent = Contents.of(embedded);
        addStatic(embedded);
        Client dynamic = Client.openDynamic(engine());
        assertOk(dynamic.add(Client.provider(ProviderKey.random())));
        assertThat(Contents.of(embedded)).isNotEqualTo(persistent);

        embedded.reboot();

        assertThat(Contents.of(embedded)).isEqualTo(persistent);
        assertThat(persistent.filters()).hasSize(2);
        dynamic.close();
        assertThat(Contents.of(embedded)).isEqualTo(persistent);
    }

    @Test
    @DisplayName("3.1-persistent: what was added before a restart can be deleted after it")
    void deletesAfterRestart() {
        addPersistent(embedded);
        embedded.reboot();
        try (Engine engine = open(embedded)) {
            for (FwpmFilter0 filter : Contents.of(embedded).filters()) {
                engine.delete(filter.filterKey());
            }
        }
        assertThat(Contents.of(embedded).filters()).isEmpty();
    }

    @Test
    @DisplayName("1.25: sessions of before are aborted, and can only be closed")
    void abortsSessions() {
        Client reader = Client.openStatic(engine());
        Client writer = Client.openStatic(engine());
        assertOk(writer.begin());
        assertOk(writer.add(Client.provider(ProviderKey.random())));

        embedded.reboot();

        for (Client client : List.of(reader, writer)) {
            assertError(
                    client.add(Client.provider(ProviderKey.random())),
                    ErrorCode.FWP_E_SESSION_ABORTED);
            assertError(client.begin(), ErrorCode.FWP_E_SESSION_ABORTED);
            assertError(client.commit(), ErrorCode.FWP_E_SESSION_ABORTED);
            assertError(
                    client.tryEnumerateFilters(null, client.arena.allocate(8, 8)),
                    ErrorCode.FWP_E_SESSION_ABORTED);
            assertOk(client.closeHandle());
            assertError(client.closeHandle(), ErrorCode.ERROR_INVALID_HANDLE);
        }
        try (Client client = Client.openImpatient(engine())) {
            assertOk(client.begin());
            assertOk(client.commit());
        }
        assertThat(Contents.of(embedded).providers()).hasSize(9);
    }

    @Test
    @DisplayName("1.5, 1.27: a session of before is not listed, and its key is free")
    void forgetsSessions() {
        FwpmSession0 named =
                Client.session(FwpmSessionFlags.NONE, 0).withSessionKey(SessionKey.random());
        Client before = new Client(engine(), named);

        embedded.reboot();

        try (Engine engine = embedded.open(named)) {
            before.close();
            assertThat(engine.sessions().toList(FwpmSession0View::sessionKey))
                    .containsExactly(named.sessionKey());
        }
    }

    @Test
    @DisplayName("1.25: who waits for the lock is told that his session is aborted")
    void wakesWhoWaits() throws Exception {
        Client holder = Client.openStatic(engine());
        Client waiter =
                new Client(engine(), Client.session(FwpmSessionFlags.NONE, Client.INFINITE));
        assertOk(holder.begin());
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(
                        () -> waiter.add(Client.provider(ProviderKey.random())));
        Thread.sleep(50);

        embedded.reboot();

        assertError(waiting.get(10, TimeUnit.SECONDS), ErrorCode.FWP_E_SESSION_ABORTED);
        holder.close();
        waiter.close();
    }

    @Test
    @DisplayName(
            "3.5-service: persistent objects of a provider whose service does not start are"
                    + " disabled")
    void disablesWithoutService() {
        EmbeddedEngineOptions none =
                EmbeddedEngineOptions.DEFAULT.withAutoStartServices(
                        service -> !service.equals(StateSamples.SERVICE));
        try (EmbeddedEngine disabling = EmbeddedEngine.create(none)) {
            addPersistent(disabling);
            assertThat(disabled(disabling)).isEmpty();
            assertThat(visible(disabling)).hasSize(1);
            ProviderKey provider = Contents.of(disabling).providers().getLast().providerKey();
            secure(disabling, provider, SecurityDescriptor.ofSddl("O:SY"));

            disabling.reboot();

            assertThat(owner(disabling, provider)).isEqualTo(Sid.of("S-1-5-18"));
            assertThat(disabled(disabling))
                    .singleElement()
                    .matches(it -> it.flags().contains(FwpmFilterFlags.PERSISTENT));
            assertThat(visible(disabling)).isEmpty();
            assertThat(Contents.of(disabling).providers().getLast().flags())
                    .isEqualTo(FwpmProviderFlags.PERSISTENT.or(FwpmProviderFlags.DISABLED));
            addPersistent(disabling);
            assertThat(visible(disabling)).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "3.5-service: the next restart with the service enables them again, also from a file")
    void enablesWithService() {
        StateFile file = new StateFile(directory.resolve("engine.state"), Writing.AT_CLOSE);
        EmbeddedEngineOptions options = EmbeddedEngineOptions.DEFAULT.withState(file);
        Contents before;
        try (EmbeddedEngine first =
                EmbeddedEngine.create(options.withAutoStartServices(_ -> false))) {
            addPersistent(first);
            before = Contents.of(first);
            first.reboot();
        }
        try (EmbeddedEngine second = EmbeddedEngine.create(options)) {
            assertThat(disabled(second)).hasSize(1);
            second.reboot();
            assertThat(Contents.of(second)).isEqualTo(before);
        }
    }

    private static void secure(
            EmbeddedEngine engine, ProviderKey key, SecurityDescriptor descriptor) {
        try (Client client = Client.openStatic(target(engine))) {
            Sid owner = requireNonNull(descriptor.owner());
            int result =
                    client.functions
                            .provider()
                            .FwpmProviderSetSecurityInfoByKey0(
                                    client.handle,
                                    client.encode(key),
                                    SecurityInformationFlags.OWNER.bits(),
                                    client.arena.allocateFrom(
                                            JAVA_BYTE, owner.toBytes().toByteArray()),
                                    NULL,
                                    NULL,
                                    NULL);
            assertOk(result);
        }
    }

    private static Sid owner(EmbeddedEngine engine, ProviderKey key) {
        try (Client client = Client.openStatic(target(engine))) {
            MemorySegment out = client.arena.allocate(ADDRESS);
            int result =
                    client.functions
                            .provider()
                            .FwpmProviderGetSecurityInfoByKey0(
                                    client.handle,
                                    client.encode(key),
                                    SecurityInformationFlags.OWNER.bits(),
                                    NULL,
                                    NULL,
                                    NULL,
                                    NULL,
                                    out);
            assertOk(result);
            SecurityDescriptor read =
                    requireNonNull(DescriptorArguments.optional(out.get(ADDRESS, 0)));
            client.functions.engine().FwpmFreeMemory0(out);
            return requireNonNull(read.owner());
        }
    }

    private static TestEngine target(EmbeddedEngine engine) {
        return new TestEngine(Way.DIRECT, engine.functions(), engine);
    }

    private static List<FwpmFilter0> disabled(EmbeddedEngine engine) {
        return Contents.of(engine).filters().stream()
                .filter(it -> it.flags().contains(FwpmFilterFlags.DISABLED))
                .toList();
    }

    private static List<FwpmFilter0> visible(EmbeddedEngine embedded) {
        try (Engine engine = open(embedded)) {
            return engine.filters().toList(FwpmFilter0View::toRecord);
        }
    }

    @Test
    @DisplayName("2.13: a restart is kept, and without it static objects are")
    void keepsRestart() {
        StateFile file =
                new StateFile(directory.resolve("engine.state"), Writing.AFTER_EACH_COMMIT);
        EmbeddedEngineOptions options = EmbeddedEngineOptions.DEFAULT.withState(file);
        Contents persistent;
        try (EmbeddedEngine first = EmbeddedEngine.create(options)) {
            addPersistent(first);
            persistent = Contents.of(first);
            addStatic(first);
        }
        try (EmbeddedEngine second = EmbeddedEngine.create(options)) {
            assertThat(Contents.of(second)).isNotEqualTo(persistent);
            second.reboot();
        }
        try (EmbeddedEngine third = EmbeddedEngine.create(options)) {
            assertThat(Contents.of(third)).isEqualTo(persistent);
        }
    }

    @Test
    @DisplayName("2.10: a restart that cannot be kept drops sessions and dynamic objects only")
    void undoesRestart() throws IOException {
        StateFile file =
                new StateFile(directory.resolve("engine.state"), Writing.AFTER_EACH_COMMIT);
        try (EmbeddedEngine unlucky =
                EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withState(file))) {
            addStatic(unlucky);
            Contents before = Contents.of(unlucky);
            Engine dynamic = unlucky.open(Client.session(FwpmSessionFlags.DYNAMIC, 0));
            dynamic.add(Samples.block());
            Path obstacle = Files.createDirectory(directory.resolve("engine.state.new"));
            Files.createFile(obstacle.resolve("in the way"));
            assertThatThrownBy(unlucky::reboot)
                    .isInstanceOf(StateFileException.class)
                    .hasMessageContaining("cannot be written");
            assertThat(Contents.of(unlucky)).isEqualTo(before);
            dynamic.close();
        }
    }

    @Test
    @DisplayName("A closed engine cannot be restarted")
    void refusesClosed() {
        embedded.close();
        assertThatThrownBy(embedded::reboot)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the engine is closed");
    }
}

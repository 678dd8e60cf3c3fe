package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.fwpm.FwpmConnectionEnumFlags;
import io.github.wfp4j.fwpm.FwpmConnectionEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmConnectionEventType;
import io.github.wfp4j.fwpm.FwpmConnectionSubscription0;
import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextCredential2;
import io.github.wfp4j.ikeext.IkeextKeyModuleType;
import io.github.wfp4j.internal.abi.ConnectionFunctions;
import io.github.wfp4j.ipsec.IpsecTrafficType;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.win32.ErrorCode;
import io.github.wfp4j.win32.Filetime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;

/** Connections that are protected by IPsec (8.5). */
@Timeout(30)
abstract class ConnectionsContract {
    private static final int MONITOR = 3;

    private final TestEngine engine;
    private final Client client;

    ConnectionsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.closeHandle();
        engine.close();
        client.arena.close();
    }

    /** What a callback is told. */
    private record Told(@Nullable FwpmConnectionEventType type, FwpmConnection0 connection) {}

    private ConnectionFunctions functions() {
        return engine.functions().connection();
    }

    private Connections connections() {
        return engine.internals().connections();
    }

    private static FwpmConnection0 connection(long id) {
        IkeextCredential2 nobody =
                new IkeextCredential2(
                        IkeextAuthenticationImpersonationType.NONE,
                        new IkeextCredential2.Credential.Anonymous());
        return new FwpmConnection0(
                id,
                new FwpmConnection0.LocalAddress.V4(0x0A000001),
                new FwpmConnection0.RemoteAddress.V4(0x0A000002),
                null,
                IpsecTrafficType.TRANSPORT,
                IkeextKeyModuleType.IKE,
                Samples.mainModePolicy().ikeProposals().getFirst(),
                nobody,
                nobody,
                10,
                20,
                30,
                new Filetime(1, 2));
    }

    private void monitor(boolean on) {
        assertOk(
                engine.functions()
                        .engine()
                        .FwpmEngineSetOption0(
                                client.handle,
                                MONITOR,
                                client.encode(
                                        new FwpValue0.Uint32(on ? 1 : 0),
                                        EngineCalls.ENGINE_VALUE)));
    }

    private MemorySegment out() {
        return client.arena.allocate(ADDRESS);
    }

    private static FwpmConnectionEnumTemplate0 template(long id, int flags) {
        return new FwpmConnectionEnumTemplate0(id, new FwpmConnectionEnumFlags(flags));
    }

    private int create(@Nullable FwpmConnectionEnumTemplate0 template, MemorySegment out) {
        return functions()
                .FwpmConnectionCreateEnumHandle0(
                        client.handle,
                        template == null ? NULL : client.encode(template, ConnectionCalls.TEMPLATE),
                        out);
    }

    private List<FwpmConnection0> next(MemorySegment enumeration) {
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(functions().FwpmConnectionEnum0(client.handle, enumeration, -1, entries, count));
        return count.get(JAVA_INT, 0) == 0
                ? List.of()
                : client.takePage(entries, count, ConnectionCalls.CONNECTION);
    }

    private List<FwpmConnection0> all(@Nullable FwpmConnectionEnumTemplate0 template) {
        MemorySegment out = out();
        assertOk(create(template, out));
        MemorySegment enumeration = out.get(ADDRESS, 0);
        List<FwpmConnection0> all = next(enumeration);
        assertOk(functions().FwpmConnectionDestroyEnumHandle0(client.handle, enumeration));
        return all;
    }

    @Test
    @DisplayName(
            "8.5-enumeration: an enumeration shows the connections that there were when it began")
    void enumeratesSnapshot() {
        connections().add(connection(1), null);
        connections().add(connection(2), null);
        MemorySegment out = out();
        assertOk(create(null, out));
        connections().remove(1, null);
        assertThat(next(out.get(ADDRESS, 0)))
                .extracting(FwpmConnection0::connectionId)
                .containsExactly(1L, 2L);
        assertThat(all(null)).extracting(FwpmConnection0::connectionId).containsExactly(2L);
    }

    @Test
    @DisplayName("8.5-bytes: a template asks for one connection, and for the bytes that it carried")
    void findsByTemplate() {
        connections().add(connection(1), null);
        connections().add(connection(2), null);
        assertThat(all(template(2, 1))).containsExactly(connection(2));
        assertThat(all(template(0, 1))).containsExactly(connection(1), connection(2));
        assertThat(all(template(0, 0)).getFirst())
                .isEqualTo(
                        connection(1)
                                .withBytesTransferredIn(0)
                                .withBytesTransferredOut(0)
                                .withBytesTransferredTotal(0));
        connections().replace(connection(2).withBytesTransferredIn(11));
        assertThat(all(template(2, 1)).getFirst().bytesTransferredIn()).isEqualTo(11);
    }

    @Test
    @DisplayName("8.5-bytes: unknown flags of a template are refused")
    void refusesUnknownFlags() {
        assertError(create(template(0, 2), out()), ErrorCode.FWP_E_INVALID_FLAGS);
    }

    @Test
    @DisplayName("8.5-enumeration: a connection is found by its id")
    void findsById() {
        MemorySegment out = out();
        assertError(
                functions().FwpmConnectionGetById0(client.handle, 1, out),
                ErrorCode.FWP_E_NOT_FOUND);
        connections().add(connection(1), null);
        assertOk(functions().FwpmConnectionGetById0(client.handle, 1, out));
        assertThat(client.take(out, ConnectionCalls.CONNECTION)).isEqualTo(connection(1));
    }

    private int subscribe(
            @Nullable FwpmConnectionEnumTemplate0 template,
            Listener<Told> listener,
            MemorySegment out) {
        return functions()
                .FwpmConnectionSubscribe0(
                        client.handle,
                        client.encode(
                                new FwpmConnectionSubscription0(template, SessionKey.ZERO),
                                ConnectionCalls.SUBSCRIPTION),
                        listener.function(),
                        NULL,
                        out);
    }

    private Listener<Told> listener() {
        return Listener.typed(
                client.arena,
                typed ->
                        new Told(
                                FwpmConnectionEventType.find(typed.type()),
                                ConnectionCalls.CONNECTION.decode(typed.what())));
    }

    @Test
    @DisplayName("8.5-monitoring: who subscribes is told of beginnings and ends")
    void tellsOfConnections() {
        monitor(true);
        Listener<Told> listener = listener();
        assertOk(subscribe(null, listener, out()));
        connections().add(connection(1), null);
        connections().remove(1, null);
        connections().remove(1, null);
        connections().add(connection(2), null);
        assertThat(listener.next()).isEqualTo(new Told(FwpmConnectionEventType.ADD, connection(1)));
        assertThat(listener.next())
                .isEqualTo(new Told(FwpmConnectionEventType.DELETE, connection(1)));
        assertThat(listener.next()).isEqualTo(new Told(FwpmConnectionEventType.ADD, connection(2)));
        monitor(false);
    }

    @Test
    @DisplayName("8.5-monitoring, 8.12: a template chooses the connections of which is told")
    void tellsWhatTemplateAsksFor() {
        monitor(true);
        Listener<Told> listener = listener();
        assertError(subscribe(template(0, 2), listener, out()), ErrorCode.FWP_E_INVALID_FLAGS);
        assertOk(subscribe(template(2, 0), listener, out()));
        connections().add(connection(1), null);
        connections().add(connection(2), null);
        assertThat(Objects.requireNonNull(listener.next()).connection()).isEqualTo(connection(2));
    }

    @Test
    @DisplayName(
            "8.5-monitoring: connections must be monitored to subscribe, and to be told of them")
    void needsMonitoring() {
        Listener<Told> listener = listener();
        monitor(false);
        assertError(subscribe(null, listener, out()), ErrorCode.FWP_E_CONNECTIONS_DISABLED);
        monitor(true);
        assertOk(subscribe(null, listener, out()));
        monitor(false);
        connections().add(connection(1), null);
        monitor(true);
        connections().add(connection(2), null);
        assertThat(listener.next().connection()).isEqualTo(connection(2));
    }

    @Test
    @DisplayName("8.21, 8.22: subscriptions are listed until they end, once")
    void endsSubscription() {
        monitor(true);
        MemorySegment out = out();
        assertOk(subscribe(template(7, 1), listener(), out));
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(functions().FwpmConnectionSubscriptionsGet0(client.handle, entries, count));
        assertThat(client.takePage(entries, count, ConnectionCalls.SUBSCRIPTION))
                .extracting(FwpmConnectionSubscription0::enumTemplate)
                .containsExactly(template(7, 1));
        MemorySegment subscription = out.get(ADDRESS, 0);
        assertOk(functions().FwpmConnectionUnsubscribe0(client.handle, subscription));
        assertError(
                functions().FwpmConnectionUnsubscribe0(client.handle, subscription),
                ErrorCode.ERROR_INVALID_HANDLE);
        assertOk(functions().FwpmConnectionSubscriptionsGet0(client.handle, entries, count));
        assertThat(count.get(JAVA_INT, 0)).isZero();
        assertThat(entries.get(ADDRESS, 0)).isEqualTo(NULL);
    }

    @Test
    @DisplayName(
            "2-in-transaction, 8.5-monitoring: subscriptions neither begin nor end inside a"
                    + " transaction")
    void refusesTransaction() {
        monitor(true);
        MemorySegment out = out();
        assertOk(subscribe(null, listener(), out));
        assertOk(client.beginReadOnly());
        assertError(subscribe(null, listener(), out()), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertError(
                functions().FwpmConnectionUnsubscribe0(client.handle, out.get(ADDRESS, 0)),
                ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertThat(all(null)).isEmpty();
    }
}

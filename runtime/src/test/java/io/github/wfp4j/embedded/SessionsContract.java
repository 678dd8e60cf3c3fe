package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;
import static io.github.wfp4j.embedded.Client.provider;
import static io.github.wfp4j.embedded.Client.sublayer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.internal.abi.EngineFunctions;
import io.github.wfp4j.internal.codec.FwpmSession0Codec;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Sessions (section 1). */
abstract class SessionsContract {
    private final TestEngine engine;
    private final Client client;

    SessionsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private int open(MemorySegment server, int authn, MemorySegment session, MemorySegment out) {
        EngineFunctions functions = engine.functions().engine();
        return functions.FwpmEngineOpen0(server, authn, NULL, session, out);
    }

    private MemorySegment out() {
        return client.arena.allocate(ADDRESS);
    }

    @Test
    @DisplayName("1.1: only the local engine can be opened")
    void refusesServerName() {
        MemorySegment server = client.arena.allocate(4, 2);
        assertError(open(server, 10, NULL, out()), ErrorCode.ERROR_NOT_SUPPORTED);
    }

    @Test
    @DisplayName("1.2: two authentication services are known")
    void refusesUnknownAuthentication() {
        assertError(open(NULL, 9, NULL, out()), ErrorCode.RPC_S_UNKNOWN_AUTHN_SERVICE);
        assertOk(open(NULL, -1, NULL, out()));
    }

    @Test
    @DisplayName("1.5: a live session's key is taken, and free again after it")
    void refusesKeyOfLiveSession() {
        FwpmSession0 session =
                Client.session(FwpmSessionFlags.NONE, 0).withSessionKey(SessionKey.random());
        MemorySegment wanted = client.encode(session, Structs.SESSION);
        Client first = new Client(engine, session);
        assertError(open(NULL, 10, wanted, out()), ErrorCode.FWP_E_ALREADY_EXISTS);
        first.close();
        assertOk(open(NULL, 10, wanted, out()));
    }

    @Test
    @DisplayName("1.7: unknown flags are refused")
    void refusesUnknownFlags() {
        FwpmSession0 session = Client.session(new FwpmSessionFlags(2), 0);
        MemorySegment wanted = client.encode(session, Structs.SESSION);
        assertError(open(NULL, 10, wanted, out()), ErrorCode.FWP_E_INVALID_FLAGS);
    }

    @Test
    @DisplayName("1.8: what only the engine sets may hold anything")
    void ignoresOutputMembers() {
        MemorySegment wanted =
                client.encode(Client.session(FwpmSessionFlags.NONE, 0), Structs.SESSION);
        wanted.set(ADDRESS, FwpmSession0Codec.SID, MemorySegment.ofAddress(1));
        wanted.set(ADDRESS, FwpmSession0Codec.USERNAME, MemorySegment.ofAddress(1));
        assertOk(open(NULL, 10, wanted, out()));
    }

    @Test
    @DisplayName("1.9: the handle must be wanted")
    void refusesNullHandlePointer() {
        assertError(open(NULL, 10, NULL, NULL), ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName("1.8, 1.20, 1.27, U1: an enumeration shows all sessions with their waits")
    void enumeratesSessions() {
        try (Client infinite =
                new Client(engine, Client.session(FwpmSessionFlags.DYNAMIC, Client.INFINITE))) {
            List<FwpmSession0> sessions = sessions();
            assertThat(sessions)
                    .extracting(FwpmSession0::txnWaitTimeoutInMSec)
                    .containsExactly(15_000L, Client.INFINITE);
            assertThat(sessions).allMatch(it -> !it.sessionKey().guid().isZero());
            assertThat(sessions)
                    .extracting(FwpmSession0::processId)
                    .containsOnly(ProcessHandle.current().pid());
            assertThat(infinite.closeHandle()).isZero();
            assertThat(sessions()).hasSize(1);
        }
    }

    private List<FwpmSession0> sessions() {
        MemorySegment enumeration = out();
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        var functions = engine.functions().session();
        assertOk(functions.FwpmSessionCreateEnumHandle0(client.handle, NULL, enumeration));
        MemorySegment handle = enumeration.get(ADDRESS, 0);
        assertOk(functions.FwpmSessionEnum0(client.handle, handle, 100, entries, count));
        assertOk(functions.FwpmSessionDestroyEnumHandle0(client.handle, handle));
        return client.takePage(entries, count, Structs.SESSION);
    }

    @Test
    @DisplayName("1.3: who the caller is stays ignored")
    void ignoresIdentity() {
        MemorySegment identity = client.arena.allocate(64, 8);
        EngineFunctions functions = engine.functions().engine();
        assertOk(functions.FwpmEngineOpen0(NULL, 10, identity, NULL, out()));
    }

    @Test
    @DisplayName("1.4: no session is a static one with the defaults")
    void opensDefaultSession() {
        MemorySegment handle = out();
        assertOk(open(NULL, 10, NULL, handle));
        FwpmSession0 session = sessions().getLast();
        assertThat(session.flags()).isEqualTo(FwpmSessionFlags.NONE);
        assertThat(session.txnWaitTimeoutInMSec()).isEqualTo(15_000);
        assertThat(session.sessionKey().guid().isZero()).isFalse();
        MemorySegment filter = client.encode(Samples.block(), Structs.FILTER);
        var filters = engine.functions().filter();
        assertOk(filters.FwpmFilterAdd0(handle.get(ADDRESS, 0), filter, NULL, NULL));
        assertOk(engine.functions().engine().FwpmEngineClose0(handle.get(ADDRESS, 0)));
        assertThat(client.filters()).hasSize(1);
    }

    @Test
    @DisplayName("1.6: a session may have a name, and need not")
    void takesNamedSession() {
        FwpmSession0 named =
                Client.session(FwpmSessionFlags.NONE, 0).withDisplayData(Client.named("mine"));
        try (Client _ = new Client(engine, named)) {
            assertThat(sessions())
                    .extracting(it -> it.displayData().name())
                    .containsExactly(null, "mine");
        }
    }

    @Test
    @DisplayName(
            "1.21, 3.1-dynamic, 3.9: closing a dynamic session deletes what it added, in order")
    void deletesDynamicObjectsAtClose() {
        ProviderKey providerKey = ProviderKey.random();
        SublayerKey sublayerKey = SublayerKey.random();
        Client dynamic = Client.openDynamic(engine);
        assertOk(dynamic.add(provider(providerKey)));
        assertOk(dynamic.add(sublayer(sublayerKey, 100).withProviderKey(providerKey)));
        long filter =
                dynamic.addOk(
                        Samples.block().withSubLayerKey(sublayerKey).withProviderKey(providerKey));
        assertThat(client.filters()).hasSize(1);
        assertOk(dynamic.closeHandle());
        assertThat(client.filters()).isEmpty();
        assertError(client.deleteFilter(filter), ErrorCode.FWP_E_FILTER_NOT_FOUND);
        assertError(
                client.functions
                        .provider()
                        .FwpmProviderDeleteByKey0(client.handle, client.encode(providerKey)),
                ErrorCode.FWP_E_PROVIDER_NOT_FOUND);
    }

    @Test
    @DisplayName("1.21: closing aborts the transaction, and frees the lock")
    void abortsTransactionAtClose() {
        Client other = Client.openStatic(engine);
        assertOk(other.begin());
        assertOk(other.add(Samples.block()));
        assertOk(other.closeHandle());
        assertThat(client.filters()).isEmpty();
    }

    @Test
    @DisplayName("1.21, 2.5: closing a dynamic session waits for the lock, and can be tried again")
    void closesDynamicSessionWhenLockIsFree() {
        Client dynamic = new Client(engine, Client.session(FwpmSessionFlags.DYNAMIC, 1));
        assertOk(dynamic.add(Samples.block()));
        assertOk(client.begin());
        assertError(dynamic.closeHandle(), ErrorCode.FWP_E_TIMEOUT);
        assertOk(client.commit());
        assertOk(dynamic.closeHandle());
        assertThat(client.filters()).isEmpty();
    }

    @Test
    @DisplayName("1.22: nothing persistent can be added through a dynamic session")
    void refusesPersistentInDynamicSession() {
        try (Client dynamic = Client.openDynamic(engine)) {
            assertError(
                    dynamic.add(Samples.block().withFlags(FwpmFilterFlags.PERSISTENT)),
                    ErrorCode.FWP_E_LIFETIME_MISMATCH);
            assertError(
                    dynamic.add(Samples.block().withFlags(FwpmFilterFlags.BOOTTIME)),
                    ErrorCode.FWP_E_LIFETIME_MISMATCH);
        }
    }

    @Test
    @DisplayName("1.24: closing no handle is fine, closing one twice is not")
    void closesHandleOnce() {
        Client other = Client.openStatic(engine);
        assertOk(engine.functions().engine().FwpmEngineClose0(NULL));
        assertOk(other.closeHandle());
        assertError(other.closeHandle(), ErrorCode.ERROR_INVALID_HANDLE);
        assertError(other.begin(), ErrorCode.ERROR_INVALID_HANDLE);
    }

    @Test
    @DisplayName("1.24, U17: a handle of another engine is refused")
    void refusesHandleOfAnotherEngine() {
        try (TestEngine foreign = engine.another();
                Client own = Client.openStatic(foreign)) {
            assertThat(own.begin()).isZero();
            int result = foreign.functions().transaction().FwpmTransactionBegin0(client.handle, 0);
            assertError(result, ErrorCode.ERROR_INVALID_HANDLE);
        }
    }

    @Test
    @DisplayName("1.25: a stopped engine refuses every call but the closing of handles")
    void refusesCallsAfterStop() {
        assertOk(client.begin());
        engine.close();
        assertError(client.commit(), ErrorCode.FWP_E_SESSION_ABORTED);
        assertError(client.add(Samples.block()), ErrorCode.FWP_E_SESSION_ABORTED);
        assertError(open(NULL, 10, NULL, out()), ErrorCode.FWP_E_SESSION_ABORTED);
        assertOk(client.closeHandle());
    }
}

package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.MemorySegment;

/** The options of the engine (1.3). */
abstract class EngineOptionsContract {
    private static final int COLLECT_NET_EVENTS = 0;
    private static final int KEYWORDS = 1;
    private static final int MONITOR_CONNECTIONS = 3;
    private static final int UNKNOWN = 6;

    private final Way way;
    private final TestEngine engine;
    private final Client client;

    EngineOptionsContract(Way way) {
        this.way = way;
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private static int set(Client client, int option, FwpValue0 value) {
        return client.functions
                .engine()
                .FwpmEngineSetOption0(
                        client.handle, option, client.encode(value, EngineCalls.ENGINE_VALUE));
    }

    private static int set(Client client, int option, long value) {
        return set(client, option, new FwpValue0.Uint32(value));
    }

    private static FwpValue0 get(Client client, int option) {
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(client.functions.engine().FwpmEngineGetOption0(client.handle, option, out));
        return client.take(out, EngineCalls.ENGINE_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "3, 0", "4, 0", "5, 0"})
    @DisplayName("1.3-collect: events are collected from the start, and nothing else is on")
    void hasDefaults(int option, long expected) {
        assertThat(get(client, option)).isEqualTo(new FwpValue0.Uint32(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 63", "2, 1", "3, 1", "4, 7", "5, 60000"})
    @DisplayName(
            "1.3-get, 1.3-queuing, 1.3-name-cache: an option is read as it was set, by all"
                    + " sessions")
    void keepsWhatIsSet(int option, long value) {
        FwpValue0 before = get(client, option);
        assertOk(set(client, option, value));
        try (Client other = Client.openStatic(engine)) {
            assertThat(get(other, option)).isEqualTo(new FwpValue0.Uint32(value));
        }
        assertOk(set(client, option, before));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    @DisplayName("1.3-value: an option is a number of 32 bits")
    void refusesOtherTypes(int option) {
        assertError(set(client, option, new FwpValue0.Uint8(0)), ErrorCode.FWP_E_TYPE_MISMATCH);
        assertError(set(client, option, new FwpValue0.Empty()), ErrorCode.FWP_E_TYPE_MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "3, 2"})
    @DisplayName("1.3-monitor: what is on or off is 0 or 1")
    void refusesOtherNumbers(int option, long value) {
        assertError(set(client, option, value), ErrorCode.FWP_E_OUT_OF_BOUNDS);
    }

    @ParameterizedTest
    @CsvSource({"1, 64", "4, 8"})
    @DisplayName("1.3-keywords: unknown bits of a mask are refused")
    void refusesUnknownBits(int option, long value) {
        assertError(set(client, option, value), ErrorCode.FWP_E_INVALID_FLAGS);
    }

    @Test
    @DisplayName("1.3-value: unknown options are refused")
    void refusesUnknownOptions() {
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertError(set(client, UNKNOWN, 0), ErrorCode.FWP_E_INVALID_PARAMETER);
        assertError(
                client.functions.engine().FwpmEngineGetOption0(client.handle, UNKNOWN, out),
                ErrorCode.FWP_E_INVALID_PARAMETER);
    }

    @Test
    @DisplayName("1.9: value and result must not be null")
    void refusesNull() {
        assertError(
                client.functions.engine().FwpmEngineSetOption0(client.handle, KEYWORDS, NULL),
                ErrorCode.FWP_E_NULL_POINTER);
        assertError(
                client.functions.engine().FwpmEngineGetOption0(client.handle, KEYWORDS, NULL),
                ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName("1.3-set, 2-in-transaction: options are not set inside a transaction, but read")
    void refusesTransaction() {
        assertOk(client.beginReadOnly());
        assertError(set(client, KEYWORDS, 1), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        get(client, KEYWORDS);
        assertOk(client.commit());
        assertOk(client.begin());
        assertError(set(client, KEYWORDS, 1), ErrorCode.FWP_E_TXN_IN_PROGRESS);
    }

    @Test
    @DisplayName("1.3-set, 2-dynamic: a dynamic session sets no options, but reads them")
    void refusesDynamicSession() {
        try (Client dynamic = Client.openDynamic(engine)) {
            assertError(set(dynamic, KEYWORDS, 1), ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
            get(dynamic, KEYWORDS);
            assertOk(dynamic.begin());
            assertError(set(dynamic, KEYWORDS, 1), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        }
    }

    @Test
    @DisplayName("2.5: setting an option waits for a writer")
    void waitsForWriter() {
        try (Client impatient = Client.openImpatient(engine)) {
            assertOk(client.begin());
            assertError(set(impatient, COLLECT_NET_EVENTS, 1), ErrorCode.FWP_E_TIMEOUT);
        }
    }

    @Test
    @DisplayName("1.3-monitor: with the operational log, connections are monitored in any case")
    void monitorsWithLog() {
        try (TestEngine logging =
                        way.create(EmbeddedEngineOptions.DEFAULT.withOperationalLog(true));
                Client session = Client.openStatic(logging)) {
            logging.internals();
            assertThat(get(session, MONITOR_CONNECTIONS)).isEqualTo(new FwpValue0.Uint32(1));
            assertError(set(session, MONITOR_CONNECTIONS, 0), ErrorCode.FWP_E_STILL_ON);
            assertOk(set(session, MONITOR_CONNECTIONS, 1));
        }
    }
}

package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwpm.FwpmEngineOption;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Transactions (section 2). */
@Timeout(30)
abstract class TransactionsContract {
    private final TestEngine engine;
    private final Client client;
    private final Client impatient;

    TransactionsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
        impatient = Client.openImpatient(engine);
    }

    @AfterEach
    void close() {
        impatient.close();
        client.close();
        engine.close();
    }

    @Test
    @DisplayName("2.1: unknown flags are refused")
    void refusesUnknownFlags() {
        int result = engine.functions().transaction().FwpmTransactionBegin0(client.handle, 2);
        assertError(result, ErrorCode.FWP_E_INVALID_FLAGS);
    }

    @Test
    @DisplayName("2.2: a second begin is refused and the first transaction goes on")
    void refusesSecondBegin() {
        assertOk(client.begin());
        assertOk(client.add(Samples.block()));
        assertError(client.begin(), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertOk(client.commit());
        assertThat(client.filters()).hasSize(1);
    }

    @Test
    @DisplayName("2.3, 10-result: there must be a transaction to end")
    void refusesToEndNothing() {
        assertError(client.commit(), ErrorCode.FWP_E_NO_TXN_IN_PROGRESS);
        assertError(client.abort(), ErrorCode.FWP_E_NO_TXN_IN_PROGRESS);
    }

    @Test
    @DisplayName("2.5: a writer excludes all others, until their time is over")
    void writerExcludesOthers() {
        assertOk(client.begin());
        assertError(impatient.begin(), ErrorCode.FWP_E_TIMEOUT);
        assertError(impatient.beginReadOnly(), ErrorCode.FWP_E_TIMEOUT);
        assertError(impatient.add(Samples.block()), ErrorCode.FWP_E_TIMEOUT);
        assertOk(client.commit());
        assertOk(impatient.begin());
    }

    @Test
    @DisplayName("2.5: readers share, and exclude writers")
    void readersShare() {
        assertOk(client.beginReadOnly());
        assertOk(impatient.beginReadOnly());
        assertOk(impatient.commit());
        assertThat(impatient.filters()).isEmpty();
        assertError(impatient.add(Samples.block()), ErrorCode.FWP_E_TIMEOUT);
        assertOk(client.abort());
        assertOk(impatient.add(Samples.block()));
    }

    @Test
    @DisplayName("2.5: who waits goes on as soon as the lock is free")
    void waitsForTheLock() throws Exception {
        assertOk(client.begin());
        try (Client patient =
                new Client(engine, Client.session(FwpmSessionFlags.NONE, Client.INFINITE))) {
            CompletableFuture<Integer> waiting =
                    CompletableFuture.supplyAsync(() -> patient.add(Samples.block()));
            Thread.sleep(Duration.ofMillis(50));
            assertThat(waiting).isNotDone();
            assertOk(client.commit());
            assertOk(waiting.get(10, TimeUnit.SECONDS));
            assertThat(patient.filters()).hasSize(1);
        }
    }

    @Test
    @DisplayName("2.5: a transaction can be ended by another thread than began it")
    void endsInAnotherThread() throws Exception {
        assertOk(client.begin());
        assertOk(CompletableFuture.supplyAsync(client::commit).get());
        assertOk(impatient.begin());
    }

    @Test
    @DisplayName("2.6: the writer sees its own changes at once")
    void seesOwnChanges() {
        assertOk(client.begin());
        assertOk(client.add(Samples.block()));
        assertThat(client.filters()).hasSize(1);
    }

    @Test
    @DisplayName("2.7: a read-only transaction refuses changes, and reads")
    void refusesChangesInReadOnly() {
        assertOk(client.beginReadOnly());
        assertError(client.add(Samples.block()), ErrorCode.FWP_E_INCOMPATIBLE_TXN);
        assertError(client.deleteFilter(1), ErrorCode.FWP_E_INCOMPATIBLE_TXN);
        assertThat(client.filters()).isEmpty();
        assertOk(client.commit());
    }

    @Test
    @DisplayName("2.8: a failed call leaves the transaction usable, and nothing of itself")
    void survivesFailedCall() {
        assertOk(client.begin());
        FwpmFilter0 filter = Samples.block();
        assertOk(client.add(filter));
        assertError(
                client.add(filter.withSubLayerKey(SublayerKey.random())),
                ErrorCode.FWP_E_SUBLAYER_NOT_FOUND);
        assertOk(client.add(filter));
        assertOk(client.commit());
        assertThat(client.filters()).hasSize(2);
    }

    @Test
    @DisplayName("2.4, 2.8, 4.9: a call that fails at its very end leaves nothing either")
    void leavesNothingOfLateFailure() {
        MemorySegment odd = client.arena.allocate(16, 8).asSlice(1, 8);
        MemorySegment filter = client.encode(Samples.block(), Structs.FILTER);
        var filters = engine.functions().filter();
        assertError(
                filters.FwpmFilterAdd0(client.handle, filter, Client.NULL, odd),
                ErrorCode.FWP_E_INVALID_PARAMETER);
        assertThat(client.filters()).isEmpty();
        assertOk(client.begin());
        assertError(
                filters.FwpmFilterAdd0(client.handle, filter, Client.NULL, odd),
                ErrorCode.FWP_E_INVALID_PARAMETER);
        assertOk(client.commit());
        assertThat(client.filters()).isEmpty();
    }

    @Test
    @DisplayName("2.9: abort restores what was deleted, where it was")
    void restoresDeleted() {
        long first = client.addOk(Samples.block());
        client.addOk(Samples.block());
        List<FwpmFilter0> before = client.filters();
        assertOk(client.begin());
        assertOk(client.deleteFilter(first));
        assertOk(client.add(Samples.block()));
        assertThat(client.filters()).isNotEqualTo(before);
        assertOk(client.abort());
        assertThat(client.filters()).isEqualTo(before);
    }

    @Test
    @DisplayName("2.9: abort frees keys and sublayer weights again")
    void freesWhatWasTaken() {
        SublayerKey key = SublayerKey.random();
        assertOk(client.begin());
        assertOk(client.add(Client.sublayer(key, 500)));
        assertOk(client.abort());
        assertOk(client.add(Client.sublayer(key, 500)));
        assertThat(client.sublayer(key).weight()).isEqualTo(500);
    }

    @Test
    @DisplayName("2.14: in one transaction two enumerations agree with each other")
    void keepsEnumerationsConsistent() {
        assertOk(client.add(Samples.block()));
        assertOk(client.beginReadOnly());
        List<FwpmFilter0> first = client.filters();
        assertError(impatient.add(Samples.block()), ErrorCode.FWP_E_TIMEOUT);
        assertThat(client.filters()).isEqualTo(first);
        assertOk(client.commit());
        assertOk(impatient.add(Samples.block()));
        assertThat(client.filters()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("2.11: ids of an aborted transaction are not used again")
    void doesNotReuseIds() {
        assertOk(client.begin());
        long first = client.addOk(Samples.block());
        assertOk(client.abort());
        assertThat(client.addOk(Samples.block())).isGreaterThan(first);
    }

    @Test
    @DisplayName("2.5, 1.28: many threads add, and nothing is lost")
    void addsFromManyThreads() {
        List<CompletableFuture<Void>> threads =
                IntStream.range(0, 8)
                        .mapToObj(_ -> CompletableFuture.runAsync(this::addTwenty))
                        .toList();
        threads.forEach(CompletableFuture::join);
        assertThat(client.filters()).hasSize(160);
        assertThat(client.filters()).extracting(FwpmFilter0::filterId).doesNotHaveDuplicates();
    }

    private void addTwenty() {
        try (Client own = Client.openStatic(engine)) {
            for (int i = 0; i < 20; i++) {
                assertOk(own.add(Samples.block()));
            }
        }
    }

    @Test
    @DisplayName("1.25: stopping the engine frees those who wait")
    void stopFreesWaiters() throws Exception {
        assertOk(client.begin());
        try (Client patient =
                new Client(engine, Client.session(FwpmSessionFlags.NONE, Client.INFINITE))) {
            CompletableFuture<Integer> waiting =
                    CompletableFuture.supplyAsync(() -> patient.add(Samples.block()));
            Thread.sleep(Duration.ofMillis(50));
            engine.close();
            assertError(waiting.get(10, TimeUnit.SECONDS), ErrorCode.FWP_E_SESSION_ABORTED);
        }
    }

    @Test
    @DisplayName("2.12: a transaction that keeps others waiting for over an hour is taken away")
    void takesOverdueTransactionAway() {
        assumeTrue(engine.embedded() != null);
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        try (TestEngine other =
                        engine.way().create(EmbeddedEngineOptions.DEFAULT.withClock(now::get));
                Client slow = Client.openStatic(other);
                Client waiting = Client.openImpatient(other)) {
            assertOk(slow.begin());
            slow.addOk(Samples.block());
            now.set(Instant.EPOCH.plus(Duration.ofHours(1)));
            assertError(waiting.begin(), ErrorCode.FWP_E_TIMEOUT);
            now.set(Instant.EPOCH.plus(Duration.ofHours(1)).plusMillis(1));
            assertOk(waiting.begin());
            assertOk(waiting.commit());
            assertThat(waiting.filters()).isEmpty();
            assertError(slow.add(Samples.block()), ErrorCode.FWP_E_TXN_ABORTED);
            assertError(slow.commit(), ErrorCode.FWP_E_NO_TXN_IN_PROGRESS);
        }
    }

    @Test
    @DisplayName("1.3-watchdog: a transaction goes on for longer than the watchdog's time")
    void outlastsWatchdog() throws Exception {
        MemorySegment oneMillisecond = client.arena.allocate(16, 8);
        oneMillisecond.set(JAVA_INT, 0, FwpDataType.UINT32.value());
        oneMillisecond.set(JAVA_INT, 8, 1);
        assertOk(
                client.functions
                        .engine()
                        .FwpmEngineSetOption0(
                                client.handle,
                                FwpmEngineOption.TXN_WATCHDOG_TIMEOUT_IN_MSEC.value(),
                                oneMillisecond));
        assertOk(client.begin());
        client.addOk(Samples.block());
        Thread.sleep(Duration.ofMillis(20));
        assertOk(client.commit());
        assertThat(client.filters()).hasSize(1);
    }
}

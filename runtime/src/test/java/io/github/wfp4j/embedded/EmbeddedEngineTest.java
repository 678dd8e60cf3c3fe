package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.WatchedKind.Told;
import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.fwpm.FwpmSubscriptionFlags;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmLayer0View;
import io.github.wfp4j.view.FwpmProvider0View;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The embedded engine through the API that people use. */
final class EmbeddedEngineTest {
    @Test
    @DisplayName("An engine is opened, filled, read and closed")
    void addsAndEnumerates() {
        ProviderKey provider = ProviderKey.random();
        SublayerKey sublayer = SublayerKey.random();
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = embedded.open(Client.session(FwpmSessionFlags.DYNAMIC, 0))) {
            try (Transaction transaction = engine.begin()) {
                engine.add(Client.provider(provider));
                engine.add(Client.sublayer(sublayer, 100).withProviderKey(provider));
                engine.add(Samples.block().withSubLayerKey(sublayer).withProviderKey(provider));
                transaction.commit();
            }
            List<ProviderKey> owners = new ArrayList<>();
            try (Cursor<FwpmFilter0View> filters = engine.filters()) {
                while (filters.next()) {
                    owners.add(filters.current().toRecord().providerKey());
                }
            }
            assertThat(owners).containsExactly(provider);
            assertThat(embedded.unfreed()).isZero();
        }
    }

    @Test
    @DisplayName(
            "11-layers, 11-sublayers, 11-callouts, 11-providers, 11-contexts, 11-filters,"
                    + " 3.5-builtin: a new engine has what every engine has")
    void hasBuiltInObjects() {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0))) {
            try (Cursor<FwpmLayer0View> layers = engine.layers()) {
                assertThat(count(layers)).isEqualTo(99);
            }
            try (Cursor<FwpmProvider0View> providers = engine.providers()) {
                assertThat(count(providers)).isEqualTo(9);
            }
            try (Cursor<?> sublayers = engine.sublayers()) {
                assertThat(count(sublayers)).isEqualTo(18);
            }
            try (Cursor<?> callouts = engine.callouts()) {
                assertThat(count(callouts)).isEqualTo(48);
            }
            try (Cursor<?> contexts = engine.providerContexts()) {
                assertThat(count(contexts)).isEqualTo(2);
            }
            try (Cursor<?> filters = engine.filters()) {
                assertThat(count(filters)).isZero();
            }
        }
    }

    private static int count(Cursor<?> cursor) {
        int count = 0;
        while (cursor.next()) {
            count++;
        }
        return count;
    }

    @Test
    @DisplayName("Engines have nothing in common")
    void keepsEnginesApart() {
        try (TestEngine first = Way.DIRECT.create();
                TestEngine second = Way.DIRECT.create();
                Client one = Client.openStatic(first);
                Client two = Client.openStatic(second)) {
            one.addOk(Samples.block());
            assertThat(one.filters()).hasSize(1);
            assertThat(two.filters()).isEmpty();
        }
    }

    @Test
    @DisplayName("1.25: a stopped engine refuses through the API as well")
    void refusesAfterClose() {
        EmbeddedEngine embedded = EmbeddedEngine.create();
        try (Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0))) {
            embedded.close();
            embedded.close();
            assertThatThrownBy(() -> engine.add(Samples.block()))
                    .isInstanceOf(WfpException.class)
                    .hasMessageContaining("FWP_E_SESSION_ABORTED");
        }
    }

    @Test
    @DisplayName("What the engine does not have answers that it is not implemented")
    void answersNotImplemented() {
        try (TestEngine embedded = Way.DIRECT.create();
                Client client = Client.openStatic(embedded)) {
            int result =
                    embedded.functions()
                            .vswitchEvent()
                            .FwpmvSwitchEventUnsubscribe0(client.handle, NULL);
            assertThat(result).isEqualTo(120);
        }
    }

    @Test
    @DisplayName("8.18: who closes the engine waits for a callback that runs, and for no other")
    void closeWaitsForCallback() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try (TestEngine embedded = Way.DIRECT.create();
                Client watcher = Client.openStatic(embedded);
                Client client = Client.openStatic(embedded)) {
            Listener<Told> listener =
                    subscribe(
                            watcher,
                            () -> {
                                begun.countDown();
                                released.await();
                                ended.set(true);
                            });
            WatchedKind.PROVIDER.addOk(client);
            WatchedKind.PROVIDER.addOk(client);
            begun.await();
            Thread closing = Thread.ofPlatform().start(embedded::close);
            while (closing.getState() != Thread.State.WAITING) {
                assertThat(closing.isAlive()).isTrue();
                Thread.sleep(1);
            }
            assertThat(ended).isFalse();
            released.countDown();
            closing.join();
            assertThat(ended).isTrue();
            listener.next();
            assertThat(listener.waiting()).isZero();
        }
    }

    @Test
    @DisplayName("8.18: a callback can close the engine")
    void callbackClosesEngine() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (TestEngine embedded = Way.DIRECT.create();
                Client watcher = Client.openStatic(embedded);
                Client client = Client.openStatic(embedded)) {
            Listener<Told> listener =
                    subscribe(
                            watcher,
                            () -> {
                                requireNonNull(embedded.embedded()).close();
                                done.countDown();
                            });
            WatchedKind.PROVIDER.addOk(client);
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            requireNonNull(listener.thread()).join();
        }
    }

    /** Something that may be interrupted. */
    private interface Reaction {
        void run() throws InterruptedException;
    }

    private static Listener<Told> subscribe(Client watcher, Reaction reaction) {
        Listener<Told> listener =
                Listener.of(
                        watcher.arena,
                        WatchedKind.PROVIDER::read,
                        _ -> {
                            try {
                                reaction.run();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        });
        Client.assertOk(
                WatchedKind.PROVIDER.subscribe(
                        watcher,
                        WatchedKind.PROVIDER.request(watcher, FwpmSubscriptionFlags.NOTIFY_ON_ADD),
                        listener.function(),
                        NULL,
                        watcher.arena.allocate(ADDRESS)));
        return listener;
    }
}

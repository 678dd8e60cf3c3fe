package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutChange0;
import io.github.wfp4j.fwpm.FwpmCalloutSubscription0;
import io.github.wfp4j.fwpm.FwpmChangeType;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilterChange0;
import io.github.wfp4j.fwpm.FwpmFilterSubscription0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmNetEventSubscription0;
import io.github.wfp4j.fwpm.FwpmNotifyFlags;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderChange0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextChange0;
import io.github.wfp4j.fwpm.FwpmProviderContextSubscription0;
import io.github.wfp4j.fwpm.FwpmProviderSubscription0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerChange0;
import io.github.wfp4j.fwpm.FwpmSublayerEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmSublayerSubscription0;
import io.github.wfp4j.fwpm.FwpmSubscriptionFlags;
import io.github.wfp4j.fwpm.FwpmVswitchEventSubscription0;
import io.github.wfp4j.internal.abi.NativeFunctions;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.ipsec.IpsecSaContextSubscription0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** That whoever subscribes is told, whatever happens to it, and leaves nothing behind. */
@ParameterizedClass(name = "through C: {0}")
@ValueSource(booleans = {false, true})
@Timeout(60)
final class SubscriptionTest {
    private static final FwpmSubscriptionFlags ADD = FwpmSubscriptionFlags.NOTIFY_ON_ADD;
    private static final FwpmSubscriptionFlags BOTH =
            ADD.or(FwpmSubscriptionFlags.NOTIFY_ON_DELETE);
    private static final FwpmDisplayData0 NAMED = FwpmDisplayData0.of("test");

    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine watcher;
    private final Engine actor;
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> errors = new LinkedBlockingQueue<>();

    SubscriptionTest(boolean throughC) {
        WfpFunctions functions = throughC ? new NativeFunctions(embedded) : embedded.functions();
        watcher = Engine.open(functions, Sessions.named("watcher"));
        actor = Engine.open(functions, Sessions.dynamic("actor"));
    }

    @AfterEach
    void leavesNothing() {
        watcher.close();
        actor.close();
        assertThat(embedded.leakReport().leaks()).isEmpty();
        assertThat(embedded.leakReport().misuses()).isEmpty();
        embedded.close();
    }

    private static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("within the time").isNotNull();
            return requireNonNull(next);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private SublayerKey addSublayer() {
        SublayerKey key = SublayerKey.random();
        actor.add(FwpmSublayer0.of(key, NAMED));
        return key;
    }

    private Subscription watchSublayers(Listener<? super FwpmSublayerChange0> listener) {
        return watcher.subscribe(FwpmSublayerSubscription0.of(BOTH), listener);
    }

    private static FwpmSublayerChange0 added(SublayerKey key) {
        return new FwpmSublayerChange0(FwpmChangeType.ADD, key);
    }

    @Test
    void tellsOfProviders() {
        ProviderKey key = ProviderKey.random();
        try (var _ = watcher.subscribe(FwpmProviderSubscription0.of(BOTH), told::add)) {
            actor.add(FwpmProvider0.of(key, NAMED));
            actor.delete(key);
            assertThat(next(told)).isEqualTo(new FwpmProviderChange0(FwpmChangeType.ADD, key));
            assertThat(next(told)).isEqualTo(new FwpmProviderChange0(FwpmChangeType.DELETE, key));
        }
    }

    @Test
    void tellsOfProviderContexts() {
        ProviderContextKey key = ProviderContextKey.random();
        try (var _ = watcher.subscribe(FwpmProviderContextSubscription0.of(BOTH), told::add)) {
            long id =
                    actor.add(
                            FwpmProviderContext3.of(
                                    key,
                                    NAMED,
                                    new FwpmProviderContext3.Policy.GeneralContext(
                                            new FwpByteBlob(Bytes.of((byte) 1)))));
            actor.deleteProviderContext(id);
            assertThat(next(told))
                    .isEqualTo(new FwpmProviderContextChange0(FwpmChangeType.ADD, key, id));
            assertThat(next(told))
                    .isEqualTo(new FwpmProviderContextChange0(FwpmChangeType.DELETE, key, id));
        }
    }

    @Test
    void tellsOfCallouts() {
        CalloutKey key = CalloutKey.random();
        try (var _ = watcher.subscribe(FwpmCalloutSubscription0.of(BOTH), told::add)) {
            long id = actor.add(FwpmCallout0.of(key, NAMED, FwpmLayers.STREAM_V4));
            actor.delete(key);
            assertThat(next(told)).isEqualTo(new FwpmCalloutChange0(FwpmChangeType.ADD, key, id));
            assertThat(next(told))
                    .isEqualTo(new FwpmCalloutChange0(FwpmChangeType.DELETE, key, id));
        }
    }

    @Test
    void tellsOfFilters() {
        try (var _ = watcher.subscribe(FwpmFilterSubscription0.of(BOTH), told::add)) {
            long id = actor.add(Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4));
            FilterKey key = actor.filter(id).filterKey();
            actor.deleteFilter(id);
            assertThat(next(told)).isEqualTo(new FwpmFilterChange0(FwpmChangeType.ADD, key, id));
            assertThat(next(told)).isEqualTo(new FwpmFilterChange0(FwpmChangeType.DELETE, key, id));
        }
    }

    @Test
    void tellsWhatIsAskedFor() {
        ProviderKey provider = ProviderKey.random();
        actor.add(FwpmProvider0.of(provider, NAMED));
        FwpmSublayerSubscription0 wanted =
                FwpmSublayerSubscription0.of(ADD)
                        .withEnumTemplate(new FwpmSublayerEnumTemplate0(provider));
        try (var _ = watcher.subscribe(wanted, told::add)) {
            actor.delete(addSublayer());
            SublayerKey key = SublayerKey.random();
            actor.add(FwpmSublayer0.of(key, NAMED).withProviderKey(provider));
            assertThat(next(told)).isEqualTo(added(key));
        }
    }

    @Test
    void refusesWhatCannotBeAskedFor() {
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() ->
                        watcher.subscribe(
                                FwpmSublayerSubscription0.of(FwpmSubscriptionFlags.NONE),
                                told::add))
                .withMessageStartingWith("FwpmSubLayerSubscribeChanges0: FWP_E_NEVER_MATCH");
        assertThat(watcher.sublayerSubscriptions()).isEmpty();
    }

    @Test
    void goesOnAfterAListenerThrew() {
        RuntimeException thrown = new IllegalArgumentException("thrown");
        Listener<FwpmSublayerChange0> listener =
                Listener.of(
                        change -> {
                            told.add(change);
                            throw thrown;
                        },
                        errors::add);
        try (var _ = watchSublayers(listener)) {
            SublayerKey first = addSublayer();
            assertThat(next(told)).isEqualTo(added(first));
            assertThat(next(errors)).isSameAs(thrown);
            SublayerKey second = addSublayer();
            assertThat(next(told)).isEqualTo(added(second));
            assertThat(next(errors)).isSameAs(thrown);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void goesOnAfterAnErrorHandlerThrew() {
        Error inner = new AssertionError("inner");
        Error outer = new AssertionError("outer");
        Listener<FwpmSublayerChange0> listener =
                Listener.of(
                        change -> {
                            told.add(change);
                            throw inner;
                        },
                        _ -> {
                            throw outer;
                        });
        withUncaughtExceptionHandler(() -> {
            try (var _ = watchSublayers(listener)) {
                addSublayer();
                next(told);
                assertThat(next(errors)).isSameAs(outer);
                addSublayer();
                next(told);
                assertThat(next(errors)).isSameAs(outer);
            }
        });
    }

    @Test
    void givesErrorsToTheUncaughtExceptionHandlerOtherwise() {
        RuntimeException thrown = new IllegalArgumentException("thrown");
        withUncaughtExceptionHandler(() -> {
            Listener<FwpmSublayerChange0> listener =
                    _ -> {
                        throw thrown;
                    };
            try (var _ = watchSublayers(listener)) {
                addSublayer();
                assertThat(next(errors)).isSameAs(thrown);
            }
        });
        assertThat(errors).isEmpty();
    }

    private void withUncaughtExceptionHandler(Runnable body) {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> errors.add(e));
        try {
            body.run();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void isSilentOnceClosed() {
        Subscription subscription = watchSublayers(told::add);
        subscription.close();
        subscription.close();
        try (var _ = watcher.subscribe(FwpmSublayerSubscription0.of(BOTH), errors(told))) {
            addSublayer();
            assertThat(next(told)).isEqualTo("other");
        }
        assertThat(told).isEmpty();
    }

    private static Listener<Object> errors(BlockingQueue<Object> queue) {
        return _ -> queue.add("other");
    }

    @Test
    void isClosedWithItsEngine() {
        Subscription subscription = watchSublayers(told::add);
        watcher.close();
        addSublayer();
        assertThat(actor.sublayerSubscriptions()).isEmpty();
        subscription.close();
        subscription.close();
        assertThat(told).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> watchSublayers(told::add))
                .withMessage("engine already closed");
    }

    @Test
    void canBeClosedByItsListener() {
        AtomicReference<Subscription> self = new AtomicReference<>();
        CountDownLatch ready = new CountDownLatch(1);
        Subscription subscription =
                watchSublayers(
                        Listener.of(
                                change -> {
                                    await(ready);
                                    requireNonNull(self.get()).close();
                                    requireNonNull(self.get()).close();
                                    told.add(change);
                                },
                                errors::add));
        self.set(subscription);
        SublayerKey first = addSublayer();
        addSublayer();
        ready.countDown();
        assertThat(next(told)).isEqualTo(added(first));
        awaitNoSubscription();
        addSublayer();
        try (var _ = watchSublayers(_ -> errors.add(new AssertionError("last")))) {
            addSublayer();
            assertThat(next(errors)).hasMessage("last");
        }
        assertThat(told).isEmpty();
        subscription.close();
    }

    private void awaitNoSubscription() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!actor.sublayerSubscriptions().isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void waitsForItsListener() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Subscription subscription =
                watchSublayers(change -> {
                    entered.countDown();
                    await(leave);
                    told.add(change);
                });
        addSublayer();
        await(entered);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(subscription::close);
        Thread.sleep(100);
        assertThat(closing).isNotDone();
        leave.countDown();
        closing.join();
        assertThat(told).hasSize(1);
    }

    @Test
    void engineIsNotClosedByItsListener() {
        try (var _ = watchSublayers(Listener.of(_ -> watcher.close(), errors::add))) {
            addSublayer();
            assertThat(next(errors))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("engine cannot be closed from within one of its calls");
        }
        assertThat(watcher.sublayerSubscriptions()).isEmpty();
    }

    @Test
    void engineIsClosedWhileItsListenerUsesIt() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Subscription subscription =
                watchSublayers(
                        Listener.of(
                                change -> {
                                    entered.countDown();
                                    await(goOn);
                                    watcher.sublayer(change.subLayerKey());
                                },
                                errors::add));
        addSublayer();
        await(entered);
        CompletableFuture<Void> closingEngine = CompletableFuture.runAsync(watcher::close);
        Thread.sleep(100);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(subscription::close);
        Thread.sleep(100);
        assertThat(closingEngine).isNotDone();
        goOn.countDown();
        closingEngine.join();
        closing.join();
        assertThat(next(errors)).hasMessage("engine already closed");
    }

    @Test
    void isClosedAgainAfterATransaction() {
        Subscription subscription = watchSublayers(told::add);
        try (var _ = watcher.begin(true)) {
            assertThatExceptionOfType(TransactionException.class).isThrownBy(subscription::close);
        }
        assertThat(watcher.sublayerSubscriptions()).hasSize(1);
        addSublayer();
        subscription.close();
        assertThat(watcher.sublayerSubscriptions()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void endsWithItsEngineWithinATransaction() {
        var _ = watchSublayers(told::add);
        var _ = watcher.begin();
        watcher.close();
        assertThat(actor.sublayerSubscriptions()).isEmpty();
    }

    @Test
    void isListed() {
        List<Subscription> open =
                List.of(
                        watcher.subscribe(FwpmProviderSubscription0.of(ADD), told::add),
                        watcher.subscribe(FwpmProviderContextSubscription0.of(ADD), told::add),
                        watcher.subscribe(FwpmSublayerSubscription0.of(ADD), told::add),
                        watcher.subscribe(FwpmCalloutSubscription0.of(ADD), told::add),
                        watcher.subscribe(FwpmFilterSubscription0.of(ADD), told::add),
                        watcher.subscribe(FwpmNetEventSubscription0.of(), told::add),
                        watcher.subscribe(IpsecSaContextSubscription0.of(), told::add));
        assertThat(actor.providerSubscriptions())
                .singleElement()
                .matches(it -> it.flags().equals(ADD));
        assertThat(actor.providerContextSubscriptions())
                .singleElement()
                .matches(it -> it.flags().equals(ADD));
        assertThat(actor.sublayerSubscriptions())
                .singleElement()
                .matches(it -> it.flags().equals(ADD));
        assertThat(actor.calloutSubscriptions())
                .singleElement()
                .matches(it -> it.flags().equals(ADD));
        assertThat(actor.filterSubscriptions())
                .singleElement()
                .matches(it -> it.flags().equals(ADD) && !it.sessionKey().guid().isZero());
        assertThat(actor.netEventSubscriptions()).hasSize(1);
        assertThat(actor.saContextSubscriptions()).hasSize(1);
        open.forEach(Subscription::close);
        assertThat(actor.filterSubscriptions()).isEmpty();
    }

    @Test
    void saysWhatOnlyWindowsHas() {
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() -> watcher.subscribe(FwpmVswitchEventSubscription0.of(), told::add))
                .matches(it -> it.error().orElseThrow() == ErrorCode.ERROR_CALL_NOT_IMPLEMENTED);
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() -> watcher.subscribeSystemPorts(told::add))
                .matches(it -> it.error().orElseThrow() == ErrorCode.ERROR_CALL_NOT_IMPLEMENTED);
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() ->
                        watcher.subscribeDynamicKeywords(FwpmNotifyFlags.ADDRESSES_ALL, told::add))
                .matches(it -> it.error().orElseThrow() == ErrorCode.ERROR_CALL_NOT_IMPLEMENTED);
    }
}

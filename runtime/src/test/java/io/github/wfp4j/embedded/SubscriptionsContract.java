package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.embedded.WatchedKind.Listed;
import io.github.wfp4j.embedded.WatchedKind.Told;
import io.github.wfp4j.fwp.FwpActionFlags;
import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmCalloutEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmCalloutSubscription0;
import io.github.wfp4j.fwpm.FwpmChangeType;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmFilterSubscription0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProviderContextSubscription0;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.fwpm.FwpmSublayerEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmSublayerSubscription0;
import io.github.wfp4j.fwpm.FwpmSubscriptionFlags;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;
import io.github.wfp4j.win32.SecurityInformationFlags;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Subscriptions to changes (8.2). */
@Timeout(30)
abstract class SubscriptionsContract {
    private static final FwpmSubscriptionFlags ADD = FwpmSubscriptionFlags.NOTIFY_ON_ADD;
    private static final FwpmSubscriptionFlags DELETE = FwpmSubscriptionFlags.NOTIFY_ON_DELETE;
    private static final FwpmSubscriptionFlags BOTH = ADD.or(DELETE);
    private static final WatchedKind KIND = WatchedKind.PROVIDER;

    private final TestEngine engine;
    private final Client watcher;
    private final Client client;

    SubscriptionsContract(Way way) {
        engine = way.create();
        watcher = Client.openStatic(engine);
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        // The engine last but one, so that no callback runs when its memory is freed.
        client.closeHandle();
        watcher.closeHandle();
        engine.close();
        client.arena.close();
        watcher.arena.close();
    }

    private MemorySegment out() {
        return watcher.arena.allocate(ADDRESS);
    }

    private Listener<Told> listener(WatchedKind kind, Consumer<Told> reaction) {
        return Listener.of(watcher.arena, kind::read, reaction);
    }

    private MemorySegment subscribe(
            WatchedKind kind, FwpmSubscriptionFlags flags, Listener<Told> listener) {
        return subscribe(kind, kind.request(watcher, flags), listener);
    }

    private MemorySegment subscribe(
            WatchedKind kind, MemorySegment request, Listener<Told> listener) {
        MemorySegment out = out();
        assertOk(kind.subscribe(watcher, request, listener.function(), NULL, out));
        return out.get(ADDRESS, 0);
    }

    private Listener<Told> listen(WatchedKind kind, FwpmSubscriptionFlags flags) {
        Listener<Told> listener = listener(kind, _ -> {});
        subscribe(kind, flags, listener);
        return listener;
    }

    private int trySubscribe(WatchedKind kind, MemorySegment request) {
        return kind.subscribe(watcher, request, listener(kind, _ -> {}).function(), NULL, out());
    }

    /** Checks that an addition is the next thing that is told, thus that nothing else was. */
    private void expectSilence(WatchedKind kind, Listener<Told> listener) {
        Key next = kind.addOk(client);
        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, next));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8.10, 8.15: additions and deletions are told, one by one and in their order")
    void tellsOfChanges(WatchedKind kind) {
        Listener<Told> listener = listen(kind, BOTH);

        Key first = kind.addOk(client);
        Key second = kind.addOk(client);
        assertOk(kind.delete(client, first));

        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, first));
        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, second));
        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.DELETE, first));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8.10: the flags choose additions or deletions")
    void tellsWhatFlagsAskFor(WatchedKind kind) {
        Listener<Told> additions = listen(kind, ADD);
        Listener<Told> deletions = listen(kind, DELETE);

        Key first = kind.addOk(client);
        assertOk(kind.delete(client, first));
        Key second = kind.addOk(client);
        assertOk(kind.delete(client, second));

        assertThat(additions.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, first));
        assertThat(additions.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, second));
        assertThat(deletions.next()).matches(it -> it.isAbout(FwpmChangeType.DELETE, first));
        assertThat(deletions.next()).matches(it -> it.isAbout(FwpmChangeType.DELETE, second));
    }

    @Test
    @DisplayName("8.16: the change says the run-time id")
    void tellsIds() {
        Listener<Told> listener = listen(WatchedKind.FILTER, BOTH);
        long id = client.addOk(Samples.block());
        assertOk(client.deleteFilter(id));
        assertThat(listener.next().id()).isEqualTo(id);
        assertThat(listener.next().id()).isEqualTo(id);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8.11: who asks for neither additions nor deletions is refused")
    void refusesNoFlags(WatchedKind kind) {
        assertError(
                trySubscribe(kind, kind.request(watcher, FwpmSubscriptionFlags.NONE)),
                ErrorCode.FWP_E_NEVER_MATCH);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8.11: unknown flags are refused")
    void refusesUnknownFlags(WatchedKind kind) {
        assertError(
                trySubscribe(kind, kind.request(watcher, new FwpmSubscriptionFlags(4 | 1))),
                ErrorCode.FWP_E_INVALID_FLAGS);
    }

    @Test
    @DisplayName("1.9: subscription, callback and handle must not be null")
    void refusesNull() {
        MemorySegment request = KIND.request(watcher, BOTH);
        MemorySegment callback = listener(KIND, _ -> {}).function();
        assertError(
                KIND.subscribe(watcher, NULL, callback, NULL, out()), ErrorCode.FWP_E_NULL_POINTER);
        assertError(
                KIND.subscribe(watcher, request, NULL, NULL, out()), ErrorCode.FWP_E_NULL_POINTER);
        assertError(
                KIND.subscribe(watcher, request, callback, NULL, NULL),
                ErrorCode.FWP_E_NULL_POINTER);
    }

    private static FwpmFilterEnumTemplate0 template(LayerKey layer) {
        return FwpmFilterEnumTemplate0.of(layer).withActionMask(new FwpActionFlags(-1));
    }

    private MemorySegment encode(FwpmFilterEnumTemplate0 template) {
        return watcher.encode(
                new FwpmFilterSubscription0(template, BOTH, SessionKey.ZERO),
                ChangeStructs.FILTER_SUBSCRIPTION);
    }

    @Test
    @DisplayName("8.12: a template for filters is checked as in an enumeration")
    void checksFilterTemplate() {
        assertError(
                trySubscribe(
                        WatchedKind.FILTER,
                        encode(template(Samples.LAYER).withActionMask(new FwpActionFlags(0)))),
                ErrorCode.FWP_E_NEVER_MATCH);
        assertError(
                trySubscribe(WatchedKind.FILTER, encode(template(LayerKey.ZERO))),
                ErrorCode.FWP_E_LAYER_NOT_FOUND);
    }

    @Test
    @DisplayName("8.12: a template for filters chooses those of which is told")
    void matchesFilterTemplate() {
        Listener<Told> listener = listener(WatchedKind.FILTER, _ -> {});
        subscribe(WatchedKind.FILTER, encode(template(FwpmLayers.ALE_AUTH_CONNECT_V6)), listener);

        client.addOk(Samples.block(FwpmLayers.ALE_AUTH_CONNECT_V4));
        long id = client.addOk(Samples.block(FwpmLayers.ALE_AUTH_CONNECT_V6));

        assertThat(listener.next().id()).isEqualTo(id);
    }

    @Test
    @DisplayName("8.12: a deleted filter is known by its context even if that was deleted as well")
    void matchesContextThatIsGone() {
        ProviderContextKey context = ProviderContextKey.random();
        assertOk(client.add(Samples.mainMode(context)));
        FilterKey filter = FilterKey.random();
        FwpmFilter0 policy = Samples.permit(FwpmLayers.IKEEXT_V4).withFilterKey(filter);
        assertOk(client.add(Samples.withContext(policy, context)));
        Listener<Told> listener = listener(WatchedKind.FILTER, _ -> {});
        subscribe(
                WatchedKind.FILTER,
                encode(
                        template(FwpmLayers.IKEEXT_V4)
                                .withProviderContextTemplate(
                                        new FwpmProviderContextEnumTemplate0(
                                                null,
                                                FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT))),
                listener);

        assertOk(client.begin());
        assertOk(WatchedKind.FILTER.delete(client, filter));
        assertOk(WatchedKind.PROVIDER_CONTEXT.delete(client, context));
        assertOk(client.commit());

        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.DELETE, filter));
    }

    @Test
    @DisplayName("8.12: templates for callouts name a layer and a provider")
    void matchesCalloutTemplate() {
        assertError(
                trySubscribe(WatchedKind.CALLOUT, encodeCallouts(LayerKey.ZERO)),
                ErrorCode.FWP_E_LAYER_NOT_FOUND);
        Listener<Told> listener = listener(WatchedKind.CALLOUT, _ -> {});
        subscribe(WatchedKind.CALLOUT, encodeCallouts(FwpmLayers.ALE_AUTH_CONNECT_V6), listener);

        CalloutKey other = CalloutKey.random();
        CalloutKey wanted = CalloutKey.random();
        assertOk(client.add(Samples.callout(other, FwpmLayers.ALE_AUTH_CONNECT_V4)));
        assertOk(client.add(Samples.callout(wanted, FwpmLayers.ALE_AUTH_CONNECT_V6)));

        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, wanted));
    }

    private MemorySegment encodeCallouts(LayerKey layer) {
        return watcher.encode(
                new FwpmCalloutSubscription0(
                        new FwpmCalloutEnumTemplate0(null, layer), BOTH, SessionKey.ZERO),
                ChangeStructs.CALLOUT_SUBSCRIPTION);
    }

    @Test
    @DisplayName("8.12: templates for sublayers name a provider")
    void matchesSublayerTemplate() {
        ProviderKey provider = ProviderKey.random();
        assertOk(client.add(Client.provider(provider)));
        Listener<Told> listener = listener(WatchedKind.SUBLAYER, _ -> {});
        subscribe(
                WatchedKind.SUBLAYER,
                watcher.encode(
                        new FwpmSublayerSubscription0(
                                new FwpmSublayerEnumTemplate0(provider), BOTH, SessionKey.ZERO),
                        ChangeStructs.SUBLAYER_SUBSCRIPTION),
                listener);

        SublayerKey wanted = SublayerKey.random();
        assertOk(client.add(Client.sublayer(SublayerKey.random(), 0x100)));
        assertOk(client.add(Client.sublayer(wanted, 0x200).withProviderKey(provider)));

        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, wanted));
    }

    @Test
    @DisplayName("8.12: templates for provider contexts name a type")
    void matchesContextTemplate() {
        Listener<Told> listener = listener(WatchedKind.PROVIDER_CONTEXT, _ -> {});
        subscribe(
                WatchedKind.PROVIDER_CONTEXT,
                watcher.encode(
                        new FwpmProviderContextSubscription0(
                                new FwpmProviderContextEnumTemplate0(
                                        null, FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT),
                                BOTH,
                                SessionKey.ZERO),
                        ChangeStructs.CONTEXT_SUBSCRIPTION),
                listener);

        ProviderContextKey wanted = ProviderContextKey.random();
        assertOk(client.add(Samples.general(ProviderContextKey.random())));
        assertOk(client.add(Samples.mainMode(wanted)));

        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, wanted));
    }

    @Test
    @DisplayName("8.14: a session is not told of its own changes")
    void doesNotTellWhoDidIt() {
        Listener<Told> listener = listen(KIND, BOTH);
        Key own = KIND.addOk(watcher);
        assertOk(KIND.delete(watcher, own));
        expectSilence(KIND, listener);
    }

    @Test
    @DisplayName("8.15: changes are told when they are committed, in the order of commit")
    void tellsAfterCommit() {
        Listener<Told> listener = listen(KIND, BOTH);
        assertOk(client.begin());
        Key first = KIND.addOk(client);
        Key second = KIND.addOk(client);
        assertThat(listener.waiting()).isZero();
        assertOk(client.commit());
        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, first));
        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, second));
    }

    @Test
    @DisplayName("8.15: nothing is told of what was aborted")
    void doesNotTellOfAborted() {
        Listener<Told> listener = listen(KIND, BOTH);
        assertOk(client.begin());
        KIND.addOk(client);
        assertOk(client.abort());
        expectSilence(KIND, listener);
    }

    @Test
    @DisplayName("8.15: nothing is told of a call that failed")
    void doesNotTellOfFailed() {
        Listener<Told> listener = listen(KIND, BOTH);
        Key key = KIND.addOk(client);
        assertError(KIND.add(client, key), ErrorCode.FWP_E_ALREADY_EXISTS);
        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, key));
        expectSilence(KIND, listener);
    }

    @Test
    @DisplayName("8.15: nothing is told of what one transaction added and deleted")
    void doesNotTellOfShortLived() {
        Listener<Told> listener = listen(KIND, BOTH);
        assertOk(client.begin());
        Key key = KIND.addOk(client);
        assertOk(KIND.delete(client, key));
        assertOk(client.commit());
        expectSilence(KIND, listener);
    }

    @Test
    @DisplayName("8.15: an object that replaces another is told as a deletion and an addition")
    void tellsOfReplacement() {
        Key key = KIND.addOk(client);
        Listener<Told> listener = listen(KIND, BOTH);
        assertOk(client.begin());
        assertOk(KIND.delete(client, key));
        assertOk(KIND.add(client, key));
        assertOk(client.commit());
        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.DELETE, key));
        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.ADD, key));
    }

    @Test
    @DisplayName("8.16: a callback gets its context, on a thread that is not the caller's")
    void callsOnAnotherThread() {
        Listener<Told> listener = listener(KIND, _ -> {});
        MemorySegment context = MemorySegment.ofAddress(0x1234);
        assertOk(
                KIND.subscribe(
                        watcher, KIND.request(watcher, BOTH), listener.function(), context, out()));
        KIND.addOk(client);
        listener.next();
        assertThat(listener.context()).isEqualTo(context);
        assertThat(listener.thread()).isNotNull().isNotEqualTo(Thread.currentThread());
    }

    @Test
    @DisplayName("8.16: callbacks of one subscription do not run at the same time")
    void callsOneByOne() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        Listener<Told> listener =
                listener(
                        KIND,
                        _ -> {
                            if (running.incrementAndGet() > 1) {
                                overlapped.set(true);
                            }
                            LockSupport.parkNanos(1000);
                            running.decrementAndGet();
                        });
        subscribe(KIND, BOTH, listener);
        int each = 50;
        try (Client second = Client.openStatic(engine)) {
            Thread other = Thread.ofPlatform().start(() -> addMany(second, each));
            addMany(client, each);
            other.join();
            for (int i = 0; i < 2 * each; i++) {
                listener.next();
            }
        }
        assertThat(overlapped).isFalse();
    }

    private static void addMany(Client session, int count) {
        for (int i = 0; i < count; i++) {
            KIND.addOk(session);
        }
    }

    @Test
    @DisplayName("8.16: a callback may call the engine")
    void callbackMayCall() {
        AtomicInteger result = new AtomicInteger(-1);
        Key key = KIND.newKey();
        CountDownLatch done = new CountDownLatch(1);
        Listener<Told> listener =
                listener(
                        KIND,
                        told -> {
                            result.set(KIND.add(watcher, key));
                            done.countDown();
                        });
        subscribe(KIND, BOTH, listener);
        KIND.addOk(client);
        await(done);
        assertOk(result.get());
        assertError(KIND.add(client, key), ErrorCode.FWP_E_ALREADY_EXISTS);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8.17: after the end of a subscription nothing is told")
    void tellsNothingAfterEnd(WatchedKind kind) {
        Listener<Told> ended = listener(kind, _ -> {});
        MemorySegment subscription = subscribe(kind, BOTH, ended);
        Listener<Told> listener = listen(kind, BOTH);
        assertOk(kind.unsubscribe(watcher, subscription));
        kind.addOk(client);
        listener.next();
        assertThat(ended.waiting()).isZero();
    }

    @Test
    @DisplayName("8.17: who ends a subscription waits for its callback")
    void endWaitsForCallback() throws InterruptedException {
        Blocked blocked = new Blocked();
        Listener<Told> listener = listener(KIND, blocked);
        MemorySegment subscription = subscribe(KIND, BOTH, listener);
        KIND.addOk(client);
        KIND.addOk(client);
        blocked.awaitBegin();

        AtomicInteger result = new AtomicInteger(-1);
        Thread ending =
                Thread.ofPlatform()
                        .start(() -> result.set(KIND.unsubscribe(watcher, subscription)));
        awaitWaiting(ending);
        assertThat(blocked.hasEnded()).isFalse();

        blocked.release();
        ending.join();
        assertThat(blocked.hasEnded()).isTrue();
        assertOk(result.get());
        listener.next();
        assertThat(listener.waiting()).isZero();
    }

    @Test
    @DisplayName("8.17: the session can be used while the end of a subscription waits")
    void endDoesNotLockSession() throws InterruptedException {
        Blocked blocked = new Blocked();
        Listener<Told> listener = listener(KIND, blocked);
        MemorySegment subscription = subscribe(KIND, BOTH, listener);
        KIND.addOk(client);
        blocked.awaitBegin();
        Thread ending = Thread.ofPlatform().start(() -> KIND.unsubscribe(watcher, subscription));
        awaitWaiting(ending);

        KIND.addOk(watcher);

        blocked.release();
        ending.join();
    }

    @Test
    @DisplayName("8.17: a callback can end its own subscription, which returns at once")
    void callbackEndsItself() {
        MemorySegment out = out();
        AtomicInteger result = new AtomicInteger(-1);
        CountDownLatch subscribed = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Listener<Told> listener =
                listener(
                        KIND,
                        _ -> {
                            await(subscribed);
                            result.set(KIND.unsubscribe(watcher, out.get(ADDRESS, 0)));
                            done.countDown();
                        });
        assertOk(
                KIND.subscribe(
                        watcher, KIND.request(watcher, BOTH), listener.function(), NULL, out));
        subscribed.countDown();
        KIND.addOk(client);
        await(done);
        assertOk(result.get());
        listener.next();

        Listener<Told> later = listen(KIND, BOTH);
        KIND.addOk(client);
        later.next();
        assertThat(listener.waiting()).isZero();
    }

    @Test
    @DisplayName("8.18: a session that is closed is told nothing")
    void closedSessionIsToldNothing() {
        Listener<Told> listener = listener(KIND, _ -> {});
        try (Client session = Client.openStatic(engine)) {
            MemorySegment out = session.arena.allocate(ADDRESS);
            assertOk(
                    KIND.subscribe(
                            session, KIND.request(session, BOTH), listener.function(), NULL, out));
        }
        Listener<Told> later = listen(KIND, BOTH);
        KIND.addOk(client);
        later.next();
        assertThat(listener.waiting()).isZero();
    }

    @Test
    @DisplayName("8.18: who closes a session waits for its callbacks")
    void closeWaitsForCallback() throws InterruptedException {
        Blocked blocked = new Blocked();
        subscribe(KIND, BOTH, listener(KIND, blocked));
        KIND.addOk(client);
        blocked.awaitBegin();
        AtomicInteger result = new AtomicInteger(-1);
        Thread closing = Thread.ofPlatform().start(() -> result.set(watcher.closeHandle()));
        awaitWaiting(closing);
        assertThat(blocked.hasEnded()).isFalse();
        blocked.release();
        closing.join();
        assertThat(blocked.hasEnded()).isTrue();
        assertOk(result.get());
    }

    @Test
    @DisplayName("8.18: a callback can close its session")
    void callbackClosesSession() {
        AtomicInteger result = new AtomicInteger(-1);
        CountDownLatch done = new CountDownLatch(1);
        Listener<Told> listener =
                listener(
                        KIND,
                        _ -> {
                            result.set(watcher.closeHandle());
                            done.countDown();
                        });
        subscribe(KIND, BOTH, listener);
        KIND.addOk(client);
        KIND.addOk(client);
        await(done);
        assertOk(result.get());
        listener.next();
        assertThat(listener.waiting()).isZero();
    }

    @Test
    @DisplayName("8.20: what dies with a session is told to the others")
    void tellsOfEndOfSession() {
        Listener<Told> listener = listen(KIND, DELETE);
        Key key;
        try (Client dynamic = Client.openDynamic(engine)) {
            key = KIND.addOk(dynamic);
        }
        assertThat(listener.next()).matches(it -> it.isAbout(FwpmChangeType.DELETE, key));
    }

    @Test
    @DisplayName("8.20: a dynamic session is not told of what dies with it")
    void dyingSessionIsToldNothing() {
        Listener<Told> own = listener(KIND, _ -> {});
        Listener<Told> listener = listen(KIND, DELETE);
        try (Client dynamic = Client.openDynamic(engine)) {
            assertOk(
                    KIND.subscribe(
                            dynamic,
                            KIND.request(dynamic, BOTH),
                            own.function(),
                            NULL,
                            dynamic.arena.allocate(ADDRESS)));
            KIND.addOk(dynamic);
        }
        listener.next();
        assertThat(own.waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8.21: a subscription ends once, through its session and its function")
    void refusesStaleHandle(WatchedKind kind) {
        MemorySegment subscription = subscribe(kind, BOTH, listener(kind, _ -> {}));
        WatchedKind other = kind == KIND ? WatchedKind.FILTER : KIND;
        assertError(other.unsubscribe(watcher, subscription), ErrorCode.ERROR_INVALID_HANDLE);
        assertError(kind.unsubscribe(client, subscription), ErrorCode.ERROR_INVALID_HANDLE);
        assertError(kind.unsubscribe(watcher, watcher.handle), ErrorCode.ERROR_INVALID_HANDLE);
        assertOk(kind.unsubscribe(watcher, subscription));
        assertError(kind.unsubscribe(watcher, subscription), ErrorCode.ERROR_INVALID_HANDLE);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8.22: the subscriptions of all sessions are listed")
    void listsSubscriptions(WatchedKind kind) {
        MemorySegment subscription = subscribe(kind, DELETE, listener(kind, _ -> {}));
        Listed expected = new Listed(DELETE, sessionKey(subscription));
        assertThat(list(kind)).containsExactly(expected);
        assertOk(kind.unsubscribe(watcher, subscription));
        assertThat(list(kind)).isEmpty();
    }

    /** {@return the key of the watching session, which is the first of the two} */
    private SessionKey sessionKey(MemorySegment subscription) {
        assertThat(subscription).isNotEqualTo(NULL);
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(
                engine.functions()
                        .session()
                        .FwpmSessionCreateEnumHandle0(client.handle, NULL, out));
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(
                engine.functions()
                        .session()
                        .FwpmSessionEnum0(client.handle, out.get(ADDRESS, 0), 1, entries, count));
        return client.takePage(entries, count, Structs.SESSION).getFirst().sessionKey();
    }

    private List<Listed> list(WatchedKind kind) {
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(kind.list(client, entries, count));
        return count.get(JAVA_INT, 0) == 0 ? List.of() : kind.read(client, entries, count);
    }

    @Test
    @DisplayName("8.22: a template is listed as it was given")
    void listsTemplate() {
        FwpmFilterEnumTemplate0 template = template(Samples.LAYER);
        subscribe(WatchedKind.FILTER, encode(template), listener(WatchedKind.FILTER, _ -> {}));
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(WatchedKind.FILTER.list(client, entries, count));
        assertThat(client.takePage(entries, count, ChangeStructs.FILTER_SUBSCRIPTION))
                .extracting(FwpmFilterSubscription0::enumTemplate)
                .containsExactly(template);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("2-in-transaction: subscriptions neither begin nor end inside a transaction")
    void refusesTransaction(WatchedKind kind) {
        MemorySegment subscription = subscribe(kind, BOTH, listener(kind, _ -> {}));
        assertOk(watcher.beginReadOnly());
        assertError(
                trySubscribe(kind, kind.request(watcher, BOTH)), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertError(kind.unsubscribe(watcher, subscription), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertThat(list(kind)).hasSize(1);
        assertOk(watcher.commit());
        assertOk(kind.unsubscribe(watcher, subscription));
    }

    /** A reaction that does not return before it is told to. */
    private static final class Blocked implements Consumer<Told> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicBoolean ended = new AtomicBoolean();

        @Override
        public void accept(Told told) {
            begun.countDown();
            await(released);
            ended.set(true);
        }

        void awaitBegin() {
            await(begun);
        }

        void release() {
            released.countDown();
        }

        boolean hasEnded() {
            return ended.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitWaiting(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).as("it waits").isTrue();
            Thread.sleep(1);
        }
    }

    private static MemorySegment denying(Client client, int rights) {
        AccessControlEntry entry = AccessControlEntry.deny(Caller.EVERYONE, rights);
        return client.arena.allocateFrom(
                JAVA_BYTE, AccessControlList.of(entry).toBytes().toByteArray());
    }

    @Test
    @DisplayName("8.19: one is told of an object only with the right to read it")
    void tellsOfReadable() {
        Listener<Told> listener = listen(KIND, BOTH);
        SecurityDescriptor secret =
                SecurityDescriptor.NONE.withDacl(
                        AccessControlList.of(
                                AccessControlEntry.deny(Caller.EVERYONE, FwpmActrl.READ)));
        assertOk(
                client.functions
                        .provider()
                        .FwpmProviderAdd0(
                                client.handle,
                                client.encode(
                                        Client.provider(ProviderKey.random()), Structs.PROVIDER),
                                client.arena.allocateFrom(
                                        JAVA_BYTE, secret.toBytes().toByteArray())));
        expectSilence(KIND, listener);
    }

    @Test
    @DisplayName("8.19: subscribing needs the right to")
    void needsRightToSubscribe() {
        assertOk(
                client.functions
                        .provider()
                        .FwpmProviderSetSecurityInfoByKey0(
                                client.handle,
                                NULL,
                                SecurityInformationFlags.DACL.bits(),
                                NULL,
                                NULL,
                                denying(client, FwpmActrl.SUBSCRIBE),
                                NULL));
        assertError(trySubscribe(KIND, KIND.request(watcher, BOTH)), ErrorCode.ERROR_ACCESS_DENIED);
    }
}

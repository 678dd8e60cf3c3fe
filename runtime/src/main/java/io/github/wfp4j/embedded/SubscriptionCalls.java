package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The three functions that subscribe to one kind of events.
 *
 * @param <S> what a client asks for
 * @param <E> the events
 */
final class SubscriptionCalls<S extends Record, E> {
    private final Core core;
    private final Container container;
    private final Subscribers<E> subscribers;
    private final BiPredicate<Caller, E> readable;
    private final Kind<S, E> kind;

    /**
     * What is particular to one kind of subscriptions.
     *
     * @param type what a client asks for
     * @param struct the same in C
     * @param withSessionKey says in it which session asks
     * @param wanted the events that a client asks for; refuses what cannot be asked for (8.12)
     */
    record Kind<S extends Record, E>(
            Class<S> type,
            Struct<S> struct,
            BiFunction<S, SessionKey, S> withSessionKey,
            Function<S, Predicate<E>> wanted) {}

    /**
     * Creates the functions.
     *
     * @param container where one must have the right to subscribe (8.19)
     * @param subscribers those who are told
     * @param readable whether a caller may read what an event is about (8.19)
     * @param kind what they are told about
     */
    SubscriptionCalls(
            Core core,
            Container container,
            Subscribers<E> subscribers,
            BiPredicate<Caller, E> readable,
            Kind<S, E> kind) {
        this.core = core;
        this.container = container;
        this.readable = readable;
        this.subscribers = subscribers;
        this.kind = kind;
    }

    /**
     * Subscribes.
     *
     * @param function the function of C that the client wants to be called
     * @param callback calls it
     */
    int subscribe(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment function,
            MemorySegment handle,
            Consumer<E> callback) {
        return core.calls()
                .readOutside(
                        engineHandle,
                        session -> {
                            core.access().require(session.caller(), container, FwpmActrl.SUBSCRIBE);
                            MemorySegment out = Results.pointerTo(handle, "handle");
                            S wanted = kind.struct().decode(subscription);
                            EngineFailure.unless(
                                    !Arguments.isNull(function), ErrorCode.FWP_E_NULL_POINTER);
                            Results.put(out, open(session, wanted, callback));
                        });
    }

    private MemorySegment open(Session session, S wanted, Consumer<E> callback) {
        Predicate<E> asked = kind.wanted().apply(wanted);
        Predicate<E> events = event -> asked.test(event) && readable.test(session.caller(), event);
        S properties = kind.withSessionKey().apply(wanted, session.properties().sessionKey());
        Subscription<E> opened =
                new Subscription<>(
                        session, subscribers, core.deliveries(), properties, events, callback);
        MemorySegment handle = core.handles().issue(opened);
        session.subscriptions().put(handle.address(), opened);
        opened.open();
        return handle;
    }

    /** Ends a subscription, and waits until its callback has returned (8.17). */
    int unsubscribe(MemorySegment engineHandle, MemorySegment handle) {
        AtomicReference<@Nullable Subscription<?>> ended = new AtomicReference<>();
        int result =
                core.calls()
                        .inSession(
                                engineHandle,
                                session -> {
                                    Calls.requireNoTransaction(session);
                                    ended.set(close(session, handle));
                                });
        Subscription<?> subscription = ended.get();
        if (subscription != null) {
            // Not within the session, which the callback may want to use before it returns.
            subscription.awaitReturn();
        }
        return result;
    }

    private Subscription<?> close(Session session, MemorySegment handle) {
        Subscription<?> found = core.handles().find(handle, Subscription.class);
        EngineFailure.unless(
                found.session() == session && found.isAmong(subscribers),
                EnginePolicy.UNKNOWN_HANDLE);
        found.cancel();
        session.subscriptions().remove(handle.address());
        core.handles().close(handle.address());
        return found;
    }

    /** Hands out the subscriptions of all sessions (8.22). */
    int list(MemorySegment engineHandle, MemorySegment entries, MemorySegment count) {
        return core.calls()
                .read(
                        engineHandle,
                        _ -> {
                            MemorySegment pageOut = Results.pointerTo(entries, "entries");
                            MemorySegment countOut = Results.countTo(count, "numEntries");
                            List<S> all =
                                    subscribers.all().stream()
                                            .map(Subscription::properties)
                                            .map(kind.type()::cast)
                                            .toList();
                            Results.put(pageOut, core.results().page(all, kind.struct()));
                            countOut.set(ValueLayout.JAVA_INT, 0, all.size());
                        });
    }
}

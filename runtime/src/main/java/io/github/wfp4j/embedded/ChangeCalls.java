package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmChangeType;
import io.github.wfp4j.fwpm.FwpmSubscriptionFlags;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The three functions that subscribe to the changes of one kind of objects (8.10).
 *
 * @param <R> the kind of object
 * @param <S> what a client asks for
 * @param <C> a change as C sees it
 */
final class ChangeCalls<R, S extends Record, C> {
    private static final int KNOWN_FLAGS =
            FwpmSubscriptionFlags.NOTIFY_ON_ADD.or(FwpmSubscriptionFlags.NOTIFY_ON_DELETE).bits();

    private final Kind<R, S, C> kind;
    private final SubscriptionCalls<S, ObjectChange<R>> subscriptions;

    /**
     * What is particular to one kind of objects.
     *
     * @param type what a client asks for
     * @param struct the same in C
     * @param withSessionKey says in it which session asks
     * @param flags whether it asks for additions and for deletions
     * @param wanted the objects that it asks for; refuses a template that is not valid (8.12)
     * @param changeStruct a change in C
     * @param change tells of a change of an object
     * @param callback calls a function of C with its context and a change
     */
    record Kind<R, S extends Record, C>(
            Class<S> type,
            Struct<S> struct,
            BiFunction<S, SessionKey, S> withSessionKey,
            Function<S, FwpmSubscriptionFlags> flags,
            Function<S, Predicate<R>> wanted,
            Struct<C> changeStruct,
            BiFunction<FwpmChangeType, Stored<R>, C> change,
            Function<MemorySegment, BiConsumer<MemorySegment, MemorySegment>> callback) {}

    ChangeCalls(Core core, Table<R> table, Kind<R, S, C> kind) {
        this.kind = kind;
        this.subscriptions =
                new SubscriptionCalls<>(
                        core,
                        table.container(),
                        table.subscribers(),
                        (caller, change) ->
                                core.access()
                                        .isGranted(caller, change.subject().key(), FwpmActrl.READ),
                        new SubscriptionCalls.Kind<>(
                                kind.type(), kind.struct(), kind.withSessionKey(), this::wanted));
    }

    private Predicate<ObjectChange<R>> wanted(S subscription) {
        FwpmSubscriptionFlags flags = kind.flags().apply(subscription);
        ObjectChecks.requireFlags(flags.bits(), KNOWN_FLAGS);
        EngineFailure.unless(flags.bits() != 0, ErrorCode.FWP_E_NEVER_MATCH);
        Predicate<R> objects = kind.wanted().apply(subscription);
        return change ->
                flags.contains(
                                change.isAddition()
                                        ? FwpmSubscriptionFlags.NOTIFY_ON_ADD
                                        : FwpmSubscriptionFlags.NOTIFY_ON_DELETE)
                        && objects.test(change.subject().value());
    }

    int subscribe(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment changeHandle) {
        BiConsumer<MemorySegment, MemorySegment> function = kind.callback().apply(callback);
        return subscriptions.subscribe(
                engineHandle,
                subscription,
                callback,
                changeHandle,
                change ->
                        kind.changeStruct()
                                .lend(
                                        kind.change().apply(change.type(), change.subject()),
                                        it -> function.accept(context, it)));
    }

    int unsubscribe(MemorySegment engineHandle, MemorySegment changeHandle) {
        return subscriptions.unsubscribe(engineHandle, changeHandle);
    }

    int list(MemorySegment engineHandle, MemorySegment entries, MemorySegment count) {
        return subscriptions.list(engineHandle, entries, count);
    }
}

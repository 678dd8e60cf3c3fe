package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmNetEventSubscription0;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback0;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback1;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback2;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback3;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback4;
import io.github.wfp4j.internal.abi.NetEventFunctions;
import io.github.wfp4j.internal.codec.FwpmNetEventEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmNetEventSubscription0Codec;

import java.lang.foreign.MemorySegment;
import java.util.function.BiConsumer;

/** The functions on network events (8.4). */
final class NetEventCalls implements NetEventFunctions {
    static final Struct<FwpmNetEventEnumTemplate0> TEMPLATE =
            new Struct<>(
                    "FWPM_NET_EVENT_ENUM_TEMPLATE0",
                    FwpmNetEventEnumTemplate0Codec.BYTE_SIZE,
                    FwpmNetEventEnumTemplate0Codec::read,
                    FwpmNetEventEnumTemplate0Codec::write,
                    FwpmNetEventEnumTemplate0Codec::extent);

    static final Struct<FwpmNetEventSubscription0> SUBSCRIPTION =
            new Struct<>(
                    "FWPM_NET_EVENT_SUBSCRIPTION0",
                    FwpmNetEventSubscription0Codec.BYTE_SIZE,
                    FwpmNetEventSubscription0Codec::read,
                    FwpmNetEventSubscription0Codec::write,
                    FwpmNetEventSubscription0Codec::extent);

    private final SecurityCalls security;
    private final NetEvents events;
    private final Enumerations<FwpmNetEvent5> enumerations;
    private final SubscriptionCalls<FwpmNetEventSubscription0, FwpmNetEvent5> subscriptions;

    NetEventCalls(Core core, NetEvents events) {
        this.security = new SecurityCalls(core);
        this.events = events;
        this.enumerations = new Enumerations<>(FwpmNetEvent5.class, core, Container.NET_EVENTS);
        this.subscriptions =
                new SubscriptionCalls<>(
                        core,
                        Container.NET_EVENTS,
                        events.subscribers(),
                        (_, _) -> true,
                        new SubscriptionCalls.Kind<>(
                                FwpmNetEventSubscription0.class,
                                SUBSCRIPTION,
                                FwpmNetEventSubscription0::withSessionKey,
                                subscription -> NetEvents.wanted(subscription.enumTemplate())));
    }

    @Override
    public int FwpmNetEventCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.createOutside(
                engineHandle,
                enumHandle,
                () -> events.find(Inputs.optional(enumTemplate, TEMPLATE)));
    }

    private <T extends Record> int next(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int requested,
            MemorySegment entries,
            MemorySegment returned,
            NetEventVersion<T> version) {
        return enumerations.next(
                engineHandle,
                enumHandle,
                requested,
                entries,
                returned,
                version.struct(),
                version::of);
    }

    @Override
    public int FwpmNetEventEnum0(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                NetEventVersion.V0);
    }

    @Override
    public int FwpmNetEventEnum1(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                NetEventVersion.V1);
    }

    @Override
    public int FwpmNetEventEnum2(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                NetEventVersion.V2);
    }

    @Override
    public int FwpmNetEventEnum3(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                NetEventVersion.V3);
    }

    @Override
    public int FwpmNetEventEnum4(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                NetEventVersion.V4);
    }

    @Override
    public int FwpmNetEventEnum5(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                NetEventVersion.V5);
    }

    @Override
    public int FwpmNetEventDestroyEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    private <T extends Record> int subscribe(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment function,
            MemorySegment context,
            MemorySegment eventsHandle,
            NetEventVersion<T> version,
            BiConsumer<MemorySegment, MemorySegment> callback) {
        return subscriptions.subscribe(
                engineHandle,
                subscription,
                function,
                eventsHandle,
                event -> {
                    T shown = version.of(event);
                    if (shown != null) {
                        version.struct().lend(shown, it -> callback.accept(context, it));
                    }
                });
    }

    @Override
    public int FwpmNetEventSubscribe0(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment eventsHandle) {
        return subscribe(
                engineHandle,
                subscription,
                callback,
                context,
                eventsHandle,
                NetEventVersion.V1,
                FwpmNetEventCallback0.of(callback)::call);
    }

    @Override
    public int FwpmNetEventSubscribe1(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment eventsHandle) {
        return subscribe(
                engineHandle,
                subscription,
                callback,
                context,
                eventsHandle,
                NetEventVersion.V2,
                FwpmNetEventCallback1.of(callback)::call);
    }

    @Override
    public int FwpmNetEventSubscribe2(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment eventsHandle) {
        return subscribe(
                engineHandle,
                subscription,
                callback,
                context,
                eventsHandle,
                NetEventVersion.V3,
                FwpmNetEventCallback2.of(callback)::call);
    }

    @Override
    public int FwpmNetEventSubscribe3(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment eventsHandle) {
        return subscribe(
                engineHandle,
                subscription,
                callback,
                context,
                eventsHandle,
                NetEventVersion.V4,
                FwpmNetEventCallback3.of(callback)::call);
    }

    @Override
    public int FwpmNetEventSubscribe4(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment eventsHandle) {
        return subscribe(
                engineHandle,
                subscription,
                callback,
                context,
                eventsHandle,
                NetEventVersion.V5,
                FwpmNetEventCallback4.of(callback)::call);
    }

    @Override
    public int FwpmNetEventUnsubscribe0(MemorySegment engineHandle, MemorySegment eventsHandle) {
        return subscriptions.unsubscribe(engineHandle, eventsHandle);
    }

    @Override
    public int FwpmNetEventSubscriptionsGet0(
            MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }

    @Override
    public int FwpmNetEventsGetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl,
            MemorySegment securityDescriptor) {
        return security.get(
                engineHandle,
                Container.NET_EVENTS,
                new SecurityCalls.Wanted(
                        securityInfo, sidOwner, sidGroup, dacl, sacl, securityDescriptor));
    }

    @Override
    public int FwpmNetEventsSetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl) {
        return security.set(
                engineHandle,
                Container.NET_EVENTS,
                new SecurityCalls.Given(securityInfo, sidOwner, sidGroup, dacl));
    }
}

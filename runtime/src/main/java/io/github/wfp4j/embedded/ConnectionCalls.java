package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.fwpm.FwpmConnectionEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmConnectionSubscription0;
import io.github.wfp4j.internal.abi.ConnectionFunctions;
import io.github.wfp4j.internal.abi.FwpmConnectionCallback0;
import io.github.wfp4j.internal.codec.FwpmConnection0Codec;
import io.github.wfp4j.internal.codec.FwpmConnectionEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmConnectionSubscription0Codec;

import java.lang.foreign.MemorySegment;
import java.util.function.Predicate;

/** The functions on connections that are protected by IPsec (8.5). */
final class ConnectionCalls implements ConnectionFunctions {
    static final Struct<FwpmConnection0> CONNECTION =
            new Struct<>(
                    "FWPM_CONNECTION0",
                    FwpmConnection0Codec.BYTE_SIZE,
                    FwpmConnection0Codec::read,
                    FwpmConnection0Codec::write,
                    FwpmConnection0Codec::extent);

    static final Struct<FwpmConnectionEnumTemplate0> TEMPLATE =
            new Struct<>(
                    "FWPM_CONNECTION_ENUM_TEMPLATE0",
                    FwpmConnectionEnumTemplate0Codec.BYTE_SIZE,
                    FwpmConnectionEnumTemplate0Codec::read,
                    FwpmConnectionEnumTemplate0Codec::write,
                    FwpmConnectionEnumTemplate0Codec::extent);

    static final Struct<FwpmConnectionSubscription0> SUBSCRIPTION =
            new Struct<>(
                    "FWPM_CONNECTION_SUBSCRIPTION0",
                    FwpmConnectionSubscription0Codec.BYTE_SIZE,
                    FwpmConnectionSubscription0Codec::read,
                    FwpmConnectionSubscription0Codec::write,
                    FwpmConnectionSubscription0Codec::extent);

    private final SecurityCalls security;
    private final Core core;
    private final Connections connections;
    private final ConnectionPolicies policies;
    private final Enumerations<FwpmConnection0> enumerations;
    private final SubscriptionCalls<FwpmConnectionSubscription0, ConnectionEvent> subscriptions;

    ConnectionCalls(Core core, Connections connections, ConnectionPolicies policies) {
        this.security = new SecurityCalls(core);
        this.policies = policies;
        this.core = core;
        this.connections = connections;
        this.enumerations = new Enumerations<>(FwpmConnection0.class, core, Container.CONNECTIONS);
        this.subscriptions =
                new SubscriptionCalls<>(
                        core,
                        Container.CONNECTIONS,
                        connections.subscribers(),
                        (_, _) -> true,
                        new SubscriptionCalls.Kind<>(
                                FwpmConnectionSubscription0.class,
                                SUBSCRIPTION,
                                FwpmConnectionSubscription0::withSessionKey,
                                this::wanted));
    }

    private Predicate<ConnectionEvent> wanted(FwpmConnectionSubscription0 subscription) {
        connections.requireMonitored();
        Predicate<FwpmConnection0> wanted = Connections.wanted(subscription.enumTemplate());
        return event -> wanted.test(event.connection());
    }

    @Override
    public int FwpmConnectionGetById0(
            MemorySegment engineHandle, long id, MemorySegment connection) {
        return core.calls()
                .read(
                        engineHandle,
                        _ -> {
                            MemorySegment out = Results.pointerTo(connection, "connection");
                            Results.put(out, core.results().one(connections.get(id), CONNECTION));
                        });
    }

    @Override
    public int FwpmConnectionCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.create(
                engineHandle,
                enumHandle,
                () -> connections.find(Inputs.optional(enumTemplate, TEMPLATE)));
    }

    @Override
    public int FwpmConnectionEnum0(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return enumerations.next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                CONNECTION);
    }

    @Override
    public int FwpmConnectionDestroyEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int FwpmConnectionSubscribe0(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment eventsHandle) {
        FwpmConnectionCallback0 function = FwpmConnectionCallback0.of(callback);
        return subscriptions.subscribe(
                engineHandle,
                subscription,
                callback,
                eventsHandle,
                event ->
                        CONNECTION.lend(
                                event.connection(),
                                it -> function.call(context, event.type().value(), it)));
    }

    @Override
    public int FwpmConnectionUnsubscribe0(MemorySegment engineHandle, MemorySegment eventsHandle) {
        return subscriptions.unsubscribe(engineHandle, eventsHandle);
    }

    @Override
    public int FwpmConnectionSubscriptionsGet0(
            MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }

    @Override
    public int FwpmConnectionPolicyAdd0(
            MemorySegment engineHandle,
            MemorySegment connectionPolicy,
            int ipVersion,
            long weight,
            int numFilterConditions,
            MemorySegment filterConditions,
            MemorySegment sd) {
        return policies.add(
                engineHandle,
                connectionPolicy,
                ipVersion,
                weight,
                numFilterConditions,
                filterConditions,
                sd);
    }

    @Override
    public int FwpmConnectionPolicyDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        return policies.delete(engineHandle, key);
    }

    @Override
    public int FwpmConnectionGetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl,
            MemorySegment securityDescriptor) {
        return security.get(
                engineHandle,
                Container.CONNECTIONS,
                new SecurityCalls.Wanted(
                        securityInfo, sidOwner, sidGroup, dacl, sacl, securityDescriptor));
    }

    @Override
    public int FwpmConnectionSetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl) {
        return security.set(
                engineHandle,
                Container.CONNECTIONS,
                new SecurityCalls.Given(securityInfo, sidOwner, sidGroup, dacl));
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.abi.IpsecSaContextCallback0;
import io.github.wfp4j.internal.codec.IpsecSaContextChange0Codec;
import io.github.wfp4j.internal.codec.IpsecSaContextSubscription0Codec;
import io.github.wfp4j.ipsec.IpsecSaContextChange0;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaContextSubscription0;

import java.lang.foreign.MemorySegment;
import java.util.function.Predicate;

/** The functions that subscribe to additions and deletions of security association contexts. */
final class SaContextSubscriptionCalls {
    static final Struct<IpsecSaContextSubscription0> SUBSCRIPTION =
            new Struct<>(
                    "IPSEC_SA_CONTEXT_SUBSCRIPTION0",
                    IpsecSaContextSubscription0Codec.BYTE_SIZE,
                    IpsecSaContextSubscription0Codec::read,
                    IpsecSaContextSubscription0Codec::write,
                    IpsecSaContextSubscription0Codec::extent);

    static final Struct<IpsecSaContextChange0> CHANGE =
            new Struct<>(
                    "IPSEC_SA_CONTEXT_CHANGE0",
                    IpsecSaContextChange0Codec.BYTE_SIZE,
                    IpsecSaContextChange0Codec::read,
                    IpsecSaContextChange0Codec::write,
                    IpsecSaContextChange0Codec::extent);

    private final SubscriptionCalls<IpsecSaContextSubscription0, SaContextEvent> subscriptions;

    SaContextSubscriptionCalls(Core core) {
        this.subscriptions =
                new SubscriptionCalls<>(
                        core,
                        Container.SA_DATABASE,
                        core.store().saContexts.watcher().subscribers(),
                        (_, _) -> true,
                        new SubscriptionCalls.Kind<>(
                                IpsecSaContextSubscription0.class,
                                SUBSCRIPTION,
                                IpsecSaContextSubscription0::withSessionKey,
                                SaContextSubscriptionCalls::wanted));
    }

    private static Predicate<SaContextEvent> wanted(IpsecSaContextSubscription0 subscription) {
        IpsecSaContextEnumTemplate0 template = subscription.enumTemplate();
        if (template == null) {
            return _ -> true;
        }
        AddressTemplate.require(template.localSubNet());
        AddressTemplate.require(template.remoteSubNet());
        return event -> event.matching().test(template);
    }

    int subscribe(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment eventsHandle) {
        IpsecSaContextCallback0 function = IpsecSaContextCallback0.of(callback);
        return subscriptions.subscribe(
                engineHandle,
                subscription,
                callback,
                eventsHandle,
                event ->
                        CHANGE.lend(
                                new IpsecSaContextChange0(event.type(), event.id()),
                                it -> function.call(context, it)));
    }

    int unsubscribe(MemorySegment engineHandle, MemorySegment eventsHandle) {
        return subscriptions.unsubscribe(engineHandle, eventsHandle);
    }

    int list(MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.internal.abi.NativeCallbacks;
import io.github.wfp4j.internal.abi.SaContextFunctions;
import io.github.wfp4j.internal.codec.IpsecSaContextChange0Codec;
import io.github.wfp4j.internal.codec.IpsecSaContextSubscription0Codec;
import io.github.wfp4j.ipsec.IpsecSaContextChange0;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaContextSubscription0;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.function.Predicate;

/** The functions that subscribe to additions and deletions of security association contexts. */
final class SaContextSubscriptionCalls implements SaContextFunctions {
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

    private static final int MAX_PREFIX_LENGTH = 128;

    private final SubscriptionCalls<IpsecSaContextSubscription0, SaContextEvent> subscriptions;

    SaContextSubscriptionCalls(Core core, Subscribers<SaContextEvent> subscribers) {
        this.subscriptions =
                new SubscriptionCalls<>(
                        core,
                        subscribers,
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
        require(template.localSubNet());
        require(template.remoteSubNet());
        return event -> event.matching().test(template);
    }

    /** Refuses what is neither an address nor a subnet, nor empty for any. */
    private static void require(FwpConditionValue0 wanted) {
        switch (wanted) {
            case FwpConditionValue0.Empty _,
                    FwpConditionValue0.Uint32 _,
                    FwpConditionValue0.ByteArray16 _ -> {
                // Any value of these types is possible.
            }
            case FwpConditionValue0.V4AddrMask it -> {
                int holes = ~(int) it.v4AddrMask().mask();
                requireMask((holes & (holes + 1)) == 0);
            }
            case FwpConditionValue0.V6AddrMask it ->
                    requireMask(it.v6AddrMask().prefixLength() <= MAX_PREFIX_LENGTH);
            default -> throw new EngineFailure(ErrorCode.FWP_E_TYPE_MISMATCH);
        }
    }

    private static void requireMask(boolean valid) {
        EngineFailure.unless(valid, ErrorCode.FWP_E_INVALID_NET_MASK);
    }

    @Override
    public int IPsecSaContextSubscribe0(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment eventsHandle) {
        return subscriptions.subscribe(
                engineHandle,
                subscription,
                callback,
                eventsHandle,
                event ->
                        CHANGE.lend(
                                new IpsecSaContextChange0(event.type(), event.id()),
                                it -> NativeCallbacks.call(callback, context, it)));
    }

    @Override
    public int IPsecSaContextUnsubscribe0(MemorySegment engineHandle, MemorySegment eventsHandle) {
        return subscriptions.unsubscribe(engineHandle, eventsHandle);
    }

    @Override
    public int IPsecSaContextSubscriptionsGet0(
            MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }
}

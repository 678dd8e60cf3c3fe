package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.internal.abi.SaContextFunctions;
import io.github.wfp4j.ipsec.IpsecSaContextChange0;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaContextEventType0;
import io.github.wfp4j.ipsec.IpsecSaContextSubscription0;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.foreign.MemorySegment;

/** Subscriptions to security association contexts (8.10, 8.12). */
@Timeout(30)
abstract class SaContextSubscriptionsContract {
    private final TestEngine engine;
    private final Client client;

    SaContextSubscriptionsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.closeHandle();
        engine.close();
        client.arena.close();
    }

    private SaContextFunctions functions() {
        return engine.functions().saContext();
    }

    private MemorySegment out() {
        return client.arena.allocate(ADDRESS);
    }

    private Listener<IpsecSaContextChange0> listener() {
        return Listener.of(client.arena, SaContextSubscriptionCalls.CHANGE::decode, _ -> {});
    }

    private int subscribe(
            @Nullable IpsecSaContextEnumTemplate0 template,
            Listener<?> listener,
            MemorySegment out) {
        return functions()
                .IPsecSaContextSubscribe0(
                        client.handle,
                        client.encode(
                                new IpsecSaContextSubscription0(template, SessionKey.ZERO),
                                SaContextSubscriptionCalls.SUBSCRIPTION),
                        listener.function(),
                        NULL,
                        out);
    }

    private void publish(IpsecSaContextEventType0 type, long id) {
        engine.internals()
                .saContextSubscribers()
                .publish(
                        new SaContextEvent(
                                type,
                                id,
                                it -> it.localSubNet().equals(new FwpConditionValue0.Uint32(id))),
                        null);
    }

    private static IpsecSaContextEnumTemplate0 local(FwpConditionValue0 address) {
        return IpsecSaContextEnumTemplate0.of().withLocalSubNet(address);
    }

    @Test
    @DisplayName("8.10: who subscribes is told which context was added or deleted")
    void tellsOfContexts() {
        Listener<IpsecSaContextChange0> listener = listener();
        assertOk(subscribe(null, listener, out()));
        publish(IpsecSaContextEventType0.ADD, 5);
        publish(IpsecSaContextEventType0.DELETE, 5);
        assertThat(listener.next())
                .isEqualTo(new IpsecSaContextChange0(IpsecSaContextEventType0.ADD, 5));
        assertThat(listener.next())
                .isEqualTo(new IpsecSaContextChange0(IpsecSaContextEventType0.DELETE, 5));
    }

    @Test
    @DisplayName("8.12: a template chooses the contexts of which is told")
    void tellsWhatTemplateAsksFor() {
        Listener<IpsecSaContextChange0> listener = listener();
        assertOk(subscribe(local(new FwpConditionValue0.Uint32(6)), listener, out()));
        publish(IpsecSaContextEventType0.ADD, 5);
        publish(IpsecSaContextEventType0.ADD, 6);
        assertThat(listener.next().saContextId()).isEqualTo(6);
    }

    @Test
    @DisplayName("8.12: a template names addresses or subnets")
    void refusesOtherTemplates() {
        assertError(
                subscribe(local(new FwpConditionValue0.Uint8(1)), listener(), out()),
                ErrorCode.FWP_E_TYPE_MISMATCH);
        assertError(
                subscribe(
                        local(
                                new FwpConditionValue0.V4AddrMask(
                                        new FwpV4AddrAndMask(0, 0xFF00FF00L))),
                        listener(),
                        out()),
                ErrorCode.FWP_E_INVALID_NET_MASK);
    }

    @Test
    @DisplayName("8.21, 8.22: subscriptions are listed until they end, once")
    void endsSubscription() {
        MemorySegment out = out();
        assertOk(subscribe(null, listener(), out));
        assertThat(subscriptions()).isEqualTo(1);
        MemorySegment subscription = out.get(ADDRESS, 0);
        assertOk(functions().IPsecSaContextUnsubscribe0(client.handle, subscription));
        assertError(
                functions().IPsecSaContextUnsubscribe0(client.handle, subscription),
                ErrorCode.ERROR_INVALID_HANDLE);
        assertThat(subscriptions()).isZero();
    }

    private int subscriptions() {
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(functions().IPsecSaContextSubscriptionsGet0(client.handle, entries, count));
        engine.functions().engine().FwpmFreeMemory0(entries);
        return count.get(JAVA_INT, 0);
    }

    @Test
    @DisplayName("2-in-transaction, 8.10: subscriptions neither begin nor end inside a transaction")
    void refusesTransaction() {
        MemorySegment out = out();
        assertOk(subscribe(null, listener(), out));
        assertOk(client.beginReadOnly());
        assertError(subscribe(null, listener(), out()), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertError(
                functions().IPsecSaContextUnsubscribe0(client.handle, out.get(ADDRESS, 0)),
                ErrorCode.FWP_E_TXN_IN_PROGRESS);
    }
}

package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertOk;

import io.github.wfp4j.fwpm.FwpmCalloutSubscription0;
import io.github.wfp4j.fwpm.FwpmChangeType;
import io.github.wfp4j.fwpm.FwpmFilterSubscription0;
import io.github.wfp4j.fwpm.FwpmProviderContextSubscription0;
import io.github.wfp4j.fwpm.FwpmProviderSubscription0;
import io.github.wfp4j.fwpm.FwpmSublayerSubscription0;
import io.github.wfp4j.fwpm.FwpmSubscriptionFlags;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.types.SublayerKey;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** The kinds of objects whose changes a client can subscribe to. */
enum WatchedKind {
    PROVIDER {
        @Override
        MemorySegment request(Client client, FwpmSubscriptionFlags flags) {
            return client.encode(
                    new FwpmProviderSubscription0(null, flags, SessionKey.ZERO),
                    ChangeStructs.PROVIDER_SUBSCRIPTION);
        }

        @Override
        int subscribe(
                Client client,
                MemorySegment request,
                MemorySegment callback,
                MemorySegment context,
                MemorySegment out) {
            return client.functions
                    .provider()
                    .FwpmProviderSubscribeChanges0(client.handle, request, callback, context, out);
        }

        @Override
        int unsubscribe(Client client, MemorySegment subscription) {
            return client.functions
                    .provider()
                    .FwpmProviderUnsubscribeChanges0(client.handle, subscription);
        }

        @Override
        int list(Client client, MemorySegment entries, MemorySegment count) {
            return client.functions
                    .provider()
                    .FwpmProviderSubscriptionsGet0(client.handle, entries, count);
        }

        @Override
        List<Listed> read(Client client, MemorySegment entries, MemorySegment count) {
            return client.takePage(entries, count, ChangeStructs.PROVIDER_SUBSCRIPTION).stream()
                    .map(it -> new Listed(it.flags(), it.sessionKey()))
                    .toList();
        }

        @Override
        Told read(MemorySegment change) {
            var it = ChangeStructs.PROVIDER_CHANGE.decode(change);
            return new Told(it.changeType(), it.providerKey().guid(), 0);
        }

        @Override
        Key newKey() {
            return ProviderKey.random();
        }

        @Override
        int add(Client client, Key key) {
            return client.add(Client.provider((ProviderKey) key));
        }

        @Override
        int delete(Client client, Key key) {
            return client.functions
                    .provider()
                    .FwpmProviderDeleteByKey0(client.handle, client.encode(key));
        }
    },

    PROVIDER_CONTEXT {
        @Override
        MemorySegment request(Client client, FwpmSubscriptionFlags flags) {
            return client.encode(
                    new FwpmProviderContextSubscription0(null, flags, SessionKey.ZERO),
                    ChangeStructs.CONTEXT_SUBSCRIPTION);
        }

        @Override
        int subscribe(
                Client client,
                MemorySegment request,
                MemorySegment callback,
                MemorySegment context,
                MemorySegment out) {
            return client.functions
                    .providerContext()
                    .FwpmProviderContextSubscribeChanges0(
                            client.handle, request, callback, context, out);
        }

        @Override
        int unsubscribe(Client client, MemorySegment subscription) {
            return client.functions
                    .providerContext()
                    .FwpmProviderContextUnsubscribeChanges0(client.handle, subscription);
        }

        @Override
        int list(Client client, MemorySegment entries, MemorySegment count) {
            return client.functions
                    .providerContext()
                    .FwpmProviderContextSubscriptionsGet0(client.handle, entries, count);
        }

        @Override
        List<Listed> read(Client client, MemorySegment entries, MemorySegment count) {
            return client.takePage(entries, count, ChangeStructs.CONTEXT_SUBSCRIPTION).stream()
                    .map(it -> new Listed(it.flags(), it.sessionKey()))
                    .toList();
        }

        @Override
        Told read(MemorySegment change) {
            var it = ChangeStructs.CONTEXT_CHANGE.decode(change);
            return new Told(
                    it.changeType(), it.providerContextKey().guid(), it.providerContextId());
        }

        @Override
        Key newKey() {
            return ProviderContextKey.random();
        }

        @Override
        int add(Client client, Key key) {
            return client.add(Samples.general((ProviderContextKey) key));
        }

        @Override
        int delete(Client client, Key key) {
            return client.functions
                    .providerContext()
                    .FwpmProviderContextDeleteByKey0(client.handle, client.encode(key));
        }
    },

    SUBLAYER {
        @Override
        MemorySegment request(Client client, FwpmSubscriptionFlags flags) {
            return client.encode(
                    new FwpmSublayerSubscription0(null, flags, SessionKey.ZERO),
                    ChangeStructs.SUBLAYER_SUBSCRIPTION);
        }

        @Override
        int subscribe(
                Client client,
                MemorySegment request,
                MemorySegment callback,
                MemorySegment context,
                MemorySegment out) {
            return client.functions
                    .sublayer()
                    .FwpmSubLayerSubscribeChanges0(client.handle, request, callback, context, out);
        }

        @Override
        int unsubscribe(Client client, MemorySegment subscription) {
            return client.functions
                    .sublayer()
                    .FwpmSubLayerUnsubscribeChanges0(client.handle, subscription);
        }

        @Override
        int list(Client client, MemorySegment entries, MemorySegment count) {
            return client.functions
                    .sublayer()
                    .FwpmSubLayerSubscriptionsGet0(client.handle, entries, count);
        }

        @Override
        List<Listed> read(Client client, MemorySegment entries, MemorySegment count) {
            return client.takePage(entries, count, ChangeStructs.SUBLAYER_SUBSCRIPTION).stream()
                    .map(it -> new Listed(it.flags(), it.sessionKey()))
                    .toList();
        }

        @Override
        Told read(MemorySegment change) {
            var it = ChangeStructs.SUBLAYER_CHANGE.decode(change);
            return new Told(it.changeType(), it.subLayerKey().guid(), 0);
        }

        @Override
        Key newKey() {
            return SublayerKey.random();
        }

        @Override
        int add(Client client, Key key) {
            return client.add(Client.sublayer((SublayerKey) key, 0x100));
        }

        @Override
        int delete(Client client, Key key) {
            return client.functions
                    .sublayer()
                    .FwpmSubLayerDeleteByKey0(client.handle, client.encode(key));
        }
    },

    CALLOUT {
        @Override
        MemorySegment request(Client client, FwpmSubscriptionFlags flags) {
            return client.encode(
                    new FwpmCalloutSubscription0(null, flags, SessionKey.ZERO),
                    ChangeStructs.CALLOUT_SUBSCRIPTION);
        }

        @Override
        int subscribe(
                Client client,
                MemorySegment request,
                MemorySegment callback,
                MemorySegment context,
                MemorySegment out) {
            return client.functions
                    .callout()
                    .FwpmCalloutSubscribeChanges0(client.handle, request, callback, context, out);
        }

        @Override
        int unsubscribe(Client client, MemorySegment subscription) {
            return client.functions
                    .callout()
                    .FwpmCalloutUnsubscribeChanges0(client.handle, subscription);
        }

        @Override
        int list(Client client, MemorySegment entries, MemorySegment count) {
            return client.functions
                    .callout()
                    .FwpmCalloutSubscriptionsGet0(client.handle, entries, count);
        }

        @Override
        List<Listed> read(Client client, MemorySegment entries, MemorySegment count) {
            return client.takePage(entries, count, ChangeStructs.CALLOUT_SUBSCRIPTION).stream()
                    .map(it -> new Listed(it.flags(), it.sessionKey()))
                    .toList();
        }

        @Override
        Told read(MemorySegment change) {
            var it = ChangeStructs.CALLOUT_CHANGE.decode(change);
            return new Told(it.changeType(), it.calloutKey().guid(), it.calloutId());
        }

        @Override
        Key newKey() {
            return CalloutKey.random();
        }

        @Override
        int add(Client client, Key key) {
            return client.add(Samples.callout((CalloutKey) key, Samples.LAYER));
        }

        @Override
        int delete(Client client, Key key) {
            return client.functions
                    .callout()
                    .FwpmCalloutDeleteByKey0(client.handle, client.encode(key));
        }
    },

    FILTER {
        @Override
        MemorySegment request(Client client, FwpmSubscriptionFlags flags) {
            return client.encode(
                    new FwpmFilterSubscription0(null, flags, SessionKey.ZERO),
                    ChangeStructs.FILTER_SUBSCRIPTION);
        }

        @Override
        int subscribe(
                Client client,
                MemorySegment request,
                MemorySegment callback,
                MemorySegment context,
                MemorySegment out) {
            return client.functions
                    .filter()
                    .FwpmFilterSubscribeChanges0(client.handle, request, callback, context, out);
        }

        @Override
        int unsubscribe(Client client, MemorySegment subscription) {
            return client.functions
                    .filter()
                    .FwpmFilterUnsubscribeChanges0(client.handle, subscription);
        }

        @Override
        int list(Client client, MemorySegment entries, MemorySegment count) {
            return client.functions
                    .filter()
                    .FwpmFilterSubscriptionsGet0(client.handle, entries, count);
        }

        @Override
        List<Listed> read(Client client, MemorySegment entries, MemorySegment count) {
            return client.takePage(entries, count, ChangeStructs.FILTER_SUBSCRIPTION).stream()
                    .map(it -> new Listed(it.flags(), it.sessionKey()))
                    .toList();
        }

        @Override
        Told read(MemorySegment change) {
            var it = ChangeStructs.FILTER_CHANGE.decode(change);
            return new Told(it.changeType(), it.filterKey().guid(), it.filterId());
        }

        @Override
        Key newKey() {
            return FilterKey.random();
        }

        @Override
        int add(Client client, Key key) {
            return client.add(Samples.block().withFilterKey((FilterKey) key));
        }

        @Override
        int delete(Client client, Key key) {
            return client.functions
                    .filter()
                    .FwpmFilterDeleteByKey0(client.handle, client.encode(key));
        }
    };

    /** What a callback is told; kinds without ids have 0. */
    record Told(FwpmChangeType type, Guid key, long id) {
        boolean isAbout(FwpmChangeType change, Key object) {
            return type == change && key.equals(object.guid());
        }
    }

    /** What is seen of a subscription. */
    record Listed(FwpmSubscriptionFlags flags, SessionKey session) {}

    abstract MemorySegment request(Client client, FwpmSubscriptionFlags flags);

    abstract int subscribe(
            Client client,
            MemorySegment request,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment out);

    abstract int unsubscribe(Client client, MemorySegment subscription);

    abstract int list(Client client, MemorySegment entries, MemorySegment count);

    abstract List<Listed> read(Client client, MemorySegment entries, MemorySegment count);

    abstract Told read(MemorySegment change);

    abstract Key newKey();

    abstract int add(Client client, Key key);

    abstract int delete(Client client, Key key);

    /** {@return the key of an object that must be addable} */
    Key addOk(Client client) {
        Key key = newKey();
        assertOk(add(client, key));
        return key;
    }
}

package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;
import static io.github.wfp4j.embedded.Client.provider;
import static io.github.wfp4j.embedded.Client.sublayer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.internal.codec.FwpmSublayer0Codec;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Keys, ids, lifetimes and references of all kinds of objects (section 3). */
abstract class ObjectsContract {
    private final TestEngine engine;
    private final Client client;
    private final ProviderKey providerKey = ProviderKey.random();
    private final SublayerKey sublayerKey = SublayerKey.random();
    private final CalloutKey calloutKey = CalloutKey.random();
    private final ProviderContextKey contextKey = ProviderContextKey.random();

    ObjectsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private int deleteProvider(Client session, ProviderKey key) {
        return session.functions
                .provider()
                .FwpmProviderDeleteByKey0(session.handle, session.encode(key));
    }

    private int deleteSublayer(Client session, SublayerKey key) {
        return session.functions
                .sublayer()
                .FwpmSubLayerDeleteByKey0(session.handle, session.encode(key));
    }

    private int deleteCallout(CalloutKey key) {
        return client.functions
                .callout()
                .FwpmCalloutDeleteByKey0(client.handle, client.encode(key));
    }

    private int deleteContext(ProviderContextKey key) {
        return client.functions
                .providerContext()
                .FwpmProviderContextDeleteByKey0(client.handle, client.encode(key));
    }

    @Test
    @DisplayName(
            "3.1, 4.1, 4.6: a filter's layer, sublayer, provider, callout and context must exist")
    void refusesDanglingReferences() {
        assertError(client.add(Samples.block(LayerKey.random())), ErrorCode.FWP_E_LAYER_NOT_FOUND);
        assertError(client.add(Samples.block(LayerKey.ZERO)), ErrorCode.FWP_E_LAYER_NOT_FOUND);
        assertError(
                client.add(Samples.block().withSubLayerKey(sublayerKey)),
                ErrorCode.FWP_E_SUBLAYER_NOT_FOUND);
        assertError(
                client.add(Samples.block().withProviderKey(providerKey)),
                ErrorCode.FWP_E_PROVIDER_NOT_FOUND);
        assertError(
                client.add(
                        Samples.call(FwpActionType.CALLOUT_TERMINATING, Samples.LAYER, calloutKey)),
                ErrorCode.FWP_E_CALLOUT_NOT_FOUND);
        assertError(
                client.add(Samples.withContext(Samples.block(), contextKey)),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        assertError(
                client.add(Samples.withContext(Samples.block(), ProviderContextKey.ZERO)),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
    }

    @Test
    @DisplayName("3.1, 3.8-layer: the provider of any object must exist, and a callout's layer")
    void refusesDanglingProviders() {
        assertError(
                client.add(sublayer(sublayerKey, 1).withProviderKey(providerKey)),
                ErrorCode.FWP_E_PROVIDER_NOT_FOUND);
        assertError(
                client.add(Samples.general(contextKey).withProviderKey(providerKey)),
                ErrorCode.FWP_E_PROVIDER_NOT_FOUND);
        FwpmCallout0 callout = Samples.callout(calloutKey, Samples.LAYER);
        assertError(
                client.add(callout.withProviderKey(providerKey)),
                ErrorCode.FWP_E_PROVIDER_NOT_FOUND);
        assertError(
                client.add(Samples.callout(calloutKey, LayerKey.random())),
                ErrorCode.FWP_E_LAYER_NOT_FOUND);
    }

    @Test
    @DisplayName("3.2: a persistent object cannot refer to a static one")
    void refusesPersistentOnStatic() {
        assertOk(client.add(provider(providerKey)));
        assertOk(client.add(sublayer(sublayerKey, 1)));
        assertError(
                client.add(
                        Samples.block()
                                .withFlags(FwpmFilterFlags.PERSISTENT)
                                .withSubLayerKey(sublayerKey)),
                ErrorCode.FWP_E_LIFETIME_MISMATCH);
        assertError(
                client.add(
                        Samples.block()
                                .withFlags(FwpmFilterFlags.PERSISTENT)
                                .withProviderKey(providerKey)),
                ErrorCode.FWP_E_LIFETIME_MISMATCH);
        assertOk(client.add(Samples.block().withFlags(FwpmFilterFlags.PERSISTENT)));
    }

    @Test
    @DisplayName("3.4: a boot-time filter is bound as a persistent one is")
    void refusesBootTimeOnStatic() {
        assertOk(client.add(sublayer(sublayerKey, 1)));
        assertError(
                client.add(
                        Samples.block()
                                .withFlags(FwpmFilterFlags.BOOTTIME)
                                .withSubLayerKey(sublayerKey)),
                ErrorCode.FWP_E_LIFETIME_MISMATCH);
        assertOk(client.add(Samples.block().withFlags(FwpmFilterFlags.BOOTTIME)));
    }

    @Test
    @DisplayName("3.2: a static object cannot refer to a dynamic one, nor another session's")
    void refusesReferenceToDynamic() {
        try (Client dynamic = Client.openDynamic(engine);
                Client other = Client.openDynamic(engine)) {
            assertOk(dynamic.add(provider(providerKey)));
            assertError(
                    client.add(Samples.block().withProviderKey(providerKey)),
                    ErrorCode.FWP_E_LIFETIME_MISMATCH);
            assertError(
                    other.add(Samples.block().withProviderKey(providerKey)),
                    ErrorCode.FWP_E_LIFETIME_MISMATCH);
            assertOk(dynamic.add(Samples.block().withProviderKey(providerKey)));
        }
    }

    @Test
    @DisplayName("3.3: a persistent object cannot refer to one of another provider")
    void refusesPersistentOfAnotherProvider() {
        ProviderKey other = ProviderKey.random();
        assertOk(client.add(provider(providerKey).withFlags(FwpmProviderFlags.PERSISTENT)));
        assertOk(client.add(provider(other).withFlags(FwpmProviderFlags.PERSISTENT)));
        FwpmSublayer0 sublayer =
                sublayer(sublayerKey, 1)
                        .withFlags(FwpmSublayerFlags.PERSISTENT)
                        .withProviderKey(providerKey);
        assertOk(client.add(sublayer));
        var filter =
                Samples.block().withFlags(FwpmFilterFlags.PERSISTENT).withSubLayerKey(sublayerKey);
        assertError(client.add(filter.withProviderKey(other)), ErrorCode.FWP_E_LIFETIME_MISMATCH);
        assertOk(client.add(filter.withProviderKey(providerKey)));
        assertOk(client.add(filter.withProviderKey(other).withFlags(FwpmFilterFlags.NONE)));
    }

    @Test
    @DisplayName("3.5: what is referred to cannot be deleted, and can afterwards")
    void refusesToDeleteReferred() {
        assertOk(client.add(provider(providerKey)));
        assertOk(client.add(sublayer(sublayerKey, 1).withProviderKey(providerKey)));
        FwpmCallout0 callout =
                Samples.callout(calloutKey, Samples.LAYER)
                        .withFlags(FwpmCalloutFlags.USES_PROVIDER_CONTEXT);
        assertOk(client.add(callout));
        assertOk(client.add(Samples.general(contextKey)));
        long filter =
                client.addOk(
                        Samples.withContext(
                                Samples.call(
                                                FwpActionType.CALLOUT_TERMINATING,
                                                Samples.LAYER,
                                                calloutKey)
                                        .withSubLayerKey(sublayerKey),
                                contextKey));
        assertError(deleteProvider(client, providerKey), ErrorCode.FWP_E_IN_USE);
        assertError(deleteSublayer(client, sublayerKey), ErrorCode.FWP_E_IN_USE);
        assertError(deleteCallout(calloutKey), ErrorCode.FWP_E_IN_USE);
        assertError(deleteContext(contextKey), ErrorCode.FWP_E_IN_USE);
        assertOk(client.deleteFilter(filter));
        assertOk(deleteContext(contextKey));
        assertOk(deleteCallout(calloutKey));
        assertOk(deleteSublayer(client, sublayerKey));
        assertOk(deleteProvider(client, providerKey));
    }

    @Test
    @DisplayName("3.6, 3.1-builtin: built-in objects cannot be deleted")
    void refusesToDeleteBuiltIn() {
        assertError(
                deleteSublayer(client, FwpmSublayers.UNIVERSAL), ErrorCode.FWP_E_BUILTIN_OBJECT);
        assertError(deleteProvider(client, FwpmProviders.IKEEXT), ErrorCode.FWP_E_BUILTIN_OBJECT);
    }

    @Test
    @DisplayName("3.7: what is not there has an error of its kind")
    void namesKindOfWhatIsNotThere() {
        assertError(deleteProvider(client, providerKey), ErrorCode.FWP_E_PROVIDER_NOT_FOUND);
        assertError(deleteSublayer(client, sublayerKey), ErrorCode.FWP_E_SUBLAYER_NOT_FOUND);
        assertError(deleteCallout(calloutKey), ErrorCode.FWP_E_CALLOUT_NOT_FOUND);
        assertError(deleteContext(contextKey), ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        assertError(client.deleteFilter(1), ErrorCode.FWP_E_FILTER_NOT_FOUND);
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertError(
                client.functions.layer().FwpmLayerGetById0(client.handle, (short) 999, out),
                ErrorCode.FWP_E_LAYER_NOT_FOUND);
    }

    @Test
    @DisplayName("3.8: a key is taken within its kind only")
    void refusesTakenKey() {
        assertOk(client.add(provider(providerKey)));
        assertError(client.add(provider(providerKey)), ErrorCode.FWP_E_ALREADY_EXISTS);
        assertOk(client.add(sublayer(new SublayerKey(providerKey.guid()), 1)));
    }

    @Test
    @DisplayName(
            "2-dynamic, 2-wrong-session, 2-wrong-session-static: a dynamic session deletes its own"
                    + " objects only")
    void deletesOwnObjectsOnly() {
        assertOk(client.add(provider(providerKey)));
        ProviderKey dynamicKey = ProviderKey.random();
        try (Client dynamic = Client.openDynamic(engine);
                Client other = Client.openDynamic(engine)) {
            assertOk(dynamic.add(provider(dynamicKey)));
            assertError(
                    deleteProvider(dynamic, providerKey),
                    ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
            assertError(deleteProvider(other, dynamicKey), ErrorCode.FWP_E_WRONG_SESSION);
            assertError(deleteProvider(client, dynamicKey), ErrorCode.FWP_E_WRONG_SESSION);
            assertOk(deleteProvider(dynamic, dynamicKey));
        }
    }

    @Test
    @DisplayName("3.1-static, 3.1-persistent: what is not dynamic outlives its session")
    void keepsObjectsOfClosedSession() {
        ProviderKey persistent = ProviderKey.random();
        Client other = Client.openStatic(engine);
        assertOk(other.add(provider(providerKey)));
        assertOk(other.add(provider(persistent).withFlags(FwpmProviderFlags.PERSISTENT)));
        assertOk(other.closeHandle());
        assertOk(deleteProvider(client, providerKey));
        assertOk(deleteProvider(client, persistent));
    }

    @Test
    @DisplayName("3.20: the caller can reuse his memory at once")
    void copiesWhatIsAdded() {
        FwpmSublayer0 wanted =
                sublayer(sublayerKey, 500)
                        .withProviderData(new FwpByteBlob(Bytes.of((byte) 1, (byte) 2)));
        MemorySegment encoded = client.encode(wanted, Structs.SUBLAYER);
        var functions = client.functions.sublayer();
        assertOk(functions.FwpmSubLayerAdd0(client.handle, encoded, NULL));
        encoded.fill((byte) 0xEE);
        assertThat(client.sublayer(sublayerKey)).isEqualTo(wanted);
    }

    @Test
    @DisplayName("3.25, 10-no-data: data are kept, and none is a null pointer")
    void keepsData() {
        SublayerKey without = SublayerKey.random();
        FwpByteBlob data = new FwpByteBlob(Bytes.of((byte) 0, (byte) 0xFF, (byte) 7));
        assertOk(client.add(sublayer(sublayerKey, 500).withProviderData(data)));
        assertOk(client.add(sublayer(without, 600)));
        assertThat(client.sublayer(sublayerKey).providerData()).isEqualTo(data);
        MemorySegment out = client.arena.allocate(ADDRESS);
        var functions = client.functions.sublayer();
        assertOk(functions.FwpmSubLayerGetByKey0(client.handle, client.encode(without), out));
        MemorySegment read = Reader.DEFAULT.pointee(out, 0, Structs.SUBLAYER.size(), 8, "sublayer");
        long blob = FwpmSublayer0Codec.PROVIDER_DATA;
        assertThat(read.get(JAVA_INT, blob)).isZero();
        assertThat(read.get(ADDRESS, blob + ADDRESS.byteSize())).isEqualTo(NULL);
        client.functions.engine().FwpmFreeMemory0(out);
    }

    @Test
    @DisplayName("3.24: a name that stands in a library is kept as it is")
    void keepsIndirectName() {
        String name = "@%SystemRoot%\\system32\\nowhere.dll,-100";
        assertOk(client.add(sublayer(sublayerKey, 500).withDisplayData(Client.named(name))));
        assertThat(client.sublayer(sublayerKey).displayData().name()).isEqualTo(name);
    }

    @Test
    @DisplayName("3.21: a zero key is replaced by a new one")
    void makesKeys() {
        long filter = client.addOk(Samples.block());
        assertThat(client.filter(filter).filterKey().guid().isZero()).isFalse();
    }

    @Test
    @DisplayName("3.22: an object needs a name, which may be empty")
    void refusesMissingName() {
        FwpmDisplayData0 none = new FwpmDisplayData0(null, "text");
        assertError(
                client.add(provider(providerKey).withDisplayData(none)),
                ErrorCode.FWP_E_NULL_DISPLAY_NAME);
        assertError(
                client.add(sublayer(sublayerKey, 1).withDisplayData(none)),
                ErrorCode.FWP_E_NULL_DISPLAY_NAME);
        assertError(
                client.add(Samples.callout(calloutKey, Samples.LAYER).withDisplayData(none)),
                ErrorCode.FWP_E_NULL_DISPLAY_NAME);
        assertError(
                client.add(Samples.general(contextKey).withDisplayData(none)),
                ErrorCode.FWP_E_NULL_DISPLAY_NAME);
        assertError(
                client.add(Samples.block().withDisplayData(none)),
                ErrorCode.FWP_E_NULL_DISPLAY_NAME);
        assertOk(client.add(provider(providerKey).withDisplayData(Client.named(""))));
    }

    @Test
    @DisplayName("3.23: texts that cannot be shown are refused")
    void refusesUnprintableText() {
        for (String text : List.of("a\u0007b", "\uD800", "x\uDC00")) {
            assertError(
                    client.add(provider(providerKey).withDisplayData(Client.named(text))),
                    ErrorCode.FWP_E_INVALID_PARAMETER);
        }
        assertOk(
                client.add(
                        provider(providerKey)
                                .withDisplayData(
                                        new FwpmDisplayData0("Tür \uD83D\uDD12", "a\nb"))));
    }

    @Test
    @DisplayName("3.26: a bad security descriptor is refused")
    void refusesBadDescriptor() {
        MemorySegment descriptor = client.arena.allocate(40, 8);
        MemorySegment encoded = client.encode(provider(providerKey), Structs.PROVIDER);
        var functions = client.functions.provider();
        assertThat(functions.FwpmProviderAdd0(client.handle, encoded, descriptor))
                .isEqualTo(0x8007053A);
        descriptor.set(JAVA_BYTE, 0, (byte) 1);
        assertOk(functions.FwpmProviderAdd0(client.handle, encoded, descriptor));
    }

    @Test
    @DisplayName(
            "3.27, 3.5-flags, 3.6-flags, 3.7-flags, 3.8-flags: flags that are unknown, or only the"
                    + " engine sets, are refused")
    void refusesFlags() {
        assertError(
                client.add(provider(providerKey).withFlags(new FwpmProviderFlags(2))),
                ErrorCode.FWP_E_INVALID_FLAGS);
        assertError(
                client.add(sublayer(sublayerKey, 1).withFlags(new FwpmSublayerFlags(2))),
                ErrorCode.FWP_E_INVALID_FLAGS);
        FwpmCallout0 callout = Samples.callout(calloutKey, Samples.LAYER);
        assertError(
                client.add(callout.withFlags(FwpmCalloutFlags.REGISTERED)),
                ErrorCode.FWP_E_INVALID_FLAGS);
        assertError(
                client.add(Samples.general(contextKey).withFlags(new FwpmProviderContextFlags(4))),
                ErrorCode.FWP_E_INVALID_FLAGS);
        assertOk(client.add(provider(providerKey).withFlags(FwpmProviderFlags.DISABLED)));
    }

    @Test
    @DisplayName("3.4-callout, 3.4-filter: ids grow from where real ones start")
    void countsIds() {
        assertThat(client.addOk(Samples.block())).isEqualTo(66_001);
        assertThat(client.addOk(Samples.block())).isEqualTo(66_002);
        MemorySegment id = client.arena.allocate(JAVA_INT);
        FwpmCallout0 callout = Samples.callout(calloutKey, Samples.LAYER);
        assertOk(
                client.functions
                        .callout()
                        .FwpmCalloutAdd0(
                                client.handle, client.encode(callout, Structs.CALLOUT), NULL, id));
        assertThat(id.get(JAVA_INT, 0)).isEqualTo(258);
        assertOk(client.functions.callout().FwpmCalloutDeleteById0(client.handle, 258));
    }

    @Test
    @DisplayName("3.7-weight, 3.7-direction, U12: a sublayer gets the closest free weight")
    void givesClosestFreeWeight() {
        List<Integer> weights = new ArrayList<>();
        for (int wanted : List.of(0x8000, 0x8000, 0x8000, 0, 0, 65535, 65535)) {
            SublayerKey key = SublayerKey.random();
            assertOk(client.add(sublayer(key, wanted)));
            weights.add(client.sublayer(key).weight());
        }
        // 32768 and 32767 are taken, 0 to 7 as well.
        assertThat(weights).containsExactly(32769, 32766, 32770, 8, 9, 65535, 65534);
    }

    @Test
    @DisplayName("3.7-many, U21: when every weight is taken, no sublayer can be added")
    void refusesTooManySublayers() {
        SublayerTable table = new SublayerTable();
        for (int weight = 0; weight < EnginePolicy.MAX_SUBLAYERS; weight++) {
            FwpmSublayer0 sublayer = sublayer(SublayerKey.random(), weight);
            table.insert(
                    new Stored<>(
                            sublayer.subLayerKey(),
                            weight,
                            weight,
                            Lifetime.STATIC,
                            null,
                            null,
                            List.of(),
                            sublayer));
        }
        int result = Calls.answer(() -> table.freeWeight(5));
        assertError(result, ErrorCode.FWP_E_TOO_MANY_SUBLAYERS);
    }

    @Test
    @DisplayName("3.8-many: there cannot be more than 100 000 callouts")
    void refusesTooManyCallouts() {
        try (Client dynamic = Client.openDynamic(engine)) {
            MemorySegment callout =
                    dynamic.encode(
                            Samples.callout(CalloutKey.ZERO, Samples.LAYER), Structs.CALLOUT);
            var functions = client.functions.callout();
            assertOk(dynamic.begin());
            int result = 0;
            int added = -1;
            while (result == 0 && added <= 100_000) {
                added++;
                result = functions.FwpmCalloutAdd0(dynamic.handle, callout, NULL, NULL);
            }
            assertError(result, ErrorCode.FWP_E_TOO_MANY_CALLOUTS);
            assertThat(added).isEqualTo(100_000 - 48);
        }
    }

    @Test
    @DisplayName("3.8-layer: a filter can use a callout at the callout's layer only")
    void refusesCalloutOfAnotherLayer() {
        assertOk(client.add(Samples.callout(calloutKey, FwpmLayers.STREAM_V4)));
        assertError(
                client.add(
                        Samples.call(FwpActionType.CALLOUT_TERMINATING, Samples.LAYER, calloutKey)),
                ErrorCode.FWP_E_INCOMPATIBLE_LAYER);
        assertOk(
                client.add(
                        Samples.call(
                                FwpActionType.CALLOUT_TERMINATING,
                                FwpmLayers.STREAM_V4,
                                calloutKey)));
    }
}

package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpActionFlags;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpFilterEnumFlags;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.internal.codec.FwpmFilterEnumTemplate0Codec;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Enumerations (section 5). */
abstract class EnumerationsContract {
    private static final FwpmFilterEnumTemplate0 TEMPLATE =
            FwpmFilterEnumTemplate0.of(Samples.LAYER);

    private static final FwpmProviderContextType GENERAL = FwpmProviderContextType.GENERAL_CONTEXT;

    private final TestEngine engine;
    private final Client client;

    EnumerationsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        assertThat(engine.unfreed()).as("blocks that were not freed").isZero();
        engine.close();
    }

    private void assertRefused(FwpmFilterEnumTemplate0 template, ErrorCode error) {
        assertError(client.tryEnumerateFilters(template, out()), error);
    }

    private MemorySegment out() {
        return client.arena.allocate(ADDRESS);
    }

    private List<Long> ids(FwpmFilterEnumTemplate0 template) {
        return client.filters(template).stream().map(FwpmFilter0::filterId).toList();
    }

    @Test
    @DisplayName("5.1: an enumeration is a snapshot")
    void enumeratesSnapshot() {
        long first = client.addOk(Samples.block());
        MemorySegment enumeration = client.enumerateFilters(null);
        assertOk(client.deleteFilter(first));
        assertOk(client.add(Samples.block()));
        assertThat(client.nextFilters(enumeration, 10))
                .extracting(FwpmFilter0::filterId)
                .containsExactly(first);
    }

    @Test
    @DisplayName("5.3, 5.4: pages are full but the last, and empty after it")
    void givesPages() {
        for (int i = 0; i < 3; i++) {
            assertOk(client.add(Samples.block()));
        }
        MemorySegment enumeration = client.enumerateFilters(null);
        assertThat(client.nextFilters(enumeration, 0)).isEmpty();
        assertThat(client.nextFilters(enumeration, 2)).hasSize(2);
        assertThat(client.nextFilters(enumeration, 2)).hasSize(1);
        assertThat(client.nextFilters(enumeration, 2)).isEmpty();
    }

    @Test
    @DisplayName("5.6: enumerations have positions of their own")
    void keepsPositionsApart() {
        assertOk(client.add(Samples.block()));
        MemorySegment first = client.enumerateFilters(null);
        MemorySegment second = client.enumerateFilters(null);
        assertThat(client.nextFilters(first, 1)).hasSize(1);
        assertThat(client.nextFilters(second, 1)).hasSize(1);
    }

    @Test
    @DisplayName("5.7: a handle that was destroyed, or is another's or of another type, is refused")
    void refusesWrongHandles() {
        MemorySegment enumeration = client.enumerateFilters(null);
        var filters = client.functions.filter();
        var providers = client.functions.provider();
        try (Client other = Client.openStatic(engine)) {
            assertError(
                    filters.FwpmFilterDestroyEnumHandle0(other.handle, enumeration),
                    ErrorCode.ERROR_INVALID_HANDLE);
        }
        assertError(
                providers.FwpmProviderDestroyEnumHandle0(client.handle, enumeration),
                ErrorCode.ERROR_INVALID_HANDLE);
        assertError(
                filters.FwpmFilterDestroyEnumHandle0(client.handle, client.handle),
                ErrorCode.ERROR_INVALID_HANDLE);
        assertOk(filters.FwpmFilterDestroyEnumHandle0(client.handle, enumeration));
        assertError(
                filters.FwpmFilterEnum0(
                        client.handle, enumeration, 1, out(), client.arena.allocate(JAVA_INT)),
                ErrorCode.ERROR_INVALID_HANDLE);
    }

    @Test
    @DisplayName("1.9: what a page is written to must be there")
    void refusesNullResults() {
        MemorySegment enumeration = client.enumerateFilters(null);
        var filters = client.functions.filter();
        assertError(
                filters.FwpmFilterEnum0(client.handle, enumeration, 1, out(), NULL),
                ErrorCode.FWP_E_NULL_POINTER);
        assertError(client.tryEnumerateFilters(null, NULL), ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName("5.9: an enumeration is possible in a read-only transaction")
    void enumeratesInReadOnlyTransaction() {
        assertOk(client.beginReadOnly());
        assertThat(client.filters()).isEmpty();
        assertOk(client.commit());
    }

    @Test
    @DisplayName(
            "5.2, 5-boottime-only, 3.1-boottime: boot-time filters are left out unless asked for")
    void leavesBootTimeOut() {
        long boot = client.addOk(Samples.block().withFlags(FwpmFilterFlags.BOOTTIME));
        long other = client.addOk(Samples.block());
        assertThat(client.filters()).hasSize(1);
        assertThat(ids(TEMPLATE)).containsExactly(other);
        assertThat(ids(TEMPLATE.withFlags(FwpFilterEnumFlags.INCLUDE_BOOTTIME)))
                .containsExactly(boot, other);
        assertThat(ids(TEMPLATE.withFlags(FwpFilterEnumFlags.BOOTTIME_ONLY))).containsExactly(boot);
    }

    @Test
    @DisplayName(
            "5-layer, 5-action-mask: a template's layer is mandatory; action mask 0 is found wrong"
                    + " before it")
    void refusesTemplateWithoutLayer() {
        assertRefused(TEMPLATE.withLayerKey(LayerKey.ZERO), ErrorCode.FWP_E_LAYER_NOT_FOUND);
        assertRefused(
                TEMPLATE.withLayerKey(LayerKey.ZERO).withActionMask(FwpActionFlags.NONE),
                ErrorCode.FWP_E_NEVER_MATCH);
    }

    @Test
    @DisplayName("5-callout: a callout without callout actions can match nothing")
    void refusesCalloutWithoutActions() {
        FwpmFilterEnumTemplate0 template = TEMPLATE.withCalloutKey(CalloutKey.random());
        assertRefused(
                template.withActionMask(FwpActionFlags.TERMINATING), ErrorCode.FWP_E_NEVER_MATCH);
        assertThat(ids(template.withActionMask(FwpActionFlags.CALLOUT))).isEmpty();
    }

    @Test
    @DisplayName("5-type: a template's type is one of two")
    void refusesUnknownType() {
        MemorySegment template = client.encode(TEMPLATE, Structs.FILTER_TEMPLATE);
        template.set(JAVA_INT, FwpmFilterEnumTemplate0Codec.ENUM_TYPE, 2);
        var filters = client.functions.filter();
        assertError(
                filters.FwpmFilterCreateEnumHandle0(client.handle, template, out()),
                ErrorCode.FWP_E_INVALID_ENUMERATOR);
    }

    @Test
    @DisplayName("5-flags: unknown flags of a template are refused")
    void refusesUnknownFlags() {
        assertRefused(
                TEMPLATE.withFlags(new FwpFilterEnumFlags(0x40)), ErrorCode.FWP_E_INVALID_FLAGS);
    }

    @Test
    @DisplayName(
            "5-layer, 5-provider, 5-action-mask, 5-callout, 5-unsorted, 5.10: a template selects by"
                    + " layer, provider, action and callout")
    void selects() {
        ProviderKey provider = ProviderKey.random();
        CalloutKey callout = CalloutKey.random();
        assertOk(client.add(Client.provider(provider)));
        assertOk(client.add(Samples.callout(callout, Samples.LAYER)));
        client.addOk(Samples.block(FwpmLayers.ALE_AUTH_CONNECT_V6));
        long owned = client.addOk(Samples.block().withProviderKey(provider));
        long plain = client.addOk(Samples.permit(Samples.LAYER));
        long calling =
                client.addOk(
                        Samples.call(FwpActionType.CALLOUT_INSPECTION, Samples.LAYER, callout));
        assertThat(ids(TEMPLATE)).containsExactly(owned, plain, calling);
        assertThat(ids(TEMPLATE.withProviderKey(provider))).containsExactly(owned);
        assertThat(ids(TEMPLATE.withProviderKey(ProviderKey.ZERO))).containsExactly(plain, calling);
        assertThat(ids(TEMPLATE.withActionMask(FwpActionFlags.TERMINATING)))
                .containsExactly(owned, plain);
        assertThat(ids(TEMPLATE.withCalloutKey(callout))).containsExactly(calling);
    }

    @Test
    @DisplayName("5-context: a template selects by provider context")
    void selectsByContext() {
        ProviderContextKey context = ProviderContextKey.random();
        assertOk(client.add(Samples.mainMode(context)));
        long policy =
                client.addOk(Samples.withContext(Samples.permit(FwpmLayers.IKEEXT_V4), context));
        client.addOk(Samples.permit(FwpmLayers.IKEEXT_V4));
        FwpmFilterEnumTemplate0 template = FwpmFilterEnumTemplate0.of(FwpmLayers.IKEEXT_V4);
        assertThat(ids(withType(template, FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT)))
                .containsExactly(policy);
        assertThat(ids(withType(template, FwpmProviderContextType.IPSEC_AUTHIP_MM_CONTEXT)))
                .isEmpty();
    }

    private static FwpmFilterEnumTemplate0 withType(
            FwpmFilterEnumTemplate0 template, FwpmProviderContextType type) {
        return template.withProviderContextTemplate(
                new FwpmProviderContextEnumTemplate0(null, type));
    }

    @Test
    @DisplayName("5-sorted: sorted is by sublayer, then weight without sign, then id")
    void sorts() {
        SublayerKey high = SublayerKey.random();
        assertOk(client.add(Client.sublayer(high, 60_000)));
        long light = client.addOk(weighing(1));
        long heavy = client.addOk(weighing(-1));
        long equal = client.addOk(weighing(1));
        long above = client.addOk(weighing(0).withSubLayerKey(high));
        assertThat(ids(TEMPLATE.withFlags(FwpFilterEnumFlags.SORTED)))
                .containsExactly(above, heavy, light, equal);
    }

    private static FwpmFilter0 weighing(long weight) {
        return Samples.block().withWeight(new FwpValue0.Uint64(weight));
    }

    @Test
    @DisplayName("5-best, U18: the best terminating match is one filter, that decides")
    void findsBestTerminatingMatch() {
        CalloutKey callout = CalloutKey.random();
        assertOk(client.add(Samples.callout(callout, Samples.LAYER)));
        assertThat(ids(TEMPLATE.withFlags(FwpFilterEnumFlags.BEST_TERMINATING_MATCH))).isEmpty();
        client.addOk(weighing(5));
        long best = client.addOk(weighing(9));
        client.addOk(
                Samples.call(FwpActionType.CALLOUT_INSPECTION, Samples.LAYER, callout)
                        .withWeight(new FwpValue0.Uint64(99)));
        assertThat(ids(TEMPLATE.withFlags(FwpFilterEnumFlags.BEST_TERMINATING_MATCH)))
                .containsExactly(best);
        SublayerKey high = SublayerKey.random();
        assertOk(client.add(Client.sublayer(high, 60_000)));
        long above = client.addOk(weighing(1).withSubLayerKey(high));
        assertThat(ids(TEMPLATE.withFlags(FwpFilterEnumFlags.BEST_TERMINATING_MATCH)))
                .containsExactly(above);
    }

    @Test
    @DisplayName("5-sublayer-template, 3.7-template: sublayers are selected by provider")
    void selectsSublayers() {
        ProviderKey provider = ProviderKey.random();
        SublayerKey key = SublayerKey.random();
        assertOk(client.add(Client.provider(provider)));
        assertOk(client.add(Client.sublayer(key, 100).withProviderKey(provider)));
        assertThat(sublayers(NULL)).hasSize(19);
        MemorySegment template =
                client.encode(new FwpmSublayerEnumTemplate0(provider), Structs.SUBLAYER_TEMPLATE);
        assertThat(sublayers(template)).extracting(FwpmSublayer0::subLayerKey).containsExactly(key);
    }

    private List<FwpmSublayer0> sublayers(MemorySegment template) {
        var functions = client.functions.sublayer();
        MemorySegment enumeration = out();
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(functions.FwpmSubLayerCreateEnumHandle0(client.handle, template, enumeration));
        assertOk(
                functions.FwpmSubLayerEnum0(
                        client.handle, enumeration.get(ADDRESS, 0), 100, entries, count));
        return client.takePage(entries, count, Structs.SUBLAYER);
    }

    @Test
    @DisplayName("5-callout-template, 3.8-template: callouts are selected by layer and provider")
    void selectsCallouts() {
        MemorySegment template =
                client.encode(
                        new FwpmCalloutEnumTemplate0(null, FwpmLayers.IPFORWARD_V6),
                        Structs.CALLOUT_TEMPLATE);
        assertThat(callouts(template))
                .extracting(FwpmCallout0::applicableLayer)
                .hasSize(2)
                .containsOnly(FwpmLayers.IPFORWARD_V6);
        MemorySegment withoutLayer =
                client.encode(
                        new FwpmCalloutEnumTemplate0(null, LayerKey.ZERO),
                        Structs.CALLOUT_TEMPLATE);
        assertError(
                client.functions
                        .callout()
                        .FwpmCalloutCreateEnumHandle0(client.handle, withoutLayer, out()),
                ErrorCode.FWP_E_LAYER_NOT_FOUND);
    }

    private List<FwpmCallout0> callouts(MemorySegment template) {
        var functions = client.functions.callout();
        MemorySegment enumeration = out();
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(functions.FwpmCalloutCreateEnumHandle0(client.handle, template, enumeration));
        assertOk(
                functions.FwpmCalloutEnum0(
                        client.handle, enumeration.get(ADDRESS, 0), 100, entries, count));
        return client.takePage(entries, count, Structs.CALLOUT);
    }

    @Test
    @DisplayName("5-context-template, 3.6-template: contexts are selected by provider and type")
    void selectsContexts() {
        ProviderKey provider = ProviderKey.random();
        ProviderContextKey owned = ProviderContextKey.random();
        ProviderContextKey plain = ProviderContextKey.random();
        assertOk(client.add(Client.provider(provider)));
        assertOk(client.add(Samples.general(owned).withProviderKey(provider)));
        assertOk(client.add(Samples.general(plain)));
        assertOk(client.add(Samples.mainMode(ProviderContextKey.random())));
        assertThat(contexts(new FwpmProviderContextEnumTemplate0(null, GENERAL)))
                .containsExactly(owned, plain);
        assertThat(contexts(new FwpmProviderContextEnumTemplate0(provider, GENERAL)))
                .containsExactly(owned);
        assertThat(contexts(null)).hasSize(5);
    }

    private List<ProviderContextKey> contexts(@Nullable FwpmProviderContextEnumTemplate0 template) {
        var functions = client.functions.providerContext();
        MemorySegment enumeration = out();
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(
                functions.FwpmProviderContextCreateEnumHandle0(
                        client.handle,
                        template == null ? NULL : client.encode(template, Structs.CONTEXT_TEMPLATE),
                        enumeration));
        assertOk(
                functions.FwpmProviderContextEnum3(
                        client.handle, enumeration.get(ADDRESS, 0), 100, entries, count));
        return client.takePage(entries, count, Structs.CONTEXT3).stream()
                .map(FwpmProviderContext3::providerContextKey)
                .toList();
    }

    @Test
    @DisplayName(
            "5.5, 10-free, 10-one-block: freeing nothing is harmless, and freeing sets the pointer"
                    + " to null")
    void freesOnce() {
        MemorySegment pointer = out();
        client.functions.engine().FwpmFreeMemory0(NULL);
        client.functions.engine().FwpmFreeMemory0(pointer);
        var sublayers = client.functions.sublayer();
        MemorySegment key = client.encode(FwpmSublayers.UNIVERSAL);
        assertOk(sublayers.FwpmSubLayerGetByKey0(client.handle, key, pointer));
        assertThat(engine.unfreed()).isEqualTo(1);
        client.functions.engine().FwpmFreeMemory0(pointer);
        assertThat(pointer.get(ADDRESS, 0)).isEqualTo(NULL);
        assertThat(engine.unfreed()).isZero();
    }

    @Test
    @DisplayName("10-outlives: a result outlives the session that asked for it")
    void keepsResultAfterClose() {
        Client other = Client.openStatic(engine);
        MemorySegment pointer = out();
        var sublayers = client.functions.sublayer();
        MemorySegment key = client.encode(FwpmSublayers.UNIVERSAL);
        assertOk(sublayers.FwpmSubLayerGetByKey0(other.handle, key, pointer));
        other.close();
        assertThat(client.take(pointer, Structs.SUBLAYER).weight()).isEqualTo(32768);
    }
}

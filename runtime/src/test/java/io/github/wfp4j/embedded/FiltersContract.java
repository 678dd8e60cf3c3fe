package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.internal.codec.FwpValue0Codec;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Adding filters (4.1 to 4.3, 4.5). */
abstract class FiltersContract {
    private final TestEngine engine;
    private final Client client;

    FiltersContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private int addEncoded(MemorySegment filter) {
        return client.functions
                .filter()
                .FwpmFilterAdd0(client.handle, filter, Client.NULL, Client.NULL);
    }

    @Test
    @DisplayName(
            "4.2, 4.4, 4.5, 4.42, 4.3-readback: a filter reads back as it was added, with what the"
                    + " engine computed")
    void readsBack() {
        FwpmFilter0 filter =
                Samples.with(
                        Samples.block().withContext(new FwpmFilter0.Context.RawContext(77)),
                        Samples.condition(
                                FwpmConditions.IP_REMOTE_PORT,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint16(23)),
                        Samples.condition(
                                FwpmConditions.IP_PROTOCOL,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint8(6)));
        long id = client.addOk(filter);
        FwpmFilter0 read = client.filter(id);
        assertThat(read)
                .isEqualTo(
                        filter.withFilterKey(read.filterKey())
                                .withSubLayerKey(FwpmSublayers.UNIVERSAL)
                                .withFilterId(id)
                                .withEffectiveWeight(read.effectiveWeight()));
        assertThat(read.effectiveWeight()).isInstanceOf(FwpValue0.Uint64.class);
    }

    @Test
    @DisplayName("4.3: output members are ignored, whatever they hold")
    void ignoresOutputMembers() {
        MemorySegment filter = client.encode(Samples.block(), Structs.FILTER);
        filter.set(JAVA_INT, FwpmFilter0Codec.EFFECTIVE_WEIGHT + FwpValue0Codec.TYPE, 0x7777);
        filter.set(JAVA_LONG, FwpmFilter0Codec.FILTER_ID, 5);
        assertOk(addEncoded(filter));
    }

    @Test
    @DisplayName(
            "4.7, 4.8, 3.1-boottime-persistent: flags that are unknown, contradict or have no use"
                    + " are refused")
    void refusesFlags() {
        for (FwpmFilterFlags flags :
                List.of(
                        FwpmFilterFlags.DISABLED,
                        FwpmFilterFlags.INDEXED,
                        new FwpmFilterFlags(0x1000),
                        new FwpmFilterFlags(0x8000_0000),
                        FwpmFilterFlags.PERSISTENT.or(FwpmFilterFlags.BOOTTIME),
                        FwpmFilterFlags.PERMIT_IF_CALLOUT_UNREGISTERED)) {
            assertError(
                    client.add(Samples.block().withFlags(flags)), ErrorCode.FWP_E_INVALID_FLAGS);
        }
        assertOk(client.add(Samples.block().withFlags(FwpmFilterFlags.CLEAR_ACTION_RIGHT)));
    }

    @Test
    @DisplayName("3.1-boottime-layer: a boot-time filter is possible in the kernel only")
    void refusesBootTimeInUserMode() {
        assertError(
                client.add(Samples.permit(FwpmLayers.RPC_UM).withFlags(FwpmFilterFlags.BOOTTIME)),
                ErrorCode.FWP_E_INCOMPATIBLE_LAYER);
    }

    @ParameterizedTest
    @EnumSource(
            value = FwpActionType.class,
            names = {"CONTINUE", "NONE", "NONE_NO_MATCH"})
    @DisplayName(
            "4.2-continue, 4.2-none, 4.2-none-no-match: results of classification are no actions")
    void refusesResultsAsActions(FwpActionType type) {
        assertError(
                client.add(Samples.block().withAction(Samples.action(type))),
                ErrorCode.FWP_E_INVALID_ACTION_TYPE);
    }

    @ParameterizedTest
    @EnumSource(
            value = FwpActionType.class,
            names = {"CALLOUT_TERMINATING", "CALLOUT_UNKNOWN", "CALLOUT_INSPECTION"})
    @DisplayName(
            "4.2-callout-terminating, 4.2-callout-unknown, 4.2-callout-inspection: callouts act")
    void takesCalloutActions(FwpActionType type) {
        CalloutKey callout = CalloutKey.random();
        assertOk(client.add(Samples.callout(callout, Samples.LAYER)));
        FwpmFilter0 filter = Samples.call(type, Samples.LAYER, callout);
        assertThat(client.filter(client.addOk(filter)).action()).isEqualTo(filter.action());
    }

    @Test
    @DisplayName("4.9: a filter cannot be changed by adding it again")
    void refusesToChangeFilter() {
        FwpmFilter0 filter = Samples.block().withFilterKey(FilterKey.random());
        long id = client.addOk(filter);
        FwpmFilter0 before = client.filter(id);
        assertError(
                client.add(filter.withAction(Samples.action(FwpActionType.PERMIT))),
                ErrorCode.FWP_E_ALREADY_EXISTS);
        assertThat(client.filters()).containsExactly(before);
    }

    @Test
    @DisplayName("4.2-bitmap: an unknown action is refused")
    void refusesUnknownAction() {
        MemorySegment filter = client.encode(Samples.block(), Structs.FILTER);
        filter.set(JAVA_INT, FwpmFilter0Codec.ACTION, 9);
        assertError(addEncoded(filter), ErrorCode.FWP_E_INVALID_ACTION_TYPE);
    }

    @Test
    @DisplayName("4.2-filter-type: the filter type of a block is kept")
    void keepsFilterType() {
        Guid type = Guid.random();
        FwpmAction0 action =
                new FwpmAction0(FwpActionType.BLOCK, new FwpmAction0.Target.FilterType(type));
        long id = client.addOk(Samples.block().withAction(action));
        assertThat(client.filter(id).action()).isEqualTo(action);
    }

    @Test
    @DisplayName(
            "4.2-layer, 4.2-block, 4.2-permit, 7.2-permit, 7.2-missing, U7: policy layers take"
                    + " permits only, user-mode layers no callouts")
    void refusesActionAtLayer() {
        for (LayerKey layer :
                List.of(FwpmLayers.IKEEXT_V4, FwpmLayers.IPSEC_V6, FwpmLayers.IPSEC_KM_DEMUX_V4)) {
            assertError(
                    client.add(Samples.block(layer)),
                    ErrorCode.FWP_E_ACTION_INCOMPATIBLE_WITH_LAYER);
            assertOk(client.add(Samples.permit(layer)));
        }
        assertOk(client.add(Samples.block(FwpmLayers.RPC_UM)));
        assertError(
                client.add(
                        Samples.call(
                                FwpActionType.CALLOUT_TERMINATING,
                                FwpmLayers.RPC_UM,
                                CalloutKey.random())),
                ErrorCode.FWP_E_ACTION_INCOMPATIBLE_WITH_LAYER);
    }

    @Test
    @DisplayName("3.9-fast: the fast layers take callouts only")
    void refusesStaticFilterAtFastLayer() {
        LayerKey layer = FwpmLayers.INBOUND_TRANSPORT_FAST;
        assertError(client.add(Samples.block(layer)), ErrorCode.FWP_E_INCOMPATIBLE_LAYER);
        CalloutKey callout = CalloutKey.random();
        assertOk(client.add(Samples.callout(callout, layer)));
        long id = client.addOk(Samples.call(FwpActionType.CALLOUT_TERMINATING, layer, callout));
        assertThat(client.filter(id).effectiveWeight())
                .isEqualTo(new FwpValue0.Uint64(0x07FF_FFFF_FFFF_FFFFL));
    }

    @Test
    @DisplayName(
            "4.2-sublayer, U7: the inspection and audit sublayers take their kind of filter only")
    void refusesActionInSublayer() {
        assertError(
                client.add(Samples.block().withSubLayerKey(FwpmSublayers.INSPECTION)),
                ErrorCode.FWP_E_ACTION_INCOMPATIBLE_WITH_SUBLAYER);
        assertError(
                client.add(Samples.block().withSubLayerKey(FwpmSublayers.RPC_AUDIT)),
                ErrorCode.FWP_E_ACTION_INCOMPATIBLE_WITH_SUBLAYER);
        assertOk(
                client.add(
                        Samples.permit(FwpmLayers.RPC_UM)
                                .withSubLayerKey(FwpmSublayers.RPC_AUDIT)));
    }

    @Test
    @DisplayName(
            "4.2-context-layer, 4.2-context-callout, 4.2-context-type, 7.2-ikeext, 7.2-ipsec,"
                    + " 7.2-tunnel, 7.2-transport, 7.2-none, U7: a context needs a layer or callout"
                    + " that takes it, of its type")
    void refusesMisplacedContext() {
        ProviderContextKey general = ProviderContextKey.random();
        ProviderContextKey mainMode = ProviderContextKey.random();
        assertOk(client.add(Samples.general(general)));
        assertOk(client.add(Samples.mainMode(mainMode)));
        assertError(
                client.add(Samples.withContext(Samples.block(), general)),
                ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_LAYER);
        assertError(
                client.add(Samples.withContext(Samples.permit(FwpmLayers.IKEEXT_V4), general)),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
        assertOk(client.add(Samples.withContext(Samples.permit(FwpmLayers.IKEEXT_V4), mainMode)));
        assertError(
                client.add(Samples.withContext(Samples.permit(FwpmLayers.IPSEC_V4), mainMode)),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
        FwpmFilter0 tunnel =
                Samples.call(
                        FwpActionType.CALLOUT_TERMINATING,
                        FwpmLayers.INBOUND_TRANSPORT_V4,
                        FwpmCallouts.IPSEC_INBOUND_TUNNEL_V4);
        assertError(
                client.add(Samples.withContext(tunnel, mainMode)),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
        FwpmFilter0 transport =
                Samples.call(
                        FwpActionType.CALLOUT_TERMINATING,
                        FwpmLayers.INBOUND_TRANSPORT_V4,
                        FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4);
        assertError(
                client.add(Samples.withContext(transport, general)),
                ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT);
    }

    @Test
    @DisplayName(
            "4.2-context-callout, 4.2-callout-inspection, 7.2-others: another's callout takes any"
                    + " context, if it says that it takes one")
    void takesContextOfCallout() {
        ProviderContextKey context = ProviderContextKey.random();
        CalloutKey without = CalloutKey.random();
        CalloutKey taking = CalloutKey.random();
        assertOk(client.add(Samples.mainMode(context)));
        assertOk(client.add(Samples.callout(without, Samples.LAYER)));
        assertOk(
                client.add(
                        Samples.callout(taking, Samples.LAYER)
                                .withFlags(FwpmCalloutFlags.USES_PROVIDER_CONTEXT)));
        assertError(
                client.add(Samples.withContext(inspecting(without), context)),
                ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT);
        assertOk(client.add(Samples.withContext(inspecting(taking), context)));
    }

    private static FwpmFilter0 inspecting(CalloutKey callout) {
        return Samples.call(FwpActionType.CALLOUT_INSPECTION, Samples.LAYER, callout);
    }

    @Test
    @DisplayName("7.3-accept, 7.3-auth-fw: a built-in callout takes the numbers that it defines")
    void refusesUndefinedNumbers() {
        FwpmFilter0 accept =
                Samples.call(
                        FwpActionType.CALLOUT_TERMINATING,
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                        FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V4);
        FwpmFilter0 connect =
                Samples.call(
                        FwpActionType.CALLOUT_TERMINATING,
                        FwpmLayers.ALE_AUTH_CONNECT_V4,
                        FwpmCallouts.IPSEC_ALE_CONNECT_V4);
        assertOk(client.add(withNumber(accept, 0x8)));
        assertError(
                client.add(withNumber(accept, 0x2)),
                ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT);
        assertError(
                client.add(withNumber(connect, 0x20)),
                ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT);
        assertOk(client.add(withNumber(connect, 0x22)));
    }

    private static FwpmFilter0 withNumber(FwpmFilter0 filter, long number) {
        return filter.withContext(new FwpmFilter0.Context.RawContext(number));
    }

    @Test
    @DisplayName(
            "4.3-uint64, 4.3-range, 4.3-invalid, 4.3-empty, 4.3-readback: a weight is a UINT64, a"
                    + " range up to 15 or empty")
    void computesEffectiveWeight() {
        assertThat(weigh(new FwpValue0.Uint64(-1))).isEqualTo(-1);
        assertThat(weigh(new FwpValue0.Empty())).isZero();
        assertThat(weigh(new FwpValue0.Uint8(15))).isEqualTo(0xF000_0000_0000_0000L);
        for (FwpValue0 weight :
                List.of(
                        new FwpValue0.Uint8(16),
                        new FwpValue0.Uint16(1),
                        new FwpValue0.Uint32(1),
                        new FwpValue0.Int64(1))) {
            assertError(
                    client.add(Samples.block().withWeight(weight)), ErrorCode.FWP_E_INVALID_WEIGHT);
        }
    }

    private long weigh(FwpValue0 weight) {
        FwpmFilter0 read = client.filter(client.addOk(Samples.block().withWeight(weight)));
        assertThat(read.weight()).isEqualTo(weight);
        return Weights.of(read.effectiveWeight());
    }

    @Test
    @DisplayName(
            "4.3-uint64, 4.3-invalid: a weight of unknown type, or without its number, is refused")
    void refusesMalformedWeight() {
        MemorySegment filter = client.encode(Samples.block(), Structs.FILTER);
        filter.set(JAVA_INT, FwpmFilter0Codec.WEIGHT + FwpValue0Codec.TYPE, 0x7777);
        assertError(addEncoded(filter), ErrorCode.FWP_E_INVALID_WEIGHT);
        filter.set(JAVA_INT, FwpmFilter0Codec.WEIGHT + FwpValue0Codec.TYPE, 4);
        assertError(addEncoded(filter), ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName(
            "4.3-range: a range stands above an automatic weight that is that of a real filter")
    void weighsConditions() {
        FwpmFilter0 filter =
                Samples.with(
                        Samples.block(FwpmLayers.ALE_AUTH_CONNECT_V4)
                                .withWeight(new FwpValue0.Uint8(2)),
                        Samples.condition(
                                FwpmConditions.IP_PROTOCOL,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint8(6)));
        long weight = Weights.of(client.filter(client.addOk(filter)).effectiveWeight());
        assertThat(weight >>> 60).isEqualTo(2);
        assertThat(weight & 0x0FFF_FFFF_FFFF_FFFFL).isNotZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = FwpActionType.class,
            names = {"CALLOUT_TERMINATING", "CALLOUT_UNKNOWN", "CALLOUT_INSPECTION"},
            mode = Mode.INCLUDE)
    @DisplayName("4.2-callout: a callout action needs a callout that exists")
    void refusesMissingCallout(FwpActionType type) {
        assertError(
                client.add(Samples.call(type, Samples.LAYER, CalloutKey.ZERO)),
                ErrorCode.FWP_E_CALLOUT_NOT_FOUND);
    }

    @Test
    @DisplayName("4.5-order, U2: of several mistakes the first in the order of checks is reported")
    void reportsFirstMistake() {
        FwpmFilter0 wrong =
                Samples.block(LayerKey.random())
                        .withDisplayData(new FwpmDisplayData0(null, null))
                        .withFlags(FwpmFilterFlags.DISABLED)
                        .withAction(Samples.action(FwpActionType.NONE))
                        .withWeight(new FwpValue0.Uint16(1))
                        .withSubLayerKey(SublayerKey.random());
        assertError(client.add(wrong), ErrorCode.FWP_E_NULL_DISPLAY_NAME);
        wrong = wrong.withDisplayData(Client.named("x"));
        assertError(client.add(wrong), ErrorCode.FWP_E_INVALID_FLAGS);
        wrong = wrong.withFlags(FwpmFilterFlags.NONE);
        assertError(client.add(wrong), ErrorCode.FWP_E_INVALID_ACTION_TYPE);
        wrong = wrong.withAction(Samples.action(FwpActionType.BLOCK));
        assertError(client.add(wrong), ErrorCode.FWP_E_INVALID_WEIGHT);
        wrong = wrong.withWeight(new FwpValue0.Empty());
        assertError(client.add(wrong), ErrorCode.FWP_E_LAYER_NOT_FOUND);
        wrong = wrong.withLayerKey(Samples.LAYER);
        assertError(client.add(wrong), ErrorCode.FWP_E_SUBLAYER_NOT_FOUND);
    }

    @Test
    @DisplayName("1.9: a null pointer for the filter is refused")
    void refusesNull() {
        assertError(addEncoded(Client.NULL), ErrorCode.FWP_E_NULL_POINTER);
    }
}

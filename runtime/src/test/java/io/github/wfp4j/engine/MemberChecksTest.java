package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static java.lang.foreign.MemorySegment.NULL;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is refused before a call and by which name, and what an error after one points at. */
final class MemberChecksTest {
    private static final FwpmDisplayData0 NAMELESS = FwpmDisplayData0.of(null);
    private static final FwpmFilter0 FILTER = Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4);

    /** What the engine refuses by rules that are not documented well enough to be checked here. */
    private static final Set<ErrorCode> UNCERTAIN =
            EnumSet.of(
                    ErrorCode.FWP_E_ACTION_INCOMPATIBLE_WITH_LAYER,
                    ErrorCode.FWP_E_INCOMPATIBLE_LAYER,
                    ErrorCode.FWP_E_DUPLICATE_CONDITION,
                    ErrorCode.FWP_E_MATCH_TYPE_MISMATCH,
                    ErrorCode.FWP_E_TYPE_MISMATCH,
                    ErrorCode.FWP_E_INVALID_NET_MASK,
                    ErrorCode.FWP_E_INVALID_RANGE);

    /** Asked by the properties, which take everything back. */
    private static final EmbeddedEngine EMBEDDED = EmbeddedEngine.create();

    private static final Engine ENGINE = EMBEDDED.open(Sessions.named("properties"));

    @AfterContainer
    static void close() {
        ENGINE.close();
        EMBEDDED.close();
    }

    static Stream<Arguments> flawed() {
        return Stream.of(
                arguments("filter.displayData.name", FILTER.withDisplayData(NAMELESS)),
                arguments("filter.layerKey", FILTER.withLayerKey(LayerKey.ZERO)),
                arguments(
                        "filter.action.type",
                        FILTER.withAction(FwpmAction0.of(FwpActionType.CONTINUE))),
                arguments(
                        "filter.action.calloutKey",
                        Filters.callout(FwpmLayers.STREAM_V4, CalloutKey.ZERO)),
                arguments("filter.weight", FILTER.withWeight(new FwpValue0.Uint8(16))),
                arguments("filter.weight", FILTER.withWeight(new FwpValue0.Uint32(1))),
                arguments(
                        "filter.context.providerContextKey", withContext(ProviderContextKey.ZERO)),
                arguments(
                        "filter.filterCondition[0].fieldKey",
                        with(NumberField.IP_SOURCE_PORT.is(1))),
                arguments(
                        "filter.filterCondition[1].conditionValue",
                        with(Conditions.protocol(6), AddressField.IP_REMOTE_ADDRESS.is("fd00::1"))),
                arguments(
                        "filter.filterCondition[0].matchType",
                        with(
                                raw(
                                        Conditions.protocol(6),
                                        FwpMatchType.PREFIX,
                                        new FwpConditionValue0.Uint8(1)))),
                arguments(
                        "filter.filterCondition[0].conditionValue.rangeValue",
                        with(
                                raw(
                                        Conditions.protocol(6),
                                        FwpMatchType.RANGE,
                                        ConditionSamples.range(
                                                new FwpValue0.Uint8(2), new FwpValue0.Uint8(1))))),
                arguments(
                        "filter.filterCondition[0].conditionValue.v6AddrMask.prefixLength",
                        Filters.block(
                                FwpmLayers.ALE_AUTH_CONNECT_V6,
                                raw(
                                        AddressField.IP_REMOTE_ADDRESS.is("fd00::/8"),
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.V6AddrMask(
                                                new FwpV6AddrAndMask(
                                                        ConditionSamples.SIXTEEN, 129))))),
                arguments(
                        "filter.filterCondition[0].conditionValue.sd",
                        with(
                                raw(
                                        Conditions.user(ConditionSamples.USER),
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.SecurityDescriptor(
                                                new FwpByteBlob(Bytes.ofHex("0100")))))));
    }

    private static FwpmFilter0 with(FwpmFilterCondition0... conditions) {
        return FILTER.withFilterCondition(List.of(conditions));
    }

    private static FwpmFilter0 withContext(ProviderContextKey key) {
        return FILTER.withContext(new FwpmFilter0.Context.ProviderContext(key));
    }

    private static FwpmFilterCondition0 raw(
            FwpmFilterCondition0 field, FwpMatchType match, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field.fieldKey(), match, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flawed")
    void namesTheMember(String path, FwpmFilter0 filter) {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = embedded.open(Sessions.named("test"))) {
            assertThatExceptionOfType(InvalidMemberException.class)
                    .isThrownBy(() -> engine.add(filter))
                    .withMessageStartingWith(path + " must ")
                    .satisfies(e -> assertThat(e.path()).isEqualTo(path));
            assertThatCode(() -> addUnchecked(engine, filter)).isInstanceOf(WfpException.class);
        }
    }

    @Test
    void namesTheMembersOfOtherObjects() {
        FakeFunctions functions = new FakeFunctions();
        try (Engine engine = Engine.open(functions, Sessions.named("test"))) {
            int calls = functions.calls.size();
            assertRefused(
                    "provider.displayData.name",
                    () -> engine.add(FwpmProvider0.of(ProviderKey.random(), NAMELESS)));
            assertRefused(
                    "sublayer.displayData.name",
                    () -> engine.add(FwpmSublayer0.of(SublayerKey.random(), NAMELESS)));
            assertRefused(
                    "callout.displayData.name",
                    () ->
                            engine.add(
                                    FwpmCallout0.of(
                                            CalloutKey.random(), NAMELESS, FwpmLayers.STREAM_V4)));
            assertRefused(
                    "callout.applicableLayer",
                    () ->
                            engine.add(
                                    FwpmCallout0.of(
                                            CalloutKey.random(),
                                            FwpmDisplayData0.of("test"),
                                            LayerKey.ZERO)));
            assertRefused(
                    "filter.weight", () -> engine.add(FILTER.withWeight(new FwpValue0.Uint8(16))));
            assertThat(functions.calls).as("functions called").hasSize(calls);
        }
    }

    private static void assertRefused(String path, Runnable call) {
        assertThatExceptionOfType(InvalidMemberException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void leavesToTheEngineWhatItCannotReport() {
        FakeFunctions functions = new FakeFunctions();
        try (Engine engine = Engine.open(functions, Sessions.named("test"))) {
            engine.add(with(NumberField.IP_SOURCE_PORT.is(1)));
            engine.add(FILTER.withLayerKey(LayerKey.random()));
            assertThat(functions.calls).contains("FwpmFilterAdd0");
        }
    }

    static Stream<Arguments> refusedByEngine() {
        return Stream.of(
                arguments(
                        "FWP_E_PROVIDER_CONTEXT_NOT_FOUND",
                        withContext(ProviderContextKey.random()),
                        List.of("filter.context.providerContextKey")),
                arguments(
                        "FWP_E_LAYER_NOT_FOUND",
                        FILTER.withLayerKey(LayerKey.random()),
                        List.of("filter.layerKey")),
                arguments(
                        "FWP_E_SUBLAYER_NOT_FOUND",
                        FILTER.withSubLayerKey(SublayerKey.random()),
                        List.of("filter.subLayerKey")),
                arguments(
                        "FWP_E_PROVIDER_NOT_FOUND",
                        FILTER.withProviderKey(ProviderKey.random()),
                        List.of("filter.providerKey")),
                arguments(
                        "FWP_E_CALLOUT_NOT_FOUND",
                        Filters.callout(FwpmLayers.STREAM_V4, CalloutKey.random()),
                        List.of("filter.action.calloutKey")),
                arguments(
                        "FWP_E_INVALID_FLAGS",
                        FILTER.withFlags(FwpmFilterFlags.DISABLED),
                        List.of("filter.flags", "filter.action.type")),
                arguments(
                        "FWP_E_INVALID_NET_MASK",
                        with(
                                Conditions.protocol(6),
                                raw(
                                        Conditions.remoteAddress("10.0.0.0/8"),
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.V4AddrMask(
                                                new FwpV4AddrAndMask(0, 0xFF00FF00L)))),
                        List.of("filter.filterCondition[1].conditionValue.v4AddrMask.mask")),
                arguments(
                        "FWP_E_DUPLICATE_CONDITION",
                        with(
                                Conditions.remotePort(1),
                                Conditions.protocol(6),
                                Conditions.remotePort(2)),
                        List.of(
                                "filter.filterCondition[0].fieldKey",
                                "filter.filterCondition[2].fieldKey")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedByEngine")
    void pointsAtTheLikelyMembers(String code, FwpmFilter0 filter, List<String> paths) {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = embedded.open(Sessions.named("test"))) {
            assertThatExceptionOfType(WfpException.class)
                    .isThrownBy(() -> engine.add(filter))
                    .withMessageContaining(code)
                    .satisfies(e -> {
                        assertThat(e.members()).extracting(Member::path).isEqualTo(paths);
                        assertThat(e.members())
                                .allSatisfy(member ->
                                        assertThat(e.getMessage())
                                                .contains(
                                                        member.path()
                                                                        .substring(
                                                                                member.path()
                                                                                                .lastIndexOf(
                                                                                                        '.')
                                                                                        + 1)
                                                                + "="
                                                                + member.value()));
                    });
        }
    }

    @Test
    void pointsAtWhatIsNull() {
        FakeFunctions functions = new FakeFunctions();
        functions.fail("FwpmFilterAdd0", ErrorCode.FWP_E_NULL_POINTER);
        try (Engine engine = Engine.open(functions, Sessions.named("test"))) {
            assertThatExceptionOfType(WfpException.class)
                    .isThrownBy(() -> engine.add(FILTER))
                    .satisfies(e ->
                            assertThat(e.members())
                                    .extracting(Member::toString)
                                    .containsExactly(
                                            "filter.displayData.description=null",
                                            "filter.providerKey=null",
                                            "filter.providerData.data=no bytes"));
        }
    }

    private static void addUnchecked(Engine engine, FwpmFilter0 filter) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment encoded = FwpmFilter0Codec.encode(filter, arena);
            engine.calls.run(
                    "FwpmFilterAdd0",
                    filter,
                    handle ->
                            engine.functions.filter().FwpmFilterAdd0(handle, encoded, NULL, NULL));
        }
    }

    /**
     * What is refused here is refused by the engine, and what passes here is refused for reasons.
     */
    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void agreesWithTheEngine(@ForAll("filters") FwpmFilter0 filter) {
        MemberChecks checks = new MemberChecks(LayerSchema::builtIn);
        ErrorCode answer = answer(filter);
        try {
            checks.require(filter);
            assertThat(answer).isIn(withSuccess(UNCERTAIN));
        } catch (InvalidMemberException e) {
            assertThat(answer).as("%s", e.getMessage()).isNotEqualTo(ErrorCode.ERROR_SUCCESS);
        }
    }

    /** The conditions of a layer take exactly what the engine takes, if it is one condition. */
    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void layersAgreeWithTheEngine(@ForAll("conditioned") FwpmFilter0 filter) {
        boolean accepted;
        try {
            Conditions.at(filter.layerKey()).with(filter.filterCondition().getFirst());
            accepted = true;
        } catch (InvalidMemberException e) {
            accepted = false;
        }
        assertThat(answer(filter) == ErrorCode.ERROR_SUCCESS).isEqualTo(accepted);
    }

    private static Set<ErrorCode> withSuccess(Set<ErrorCode> codes) {
        Set<ErrorCode> all = EnumSet.copyOf(codes);
        all.add(ErrorCode.ERROR_SUCCESS);
        return all;
    }

    private static ErrorCode answer(FwpmFilter0 filter) {
        try (Transaction _ = ENGINE.begin()) {
            addUnchecked(ENGINE, filter);
            return ErrorCode.ERROR_SUCCESS;
        } catch (WfpException e) {
            return e.error().orElseThrow();
        }
    }

    @Provide
    Arbitrary<FwpmFilter0> conditioned() {
        return Arbitraries.of(
                        BuiltinLayers.all().stream()
                                .filter(layer -> !layer.fields().isEmpty())
                                .filter(layer -> !layer.key().toString().contains("FAST"))
                                .toList())
                .flatMap(layer -> conditions(layer).map(one -> Filters.permit(layer.key(), one)));
    }

    @Provide
    Arbitrary<FwpmFilter0> filters() {
        Arbitrary<FwpValue0> weights =
                Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.just(new FwpValue0.Empty())),
                        Tuple.of(
                                2, Arbitraries.integers().between(0, 17).map(FwpValue0.Uint8::new)),
                        Tuple.of(1, Arbitraries.longs().map(FwpValue0.Uint64::new)),
                        Tuple.of(1, Arbitraries.just(new FwpValue0.Uint16(1))));
        Arbitrary<FwpActionType> actions =
                Arbitraries.frequency(
                        Tuple.of(9, FwpActionType.PERMIT),
                        Tuple.of(9, FwpActionType.BLOCK),
                        Tuple.of(1, FwpActionType.CONTINUE),
                        Tuple.of(1, FwpActionType.NONE));
        Arbitrary<String> names = Arbitraries.of("a", "", "filter").injectNull(0.05);
        return Arbitraries.of(
                        BuiltinLayers.all().stream()
                                .filter(layer -> !layer.fields().isEmpty())
                                .toList())
                .flatMap(layer ->
                        Combinators.combine(
                                        conditions(layer).list().ofMaxSize(3),
                                        weights,
                                        actions,
                                        names)
                                .as((conditions, weight, action, name) ->
                                        FwpmFilter0.of(
                                                        FwpmDisplayData0.of(name),
                                                        layer.key(),
                                                        FwpmAction0.of(action))
                                                .withWeight(weight)
                                                .withFilterCondition(conditions)));
    }

    /** Conditions that mostly fit a layer, with a flaw now and then. */
    private static Arbitrary<FwpmFilterCondition0> conditions(Layer layer) {
        List<FwpConditionValue0> values =
                Stream.of(
                                ConditionSamples.VALUES.stream(),
                                ConditionSamples.RANGES.values().stream(),
                                Stream.of(
                                        ConditionSamples.range(
                                                new FwpValue0.Uint32(2), new FwpValue0.Uint32(1)),
                                        new FwpConditionValue0.V4AddrMask(
                                                new FwpV4AddrAndMask(0, 5)),
                                        new FwpConditionValue0.V6AddrMask(
                                                new FwpV6AddrAndMask(
                                                        ConditionSamples.SIXTEEN, 129)),
                                        new FwpConditionValue0.SecurityDescriptor(
                                                new FwpByteBlob(Bytes.empty()))))
                        .flatMap(it -> it)
                        .toList();
        Arbitrary<LayerField> own = Arbitraries.of(layer.fields());
        Arbitrary<LayerField> any =
                Arbitraries.of(
                        BuiltinLayers.all().stream().flatMap(it -> it.fields().stream()).toList());
        return Arbitraries.frequencyOf(Tuple.of(9, own), Tuple.of(1, any))
                .flatMap(field ->
                        Combinators.combine(
                                        Arbitraries.frequencyOf(
                                                Tuple.of(
                                                        3,
                                                        Arbitraries.of(
                                                                values.stream()
                                                                        .filter(it ->
                                                                                field.valueTypes()
                                                                                        .contains(
                                                                                                it
                                                                                                        .type()))
                                                                        .toList())),
                                                Tuple.of(1, Arbitraries.of(values))),
                                        Arbitraries.of(FwpMatchType.class))
                                .as((value, match) ->
                                        new FwpmFilterCondition0(field.key(), match, value)));
    }
}

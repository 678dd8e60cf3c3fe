package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Samples.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteArray6;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextKerbAuthFlags;
import io.github.wfp4j.ikeext.IkeextKerberosAuthentication1;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.FwpmSublayer0View;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The embedded engine, driven by a program in C that knows nothing of Java: what one side adds, the
 * other one reads, and both write the same JSON about it.
 */
final class CProgramTest {
    private static final ProviderKey C_PROVIDER =
            new ProviderKey(Guid.of("0c0c0c0c-0001-4000-8001-020304050607"));

    private static Path library;

    private final List<Throwable> errors = new ArrayList<>();
    private final Arena arena = Arena.ofShared();
    private final EmbeddedEngine embedded =
            EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withErrors(errors::add));
    private final Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0));
    private CProgram program;

    @BeforeAll
    static void compile(@TempDir Path folder) {
        library = CProgram.compile(folder);
    }

    @BeforeEach
    void load() {
        program = CProgram.load(library, embedded, arena);
        program.run("open_session");
    }

    @AfterEach
    void close() {
        engine.close();
        embedded.close();
        arena.close();
        assertThat(embedded.unfreed()).isZero();
        assertThat(errors).isEmpty();
    }

    @Test
    @DisplayName("What C adds, Java reads")
    void javaReadsWhatCAdds() {
        program.run("write_policy");
        String written = program.text("printed");
        List<FwpmFilter0> filters = filters(C_PROVIDER);

        assertThat(
                        document(
                                C_PROVIDER,
                                sorted(contexts(C_PROVIDER), it -> it.providerContextKey().guid()),
                                sorted(
                                        filters.stream().map(CProgramTest::withoutWeight).toList(),
                                        it -> it.filterKey().guid())))
                .isEqualTo(written);
        program.run("close_session");
        assertThat(filters(C_PROVIDER)).isEqualTo(filters);
    }

    @Test
    @DisplayName("What C adds has every type of value and every match that a filter can have")
    void cAddsEveryTypeOfValue() {
        program.run("write_policy");
        List<FwpmFilterCondition0> conditions =
                filters(C_PROVIDER).stream().flatMap(it -> it.filterCondition().stream()).toList();

        Set<FwpMatchType> unfit = EnumSet.of(FwpMatchType.EQUAL_CASE_INSENSITIVE);
        assertThat(conditions)
                .extracting(FwpmFilterCondition0::matchType)
                .containsAll(EnumSet.complementOf(EnumSet.copyOf(unfit)));
        assertThat(conditions.stream().map(it -> it.conditionValue().type().name()))
                .containsAll(types(everyCondition()));
    }

    private static Set<String> types(Map<LayerKey, List<FwpmFilterCondition0>> conditions) {
        return conditions.values().stream()
                .flatMap(List::stream)
                .map(it -> it.conditionValue().type().name())
                .collect(Collectors.toSet());
    }

    @Test
    @DisplayName("C reads what it added")
    void cReadsWhatItAdds() {
        program.run("write_policy");
        program.text("printed");
        assertThat(cReads(C_PROVIDER)).isEqualTo(javaReads(C_PROVIDER));
    }

    @Test
    @DisplayName("What Java adds, C reads")
    void cReadsWhatJavaAdds() {
        ProviderKey provider = ProviderKey.random();
        List<FwpmProviderContext3> contexts = new ArrayList<>();
        Map<FilterKey, FwpmFilter0> written = new HashMap<>();
        engine.add(
                Client.provider(provider)
                        .withDisplayData(new FwpmDisplayData0("J \u00e4\ud83d\ude00\"\\\n", ""))
                        .withProviderData(new FwpByteBlob(Bytes.of((byte) 0, (byte) -1))));
        for (FwpmProviderContext3 context : everyContext()) {
            FwpmProviderContext3 owned = context.withProviderKey(provider);
            contexts.add(owned.withProviderContextId(engine.add(owned)));
        }
        SublayerKey sublayer = SublayerKey.random();
        engine.add(Client.sublayer(sublayer, 0x8000).withProviderKey(provider));
        engine.add(Client.sublayer(SublayerKey.random(), 1).withProviderKey(provider));
        for (FwpmFilter0 filter : everyFilter(contexts.getFirst().providerContextKey())) {
            FwpmFilter0 owned =
                    filter.withFilterKey(FilterKey.random())
                            .withSubLayerKey(sublayer)
                            .withProviderKey(provider);
            written.put(owned.filterKey(), owned.withFilterId(engine.add(owned)));
        }

        assertThat(cReads(provider))
                .isEqualTo(javaReads(provider))
                .isEqualTo(
                        document(
                                provider,
                                inOrderOf(contexts(provider), contexts),
                                filters(provider).stream()
                                        .map(it ->
                                                written.get(it.filterKey())
                                                        .withEffectiveWeight(it.effectiveWeight()))
                                        .toList()));
    }

    /** {@return what was written, in the order in which it is read} */
    private static List<FwpmProviderContext3> inOrderOf(
            List<FwpmProviderContext3> read, List<FwpmProviderContext3> written) {
        return read.stream()
                .map(it ->
                        written.stream()
                                .filter(that ->
                                        that.providerContextKey().equals(it.providerContextKey()))
                                .findFirst()
                                .orElseThrow())
                .toList();
    }

    private static List<FwpmProviderContext3> everyContext() {
        return List.of(
                Samples.mainMode(ProviderContextKey.random()),
                Samples.context(
                        ProviderContextKey.random(),
                        new Policy.IpsecAuthipMmContext(
                                Samples.mainModePolicy()
                                        .withAuthenticationMethods(
                                                List.of(
                                                        new IkeextAuthenticationMethod2.Kerberos(
                                                                new IkeextKerberosAuthentication1(
                                                                        IkeextKerbAuthFlags.NONE,
                                                                        "proxy")),
                                                        new IkeextAuthenticationMethod2
                                                                .Anonymous())))),
                Samples.context(
                        ProviderContextKey.random(),
                        new Policy.IpsecIkev2MmContext(Samples.mainModePolicy())),
                Samples.general(ProviderContextKey.random()));
    }

    /** {@return filters with every kind of condition, weight, action and context} */
    private static List<FwpmFilter0> everyFilter(ProviderContextKey mainMode) {
        Stream<FwpmFilter0> conditions =
                everyCondition().entrySet().stream()
                        .flatMap(it ->
                                it.getValue().stream()
                                        .map(one -> Samples.with(Samples.block(it.getKey()), one)));
        Stream<FwpmFilter0> others =
                Stream.of(
                        Samples.permit(FwpmLayers.ALE_AUTH_CONNECT_V6)
                                .withWeight(new FwpValue0.Uint8(3)),
                        Samples.block()
                                .withFlags(FwpmFilterFlags.PERSISTENT)
                                .withWeight(new FwpValue0.Uint64(-2)),
                        Samples.call(
                                FwpActionType.CALLOUT_TERMINATING,
                                FwpmLayers.INBOUND_TRANSPORT_V6_DISCARD,
                                FwpmCallouts.WFP_TRANSPORT_LAYER_V6_SILENT_DROP),
                        Samples.withContext(Samples.permit(FwpmLayers.IKEEXT_V4), mainMode));
        return Stream.concat(conditions, others).toList();
    }

    private static Map<LayerKey, List<FwpmFilterCondition0>> everyCondition() {
        Bytes address = Bytes.of(new byte[] {-2, -128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        FwpValue0 low = new FwpValue0.ByteArray16(new FwpByteArray16(address));
        return Map.of(
                FwpmLayers.ALE_AUTH_CONNECT_V4,
                List.of(
                        condition(
                                FwpmConditions.IP_PROTOCOL,
                                FwpMatchType.NOT_EQUAL,
                                new FwpConditionValue0.Uint8(255)),
                        condition(
                                FwpmConditions.IP_REMOTE_PORT,
                                FwpMatchType.GREATER,
                                new FwpConditionValue0.Uint16(65535)),
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.LESS_OR_EQUAL,
                                new FwpConditionValue0.Uint32(0xFFFF_FFFFL)),
                        condition(
                                FwpmConditions.FLAGS,
                                FwpMatchType.FLAGS_NONE_SET,
                                new FwpConditionValue0.Uint32(1)),
                        condition(
                                FwpmConditions.IP_LOCAL_INTERFACE,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint64(Long.MIN_VALUE)),
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.V4AddrMask(
                                        new FwpV4AddrAndMask(0xC0A8_0000L, 0xFFFF_0000L))),
                        condition(
                                FwpmConditions.ALE_APP_ID,
                                FwpMatchType.NOT_PREFIX,
                                new FwpConditionValue0.ByteBlob(
                                        new FwpByteBlob(Bytes.of((byte) 1, (byte) 2)))),
                        condition(
                                FwpmConditions.ALE_PACKAGE_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Sid(Sid.of("S-1-15-2-4294967295"))),
                        condition(
                                FwpmConditions.ALE_USER_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.SecurityDescriptor(
                                        new FwpByteBlob(
                                                SecurityDescriptors.allowing(
                                                        Sid.of("S-1-5-18"), 1)))),
                        condition(
                                FwpmConditions.IP_LOCAL_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Empty())),
                FwpmLayers.ALE_AUTH_CONNECT_V6,
                List.of(
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.ByteArray16(new FwpByteArray16(address))),
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.V6AddrMask(
                                        new FwpV6AddrAndMask(address, 128))),
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.RANGE,
                                new FwpConditionValue0.Range(new FwpRange0(low, low)))),
                FwpmLayers.OUTBOUND_MAC_FRAME_ETHERNET,
                List.of(
                        condition(
                                FwpmConditions.MAC_REMOTE_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.ByteArray6(
                                        new FwpByteArray6(Bytes.of(new byte[6]))))));
    }

    @Test
    @DisplayName("C gets an error code for what no filter can have")
    void cIsRefused() {
        program.run("is_refused");
        assertThat(count(engine.filters())).isZero();
    }

    @Test
    @DisplayName("C aborts a transaction, and deletes what it added")
    void cAbortsAndDeletes() {
        program.run("write_policy");
        program.run("abort_and_delete");
        program.run("close_session");
        assertThat(filters(C_PROVIDER)).isEmpty();
        assertThat(contexts(C_PROVIDER)).isEmpty();
        assertThat(sublayers(C_PROVIDER)).isEmpty();
    }

    @Test
    @DisplayName("1.25: a stopped engine tells C so")
    void stopsUnderC() {
        program.run("write_policy");
        embedded.close();
        assertThat(program.text("abort_and_delete"))
                .contains("fwp.FwpmTransactionAbort0(session)")
                .endsWith(" is 0x80320010");
        program.run("close_session");
        assertThat(program.text("open_session")).endsWith(" is 0x80320010");
    }

    @Test
    @DisplayName("A function in C is told about changes")
    void cIsTold() throws InterruptedException {
        int answer = program.number("subscribe");
        if (answer == WfpFunctions.NOT_IMPLEMENTED) {
            return;
        }
        assertThat(answer).isEqualTo(ErrorCode.ERROR_SUCCESS.code());
        FwpmFilter0 filter = Samples.block().withFilterKey(FilterKey.random());

        long id = engine.add(filter);
        awaitChanges(1);
        engine.delete(filter.filterKey());
        awaitChanges(2);
        assertThat(program.number("unsubscribe")).isZero();
        engine.add(filter);

        assertThat(program.number("changes_noted")).isEqualTo(2);
        assertThat(program.text("noted"))
                .isEqualTo(change(1, filter, id) + ",\n" + change(2, filter, id));
    }

    private static String change(int type, FwpmFilter0 filter, long id) {
        return Json.object("changeType", type, "filterKey", filter.filterKey(), "filterId", id);
    }

    private void awaitChanges(int count) throws InterruptedException {
        for (int i = 0; i < 1000 && program.number("changes_noted") < count; i++) {
            Thread.sleep(10);
        }
        assertThat(program.number("changes_noted")).isEqualTo(count);
    }

    private String cReads(ProviderKey provider) {
        MemorySegment key = arena.allocate(16, 8);
        key.set(java.lang.foreign.ValueLayout.JAVA_LONG, 0, provider.guid().low());
        key.set(java.lang.foreign.ValueLayout.JAVA_LONG, 8, provider.guid().high());
        program.run("read_policy", key);
        return program.text("printed");
    }

    private String javaReads(ProviderKey provider) {
        return document(provider, contexts(provider), filters(provider));
    }

    private String document(
            ProviderKey provider, List<FwpmProviderContext3> contexts, List<FwpmFilter0> filters) {
        FwpmProvider0 owner = engine.provider(provider);
        return Json.object(
                "providers",
                List.of(owner),
                "providerContexts",
                contexts,
                "sublayers",
                sublayers(provider),
                "filters",
                filters);
    }

    private List<FwpmProviderContext3> contexts(ProviderKey provider) {
        List<FwpmProviderContext3> found = new ArrayList<>();
        try (Cursor<FwpmProviderContext3View> cursor = engine.providerContexts()) {
            while (cursor.next()) {
                FwpmProviderContext3 context = cursor.current().toRecord();
                if (provider.equals(context.providerKey())) {
                    found.add(context);
                }
            }
        }
        return found;
    }

    private List<FwpmSublayer0> sublayers(ProviderKey provider) {
        List<FwpmSublayer0> found = new ArrayList<>();
        try (Cursor<FwpmSublayer0View> cursor = engine.sublayers()) {
            while (cursor.next()) {
                FwpmSublayer0 sublayer = cursor.current().toRecord();
                if (provider.equals(sublayer.providerKey())) {
                    found.add(sublayer);
                }
            }
        }
        return found;
    }

    private List<FwpmFilter0> filters(ProviderKey provider) {
        List<FwpmFilter0> found = new ArrayList<>();
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            while (cursor.next()) {
                FwpmFilter0 filter = cursor.current().toRecord();
                if (provider.equals(filter.providerKey())) {
                    found.add(filter);
                }
            }
        }
        return found;
    }

    private static int count(Cursor<?> cursor) {
        int count = 0;
        try (cursor) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }

    /** {@return the filter as it was before the engine ranked it} */
    private static FwpmFilter0 withoutWeight(FwpmFilter0 filter) {
        return filter.withEffectiveWeight(new FwpValue0.Empty());
    }

    private static <T> List<T> sorted(List<T> list, java.util.function.Function<T, Guid> key) {
        return list.stream().sorted(Comparator.comparing(key)).toList();
    }
}

package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.FwpmSublayer0View;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The embedded engine, driven by a program in C that knows nothing of Java: what one side adds, the
 * other one reads, and both write the same JSON about it.
 */
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "The program is compiled for the calling convention of Linux x64")
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

        String read =
                document(
                        engine.provider(C_PROVIDER),
                        sorted(contexts(C_PROVIDER), it -> it.providerContextKey().guid()),
                        sublayers(C_PROVIDER),
                        sorted(
                                filters.stream().map(CProgramTest::withoutWeight).toList(),
                                it -> it.filterKey().guid()));
        assertThat(read).isEqualTo(written);
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
                .containsAll(types(EveryKind.conditions()));
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
        FwpmProvider0 provider =
                Client.provider(ProviderKey.random())
                        .withDisplayData(new FwpmDisplayData0("J \u00e4\ud83d\ude00\"\\\n", ""))
                        .withProviderData(new FwpByteBlob(Bytes.of((byte) 0, (byte) -1)));
        ProviderKey key = provider.providerKey();
        FwpmSublayer0 sublayer = Client.sublayer(SublayerKey.random(), 0x1234).withProviderKey(key);
        engine.add(provider);
        engine.add(sublayer);
        Map<Guid, FwpmProviderContext3> contexts = new HashMap<>();
        for (FwpmProviderContext3 context : EveryKind.contexts()) {
            FwpmProviderContext3 owned = context.withProviderKey(key);
            contexts.put(
                    owned.providerContextKey().guid(),
                    owned.withProviderContextId(engine.add(owned)));
        }
        Map<Guid, FwpmFilter0> filters = new HashMap<>();
        for (FwpmFilter0 filter : EveryKind.filters(mainMode(contexts))) {
            FwpmFilter0 owned =
                    filter.withFilterKey(FilterKey.random())
                            .withSubLayerKey(sublayer.subLayerKey())
                            .withProviderKey(key);
            filters.put(owned.filterKey().guid(), owned.withFilterId(engine.add(owned)));
        }

        String written =
                document(
                        provider,
                        contexts(key).stream()
                                .map(it -> contexts.get(it.providerContextKey().guid()))
                                .toList(),
                        List.of(sublayer),
                        filters(key).stream()
                                .map(it ->
                                        requireNonNull(filters.get(it.filterKey().guid()))
                                                .withEffectiveWeight(it.effectiveWeight()))
                                .toList());
        assertThat(cReads(key)).isEqualTo(written).isEqualTo(javaReads(key));
    }

    private static ProviderContextKey mainMode(Map<Guid, FwpmProviderContext3> contexts) {
        return contexts.values().stream()
                .filter(it -> it.policy() instanceof Policy.IpsecIkeMmContext)
                .map(FwpmProviderContext3::providerContextKey)
                .findFirst()
                .orElseThrow();
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
        assertThat(program.number("subscribe")).isZero();
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
        key.set(JAVA_LONG, 0, provider.guid().low());
        key.set(JAVA_LONG, 8, provider.guid().high());
        program.run("read_policy", key);
        return program.text("printed");
    }

    private String javaReads(ProviderKey provider) {
        return document(
                engine.provider(provider),
                contexts(provider),
                sublayers(provider),
                filters(provider));
    }

    private static String document(
            FwpmProvider0 provider,
            List<FwpmProviderContext3> contexts,
            List<FwpmSublayer0> sublayers,
            List<FwpmFilter0> filters) {
        return Json.object(
                "providers",
                List.of(provider),
                "providerContexts",
                contexts,
                "sublayers",
                sublayers,
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

    private static <T> List<T> sorted(List<T> list, Function<T, Guid> key) {
        return list.stream().sorted(Comparator.comparing(key)).toList();
    }
}

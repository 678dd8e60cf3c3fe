package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** A session that calls the functions as C does, and shows their results as values. */
final class Client implements AutoCloseable {
    static final MemorySegment NULL = MemorySegment.NULL;
    static final long INFINITE = 0xFFFF_FFFFL;

    final WfpFunctions functions;
    final Arena arena = Arena.ofShared();
    final MemorySegment handle;

    Client(TestEngine engine, FwpmSession0 session) {
        functions = engine.functions();
        MemorySegment out = arena.allocate(ADDRESS);
        assertOk(
                functions
                        .engine()
                        .FwpmEngineOpen0(NULL, 10, NULL, encode(session, Structs.SESSION), out));
        handle = out.get(ADDRESS, 0);
    }

    static Client openStatic(TestEngine engine) {
        return new Client(engine, session(FwpmSessionFlags.NONE, 0));
    }

    static Client openDynamic(TestEngine engine) {
        return new Client(engine, session(FwpmSessionFlags.DYNAMIC, 0));
    }

    /** {@return a session that gives up on the lock at once} */
    static Client openImpatient(TestEngine engine) {
        return new Client(engine, session(FwpmSessionFlags.NONE, 1));
    }

    static FwpmSession0 session(FwpmSessionFlags flags, long timeout) {
        return new FwpmSession0(
                SessionKey.ZERO,
                new FwpmDisplayData0(null, null),
                flags,
                timeout,
                0,
                null,
                null,
                false);
    }

    static FwpmProvider0 provider(ProviderKey key) {
        return new FwpmProvider0(key, named("provider"), FwpmProviderFlags.NONE, noData(), null);
    }

    static FwpmSublayer0 sublayer(SublayerKey key, int weight) {
        return new FwpmSublayer0(
                key, named("sublayer"), FwpmSublayerFlags.NONE, null, noData(), weight);
    }

    static FwpmDisplayData0 named(String name) {
        return new FwpmDisplayData0(name, null);
    }

    static FwpByteBlob noData() {
        return new FwpByteBlob(Bytes.empty());
    }

    <R> MemorySegment encode(R value, Struct<R> struct) {
        Slab slab = Slab.allocate(struct.measure(value), arena);
        struct.put(value, slab);
        return slab.memory();
    }

    MemorySegment encode(Key key) {
        MemorySegment guid = arena.allocate(16, 8);
        guid.set(JAVA_LONG_UNALIGNED, 0, key.guid().low());
        guid.set(JAVA_LONG_UNALIGNED, 8, key.guid().high());
        return guid;
    }

    /** {@return an array of conditions, as functions take it besides a struct} */
    MemorySegment encodeConditions(List<FwpmFilterCondition0> conditions) {
        FwpmFilter0 holder = Samples.block().withFilterCondition(conditions);
        MemorySegment memory = encode(holder, Structs.FILTER);
        return memory.get(ADDRESS, FwpmFilter0Codec.FILTER_CONDITION);
    }

    int begin() {
        return functions.transaction().FwpmTransactionBegin0(handle, 0);
    }

    int beginReadOnly() {
        return functions.transaction().FwpmTransactionBegin0(handle, 1);
    }

    int commit() {
        return functions.transaction().FwpmTransactionCommit0(handle);
    }

    int abort() {
        return functions.transaction().FwpmTransactionAbort0(handle);
    }

    int add(FwpmProvider0 provider) {
        return functions
                .provider()
                .FwpmProviderAdd0(handle, encode(provider, Structs.PROVIDER), NULL);
    }

    int add(FwpmSublayer0 sublayer) {
        return functions
                .sublayer()
                .FwpmSubLayerAdd0(handle, encode(sublayer, Structs.SUBLAYER), NULL);
    }

    int add(FwpmCallout0 callout) {
        return functions
                .callout()
                .FwpmCalloutAdd0(handle, encode(callout, Structs.CALLOUT), NULL, NULL);
    }

    int add(FwpmProviderContext3 context) {
        return functions
                .providerContext()
                .FwpmProviderContextAdd3(handle, encode(context, Structs.CONTEXT3), NULL, NULL);
    }

    int add(FwpmFilter0 filter) {
        return functions
                .filter()
                .FwpmFilterAdd0(handle, encode(filter, Structs.FILTER), NULL, NULL);
    }

    /** {@return the run-time id of a filter that must be addable} */
    long addOk(FwpmFilter0 filter) {
        MemorySegment id = arena.allocate(JAVA_LONG);
        assertOk(
                functions
                        .filter()
                        .FwpmFilterAdd0(handle, encode(filter, Structs.FILTER), NULL, id));
        return id.get(JAVA_LONG, 0);
    }

    FwpmFilter0 filter(long id) {
        MemorySegment out = arena.allocate(ADDRESS);
        assertOk(functions.filter().FwpmFilterGetById0(handle, id, out));
        return take(out, Structs.FILTER);
    }

    FwpmProviderContext3 context(ProviderContextKey key) {
        MemorySegment out = arena.allocate(ADDRESS);
        assertOk(
                functions.providerContext().FwpmProviderContextGetByKey3(handle, encode(key), out));
        return take(out, Structs.CONTEXT3);
    }

    FwpmSublayer0 sublayer(SublayerKey key) {
        MemorySegment out = arena.allocate(ADDRESS);
        assertOk(functions.sublayer().FwpmSubLayerGetByKey0(handle, encode(key), out));
        return take(out, Structs.SUBLAYER);
    }

    int deleteFilter(long id) {
        return functions.filter().FwpmFilterDeleteById0(handle, id);
    }

    /** {@return the struct that a pointer leads to, which is freed} */
    <R> R take(MemorySegment out, Struct<R> struct) {
        R value = struct.read(Reader.DEFAULT.pointee(out, 0, struct.size(), 8, "result"));
        functions.engine().FwpmFreeMemory0(out);
        assertThat(out.get(ADDRESS, 0)).isEqualTo(NULL);
        return value;
    }

    /** {@return the structs of a page, which is freed} */
    <R> List<R> takePage(MemorySegment entries, MemorySegment count, Struct<R> struct) {
        int size = count.get(JAVA_INT, 0);
        List<R> page = new ArrayList<>();
        MemorySegment pointers = Reader.DEFAULT.array(entries, 0, size, 8, 8, "entries");
        for (int i = 0; i < size; i++) {
            page.add(
                    struct.read(
                            Reader.DEFAULT.pointee(pointers, 8L * i, struct.size(), 8, "entry")));
        }
        functions.engine().FwpmFreeMemory0(entries);
        return page;
    }

    List<FwpmFilter0> filters() {
        return filters(null);
    }

    List<FwpmFilter0> filters(@Nullable FwpmFilterEnumTemplate0 template) {
        MemorySegment enumeration = enumerateFilters(template);
        List<FwpmFilter0> page = nextFilters(enumeration, -1);
        assertOk(functions.filter().FwpmFilterDestroyEnumHandle0(handle, enumeration));
        return page;
    }

    MemorySegment enumerateFilters(@Nullable FwpmFilterEnumTemplate0 template) {
        MemorySegment out = arena.allocate(ADDRESS);
        assertOk(tryEnumerateFilters(template, out));
        return out.get(ADDRESS, 0);
    }

    int tryEnumerateFilters(@Nullable FwpmFilterEnumTemplate0 template, MemorySegment out) {
        return functions
                .filter()
                .FwpmFilterCreateEnumHandle0(
                        handle,
                        template == null ? NULL : encode(template, Structs.FILTER_TEMPLATE),
                        out);
    }

    List<FwpmFilter0> nextFilters(MemorySegment enumeration, int requested) {
        MemorySegment entries = arena.allocate(ADDRESS);
        MemorySegment count = arena.allocate(JAVA_INT);
        assertOk(
                functions.filter().FwpmFilterEnum0(handle, enumeration, requested, entries, count));
        return takePage(entries, count, Structs.FILTER);
    }

    static void assertOk(int result) {
        assertThat(ErrorCode.find(result)).contains(ErrorCode.ERROR_SUCCESS);
    }

    static void assertError(int result, ErrorCode error) {
        assertThat(ErrorCode.find(result)).contains(error);
    }

    int closeHandle() {
        return functions.engine().FwpmEngineClose0(handle);
    }

    @Override
    public void close() {
        closeHandle();
        arena.close();
    }
}

package io.github.wfp4j.embedded;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.ModelAnswer.Shown;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An engine to which the calls of {@link ModelCall} are made, as C makes them. */
final class ModelledEngine {
    /** Long enough for a lock that is free; a lock that is not never becomes free meanwhile. */
    private static final int TIMEOUT_MS = 1;

    private static final MemorySegment NULL = MemorySegment.NULL;

    /** Nothing has this id, but is asked for it if no id was given yet. */
    private static final long NO_ID = 1L << 30;

    private final EmbeddedEngine engine = EmbeddedEngine.create();
    private final WfpFunctions functions = engine.functions();
    private final Map<ModelKind, ModelledFunctions<?>> byKind = new EnumMap<>(ModelKind.class);
    private final Map<ModelKind, List<Long>> ids = new EnumMap<>(ModelKind.class);
    private final List<MemorySegment> enumerations = new ArrayList<>();
    private final List<MemorySegment> sessions;
    private final MemorySegment observer;

    ModelledEngine() {
        for (ModelKind kind : ModelKind.values()) {
            byKind.put(kind, ModelledFunctions.of(kind, functions));
            ids.put(kind, new ArrayList<>());
        }
        // Before it is opened, a session has a handle that no engine gave.
        sessions =
                new ArrayList<>(
                        Stream.generate(() -> MemorySegment.ofAddress(8))
                                .limit(ModelEngine.DYNAMIC.size())
                                .toList());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            Client.assertOk(open(arena, ModelEngine.DYNAMIC.size(), false, out));
            observer = out.get(ADDRESS, 0);
        }
    }

    private int open(Arena arena, int number, boolean dynamic, MemorySegment out) {
        FwpmSession0 session =
                Client.session(
                        dynamic ? FwpmSessionFlags.DYNAMIC : FwpmSessionFlags.NONE, TIMEOUT_MS);
        SessionKey key = new SessionKey(new Guid(number + 1, 0x5555));
        return functions
                .engine()
                .FwpmEngineOpen0(
                        NULL,
                        10,
                        NULL,
                        encode(arena, session.withSessionKey(key), Structs.SESSION),
                        out);
    }

    /** {@return how many results were not freed} */
    int unfreed() {
        return engine.unfreed();
    }

    /** {@return what a session enumerates now; -1 for one that makes no calls} */
    List<Shown> shown(int reader, ModelKind kind) {
        MemorySegment session = reader < 0 ? observer : sessions.get(reader);
        return shown(session, byKind(kind));
    }

    private <R> List<Shown> shown(MemorySegment session, ModelledFunctions<R> of) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            Client.assertOk(of.openEnumeration().call(session, NULL, out));
            MemorySegment enumeration = out.get(ADDRESS, 0);
            List<Shown> shown = new ArrayList<>();
            Client.assertOk(next(arena, session, of, enumeration, -1, shown));
            Client.assertOk(of.closeEnumeration().call(session, enumeration));
            return shown;
        }
    }

    /** {@return what a call answers} */
    ModelAnswer answer(int caller, ModelCall call) {
        List<Shown> objects = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            int result = call(arena, caller, call, objects);
            return new ModelAnswer(ErrorCode.find(result).orElseThrow(), objects);
        }
    }

    private int call(Arena arena, int caller, ModelCall call, List<Shown> objects) {
        MemorySegment session = sessions.get(caller);
        return switch (call) {
            case ModelCall.Open _ -> {
                MemorySegment out = arena.allocate(ADDRESS);
                int result = open(arena, caller, ModelEngine.DYNAMIC.get(caller), out);
                if (result == 0) {
                    sessions.set(caller, out.get(ADDRESS, 0));
                }
                yield result;
            }
            case ModelCall.Close _ -> functions.engine().FwpmEngineClose0(session);
            case ModelCall.Begin it ->
                    functions.transaction().FwpmTransactionBegin0(session, it.readOnly() ? 1 : 0);
            case ModelCall.Commit _ -> functions.transaction().FwpmTransactionCommit0(session);
            case ModelCall.Abort _ -> functions.transaction().FwpmTransactionAbort0(session);
            case ModelCall.AddProvider it ->
                    functions
                            .provider()
                            .FwpmProviderAdd0(
                                    session, encode(arena, it.provider(), Structs.PROVIDER), NULL);
            case ModelCall.AddSublayer it ->
                    functions
                            .sublayer()
                            .FwpmSubLayerAdd0(
                                    session, encode(arena, it.sublayer(), Structs.SUBLAYER), NULL);
            case ModelCall.AddCallout it -> {
                MemorySegment id = arena.allocate(JAVA_LONG);
                MemorySegment callout = encode(arena, it.callout(), Structs.CALLOUT);
                yield added(
                        ModelKind.CALLOUT,
                        functions.callout().FwpmCalloutAdd0(session, callout, NULL, id),
                        id);
            }
            case ModelCall.AddContext it -> {
                MemorySegment id = arena.allocate(JAVA_LONG);
                MemorySegment context = encode(arena, it.context(), Structs.CONTEXT3);
                yield added(
                        ModelKind.CONTEXT,
                        functions
                                .providerContext()
                                .FwpmProviderContextAdd3(session, context, NULL, id),
                        id);
            }
            case ModelCall.AddFilter it -> {
                MemorySegment id = arena.allocate(JAVA_LONG);
                MemorySegment filter = encode(arena, it.filter(), Structs.FILTER);
                yield added(
                        ModelKind.FILTER,
                        functions.filter().FwpmFilterAdd0(session, filter, NULL, id),
                        id);
            }
            case ModelCall.Delete it ->
                    byKind(it.kind()).delete().call(session, encode(arena, it.key()));
            case ModelCall.DeleteById it ->
                    byKind(it.kind()).deleteById().call(session, id(it.kind(), it.serial()));
            case ModelCall.Get it -> {
                MemorySegment out = arena.allocate(ADDRESS);
                int result = byKind(it.kind()).get().call(session, encode(arena, it.key()), out);
                yield got(result, out, byKind(it.kind()), objects);
            }
            case ModelCall.GetById it -> {
                MemorySegment out = arena.allocate(ADDRESS);
                int result =
                        byKind(it.kind()).getById().call(session, id(it.kind(), it.serial()), out);
                yield got(result, out, byKind(it.kind()), objects);
            }
            case ModelCall.OpenEnumeration it -> {
                MemorySegment out = arena.allocate(ADDRESS);
                int result = byKind(it.kind()).openEnumeration().call(session, NULL, out);
                if (result == 0) {
                    enumerations.add(out.get(ADDRESS, 0));
                }
                yield result;
            }
            case ModelCall.Next it ->
                    next(
                            arena,
                            session,
                            byKind(it.kind()),
                            enumeration(it.serial()),
                            it.count(),
                            objects);
            case ModelCall.CloseEnumeration it ->
                    byKind(it.kind()).closeEnumeration().call(session, enumeration(it.serial()));
        };
    }

    private ModelledFunctions<?> byKind(ModelKind kind) {
        return requireNonNull(byKind.get(kind));
    }

    private List<Long> ids(ModelKind kind) {
        return requireNonNull(ids.get(kind));
    }

    private MemorySegment enumeration(int serial) {
        return serial < enumerations.size()
                ? enumerations.get(serial)
                : MemorySegment.ofAddress(16);
    }

    private long id(ModelKind kind, int serial) {
        return serial < ids(kind).size() ? ids(kind).get(serial) : NO_ID;
    }

    /** Remembers the id of a new object, which must be greater than all before it (2.11). */
    private int added(ModelKind kind, int result, MemorySegment out) {
        if (result == 0) {
            long id = out.get(JAVA_LONG, 0);
            List<Long> before = ids(kind);
            if (!before.isEmpty() && Long.compareUnsigned(id, before.getLast()) <= 0) {
                throw new AssertionError(kind + " has id " + id + " after " + before.getLast());
            }
            before.add(id);
        }
        return result;
    }

    private <R> int got(
            int result, MemorySegment out, ModelledFunctions<R> of, List<Shown> objects) {
        if (result == 0) {
            R value =
                    of.struct()
                            .read(Reader.DEFAULT.pointee(out, 0, of.struct().size(), 8, "result"));
            objects.add(of.shown().apply(value));
            functions.engine().FwpmFreeMemory0(out);
        }
        return result;
    }

    private <R> int next(
            Arena arena,
            MemorySegment session,
            ModelledFunctions<R> of,
            MemorySegment enumeration,
            int requested,
            List<Shown> objects) {
        MemorySegment entries = arena.allocate(ADDRESS);
        MemorySegment count = arena.allocate(JAVA_INT);
        int result = of.next().call(session, enumeration, requested, entries, count);
        if (result == 0) {
            int size = count.get(JAVA_INT, 0);
            MemorySegment pointers = Reader.DEFAULT.array(entries, 0, size, 8, 8, "entries");
            for (int i = 0; i < size; i++) {
                R value =
                        of.struct()
                                .read(
                                        Reader.DEFAULT.pointee(
                                                pointers, 8L * i, of.struct().size(), 8, "entry"));
                objects.add(of.shown().apply(value));
            }
            functions.engine().FwpmFreeMemory0(entries);
        }
        return result;
    }

    private static <R> MemorySegment encode(Arena arena, R value, Struct<R> struct) {
        Slab slab = Slab.allocate(struct.measure(value), arena);
        struct.put(value, slab);
        return slab.memory();
    }

    private static MemorySegment encode(Arena arena, Key key) {
        MemorySegment guid = arena.allocate(16, 8);
        guid.set(JAVA_LONG_UNALIGNED, 0, key.guid().low());
        guid.set(JAVA_LONG_UNALIGNED, 8, key.guid().high());
        return guid;
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the functions on all kinds of objects do alike: get and delete by key or id.
 *
 * @param <R> the kind of object
 */
final class ObjectCalls<R> {
    private final Core core;
    private final Table<R> table;
    private final Function<Guid, Key> toKey;
    private final BiConsumer<Session, R> afterDelete;
    private final SecurityCalls security;

    /**
     * Creates the functions of one kind.
     *
     * @param table where its objects are
     * @param toKey makes a key of a GUID
     */
    ObjectCalls(Core core, Table<R> table, Function<Guid, Key> toKey) {
        this(core, table, toKey, (_, _) -> {});
    }

    /**
     * Creates the functions of one kind.
     *
     * @param table where its objects are
     * @param toKey makes a key of a GUID
     * @param afterDelete what else follows from a deletion, in the same transaction
     */
    ObjectCalls(
            Core core,
            Table<R> table,
            Function<Guid, Key> toKey,
            BiConsumer<Session, R> afterDelete) {
        this.core = core;
        this.table = table;
        this.toKey = toKey;
        this.afterDelete = afterDelete;
        this.security = new SecurityCalls(core);
    }

    int getByKey(
            MemorySegment engineHandle, MemorySegment key, MemorySegment out, Struct<R> struct) {
        return getByKey(engineHandle, key, out, struct, value -> value);
    }

    /**
     * Hands out the object with a key.
     *
     * @param reading turns it to what the caller sees, or to null, which answers "not found"
     */
    <T> int getByKey(
            MemorySegment engineHandle,
            MemorySegment key,
            MemorySegment out,
            Struct<T> struct,
            Function<? super R, ? extends @Nullable T> reading) {
        return core.calls()
                .read(
                        engineHandle,
                        session ->
                                give(
                                        session,
                                        () -> table.get(toKey.apply(Inputs.guid(key))),
                                        out,
                                        struct,
                                        reading));
    }

    int getById(MemorySegment engineHandle, long id, MemorySegment out, Struct<R> struct) {
        return getById(engineHandle, id, out, struct, value -> value);
    }

    /** Hands out the object with an id; see {@link #getByKey}. */
    <T> int getById(
            MemorySegment engineHandle,
            long id,
            MemorySegment out,
            Struct<T> struct,
            Function<? super R, ? extends @Nullable T> reading) {
        return core.calls()
                .read(
                        engineHandle,
                        session -> give(session, () -> table.get(id), out, struct, reading));
    }

    private <T> void give(
            Session session,
            Supplier<Stored<R>> finding,
            MemorySegment out,
            Struct<T> struct,
            Function<? super R, ? extends @Nullable T> reading) {
        MemorySegment target = Results.pointerTo(out, struct.name());
        Stored<R> found = finding.get();
        core.access().require(session.caller(), found.key(), FwpmActrl.READ);
        T value = reading.apply(found.value());
        if (value == null) {
            throw new EngineFailure(table.notFound());
        }
        Results.put(target, core.results().one(value, struct));
    }

    int deleteByKey(MemorySegment engineHandle, MemorySegment key) {
        return delete(engineHandle, () -> table.get(toKey.apply(Inputs.guid(key))));
    }

    int deleteById(MemorySegment engineHandle, long id) {
        return delete(engineHandle, () -> table.get(id));
    }

    private int delete(MemorySegment engineHandle, Supplier<Stored<R>> finding) {
        return core.calls()
                .write(
                        engineHandle,
                        session -> {
                            Stored<R> stored = finding.get();
                            core.changes().delete(session, table, stored);
                            afterDelete.accept(session, stored.value());
                        });
    }

    int getSecurity(MemorySegment engineHandle, MemorySegment key, SecurityCalls.Wanted wanted) {
        return security.get(
                engineHandle,
                table.container(),
                key,
                guid -> table.get(toKey.apply(guid)).key(),
                wanted);
    }

    int setSecurity(MemorySegment engineHandle, MemorySegment key, SecurityCalls.Given given) {
        return security.set(engineHandle, table, key, toKey, given);
    }
}

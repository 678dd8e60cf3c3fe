package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.internal.abi.ProviderContextFunctions;
import io.github.wfp4j.types.ProviderContextKey;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Supplier;

/** The functions on provider contexts, in all versions of the struct (3.6). */
final class ProviderContextCalls implements ProviderContextFunctions {
    /** The flag that the engine sets is ignored, so that what was read can be added again. */
    private static final int SETTABLE =
            FwpmProviderContextFlags.PERSISTENT.or(FwpmProviderContextFlags.DOWNLEVEL).bits();

    private final Core core;
    private final Table<FwpmProviderContext3> table;
    private final ObjectCalls<FwpmProviderContext3> objects;
    private final Enumerations<FwpmProviderContext3> enumerations;

    ProviderContextCalls(Core core) {
        this.core = core;
        this.table = core.store().providerContexts;
        this.objects = new ObjectCalls<>(core, table, ProviderContextKey::new);
        this.enumerations = new Enumerations<>(FwpmProviderContext3.class, core);
    }

    @Override
    public int FwpmProviderContextAdd0(
            MemorySegment engineHandle,
            MemorySegment providerContext,
            MemorySegment sd,
            MemorySegment id) {
        return add(
                engineHandle,
                providerContext,
                () -> ContextVersions.toNewest(Structs.CONTEXT0.decode(providerContext)),
                true,
                sd,
                id);
    }

    @Override
    public int FwpmProviderContextAdd1(
            MemorySegment engineHandle,
            MemorySegment providerContext,
            MemorySegment sd,
            MemorySegment id) {
        return add(
                engineHandle,
                providerContext,
                () -> ContextVersions.toNewest(Structs.CONTEXT1.decode(providerContext)),
                true,
                sd,
                id);
    }

    @Override
    public int FwpmProviderContextAdd2(
            MemorySegment engineHandle,
            MemorySegment providerContext,
            MemorySegment sd,
            MemorySegment id) {
        return add(
                engineHandle,
                providerContext,
                () -> ContextVersions.toNewest(Structs.CONTEXT2.decode(providerContext)),
                true,
                sd,
                id);
    }

    @Override
    public int FwpmProviderContextAdd3(
            MemorySegment engineHandle,
            MemorySegment providerContext,
            MemorySegment sd,
            MemorySegment id) {
        return add(
                engineHandle,
                providerContext,
                () -> Structs.CONTEXT3.decode(providerContext),
                false,
                sd,
                id);
    }

    private int add(
            MemorySegment engineHandle,
            MemorySegment providerContext,
            Supplier<FwpmProviderContext3> decoding,
            boolean older,
            MemorySegment sd,
            MemorySegment id) {
        return core.calls()
                .write(
                        engineHandle,
                        session -> {
                            FwpmProviderContext3 wanted = decoding.get();
                            ReservedMembers.requireZero(providerContext, wanted.policy().type());
                            ObjectChecks.requireDescriptor(sd);
                            Results.putId(id, add(session, wanted, older));
                        });
    }

    private long add(Session session, FwpmProviderContext3 wanted, boolean older) {
        ObjectChecks.requireName(wanted.displayData());
        ObjectChecks.requireFlags(wanted.flags().bits(), SETTABLE);
        List<Stored<?>> targets = Owners.targets(core.store(), wanted.providerKey());
        PolicyChecks.require(wanted.policy());
        boolean persistent = wanted.flags().contains(FwpmProviderContextFlags.PERSISTENT);
        ProviderContextKey key =
                wanted.providerContextKey().guid().isZero()
                        ? ProviderContextKey.random()
                        : wanted.providerContextKey();
        long id = core.ids().nextProviderContext();
        FwpmProviderContext3 value =
                wanted.withProviderContextKey(key)
                        .withProviderContextId(id)
                        .withFlags(wanted.flags().without(FwpmProviderContextFlags.DOWNLEVEL));
        core.changes()
                .add(
                        table,
                        key,
                        id,
                        Changes.lifetime(session, persistent),
                        session,
                        wanted.providerKey(),
                        targets,
                        older ? ContextVersions.fromOlder(value) : value);
        return id;
    }

    @Override
    public int FwpmProviderContextDeleteById0(MemorySegment engineHandle, long id) {
        return objects.deleteById(engineHandle, id);
    }

    @Override
    public int FwpmProviderContextDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        return objects.deleteByKey(engineHandle, key);
    }

    @Override
    public int FwpmProviderContextGetById0(
            MemorySegment engineHandle, long id, MemorySegment providerContext) {
        return objects.getById(
                engineHandle,
                id,
                providerContext,
                Structs.CONTEXT0,
                context -> ContextVersions.toOlder(context, FwpmProviderContext0.class));
    }

    @Override
    public int FwpmProviderContextGetById1(
            MemorySegment engineHandle, long id, MemorySegment providerContext) {
        return objects.getById(
                engineHandle,
                id,
                providerContext,
                Structs.CONTEXT1,
                context -> ContextVersions.toOlder(context, FwpmProviderContext1.class));
    }

    @Override
    public int FwpmProviderContextGetById2(
            MemorySegment engineHandle, long id, MemorySegment providerContext) {
        return objects.getById(
                engineHandle,
                id,
                providerContext,
                Structs.CONTEXT2,
                context -> ContextVersions.toOlder(context, FwpmProviderContext2.class));
    }

    @Override
    public int FwpmProviderContextGetById3(
            MemorySegment engineHandle, long id, MemorySegment providerContext) {
        return objects.getById(engineHandle, id, providerContext, Structs.CONTEXT3);
    }

    @Override
    public int FwpmProviderContextGetByKey0(
            MemorySegment engineHandle, MemorySegment key, MemorySegment providerContext) {
        return objects.getByKey(
                engineHandle,
                key,
                providerContext,
                Structs.CONTEXT0,
                context -> ContextVersions.toOlder(context, FwpmProviderContext0.class));
    }

    @Override
    public int FwpmProviderContextGetByKey1(
            MemorySegment engineHandle, MemorySegment key, MemorySegment providerContext) {
        return objects.getByKey(
                engineHandle,
                key,
                providerContext,
                Structs.CONTEXT1,
                context -> ContextVersions.toOlder(context, FwpmProviderContext1.class));
    }

    @Override
    public int FwpmProviderContextGetByKey2(
            MemorySegment engineHandle, MemorySegment key, MemorySegment providerContext) {
        return objects.getByKey(
                engineHandle,
                key,
                providerContext,
                Structs.CONTEXT2,
                context -> ContextVersions.toOlder(context, FwpmProviderContext2.class));
    }

    @Override
    public int FwpmProviderContextGetByKey3(
            MemorySegment engineHandle, MemorySegment key, MemorySegment providerContext) {
        return objects.getByKey(engineHandle, key, providerContext, Structs.CONTEXT3);
    }

    @Override
    public int FwpmProviderContextCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.create(engineHandle, enumHandle, () -> find(enumTemplate));
    }

    private List<FwpmProviderContext3> find(MemorySegment enumTemplate) {
        FwpmProviderContextEnumTemplate0 template =
                Inputs.optional(enumTemplate, Structs.CONTEXT_TEMPLATE);
        return table.all().stream()
                .map(Stored::value)
                .filter(context -> template == null || FilterQuery.matches(context, template))
                .toList();
    }

    @Override
    public int FwpmProviderContextEnum0(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return enumerations.next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                Structs.CONTEXT0,
                context -> ContextVersions.toOlder(context, FwpmProviderContext0.class));
    }

    @Override
    public int FwpmProviderContextEnum1(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return enumerations.next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                Structs.CONTEXT1,
                context -> ContextVersions.toOlder(context, FwpmProviderContext1.class));
    }

    @Override
    public int FwpmProviderContextEnum2(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return enumerations.next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                Structs.CONTEXT2,
                context -> ContextVersions.toOlder(context, FwpmProviderContext2.class));
    }

    @Override
    public int FwpmProviderContextEnum3(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return enumerations.next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                Structs.CONTEXT3);
    }

    @Override
    public int FwpmProviderContextDestroyEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.internal.abi.ProviderContextFunctions;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SecurityDescriptor;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Supplier;

/** The functions on provider contexts, in all versions of the struct (3.6). */
final class ProviderContextCalls implements ProviderContextFunctions {
    private final Core core;
    private final Table<FwpmProviderContext3> table;
    private final ContextAddition addition;
    private final ObjectCalls<FwpmProviderContext3> objects;
    private final Enumerations<FwpmProviderContext3> enumerations;
    private final ChangeCalls<FwpmProviderContext3, ?, ?> subscriptions;

    ProviderContextCalls(Core core) {
        this.core = core;
        this.table = core.store().providerContexts;
        this.addition = new ContextAddition(core);
        this.objects = new ObjectCalls<>(core, table, ProviderContextKey::new);
        this.enumerations =
                new Enumerations<>(
                        FwpmProviderContext3.class,
                        core,
                        Container.PROVIDER_CONTEXTS,
                        FwpmProviderContext3::providerContextKey);
        this.subscriptions = new ChangeCalls<>(core, table, ChangeKinds.providerContexts());
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
                            core.access()
                                    .require(
                                            session.caller(),
                                            Container.PROVIDER_CONTEXTS,
                                            FwpmActrl.ADD);
                            FwpmProviderContext3 wanted = decoding.get();
                            ReservedMembers.requireZero(providerContext, wanted.policy().type());
                            SecurityDescriptor descriptor = DescriptorArguments.optional(sd);
                            Stored<?> added = addition.add(session, wanted, older);
                            core.access().secure(session.caller(), added.key(), descriptor);
                            Results.putId(id, added.id());
                        });
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

    @Override
    public int FwpmProviderContextGetSecurityInfoByKey0(
            MemorySegment engineHandle,
            MemorySegment key,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl,
            MemorySegment securityDescriptor) {
        return objects.getSecurity(
                engineHandle,
                key,
                new SecurityCalls.Wanted(
                        securityInfo, sidOwner, sidGroup, dacl, sacl, securityDescriptor));
    }

    @Override
    public int FwpmProviderContextSetSecurityInfoByKey0(
            MemorySegment engineHandle,
            MemorySegment key,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl) {
        return objects.setSecurity(
                engineHandle, key, new SecurityCalls.Given(securityInfo, sidOwner, sidGroup, dacl));
    }

    @Override
    public int FwpmProviderContextSubscribeChanges0(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment changeHandle) {
        return subscriptions.subscribe(engineHandle, subscription, callback, context, changeHandle);
    }

    @Override
    public int FwpmProviderContextUnsubscribeChanges0(
            MemorySegment engineHandle, MemorySegment changeHandle) {
        return subscriptions.unsubscribe(engineHandle, changeHandle);
    }

    @Override
    public int FwpmProviderContextSubscriptionsGet0(
            MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }
}

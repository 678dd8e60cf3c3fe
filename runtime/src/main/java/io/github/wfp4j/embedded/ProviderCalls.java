package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.internal.abi.ProviderFunctions;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** The functions on providers (3.5). */
final class ProviderCalls implements ProviderFunctions {
    private static final int SETTABLE =
            FwpmProviderFlags.PERSISTENT.or(FwpmProviderFlags.DISABLED).bits();

    private final Core core;
    private final Table<FwpmProvider0> table;
    private final ObjectCalls<FwpmProvider0> objects;
    private final Enumerations<FwpmProvider0> enumerations;
    private final ChangeCalls<FwpmProvider0, ?, ?> subscriptions;

    ProviderCalls(Core core) {
        this.core = core;
        this.table = core.store().providers;
        this.objects = new ObjectCalls<>(core, table, ProviderKey::new);
        this.enumerations =
                new Enumerations<>(
                        FwpmProvider0.class, core, Container.PROVIDERS, FwpmProvider0::providerKey);
        this.subscriptions = new ChangeCalls<>(core, table, ChangeKinds.providers());
    }

    @Override
    public int FwpmProviderAdd0(
            MemorySegment engineHandle, MemorySegment provider, MemorySegment sd) {
        return core.calls()
                .write(
                        engineHandle,
                        session -> {
                            core.access()
                                    .require(session.caller(), Container.PROVIDERS, FwpmActrl.ADD);
                            FwpmProvider0 wanted = Structs.PROVIDER.decode(provider);
                            SecurityDescriptor descriptor = DescriptorArguments.optional(sd);
                            Stored<?> added = add(session, wanted);
                            core.access().secure(session.caller(), added.key(), descriptor);
                        });
    }

    private Stored<?> add(Session session, FwpmProvider0 wanted) {
        ObjectChecks.requireName(wanted.displayData());
        ObjectChecks.requireText(wanted.serviceName());
        ObjectChecks.requireFlags(wanted.flags().bits(), SETTABLE);
        boolean persistent = wanted.flags().contains(FwpmProviderFlags.PERSISTENT);
        ProviderKey key =
                wanted.providerKey().guid().isZero() ? ProviderKey.random() : wanted.providerKey();
        // The flag that the engine sets is ignored, not refused (3.5).
        FwpmProvider0 value =
                wanted.withProviderKey(key)
                        .withFlags(wanted.flags().without(FwpmProviderFlags.DISABLED));
        return core.changes()
                .add(
                        table,
                        key,
                        core.store().nextSequence(),
                        Changes.lifetime(session, persistent),
                        session,
                        null,
                        List.of(),
                        value);
    }

    @Override
    public int FwpmProviderDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        return objects.deleteByKey(engineHandle, key);
    }

    @Override
    public int FwpmProviderGetByKey0(
            MemorySegment engineHandle, MemorySegment key, MemorySegment provider) {
        return objects.getByKey(engineHandle, key, provider, Structs.PROVIDER);
    }

    @Override
    public int FwpmProviderCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        // The template holds a reserved field only (3.5).
        return enumerations.create(
                engineHandle, enumHandle, () -> table.all().stream().map(Stored::value).toList());
    }

    @Override
    public int FwpmProviderEnum0(
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
                Structs.PROVIDER);
    }

    @Override
    public int FwpmProviderDestroyEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int FwpmProviderGetSecurityInfoByKey0(
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
    public int FwpmProviderSetSecurityInfoByKey0(
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
    public int FwpmProviderSubscribeChanges0(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment changeHandle) {
        return subscriptions.subscribe(engineHandle, subscription, callback, context, changeHandle);
    }

    @Override
    public int FwpmProviderUnsubscribeChanges0(
            MemorySegment engineHandle, MemorySegment changeHandle) {
        return subscriptions.unsubscribe(engineHandle, changeHandle);
    }

    @Override
    public int FwpmProviderSubscriptionsGet0(
            MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }
}

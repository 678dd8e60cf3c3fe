package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.internal.abi.SublayerFunctions;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.SublayerKey;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** The functions on sublayers (3.7). */
final class SublayerCalls implements SublayerFunctions {
    private final Core core;
    private final SublayerTable table;
    private final ObjectCalls<FwpmSublayer0> objects;
    private final Enumerations<FwpmSublayer0> enumerations;
    private final ChangeCalls<FwpmSublayer0, ?, ?> subscriptions;

    SublayerCalls(Core core) {
        this.core = core;
        this.table = core.store().sublayers;
        this.objects = new ObjectCalls<>(core, table, SublayerKey::new);
        this.enumerations =
                new Enumerations<>(
                        FwpmSublayer0.class, core, Container.SUBLAYERS, FwpmSublayer0::subLayerKey);
        this.subscriptions = new ChangeCalls<>(core, table, ChangeKinds.sublayers());
    }

    @Override
    public int FwpmSubLayerAdd0(
            MemorySegment engineHandle, MemorySegment subLayer, MemorySegment sd) {
        return core.calls()
                .write(
                        engineHandle,
                        session -> {
                            core.access()
                                    .require(session.caller(), Container.SUBLAYERS, FwpmActrl.ADD);
                            FwpmSublayer0 wanted = Structs.SUBLAYER.decode(subLayer);
                            SecurityDescriptor descriptor = DescriptorArguments.optional(sd);
                            Stored<?> added = add(session, wanted);
                            core.access().secure(session.caller(), added.key(), descriptor);
                        });
    }

    private Stored<?> add(Session session, FwpmSublayer0 wanted) {
        ObjectChecks.requireName(wanted.displayData());
        ObjectChecks.requireFlags(wanted.flags().bits(), FwpmSublayerFlags.PERSISTENT.bits());
        List<Stored<?>> targets = Owners.targets(core.store(), wanted.providerKey());
        boolean persistent = wanted.flags().contains(FwpmSublayerFlags.PERSISTENT);
        SublayerKey key =
                wanted.subLayerKey().guid().isZero() ? SublayerKey.random() : wanted.subLayerKey();
        return core.changes()
                .add(
                        table,
                        key,
                        core.store().nextSequence(),
                        Changes.lifetime(session, persistent),
                        session,
                        wanted.providerKey(),
                        targets,
                        wanted.withSubLayerKey(key).withWeight(table.freeWeight(wanted.weight())));
    }

    @Override
    public int FwpmSubLayerDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        return objects.deleteByKey(engineHandle, key);
    }

    @Override
    public int FwpmSubLayerGetByKey0(
            MemorySegment engineHandle, MemorySegment key, MemorySegment subLayer) {
        return objects.getByKey(engineHandle, key, subLayer, Structs.SUBLAYER);
    }

    @Override
    public int FwpmSubLayerCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.create(engineHandle, enumHandle, () -> find(enumTemplate));
    }

    private List<FwpmSublayer0> find(MemorySegment enumTemplate) {
        FwpmSublayerEnumTemplate0 template =
                Inputs.optional(enumTemplate, Structs.SUBLAYER_TEMPLATE);
        ProviderKey provider = template == null ? null : template.providerKey();
        return table.all().stream()
                .map(Stored::value)
                .filter(sublayer -> Owners.matches(provider, sublayer.providerKey()))
                .toList();
    }

    @Override
    public int FwpmSubLayerEnum0(
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
                Structs.SUBLAYER);
    }

    @Override
    public int FwpmSubLayerDestroyEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int FwpmSubLayerGetSecurityInfoByKey0(
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
    public int FwpmSubLayerSetSecurityInfoByKey0(
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
    public int FwpmSubLayerSubscribeChanges0(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment changeHandle) {
        return subscriptions.subscribe(engineHandle, subscription, callback, context, changeHandle);
    }

    @Override
    public int FwpmSubLayerUnsubscribeChanges0(
            MemorySegment engineHandle, MemorySegment changeHandle) {
        return subscriptions.unsubscribe(engineHandle, changeHandle);
    }

    @Override
    public int FwpmSubLayerSubscriptionsGet0(
            MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.internal.abi.CalloutFunctions;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** The functions on callouts (3.8). */
final class CalloutCalls implements CalloutFunctions {
    private static final int SETTABLE =
            FwpmCalloutFlags.PERSISTENT.or(FwpmCalloutFlags.USES_PROVIDER_CONTEXT).bits();

    private final Core core;
    private final Table<FwpmCallout0> table;
    private final ObjectCalls<FwpmCallout0> objects;
    private final Enumerations<FwpmCallout0> enumerations;
    private final ChangeCalls<FwpmCallout0, ?, ?> subscriptions;

    CalloutCalls(Core core) {
        this.core = core;
        this.table = core.store().callouts;
        this.objects = new ObjectCalls<>(core, table, CalloutKey::new);
        this.enumerations =
                new Enumerations<>(
                        FwpmCallout0.class, core, Container.CALLOUTS, FwpmCallout0::calloutKey);
        this.subscriptions = new ChangeCalls<>(core, table, ChangeKinds.callouts(core.store()));
    }

    @Override
    public int FwpmCalloutAdd0(
            MemorySegment engineHandle, MemorySegment callout, MemorySegment sd, MemorySegment id) {
        return core.calls()
                .write(
                        engineHandle,
                        session -> {
                            core.access()
                                    .require(session.caller(), Container.CALLOUTS, FwpmActrl.ADD);
                            FwpmCallout0 wanted = Structs.CALLOUT.decode(callout);
                            SecurityDescriptor descriptor = DescriptorArguments.optional(sd);
                            Stored<?> added = add(session, wanted);
                            core.access().secure(session.caller(), added.key(), descriptor);
                            Results.putShortId(id, added.id());
                        });
    }

    private Stored<?> add(Session session, FwpmCallout0 wanted) {
        ObjectChecks.requireName(wanted.displayData());
        ObjectChecks.requireFlags(wanted.flags().bits(), SETTABLE);
        core.store().layer(wanted.applicableLayer());
        List<Stored<?>> targets = Owners.targets(core.store(), wanted.providerKey());
        EngineFailure.unless(
                table.size() < EnginePolicy.MAX_CALLOUTS, ErrorCode.FWP_E_TOO_MANY_CALLOUTS);
        boolean persistent = wanted.flags().contains(FwpmCalloutFlags.PERSISTENT);
        CalloutKey key =
                wanted.calloutKey().guid().isZero() ? CalloutKey.random() : wanted.calloutKey();
        long id = core.ids().nextCallout();
        return core.changes()
                .add(
                        table,
                        key,
                        id,
                        Changes.lifetime(session, persistent),
                        session,
                        wanted.providerKey(),
                        targets,
                        wanted.withCalloutKey(key).withCalloutId(id));
    }

    @Override
    public int FwpmCalloutDeleteById0(MemorySegment engineHandle, int id) {
        return objects.deleteById(engineHandle, Integer.toUnsignedLong(id));
    }

    @Override
    public int FwpmCalloutDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        return objects.deleteByKey(engineHandle, key);
    }

    @Override
    public int FwpmCalloutGetById0(MemorySegment engineHandle, int id, MemorySegment callout) {
        return objects.getById(engineHandle, Integer.toUnsignedLong(id), callout, Structs.CALLOUT);
    }

    @Override
    public int FwpmCalloutGetByKey0(
            MemorySegment engineHandle, MemorySegment key, MemorySegment callout) {
        return objects.getByKey(engineHandle, key, callout, Structs.CALLOUT);
    }

    @Override
    public int FwpmCalloutCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.create(engineHandle, enumHandle, () -> find(enumTemplate));
    }

    private List<FwpmCallout0> find(MemorySegment enumTemplate) {
        FwpmCalloutEnumTemplate0 template = Inputs.optional(enumTemplate, Structs.CALLOUT_TEMPLATE);
        return table.all().stream()
                .map(Stored::value)
                .filter(ChangeKinds.wanted(core.store(), template))
                .toList();
    }

    @Override
    public int FwpmCalloutEnum0(
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
                Structs.CALLOUT);
    }

    @Override
    public int FwpmCalloutDestroyEnumHandle0(MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int FwpmCalloutGetSecurityInfoByKey0(
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
    public int FwpmCalloutSetSecurityInfoByKey0(
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
    public int FwpmCalloutSubscribeChanges0(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment changeHandle) {
        return subscriptions.subscribe(engineHandle, subscription, callback, context, changeHandle);
    }

    @Override
    public int FwpmCalloutUnsubscribeChanges0(
            MemorySegment engineHandle, MemorySegment changeHandle) {
        return subscriptions.unsubscribe(engineHandle, changeHandle);
    }

    @Override
    public int FwpmCalloutSubscriptionsGet0(
            MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }
}

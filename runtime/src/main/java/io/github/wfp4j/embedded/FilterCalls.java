package io.github.wfp4j.embedded;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.internal.abi.FilterFunctions;
import io.github.wfp4j.internal.codec.FwpValue0Codec;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The functions on filters (4, 5). */
final class FilterCalls implements FilterFunctions {
    private final Core core;
    private final FilterAddition addition;
    private final IkeExemptions exemptions;
    private final ObjectCalls<FwpmFilter0> objects;
    private final Enumerations<FwpmFilter0> enumerations;
    private final FilterQuery query;
    private final ChangeCalls<FwpmFilter0, ?, ?> subscriptions;

    FilterCalls(Core core, FilterAddition addition, IkeExemptions exemptions) {
        this.core = core;
        this.addition = addition;
        this.exemptions = exemptions;
        this.objects =
                new ObjectCalls<>(
                        core, core.store().filters, FilterKey::new, exemptions::updateAfter);
        this.enumerations =
                new Enumerations<>(
                        FwpmFilter0.class, core, Container.FILTERS, FwpmFilter0::filterKey);
        this.query = new FilterQuery(core.store());
        this.subscriptions =
                new ChangeCalls<>(core, core.store().filters, ChangeKinds.filters(query));
    }

    @Override
    public int FwpmFilterAdd0(
            MemorySegment engineHandle, MemorySegment filter, MemorySegment sd, MemorySegment id) {
        return core.calls()
                .write(
                        engineHandle,
                        session -> {
                            core.access()
                                    .require(session.caller(), Container.FILTERS, FwpmActrl.ADD);
                            FwpmFilter0 wanted = decode(filter);
                            SecurityDescriptor descriptor = DescriptorArguments.optional(sd);
                            Stored<?> added = addition.add(session, wanted);
                            core.access().secure(session.caller(), added.key(), descriptor);
                            exemptions.updateAfter(session, wanted);
                            Results.putId(id, added.id());
                        });
    }

    /** {@return the filter without what the engine computes, which may be anything (4.3)} */
    private static FwpmFilter0 decode(MemorySegment filter) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy =
                    arena.allocate(FwpmFilter0Codec.BYTE_SIZE, Struct.ALIGNMENT)
                            .copyFrom(Structs.FILTER.target(filter));
            copy.asSlice(FwpmFilter0Codec.EFFECTIVE_WEIGHT, FwpValue0Codec.BYTE_SIZE)
                    .fill((byte) 0);
            int weight = copy.get(JAVA_INT, FwpmFilter0Codec.WEIGHT + FwpValue0Codec.TYPE);
            EngineFailure.unless(FwpDataType.find(weight) != null, ErrorCode.FWP_E_INVALID_WEIGHT);
            return Structs.FILTER.read(copy);
        }
    }

    @Override
    public int FwpmFilterDeleteById0(MemorySegment engineHandle, long id) {
        return objects.deleteById(engineHandle, id);
    }

    @Override
    public int FwpmFilterDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        return objects.deleteByKey(engineHandle, key);
    }

    @Override
    public int FwpmFilterGetById0(MemorySegment engineHandle, long id, MemorySegment filter) {
        return objects.getById(engineHandle, id, filter, Structs.FILTER);
    }

    @Override
    public int FwpmFilterGetByKey0(
            MemorySegment engineHandle, MemorySegment key, MemorySegment filter) {
        return objects.getByKey(engineHandle, key, filter, Structs.FILTER);
    }

    @Override
    public int FwpmFilterCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.create(
                engineHandle,
                enumHandle,
                () -> query.find(Inputs.optional(enumTemplate, Structs.FILTER_TEMPLATE)));
    }

    @Override
    public int FwpmFilterEnum0(
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
                Structs.FILTER);
    }

    @Override
    public int FwpmFilterDestroyEnumHandle0(MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int FwpmFilterGetSecurityInfoByKey0(
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
    public int FwpmFilterSetSecurityInfoByKey0(
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
    public int FwpmFilterSubscribeChanges0(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment changeHandle) {
        return subscriptions.subscribe(engineHandle, subscription, callback, context, changeHandle);
    }

    @Override
    public int FwpmFilterUnsubscribeChanges0(
            MemorySegment engineHandle, MemorySegment changeHandle) {
        return subscriptions.unsubscribe(engineHandle, changeHandle);
    }

    @Override
    public int FwpmFilterSubscriptionsGet0(
            MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }
}

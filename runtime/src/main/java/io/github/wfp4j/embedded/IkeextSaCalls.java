package io.github.wfp4j.embedded;

import io.github.wfp4j.ikeext.IkeextSaDetails0;
import io.github.wfp4j.ikeext.IkeextSaDetails1;
import io.github.wfp4j.ikeext.IkeextSaDetails2;
import io.github.wfp4j.ikeext.IkeextSaEnumTemplate0;
import io.github.wfp4j.internal.abi.IkeextSaFunctions;
import io.github.wfp4j.internal.codec.IkeextSaDetails0Codec;
import io.github.wfp4j.internal.codec.IkeextSaDetails1Codec;
import io.github.wfp4j.internal.codec.IkeextSaDetails2Codec;
import io.github.wfp4j.internal.codec.IkeextSaEnumTemplate0Codec;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The functions on the security associations of the keying modules (9.23).
 *
 * <p>There are none: the service runs as far as anybody can tell, and negotiates with nobody.
 */
final class IkeextSaCalls implements IkeextSaFunctions {
    private static final Struct<IkeextSaEnumTemplate0> TEMPLATE =
            new Struct<>(
                    "IKEEXT_SA_ENUM_TEMPLATE0",
                    IkeextSaEnumTemplate0Codec.BYTE_SIZE,
                    IkeextSaEnumTemplate0Codec::read,
                    IkeextSaEnumTemplate0Codec::write,
                    IkeextSaEnumTemplate0Codec::extent);

    private static final Struct<IkeextSaDetails0> DETAILS0 =
            new Struct<>(
                    "IKEEXT_SA_DETAILS0",
                    IkeextSaDetails0Codec.BYTE_SIZE,
                    IkeextSaDetails0Codec::read,
                    IkeextSaDetails0Codec::write,
                    IkeextSaDetails0Codec::extent);

    private static final Struct<IkeextSaDetails1> DETAILS1 =
            new Struct<>(
                    "IKEEXT_SA_DETAILS1",
                    IkeextSaDetails1Codec.BYTE_SIZE,
                    IkeextSaDetails1Codec::read,
                    IkeextSaDetails1Codec::write,
                    IkeextSaDetails1Codec::extent);

    private static final Struct<IkeextSaDetails2> DETAILS2 =
            new Struct<>(
                    "IKEEXT_SA_DETAILS2",
                    IkeextSaDetails2Codec.BYTE_SIZE,
                    IkeextSaDetails2Codec::read,
                    IkeextSaDetails2Codec::write,
                    IkeextSaDetails2Codec::extent);

    private final SecurityCalls security;
    private final Core core;
    private final Enumerations<IkeextSaDetails2> enumerations;

    IkeextSaCalls(Core core) {
        this.security = new SecurityCalls(core);
        this.core = core;
        this.enumerations =
                new Enumerations<>(IkeextSaDetails2.class, core, Container.IKE_SA_DATABASE);
    }

    @Override
    public int IkeextSaDeleteById0(MemorySegment engineHandle, long id) {
        return core.calls().write(engineHandle, _ -> refuseUnknown());
    }

    @Override
    public int IkeextSaGetById0(MemorySegment engineHandle, long id, MemorySegment sa) {
        return get(engineHandle, sa);
    }

    @Override
    public int IkeextSaGetById1(
            MemorySegment engineHandle, long id, MemorySegment saLookupContext, MemorySegment sa) {
        return get(engineHandle, sa);
    }

    @Override
    public int IkeextSaGetById2(
            MemorySegment engineHandle, long id, MemorySegment saLookupContext, MemorySegment sa) {
        return get(engineHandle, sa);
    }

    private int get(MemorySegment engineHandle, MemorySegment sa) {
        return core.calls()
                .read(
                        engineHandle,
                        _ -> {
                            Results.pointerTo(sa, "sa");
                            refuseUnknown();
                        });
    }

    private static void refuseUnknown() {
        throw new EngineFailure(ErrorCode.FWP_E_NOT_FOUND);
    }

    @Override
    public int IkeextSaCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.create(engineHandle, enumHandle, () -> find(enumTemplate));
    }

    private static List<IkeextSaDetails2> find(MemorySegment enumTemplate) {
        IkeextSaEnumTemplate0 template = Inputs.optional(enumTemplate, TEMPLATE);
        if (template != null) {
            AddressTemplate.require(template.localSubNet());
            AddressTemplate.require(template.remoteSubNet());
        }
        return List.of();
    }

    @Override
    public int IkeextSaEnum0(
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
                DETAILS0,
                details -> RecordConversion.reduce(details, IkeextSaDetails0.class));
    }

    @Override
    public int IkeextSaEnum1(
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
                DETAILS1,
                details -> RecordConversion.reduce(details, IkeextSaDetails1.class));
    }

    @Override
    public int IkeextSaEnum2(
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
                DETAILS2);
    }

    @Override
    public int IkeextSaDestroyEnumHandle0(MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int IkeextSaDbGetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl,
            MemorySegment securityDescriptor) {
        return security.get(
                engineHandle,
                Container.IKE_SA_DATABASE,
                new SecurityCalls.Wanted(
                        securityInfo, sidOwner, sidGroup, dacl, sacl, securityDescriptor));
    }

    @Override
    public int IkeextSaDbSetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl) {
        return security.set(
                engineHandle,
                Container.IKE_SA_DATABASE,
                new SecurityCalls.Given(securityInfo, sidOwner, sidGroup, dacl));
    }
}

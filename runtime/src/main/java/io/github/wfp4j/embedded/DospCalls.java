package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.abi.DospFunctions;
import io.github.wfp4j.internal.codec.IpsecDospState0Codec;
import io.github.wfp4j.internal.codec.IpsecDospStateEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.IpsecDospStatistics0Codec;
import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.ipsec.IpsecDospState0;
import io.github.wfp4j.ipsec.IpsecDospStateEnumTemplate0;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The functions on the protection against denial of service (7.6).
 *
 * <p>It keeps a state for each pair of addresses that exchanged packets, and there are no packets.
 */
final class DospCalls implements DospFunctions {
    private static final int MAX_PREFIX_LENGTH = 128;

    private static final Struct<IpsecDospState0> STATE =
            new Struct<>(
                    "IPSEC_DOSP_STATE0",
                    IpsecDospState0Codec.BYTE_SIZE,
                    IpsecDospState0Codec::read,
                    IpsecDospState0Codec::write,
                    IpsecDospState0Codec::extent);

    private final SecurityCalls security;
    private final Core core;
    private final Enumerations<IpsecDospState0> enumerations;

    DospCalls(Core core) {
        this.security = new SecurityCalls(core);
        this.core = core;
        this.enumerations =
                new Enumerations<>(IpsecDospState0.class, core, Container.DOS_PROTECTION);
    }

    @Override
    public int IPsecDospGetStatistics0(MemorySegment engineHandle, MemorySegment idpStatistics) {
        return StatisticsCalls.zeros(
                core,
                Container.DOS_PROTECTION,
                engineHandle,
                idpStatistics,
                IpsecDospStatistics0Codec.BYTE_SIZE,
                IpsecDospStatistics0Codec.BYTE_ALIGNMENT);
    }

    @Override
    public int IPsecDospStateCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.create(
                engineHandle,
                enumHandle,
                () -> {
                    if (!Arguments.isNull(enumTemplate)) {
                        requireTemplate(enumTemplate);
                    }
                    return List.of();
                });
    }

    private static void requireTemplate(MemorySegment enumTemplate) {
        // Bytes only, so that it may stand anywhere.
        MemorySegment memory =
                Arguments.target(
                        enumTemplate,
                        IpsecDospStateEnumTemplate0Codec.BYTE_SIZE,
                        IpsecDospStateEnumTemplate0Codec.BYTE_ALIGNMENT,
                        "IPSEC_DOSP_STATE_ENUM_TEMPLATE0");
        IpsecDospStateEnumTemplate0 template =
                IpsecDospStateEnumTemplate0Codec.read(Reader.DEFAULT, memory, 0);
        EngineFailure.unless(
                template.publicV6AddrMask().prefixLength() <= MAX_PREFIX_LENGTH
                        && template.internalV6AddrMask().prefixLength() <= MAX_PREFIX_LENGTH,
                ErrorCode.FWP_E_INVALID_NET_MASK);
    }

    @Override
    public int IPsecDospStateEnum0(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntries) {
        return enumerations.next(
                engineHandle, enumHandle, numEntriesRequested, entries, numEntries, STATE);
    }

    @Override
    public int IPsecDospStateDestroyEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int IPsecDospGetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl,
            MemorySegment securityDescriptor) {
        return security.get(
                engineHandle,
                Container.DOS_PROTECTION,
                new SecurityCalls.Wanted(
                        securityInfo, sidOwner, sidGroup, dacl, sacl, securityDescriptor));
    }

    @Override
    public int IPsecDospSetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl) {
        return security.set(
                engineHandle,
                Container.DOS_PROTECTION,
                new SecurityCalls.Given(securityInfo, sidOwner, sidGroup, dacl));
    }
}

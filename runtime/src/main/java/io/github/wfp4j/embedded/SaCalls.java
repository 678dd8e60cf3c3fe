package io.github.wfp4j.embedded;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.internal.abi.SaFunctions;
import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;

/** The functions that enumerate single security associations (9.22). */
final class SaCalls implements SaFunctions {
    private final SecurityCalls security;
    private final Core core;
    private final Enumerations<IpsecSaDetails1> enumerations;

    SaCalls(Core core) {
        this.security = new SecurityCalls(core);
        this.core = core;
        this.enumerations = new Enumerations<>(IpsecSaDetails1.class, core, Container.SA_DATABASE);
    }

    @Override
    public int IPsecSaCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.create(
                engineHandle,
                enumHandle,
                () ->
                        new SaReading(core.store(), core.options().clock().instant())
                                .associations(direction(enumTemplate)));
    }

    /** {@return the direction that a template asks for, or null if there is no template} */
    private static @Nullable FwpDirection direction(MemorySegment enumTemplate) {
        if (Arguments.isNull(enumTemplate)) {
            return null;
        }
        // The struct is this one number, which is why it need not be aligned as the others are.
        int number =
                Arguments.target(
                                enumTemplate,
                                Integer.BYTES,
                                Integer.BYTES,
                                "IPSEC_SA_ENUM_TEMPLATE0")
                        .get(JAVA_INT, 0);
        FwpDirection direction = FwpDirection.find(number);
        EngineFailure.unless(direction != null, ErrorCode.FWP_E_INVALID_ENUMERATOR);
        return direction;
    }

    @Override
    public int IPsecSaEnum0(
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
                SaStructs.DETAILS0,
                SaVersions::toOldest);
    }

    @Override
    public int IPsecSaEnum1(
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
                SaStructs.DETAILS1);
    }

    @Override
    public int IPsecSaDestroyEnumHandle0(MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int IPsecSaDbGetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl,
            MemorySegment securityDescriptor) {
        return security.get(
                engineHandle,
                Container.SA_DATABASE,
                new SecurityCalls.Wanted(
                        securityInfo, sidOwner, sidGroup, dacl, sacl, securityDescriptor));
    }

    @Override
    public int IPsecSaDbSetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl) {
        return security.set(
                engineHandle,
                Container.SA_DATABASE,
                new SecurityCalls.Given(securityInfo, sidOwner, sidGroup, dacl));
    }
}

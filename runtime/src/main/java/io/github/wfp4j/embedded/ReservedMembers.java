package io.github.wfp4j.embedded;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.internal.codec.IkeextPolicy2Codec;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;

/** The members of provider contexts that must be 0, which the records leave out therefore (3.6). */
final class ReservedMembers {
    private ReservedMembers() {}

    /**
     * Refuses a main mode policy with a soft expiration time.
     *
     * <p>All versions of the context have the type and the pointer at the same place, and all
     * versions of the policy begin with that time.
     *
     * @param context a context that can be decoded
     * @param type the type of the context
     */
    static void requireZero(MemorySegment context, FwpmProviderContextType type) {
        if (ContextRules.MAIN_MODE.contains(type)) {
            MemorySegment policy =
                    Reader.DEFAULT.pointee(
                            Structs.CONTEXT3.target(context),
                            FwpmProviderContext3Codec.IKE_MM_POLICY,
                            JAVA_INT.byteSize(),
                            JAVA_INT.byteAlignment(),
                            "FWPM_PROVIDER_CONTEXT3.ikeMmPolicy");
            EngineFailure.unless(
                    policy.get(JAVA_INT, IkeextPolicy2Codec.SOFT_EXPIRATION_TIME) == 0,
                    ErrorCode.FWP_E_RESERVED);
        }
    }
}

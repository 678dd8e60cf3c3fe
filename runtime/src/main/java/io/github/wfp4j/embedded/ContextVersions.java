package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

/** The versions of a provider context; the engine keeps the newest (3.6). */
final class ContextVersions {
    private ContextVersions() {}

    /**
     * {@return the context as the engine keeps it}
     *
     * @throws EngineFailure if its type is newer than its version
     */
    static FwpmProviderContext3 toNewest(FwpmProviderContext0 context) {
        EngineFailure.unless(
                !(context.policy() instanceof FwpmProviderContext0.Policy.Other),
                ErrorCode.FWP_E_INVALID_ENUMERATOR);
        return upgrade(context);
    }

    /** {@return the context as the engine keeps it} */
    static FwpmProviderContext3 toNewest(FwpmProviderContext1 context) {
        return upgrade(context);
    }

    /** {@return the context as the engine keeps it} */
    static FwpmProviderContext3 toNewest(FwpmProviderContext2 context) {
        return upgrade(context);
    }

    private static FwpmProviderContext3 upgrade(Record context) {
        FwpmProviderContext3 newest = RecordConversion.convert(context, FwpmProviderContext3.class);
        if (newest == null) {
            throw new EngineFailure(ErrorCode.FWP_E_INVALID_PARAMETER);
        }
        return newest;
    }

    /**
     * {@return a context in an older version, or null if that cannot express it}
     *
     * @param version the record of the version
     */
    static <T extends Record> @Nullable T toOlder(FwpmProviderContext3 context, Class<T> version) {
        return RecordConversion.convert(context, version);
    }

    /** {@return the context with the flag that says that an older function made it} */
    static FwpmProviderContext3 fromOlder(FwpmProviderContext3 context) {
        return EnginePolicy.FLAG_DOWNLEVEL_CONTEXTS
                ? context.withFlags(context.flags().or(FwpmProviderContextFlags.DOWNLEVEL))
                : context;
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.internal.abi.SessionFunctions;

import java.lang.foreign.MemorySegment;

/** The functions on sessions. */
final class SessionCalls implements SessionFunctions {
    private final Sessions sessions;
    private final Enumerations<FwpmSession0> enumerations;

    SessionCalls(Core core, Sessions sessions) {
        this.sessions = sessions;
        this.enumerations =
                new Enumerations<>(
                        FwpmSession0.class, core, Container.SESSIONS, FwpmSession0::sessionKey);
    }

    @Override
    public int FwpmSessionCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        // The template holds a reserved field only (1.27).
        return enumerations.create(engineHandle, enumHandle, sessions::properties);
    }

    @Override
    public int FwpmSessionEnum0(
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
                Structs.SESSION);
    }

    @Override
    public int FwpmSessionDestroyEnumHandle0(MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }
}

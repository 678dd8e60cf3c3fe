package io.github.wfp4j.embedded;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmEngineOption;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.internal.abi.EngineFunctions;
import io.github.wfp4j.internal.codec.FwpByteBlobCodec;
import io.github.wfp4j.internal.codec.FwpValue0Codec;
import io.github.wfp4j.internal.codec.FwpmSession0Codec;
import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.win32.ErrorCode;
import io.github.wfp4j.win32.RpcCAuthn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** The functions that open and close sessions, set options, free memory and know applications. */
final class EngineCalls implements EngineFunctions {
    private static final FwpmSession0 DEFAULTS =
            new FwpmSession0(
                    SessionKey.ZERO,
                    new FwpmDisplayData0(null, null),
                    FwpmSessionFlags.NONE,
                    0,
                    0,
                    null,
                    null,
                    false);

    private final Core core;
    static final Struct<FwpValue0> ENGINE_VALUE =
            new Struct<>(
                    "FWP_VALUE0",
                    FwpValue0Codec.BYTE_SIZE,
                    FwpValue0Codec::read,
                    FwpValue0Codec::write,
                    FwpValue0Codec::extent);

    static final Struct<FwpByteBlob> APP_ID =
            new Struct<>(
                    "FWP_BYTE_BLOB",
                    FwpByteBlobCodec.BYTE_SIZE,
                    FwpByteBlobCodec::read,
                    FwpByteBlobCodec::write,
                    FwpByteBlobCodec::extent);

    private final Calls calls;
    private final Caller caller;
    private final SecurityCalls security;
    private final Sessions sessions;
    private final Allocations allocations;
    private final Results results;
    private final EngineSettings settings;
    private final AppIds appIds;

    /**
     * Creates the functions.
     *
     * @param caller who calls them
     */
    EngineCalls(
            Core core,
            Sessions sessions,
            Allocations allocations,
            EngineSettings settings,
            Caller caller) {
        this.core = core;
        this.calls = core.calls();
        this.caller = caller;
        this.security = new SecurityCalls(core);
        this.sessions = sessions;
        this.allocations = allocations;
        this.results = core.results();
        this.settings = settings;
        this.appIds = new AppIds(core.options());
    }

    @Override
    public int FwpmEngineOpen0(
            MemorySegment serverName,
            int authnService,
            MemorySegment authIdentity,
            MemorySegment session,
            MemorySegment engineHandle) {
        return Calls.answer(() -> {
            EngineFailure.unless(!calls.isStopped(), ErrorCode.FWP_E_SESSION_ABORTED);
            core.access().require(caller, Container.ENGINE, FwpmActrl.OPEN);
            MemorySegment out = Results.pointerTo(engineHandle, "engineHandle");
            EngineFailure.unless(Arguments.isNull(serverName), ErrorCode.ERROR_NOT_SUPPORTED);
            EngineFailure.unless(isKnown(authnService), ErrorCode.RPC_S_UNKNOWN_AUTHN_SERVICE);
            FwpmSession0 wanted = Arguments.isNull(session) ? DEFAULTS : decode(session);
            Results.put(out, sessions.open(wanted, caller));
        });
    }

    private static boolean isKnown(int authnService) {
        return authnService == RpcCAuthn.WINNT || authnService == (int) RpcCAuthn.DEFAULT;
    }

    /**
     * {@return the session without the members that only the engine sets, which may be anything}
     */
    private static FwpmSession0 decode(MemorySegment session) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy =
                    arena.allocate(FwpmSession0Codec.BYTE_SIZE, Struct.ALIGNMENT)
                            .copyFrom(Structs.SESSION.target(session));
            copy.set(ADDRESS, FwpmSession0Codec.SID, MemorySegment.NULL);
            copy.set(ADDRESS, FwpmSession0Codec.USERNAME, MemorySegment.NULL);
            return Structs.SESSION.read(copy);
        }
    }

    @Override
    public int FwpmEngineClose0(MemorySegment engineHandle) {
        // Samples close a handle that they never got (1.24).
        return Arguments.isNull(engineHandle)
                ? ErrorCode.ERROR_SUCCESS.code()
                : Calls.answer(() -> sessions.close(engineHandle));
    }

    @Override
    public void FwpmFreeMemory0(MemorySegment p) {
        if (!Arguments.isNull(p)) {
            MemorySegment pointer = Results.pointerTo(p, "p");
            allocations.free(pointer.get(ADDRESS, 0));
            pointer.set(ADDRESS, 0, MemorySegment.NULL);
        }
    }

    @Override
    public int FwpmEngineGetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl,
            MemorySegment securityDescriptor) {
        return security.get(
                engineHandle,
                Container.ENGINE,
                new SecurityCalls.Wanted(
                        securityInfo, sidOwner, sidGroup, dacl, sacl, securityDescriptor));
    }

    @Override
    public int FwpmEngineSetSecurityInfo0(
            MemorySegment engineHandle,
            int securityInfo,
            MemorySegment sidOwner,
            MemorySegment sidGroup,
            MemorySegment dacl,
            MemorySegment sacl) {
        return security.set(
                engineHandle,
                Container.ENGINE,
                new SecurityCalls.Given(securityInfo, sidOwner, sidGroup, dacl));
    }

    @Override
    public int FwpmEngineGetOption0(MemorySegment engineHandle, int option, MemorySegment value) {
        return calls.read(
                engineHandle,
                session -> {
                    core.access().require(session.caller(), Container.ENGINE, FwpmActrl.READ);
                    MemorySegment out = Results.pointerTo(value, "value");
                    Results.put(out, results.one(settings.get(known(option)), ENGINE_VALUE));
                });
    }

    @Override
    public int FwpmEngineSetOption0(
            MemorySegment engineHandle, int option, MemorySegment newValue) {
        return calls.writeOutside(
                engineHandle,
                session -> {
                    EngineFailure.unless(
                            !session.isDynamic(), ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
                    core.access().require(session.caller(), Container.ENGINE, FwpmActrl.WRITE);
                    List<Long> before = settings.all();
                    settings.set(known(option), ENGINE_VALUE.decode(newValue));
                    core.store().note(() -> settings.setAll(before));
                });
    }

    private static FwpmEngineOption known(int option) {
        FwpmEngineOption found = FwpmEngineOption.find(option);
        if (found == null) {
            throw new EngineFailure(ErrorCode.FWP_E_INVALID_PARAMETER);
        }
        return found;
    }

    @Override
    public int FwpmGetAppIdFromFileName0(MemorySegment fileName, MemorySegment appId) {
        return Calls.answer(() -> {
            MemorySegment out = Results.pointerTo(appId, "appId");
            Bytes id = appIds.of(Inputs.text(fileName, "fileName"));
            Results.put(out, results.one(new FwpByteBlob(id), APP_ID));
        });
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.internal.abi.TunnelFunctions;
import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.types.ProviderContextKey;

import java.lang.foreign.MemorySegment;
import java.util.function.Function;

/** The functions on tunnels, in all versions (9.30). */
final class TunnelCalls implements TunnelFunctions {
    private final Core core;
    private final Tunnels tunnels;

    TunnelCalls(Core core, Tunnels tunnels) {
        this.core = core;
        this.tunnels = tunnels;
    }

    @Override
    public int FwpmIPsecTunnelAdd0(
            MemorySegment engineHandle,
            int flags,
            MemorySegment mainModePolicy,
            MemorySegment tunnelPolicy,
            int numFilterConditions,
            MemorySegment filterConditions,
            MemorySegment sd) {
        return add(
                engineHandle,
                new Request(
                        flags,
                        mainModePolicy,
                        tunnelPolicy,
                        numFilterConditions,
                        filterConditions,
                        MemorySegment.NULL,
                        sd),
                true,
                it -> ContextVersions.toNewest(Structs.CONTEXT0.decode(it)));
    }

    @Override
    public int FwpmIPsecTunnelAdd1(
            MemorySegment engineHandle,
            int flags,
            MemorySegment mainModePolicy,
            MemorySegment tunnelPolicy,
            int numFilterConditions,
            MemorySegment filterConditions,
            MemorySegment keyModKey,
            MemorySegment sd) {
        return add(
                engineHandle,
                new Request(
                        flags,
                        mainModePolicy,
                        tunnelPolicy,
                        numFilterConditions,
                        filterConditions,
                        keyModKey,
                        sd),
                true,
                it -> ContextVersions.toNewest(Structs.CONTEXT1.decode(it)));
    }

    @Override
    public int FwpmIPsecTunnelAdd2(
            MemorySegment engineHandle,
            int flags,
            MemorySegment mainModePolicy,
            MemorySegment tunnelPolicy,
            int numFilterConditions,
            MemorySegment filterConditions,
            MemorySegment keyModKey,
            MemorySegment sd) {
        return add(
                engineHandle,
                new Request(
                        flags,
                        mainModePolicy,
                        tunnelPolicy,
                        numFilterConditions,
                        filterConditions,
                        keyModKey,
                        sd),
                true,
                it -> ContextVersions.toNewest(Structs.CONTEXT2.decode(it)));
    }

    @Override
    public int FwpmIPsecTunnelAdd3(
            MemorySegment engineHandle,
            int flags,
            MemorySegment mainModePolicy,
            MemorySegment tunnelPolicy,
            int numFilterConditions,
            MemorySegment filterConditions,
            MemorySegment keyModKey,
            MemorySegment sd) {
        return add(
                engineHandle,
                new Request(
                        flags,
                        mainModePolicy,
                        tunnelPolicy,
                        numFilterConditions,
                        filterConditions,
                        keyModKey,
                        sd),
                false,
                Structs.CONTEXT3::decode);
    }

    /** What all versions are called with. */
    private record Request(
            int flags,
            MemorySegment mainMode,
            MemorySegment policy,
            int numConditions,
            MemorySegment conditions,
            MemorySegment keyingModule,
            MemorySegment descriptor) {}

    private int add(
            MemorySegment engineHandle,
            Request arguments,
            boolean older,
            Function<MemorySegment, FwpmProviderContext3> decoding) {
        return core.calls()
                .write(
                        engineHandle,
                        session -> {
                            Tunnel tunnel = read(arguments, decoding);
                            tunnels.add(
                                    session,
                                    tunnel,
                                    older,
                                    DescriptorArguments.optional(arguments.descriptor()));
                        });
    }

    private static Tunnel read(
            Request arguments, Function<MemorySegment, FwpmProviderContext3> decoding) {
        return new Tunnel(
                new FwpmTunnelFlags(arguments.flags()),
                Arguments.isNull(arguments.mainMode())
                        ? null
                        : context(arguments.mainMode(), decoding),
                context(arguments.policy(), decoding),
                ConditionInput.read(arguments.conditions(), arguments.numConditions()),
                Arguments.isNull(arguments.keyingModule())
                        ? null
                        : new KeyingModuleKey(Inputs.guid(arguments.keyingModule())));
    }

    /** {@return a context with a key, for the filters that will refer to it (3.21)} */
    private static FwpmProviderContext3 context(
            MemorySegment pointer, Function<MemorySegment, FwpmProviderContext3> decoding) {
        FwpmProviderContext3 context = decoding.apply(pointer);
        ReservedMembers.requireZero(pointer, context.policy().type());
        return context.providerContextKey().guid().isZero()
                ? context.withProviderContextKey(ProviderContextKey.random())
                : context;
    }

    @Override
    public int FwpmIPsecTunnelDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        return core.calls()
                .write(
                        engineHandle,
                        session ->
                                tunnels.delete(session, new ProviderContextKey(Inputs.guid(key))));
    }
}

package io.github.wfp4j.engine;

import static java.lang.foreign.MemorySegment.NULL;

import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.internal.abi.TunnelFunctions;
import io.github.wfp4j.internal.codec.FwpmProviderContext0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext1Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext2Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The IPsec tunnels of an engine: each a policy with all the filters that it takes.
 *
 * <p>Threads and lifetime are as for the {@link Engine}, and so are the errors that every method
 * may throw. The memory through which preshared keys are handed to the engine is zeroed before it
 * is given back.
 */
public final class Tunnels {
    private final Calls calls;
    private final TunnelFunctions functions;

    Tunnels(Calls calls) {
        this.calls = calls;
        this.functions = calls.functions().tunnel();
    }

    /**
     * Adds a tunnel for any keying module, as open or closed as its containers say.
     *
     * <p>C: {@code FwpmIPsecTunnelAdd3}.
     *
     * @param flags whether it connects two hosts rather than two networks, among others
     * @param mainModePolicy how the peers authenticate each other, or null for the policy that is
     *     the default already
     * @param tunnelPolicy what is negotiated, and between which endpoints; its key is the tunnel's
     * @param conditions which traffic takes the tunnel; of anything but addresses only if it
     *     connects two hosts
     * @throws AlreadyExistsException if there is a provider context with one of the keys
     * @throws NotFoundException if a provider does not exist
     * @throws WfpException if a policy is of another type, or the endpoints do not fit, among
     *     others; then nothing was added
     */
    public void add(
            FwpmTunnelFlags flags,
            @Nullable FwpmProviderContext3 mainModePolicy,
            FwpmProviderContext3 tunnelPolicy,
            List<FwpmFilterCondition0> conditions) {
        add(flags, mainModePolicy, tunnelPolicy, conditions, null, null);
    }

    /**
     * Adds a tunnel; else as {@link #add(FwpmTunnelFlags, FwpmProviderContext3,
     * FwpmProviderContext3, List)}.
     *
     * <p>C: {@code FwpmIPsecTunnelAdd3}.
     *
     * @param mainModePolicy how the peers authenticate each other, or null for the default
     * @param keyingModule the only keying module that negotiates the tunnel, or null for any
     * @param descriptor who may do what with the policies and filters, or null for what their
     *     containers say
     */
    public void add(
            FwpmTunnelFlags flags,
            @Nullable FwpmProviderContext3 mainModePolicy,
            FwpmProviderContext3 tunnelPolicy,
            List<FwpmFilterCondition0> conditions,
            @Nullable KeyingModuleKey keyingModule,
            @Nullable SecurityDescriptor descriptor) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment mainMode =
                    mainModePolicy == null
                            ? NULL
                            : FwpmProviderContext3Codec.encode(mainModePolicy, arena);
            MemorySegment tunnel = FwpmProviderContext3Codec.encode(tunnelPolicy, arena);
            MemorySegment array = ConditionArray.encode(conditions, arena);
            MemorySegment module = keyingModule == null ? NULL : Calls.guid(keyingModule, arena);
            MemorySegment sd = Descriptors.encode(descriptor, arena);
            calls.run(
                    "FwpmIPsecTunnelAdd3",
                    tunnelPolicy,
                    engine ->
                            functions.FwpmIPsecTunnelAdd3(
                                    engine,
                                    flags.bits(),
                                    mainMode,
                                    tunnel,
                                    conditions.size(),
                                    array,
                                    module,
                                    sd));
        }
    }

    /**
     * Adds a tunnel with policies given as an older struct; else as {@link #add(FwpmTunnelFlags,
     * FwpmProviderContext3, FwpmProviderContext3, List)}.
     *
     * <p>C: {@code FwpmIPsecTunnelAdd2}.
     *
     * @param mainModePolicy how the peers authenticate each other, or null for the default
     * @param keyingModule the only keying module that negotiates the tunnel, or null for any
     * @param descriptor who may do what with the policies and filters, or null for what their
     *     containers say
     */
    public void add(
            FwpmTunnelFlags flags,
            @Nullable FwpmProviderContext2 mainModePolicy,
            FwpmProviderContext2 tunnelPolicy,
            List<FwpmFilterCondition0> conditions,
            @Nullable KeyingModuleKey keyingModule,
            @Nullable SecurityDescriptor descriptor) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment mainMode =
                    mainModePolicy == null
                            ? NULL
                            : FwpmProviderContext2Codec.encode(mainModePolicy, arena);
            MemorySegment tunnel = FwpmProviderContext2Codec.encode(tunnelPolicy, arena);
            MemorySegment array = ConditionArray.encode(conditions, arena);
            MemorySegment module = keyingModule == null ? NULL : Calls.guid(keyingModule, arena);
            MemorySegment sd = Descriptors.encode(descriptor, arena);
            calls.run(
                    "FwpmIPsecTunnelAdd2",
                    tunnelPolicy,
                    engine ->
                            functions.FwpmIPsecTunnelAdd2(
                                    engine,
                                    flags.bits(),
                                    mainMode,
                                    tunnel,
                                    conditions.size(),
                                    array,
                                    module,
                                    sd));
        }
    }

    /**
     * Adds a tunnel with policies given as an older struct; else as {@link #add(FwpmTunnelFlags,
     * FwpmProviderContext3, FwpmProviderContext3, List)}.
     *
     * <p>C: {@code FwpmIPsecTunnelAdd1}.
     *
     * @param mainModePolicy how the peers authenticate each other, or null for the default
     * @param keyingModule the only keying module that negotiates the tunnel, or null for any
     * @param descriptor who may do what with the policies and filters, or null for what their
     *     containers say
     */
    public void add(
            FwpmTunnelFlags flags,
            @Nullable FwpmProviderContext1 mainModePolicy,
            FwpmProviderContext1 tunnelPolicy,
            List<FwpmFilterCondition0> conditions,
            @Nullable KeyingModuleKey keyingModule,
            @Nullable SecurityDescriptor descriptor) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment mainMode =
                    mainModePolicy == null
                            ? NULL
                            : FwpmProviderContext1Codec.encode(mainModePolicy, arena);
            MemorySegment tunnel = FwpmProviderContext1Codec.encode(tunnelPolicy, arena);
            MemorySegment array = ConditionArray.encode(conditions, arena);
            MemorySegment module = keyingModule == null ? NULL : Calls.guid(keyingModule, arena);
            MemorySegment sd = Descriptors.encode(descriptor, arena);
            calls.run(
                    "FwpmIPsecTunnelAdd1",
                    tunnelPolicy,
                    engine ->
                            functions.FwpmIPsecTunnelAdd1(
                                    engine,
                                    flags.bits(),
                                    mainMode,
                                    tunnel,
                                    conditions.size(),
                                    array,
                                    module,
                                    sd));
        }
    }

    /**
     * Adds a tunnel with policies given as an older struct; else as {@link #add(FwpmTunnelFlags,
     * FwpmProviderContext3, FwpmProviderContext3, List)}.
     *
     * <p>C: {@code FwpmIPsecTunnelAdd0}.
     *
     * @param mainModePolicy how the peers authenticate each other, or null for the default
     * @param descriptor who may do what with the policies and filters, or null for what their
     *     containers say
     */
    public void add(
            FwpmTunnelFlags flags,
            @Nullable FwpmProviderContext0 mainModePolicy,
            FwpmProviderContext0 tunnelPolicy,
            List<FwpmFilterCondition0> conditions,
            @Nullable SecurityDescriptor descriptor) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment mainMode =
                    mainModePolicy == null
                            ? NULL
                            : FwpmProviderContext0Codec.encode(mainModePolicy, arena);
            MemorySegment tunnel = FwpmProviderContext0Codec.encode(tunnelPolicy, arena);
            MemorySegment array = ConditionArray.encode(conditions, arena);
            MemorySegment sd = Descriptors.encode(descriptor, arena);
            calls.run(
                    "FwpmIPsecTunnelAdd0",
                    tunnelPolicy,
                    engine ->
                            functions.FwpmIPsecTunnelAdd0(
                                    engine,
                                    flags.bits(),
                                    mainMode,
                                    tunnel,
                                    conditions.size(),
                                    array,
                                    sd));
        }
    }

    /**
     * Deletes a tunnel with everything that was added for it, the policy of main mode included.
     *
     * <p>C: {@code FwpmIPsecTunnelDeleteByKey0}.
     *
     * @param key of its tunnel policy
     * @throws NotFoundException if there is none with that key
     * @throws InUseException if another object refers to a policy
     */
    public void delete(ProviderContextKey key) {
        calls.delete("FwpmIPsecTunnelDeleteByKey0", key, functions::FwpmIPsecTunnelDeleteByKey0);
    }
}

package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.internal.abi.ConnectionFunctions;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The policies that decide how connections leave this computer: each a provider context with a
 * filter that refers to it.
 *
 * <p>They need Windows 11 24H2. Threads and lifetime are as for the {@link Engine}, and so are the
 * errors that every method may throw.
 */
public final class ConnectionPolicies {
    private final Calls calls;
    private final ConnectionFunctions functions;

    ConnectionPolicies(Calls calls) {
        this.calls = calls;
        this.functions = calls.functions().connection();
    }

    /**
     * Adds a policy, as open or closed as its containers say.
     *
     * <p>C: {@code FwpmConnectionPolicyAdd0}.
     *
     * @param policy with a policy of network connections; its key is the policy's
     * @param ipVersion of the connections
     * @param weight of the filter, a {@code UINT64}; the highest is evaluated first
     * @param conditions which connections
     * @throws AlreadyExistsException if there is a provider context with that key
     * @throws NotFoundException if its provider does not exist, or there is no such field for a
     *     condition
     * @throws WfpException if the context is of another type, among others; then nothing was added
     */
    public void add(
            FwpmProviderContext3 policy,
            FwpIpVersion ipVersion,
            long weight,
            List<FwpmFilterCondition0> conditions) {
        add(policy, ipVersion, weight, conditions, null);
    }

    /**
     * Adds a policy that is not as open or closed as its containers say; else as {@link
     * #add(FwpmProviderContext3, FwpIpVersion, long, List)}.
     *
     * @param descriptor who may do what with the policy and its filter, or null for what their
     *     containers say
     */
    public void add(
            FwpmProviderContext3 policy,
            FwpIpVersion ipVersion,
            long weight,
            List<FwpmFilterCondition0> conditions,
            @Nullable SecurityDescriptor descriptor) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment encoded = FwpmProviderContext3Codec.encode(policy, arena);
            MemorySegment array = ConditionArray.encode(conditions, arena);
            MemorySegment sd = Descriptors.encode(descriptor, arena);
            calls.run(
                    "FwpmConnectionPolicyAdd0",
                    policy,
                    engine ->
                            functions.FwpmConnectionPolicyAdd0(
                                    engine,
                                    encoded,
                                    ipVersion.value(),
                                    weight,
                                    conditions.size(),
                                    array,
                                    sd));
        }
    }

    /**
     * Deletes a policy and its filter.
     *
     * <p>C: {@code FwpmConnectionPolicyDeleteByKey0}.
     *
     * @param key of its provider context
     * @throws NotFoundException if there is none with that key
     */
    public void delete(ProviderContextKey key) {
        calls.delete(
                "FwpmConnectionPolicyDeleteByKey0",
                key,
                functions::FwpmConnectionPolicyDeleteByKey0);
    }
}

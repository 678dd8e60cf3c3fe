package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.abi.ConnectionFunctions;

import java.lang.foreign.MemorySegment;

/** The functions on the policies of outgoing connections. */
final class ConnectionPolicyCalls implements ConnectionFunctions {
    private final ConnectionPolicies policies;

    ConnectionPolicyCalls(ConnectionPolicies policies) {
        this.policies = policies;
    }

    @Override
    public int FwpmConnectionPolicyAdd0(
            MemorySegment engineHandle,
            MemorySegment connectionPolicy,
            int ipVersion,
            long weight,
            int numFilterConditions,
            MemorySegment filterConditions,
            MemorySegment sd) {
        return policies.add(
                engineHandle,
                connectionPolicy,
                ipVersion,
                weight,
                numFilterConditions,
                filterConditions,
                sd);
    }

    @Override
    public int FwpmConnectionPolicyDeleteByKey0(MemorySegment engineHandle, MemorySegment key) {
        return policies.delete(engineHandle, key);
    }
}

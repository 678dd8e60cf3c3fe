package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * A tunnel as a client asks for it (9.30).
 *
 * @param flags what kind of tunnel
 * @param mainMode the main mode policy, or null for those that there are
 * @param policy the quick mode policy, with a key that is not zero
 * @param conditions the traffic that goes through the tunnel
 * @param keyingModule the one module that may negotiate, or null for any
 */
record Tunnel(
        FwpmTunnelFlags flags,
        @Nullable FwpmProviderContext3 mainMode,
        FwpmProviderContext3 policy,
        List<FwpmFilterCondition0> conditions,
        @Nullable KeyingModuleKey keyingModule) {
    /** The reserved flag is not refused, and has no effect. */
    private static final int SETTABLE =
            FwpmTunnelFlags.POINT_TO_POINT
                    .or(FwpmTunnelFlags.ENABLE_VIRTUAL_IF_TUNNELING)
                    .or(FwpmTunnelFlags.RESERVED0)
                    .bits();

    private static final Set<ConditionKey> ADDRESSES =
            Set.of(FwpmConditions.IP_LOCAL_ADDRESS, FwpmConditions.IP_REMOTE_ADDRESS);

    Tunnel {
        conditions = List.copyOf(conditions);
    }

    boolean isPointToPoint() {
        return flags.contains(FwpmTunnelFlags.POINT_TO_POINT);
    }

    /** Refuses what is no tunnel, before its objects are looked at one by one. */
    void require() {
        ObjectChecks.requireFlags(flags.bits(), SETTABLE);
        EngineFailure.unless(
                ContextRules.TUNNEL.contains(policy.policy().type())
                        && (mainMode == null
                                || ContextRules.MAIN_MODE.contains(mainMode.policy().type())),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
        EngineFailure.unless(
                isPointToPoint()
                        || conditions.stream().allMatch(it -> ADDRESSES.contains(it.fieldKey())),
                ErrorCode.FWP_E_INVALID_PARAMETER);
        FwpIpVersion outer = endpoints().version();
        boolean v6InV4 =
                outer == FwpIpVersion.V4
                        && quickMode().flags().contains(IpsecPolicyFlags.ENABLE_V6_IN_V4_TUNNELING);
        EngineFailure.unless(
                innerVersion() == outer || v6InV4, ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
    }

    private IpsecTunnelPolicy3 quickMode() {
        return switch (policy.policy()) {
            case Policy.IpsecIkeQmTunnelContext it -> it.ikeQmTunnelPolicy();
            case Policy.IpsecAuthipQmTunnelContext it -> it.authipQmTunnelPolicy();
            case Policy.IpsecIkev2QmTunnelContext it -> it.ikeV2QmTunnelPolicy();
            default -> throw new EngineFailure(ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
        };
    }

    /**
     * {@return the two ends}
     *
     * @throws EngineFailure if they are not two hosts of one IP version
     */
    TunnelEndpoints endpoints() {
        return TunnelEndpoints.of(quickMode().tunnelEndpoints());
    }

    /** {@return the IP version of what goes through, which the first address tells} */
    FwpIpVersion innerVersion() {
        for (FwpmFilterCondition0 condition : conditions) {
            if (ADDRESSES.contains(condition.fieldKey())) {
                return isV6(condition.conditionValue()) ? FwpIpVersion.V6 : FwpIpVersion.V4;
            }
        }
        return endpoints().version();
    }

    private static boolean isV6(FwpConditionValue0 address) {
        return switch (address) {
            case FwpConditionValue0.ByteArray16 _, FwpConditionValue0.V6AddrMask _ -> true;
            case FwpConditionValue0.Range it ->
                    it.rangeValue().valueLow().type() == FwpDataType.BYTE_ARRAY16_TYPE;
            default -> false;
        };
    }
}

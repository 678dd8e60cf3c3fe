package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ipsec.IpsecKeyingPolicy1;
import io.github.wfp4j.ipsec.IpsecKeyingPolicyFlags;
import io.github.wfp4j.win32.ErrorCode;

import java.util.List;

/** The checks of what a provider context carries (3.6). */
final class PolicyChecks {
    private PolicyChecks() {}

    /** Refuses a policy that no keying module could use. */
    static void require(Policy policy) {
        switch (policy) {
            case Policy.IpsecKeyingContext it -> requireKeying(it.keyingPolicy());
            case Policy.IpsecIkeMmContext it ->
                    MainModeChecks.require(it.ikeMmPolicy(), KeyingModuleRules.IKE);
            case Policy.IpsecAuthipMmContext it ->
                    MainModeChecks.require(it.authIpMmPolicy(), KeyingModuleRules.AUTHIP);
            case Policy.IpsecIkev2MmContext it ->
                    MainModeChecks.require(it.ikeV2MmPolicy(), KeyingModuleRules.IKEV2);
            case Policy.IpsecIkeQmTransportContext it ->
                    QuickModeChecks.require(it.ikeQmTransportPolicy(), KeyingModuleRules.IKE);
            case Policy.IpsecAuthipQmTransportContext it ->
                    QuickModeChecks.require(it.authipQmTransportPolicy(), KeyingModuleRules.AUTHIP);
            case Policy.IpsecIkev2QmTransportContext it ->
                    QuickModeChecks.require(it.ikeV2QmTransportPolicy(), KeyingModuleRules.IKEV2);
            case Policy.IpsecIkeQmTunnelContext it ->
                    QuickModeChecks.require(it.ikeQmTunnelPolicy(), KeyingModuleRules.IKE);
            case Policy.IpsecAuthipQmTunnelContext it ->
                    QuickModeChecks.require(it.authipQmTunnelPolicy(), KeyingModuleRules.AUTHIP);
            case Policy.IpsecIkev2QmTunnelContext it ->
                    QuickModeChecks.require(it.ikeV2QmTunnelPolicy(), KeyingModuleRules.IKEV2);
            case Policy.IpsecDospContext it -> DospChecks.require(it.idpOptions());
            case Policy.ClassifyOptionsContext _,
                    Policy.GeneralContext _,
                    Policy.NetworkConnectionPolicyContext _ -> {
                // Nothing is known to be refused here; a general context may be empty.
            }
        }
    }

    private static void requireKeying(IpsecKeyingPolicy1 policy) {
        ObjectChecks.requireFlags(
                policy.flags().bits(), IpsecKeyingPolicyFlags.TERMINATING_MATCH.bits());
        requireSome(policy.keyModKeys());
        requireDistinct(policy.keyModKeys(), ErrorCode.FWP_E_DUPLICATE_KEYMOD);
    }

    /** Refuses an empty list where something must be chosen from. */
    static void requireSome(List<?> list) {
        EngineFailure.unless(!list.isEmpty(), ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
    }

    /** Refuses a list in which something comes twice. */
    static void requireDistinct(List<?> list, ErrorCode error) {
        EngineFailure.unless(list.stream().distinct().count() == list.size(), error);
    }
}

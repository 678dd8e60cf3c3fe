package io.github.wfp4j.embedded;

import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;
import io.github.wfp4j.win32.ErrorCode;

import java.util.List;

/** The checks of quick mode policies, for transport and for tunnels (3.6, 7.4). */
final class QuickModeChecks {
    private static final int MAX_TRANSFORMS = 2;

    private static final IpsecPolicyFlags DISCOVERY =
            IpsecPolicyFlags.ND_SECURE.or(IpsecPolicyFlags.ND_BOUNDARY);

    private static final int KNOWN_FLAGS =
            DISCOVERY
                    .or(IpsecPolicyFlags.CLEAR_DF_ON_TUNNEL)
                    .or(IpsecPolicyFlags.NAT_ENCAP_ALLOW_PEER_BEHIND_NAT)
                    .or(IpsecPolicyFlags.NAT_ENCAP_ALLOW_GENERAL_NAT_TRAVERSAL)
                    .or(IpsecPolicyFlags.DONT_NEGOTIATE_SECOND_LIFETIME)
                    .or(IpsecPolicyFlags.DONT_NEGOTIATE_BYTE_LIFETIME)
                    .or(IpsecPolicyFlags.ENABLE_V6_IN_V4_TUNNELING)
                    .or(IpsecPolicyFlags.ENABLE_SERVER_ADDR_ASSIGNMENT)
                    .or(IpsecPolicyFlags.TUNNEL_ALLOW_OUTBOUND_CLEAR_CONNECTION)
                    .or(IpsecPolicyFlags.TUNNEL_BYPASS_ALREADY_SECURE_CONNECTION)
                    .or(IpsecPolicyFlags.TUNNEL_BYPASS_ICMPV6)
                    .or(IpsecPolicyFlags.KEY_MANAGER_ALLOW_DICTATE_KEY)
                    .or(IpsecPolicyFlags.KEY_MANAGER_ALLOW_NOTIFY_KEY)
                    .or(IpsecPolicyFlags.RESERVED1)
                    .or(IpsecPolicyFlags.SITE_TO_SITE_TUNNEL)
                    .or(IpsecPolicyFlags.POINT_TO_SITE_TUNNEL)
                    .or(IpsecPolicyFlags.BANDWIDTH1)
                    .or(IpsecPolicyFlags.BANDWIDTH2)
                    .or(IpsecPolicyFlags.BANDWIDTH3)
                    .or(IpsecPolicyFlags.BANDWIDTH4)
                    .bits();

    private QuickModeChecks() {}

    /** Refuses a policy for transport that a keying module could not use. */
    static void require(IpsecTransportPolicy2 policy, KeyingModuleRules module) {
        requireFlags(policy.flags());
        requireProposals(policy.ipsecProposals());
        module.requireExtendedMode(policy.emPolicy());
    }

    /** Refuses a policy for a tunnel that a keying module could not use. */
    static void require(IpsecTunnelPolicy3 policy, KeyingModuleRules module) {
        requireFlags(policy.flags());
        requireProposals(policy.ipsecProposals());
        TunnelEndpointChecks.require(policy.tunnelEndpoints());
        module.requireExtendedMode(policy.emPolicy());
    }

    private static void requireFlags(IpsecPolicyFlags flags) {
        ObjectChecks.requireFlags(flags.bits(), KNOWN_FLAGS);
        EngineFailure.unless(!flags.contains(DISCOVERY), ErrorCode.FWP_E_INVALID_FLAGS);
    }

    private static void requireProposals(List<IpsecProposal0> proposals) {
        PolicyChecks.requireSome(proposals);
        proposals.forEach(QuickModeChecks::requireProposal);
    }

    private static void requireProposal(IpsecProposal0 proposal) {
        List<IpsecSaTransform0> transforms = proposal.saTransforms();
        PolicyChecks.requireSome(transforms);
        EngineFailure.unless(
                proposal.lifetime().lifetimeSeconds() != 0 && transforms.size() <= MAX_TRANSFORMS,
                ErrorCode.FWP_E_OUT_OF_BOUNDS);
        transforms.forEach(TransformChecks::require);
        long headers = transforms.stream().filter(IpsecSaTransform0.Ah.class::isInstance).count();
        EngineFailure.unless(
                transforms.size() == 1 || headers == 1,
                ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION);
    }
}

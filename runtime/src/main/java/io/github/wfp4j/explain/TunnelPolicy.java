package io.github.wfp4j.explain;

import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What counts of the quick mode policy of a tunnel.
 *
 * @param flags its flags (7.4)
 * @param proposals what it proposes, the preferred first
 */
record TunnelPolicy(IpsecPolicyFlags flags, List<IpsecProposal0> proposals) {
    private static final TunnelPolicy UNKNOWN = new TunnelPolicy(IpsecPolicyFlags.NONE, List.of());

    /** {@return the policy in a provider context; one that says nothing if there is none} */
    static TunnelPolicy of(@Nullable FwpmProviderContext3 context) {
        if (context == null) {
            return UNKNOWN;
        }
        return switch (context.policy()) {
            case Policy.IpsecIkeQmTunnelContext(var it) ->
                    new TunnelPolicy(it.flags(), it.ipsecProposals());
            case Policy.IpsecAuthipQmTunnelContext(var it) ->
                    new TunnelPolicy(it.flags(), it.ipsecProposals());
            case Policy.IpsecIkev2QmTunnelContext(var it) ->
                    new TunnelPolicy(it.flags(), it.ipsecProposals());
            default -> UNKNOWN;
        };
    }

    boolean has(IpsecPolicyFlags flag) {
        return flags.contains(flag);
    }

    /**
     * {@return what the tunnel makes of a packet}
     *
     * <p>If some proposals encrypt and others do not, the association says which was agreed on.
     */
    Verdict verdict(Protection association) {
        boolean all = !proposals.isEmpty() && proposals.stream().allMatch(TunnelPolicy::encrypts);
        boolean none = !proposals.isEmpty() && proposals.stream().noneMatch(TunnelPolicy::encrypts);
        boolean encrypted = all || (!none && association == Protection.ENCRYPTED);
        return encrypted ? Verdict.REQUIRE_ENCRYPT : Verdict.REQUIRE_AUTH;
    }

    private static boolean encrypts(IpsecProposal0 proposal) {
        return proposal.saTransforms().stream()
                .anyMatch(transform ->
                        switch (transform) {
                            case IpsecSaTransform0.EspCipher _,
                                    IpsecSaTransform0.EspAuthAndCipher _ ->
                                    true;
                            case IpsecSaTransform0.Ah _,
                                    IpsecSaTransform0.EspAuth _,
                                    IpsecSaTransform0.EspAuthFw _ ->
                                    false;
                        });
    }
}

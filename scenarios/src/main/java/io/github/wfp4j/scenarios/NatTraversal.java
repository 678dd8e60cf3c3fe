package io.github.wfp4j.scenarios;

import io.github.wfp4j.ipsec.IpsecPolicyFlags;

/** Between which peers address translation is allowed, beside the computer's own. */
@SuppressWarnings("ImmutableEnumChecker") // flags are an immutable record
public enum NatTraversal {
    /** Between none. */
    NONE(IpsecPolicyFlags.NONE),

    /** In front of the peer. */
    PEER(IpsecPolicyFlags.NAT_ENCAP_ALLOW_PEER_BEHIND_NAT),

    /** In front of both. */
    GENERAL(
            IpsecPolicyFlags.NAT_ENCAP_ALLOW_PEER_BEHIND_NAT.or(
                    IpsecPolicyFlags.NAT_ENCAP_ALLOW_GENERAL_NAT_TRAVERSAL));

    private final IpsecPolicyFlags flags;

    NatTraversal(IpsecPolicyFlags flags) {
        this.flags = flags;
    }

    /** {@return the flags of a quick mode policy} */
    IpsecPolicyFlags flags() {
        return flags;
    }
}

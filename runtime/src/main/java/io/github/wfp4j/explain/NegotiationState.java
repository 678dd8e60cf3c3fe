package io.github.wfp4j.explain;

/** How far the keying modules are with security associations that do not exist yet (7.5). */
public enum NegotiationState {
    /** Nobody asked for any. */
    NOT_STARTED,

    /** They talk with the peer. */
    RUNNING,

    /** The peer does not want to, or does not speak IPsec. */
    FAILED
}

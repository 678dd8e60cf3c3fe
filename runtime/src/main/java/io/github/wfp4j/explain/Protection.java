package io.github.wfp4j.explain;

/** How IPsec protects something, from nothing to the most. */
public enum Protection {
    /** Not at all. */
    CLEAR,

    /** Who sent it is sure, but anybody can read it. */
    AUTHENTICATED,

    /** Nobody else can read it. */
    ENCRYPTED
}

package io.github.wfp4j.explain;

/** How much of an explanation is wanted. */
public enum Detail {
    /** The filters that match. */
    MATCHES,

    /** All filters of the layers, with what keeps the others from matching. This looks at each. */
    EVERYTHING
}

package io.github.wfp4j.explain;

/** Whether sublayers that come later can overrule an action (6.1). */
public enum Strength {
    /** They can. */
    SOFT,

    /** They cannot, but for the veto of a callout against a permit. */
    HARD
}

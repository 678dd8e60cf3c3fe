package io.github.wfp4j.explain;

/** What the answer of a sublayer did to the action of its layer (6.1). */
public enum Effect {
    /** It became the action. */
    TAKEN,

    /** The action was the same already, and now nobody can overrule it. */
    HARDENED,

    /** The action was the same already. */
    AGREED,

    /** The action was another, and stayed. */
    OVERRULED
}

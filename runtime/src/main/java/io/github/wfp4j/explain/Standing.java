package io.github.wfp4j.explain;

/** What became of a filter that was considered. */
public enum Standing {
    /** A condition failed. */
    NOT_MATCHED,

    /** It matched, but a filter before it in its sublayer decided. */
    NOT_REACHED,

    /** It matched, and left the decision to the next. */
    CONTINUED,

    /** Its answer is the action of the layer. */
    DECIDED,

    /** The action of the layer was its answer already, and it took the right to overrule it. */
    HARDENED,

    /** The action of the layer was its answer already. */
    AGREED,

    /** Its answer is not the action of the layer. */
    OVERRULED
}

package io.github.wfp4j.explain;

/** Where a packet goes, seen from the computer whose policy is asked. */
public enum Direction {
    /** From this computer to another. */
    OUTBOUND,

    /** From another computer to this one. */
    INBOUND,

    /** From another computer to a third one, through this one. */
    FORWARDED
}

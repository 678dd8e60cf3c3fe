package io.github.wfp4j.explain;

/** What happens to a packet (7.5). */
public enum Verdict {
    /** It is dropped. */
    BLOCKED,

    /** It is dropped until there are security associations for it. */
    HELD,

    /** It passes unprotected. */
    CLEAR,

    /**
     * It passes unprotected, since the security associations that it asks for are not there yet.
     */
    CLEAR_WHILE_NEGOTIATING,

    /** It passes authenticated; an inbound one came like that, as the policy demands. */
    REQUIRE_AUTH,

    /** It passes encrypted; an inbound one came like that, as the policy demands. */
    REQUIRE_ENCRYPT;

    /** {@return whether the packet passes} */
    public boolean isPermitted() {
        return this != BLOCKED && this != HELD;
    }
}

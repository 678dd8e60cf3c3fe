package io.github.wfp4j.types;

/**
 * Native memory does not hold what its type promises: an unknown tag, a null where none may be, a
 * count or a text beyond the limits.
 *
 * <p>The message names the C member and the value found, for example {@code FWPM_ACTION0.type: 0x7
 * is not an FWP_ACTION_TYPE}.
 */
public final class DecodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String member;
    private final Kind kind;

    /**
     * Creates an exception of kind {@link Kind#MALFORMED}.
     *
     * @param member the C struct and member, joined by a dot
     * @param problem what was found there and why it is wrong
     */
    public DecodingException(String member, String problem) {
        this(Kind.MALFORMED, member, problem);
    }

    /**
     * Creates the exception.
     *
     * @param kind what kind of mistake it is
     * @param member the C struct and member, joined by a dot
     * @param problem what was found there and why it is wrong
     */
    public DecodingException(Kind kind, String member, String problem) {
        super(member + ": " + problem);
        this.kind = kind;
        this.member = member;
    }

    /** {@return the C struct and member, joined by a dot} */
    public String member() {
        return member;
    }

    /** {@return what kind of mistake it is} */
    public Kind kind() {
        return kind;
    }

    /** What memory can get wrong, as far as an engine answers it differently. */
    public enum Kind {
        /** A pointer is null that must not be. */
        NULL_POINTER,

        /** A number is none of its enumeration, or a tag that selects nothing. */
        UNKNOWN_VALUE,

        /** Anything else: a misaligned pointer, a count or a text beyond the limits. */
        MALFORMED
    }
}

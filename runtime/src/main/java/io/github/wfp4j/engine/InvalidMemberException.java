package io.github.wfp4j.engine;

/**
 * A member of an object is one that the engine is known to refuse, so that it was not asked.
 *
 * <p>The message names the member, what it must be, and what it is: {@code
 * filter.filterCondition[2].conditionValue must be FWP_UINT16 or FWP_RANGE_TYPE for
 * FWPM_CONDITION_IP_REMOTE_PORT: Uint8[uint8=6]}. Only rules are checked that are documented or
 * were observed on Windows; what breaks no such rule is left to the engine, whose refusal is a
 * {@link WfpException}.
 */
public final class InvalidMemberException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Member member;

    /** Refuses a member that must be something else. */
    InvalidMemberException(Member member, String requirement) {
        super(member.path() + " must " + requirement + ": " + member.value());
        this.member = member;
    }

    /**
     * {@return the way to the member, from the object on, in the names of the records' components,
     * such as {@code filter.filterCondition[2].conditionValue}}
     */
    public String path() {
        return member.path();
    }

    /** {@return the refused member with its value} */
    public Member member() {
        return member;
    }
}

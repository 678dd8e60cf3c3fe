package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What is known of the security associations for a packet (7.5).
 *
 * @param association how the associations protect; {@link Protection#CLEAR} if there are none
 * @param negotiation how far the negotiation is; of no meaning while there are associations
 * @param age how long the associations exist
 * @param clearAllowed how long after they came about they still accept clear packets, as {@code
 *     ndAllowClearTimeoutSeconds} says (7.4)
 */
public record IpsecState(
        Protection association, NegotiationState negotiation, Duration age, Duration clearAllowed) {
    /** There are no associations, and nobody asked for any. */
    public static final IpsecState NONE = negotiating(NegotiationState.NOT_STARTED);

    /** Checks that nothing is missing. */
    public IpsecState {
        requireNonNull(association, "association");
        requireNonNull(negotiation, "negotiation");
        requireNonNull(age, "age");
        requireNonNull(clearAllowed, "clearAllowed");
    }

    /**
     * {@return the state without associations}
     *
     * @param negotiation how far it is
     */
    public static IpsecState negotiating(NegotiationState negotiation) {
        return new IpsecState(Protection.CLEAR, negotiation, Duration.ZERO, Duration.ZERO);
    }

    /**
     * {@return the state with associations that accept no clear packets any more}
     *
     * @param protection what protects it
     */
    public static IpsecState associated(Protection protection) {
        return new IpsecState(
                protection, NegotiationState.NOT_STARTED, Duration.ZERO, Duration.ZERO);
    }

    /** {@return whether there are associations} */
    public boolean hasAssociation() {
        return association != Protection.CLEAR;
    }

    /** {@return whether the associations are so young that they accept clear packets (7.5)} */
    boolean stillAcceptsClear() {
        return hasAssociation() && age.compareTo(clearAllowed) < 0;
    }
}

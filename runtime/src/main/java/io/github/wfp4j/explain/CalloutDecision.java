package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpActionType;

/**
 * What a callout answers.
 *
 * @param action PERMIT, BLOCK or CONTINUE; a callout for inspection can only go on
 * @param clearsRight whether it clears the right to change the action, so that later sublayers
 *     cannot overrule it
 */
public record CalloutDecision(FwpActionType action, boolean clearsRight) {
    /** It leaves the decision to the next filter. */
    public static final CalloutDecision CONTINUE =
            new CalloutDecision(FwpActionType.CONTINUE, false);

    /** It permits, unless a later sublayer blocks. */
    public static final CalloutDecision PERMIT = new CalloutDecision(FwpActionType.PERMIT, false);

    /** It blocks, whatever later sublayers say. */
    public static final CalloutDecision BLOCK = new CalloutDecision(FwpActionType.BLOCK, true);

    /**
     * Checks the action.
     *
     * @throws IllegalArgumentException if it is none of the three
     */
    public CalloutDecision {
        switch (action) {
            case PERMIT, BLOCK, CONTINUE -> {}
            default ->
                    throw new IllegalArgumentException(
                            "action must be PERMIT, BLOCK or CONTINUE: " + action);
        }
    }
}

package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpActionType;

import org.jspecify.annotations.Nullable;

/**
 * The action of a layer while its sublayers are asked, the highest first (6.1).
 *
 * @param action PERMIT, BLOCK, or NONE as long as no sublayer has an opinion
 * @param strength whether it can still be overruled
 * @param by the answer that became the action, or null for none
 */
record Arbitration(FwpActionType action, Strength strength, @Nullable FilterResult by) {
    static final Arbitration START = new Arbitration(FwpActionType.NONE, Strength.SOFT, null);

    /** {@return what the answer of the next sublayer does} */
    Effect effectOf(FilterResult next) {
        if (action == FwpActionType.NONE) {
            return Effect.TAKEN;
        }
        if (action == next.action()) {
            return strength == Strength.SOFT && next.strength() == Strength.HARD
                    ? Effect.HARDENED
                    : Effect.AGREED;
        }
        boolean veto = action == FwpActionType.PERMIT && next.byCallout();
        return strength == Strength.SOFT || veto ? Effect.TAKEN : Effect.OVERRULED;
    }

    /** {@return the action after the answer of the next sublayer} */
    Arbitration with(FilterResult next) {
        return switch (effectOf(next)) {
            case TAKEN ->
                    new Arbitration(
                            next.action(),
                            // A veto ends it: the right to change the action was gone before.
                            strength == Strength.HARD ? Strength.HARD : next.strength(),
                            next);
            case HARDENED -> new Arbitration(action, Strength.HARD, by);
            case AGREED, OVERRULED -> this;
        };
    }
}

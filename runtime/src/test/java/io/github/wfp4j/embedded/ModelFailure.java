package io.github.wfp4j.embedded;

import io.github.wfp4j.embedded.ModelRun.Step;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of calls after which engine and model differ, cut down to the calls that it takes.
 *
 * <p>It tries to leave out ever smaller pieces of the sequence, down to single calls, until none
 * can be left out any more. That takes some hundred runs; jqwik's own shrinking of chains, which
 * goes call by call from the start, takes as many for each call.
 */
final class ModelFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private ModelFailure(String message, AssertionError cause) {
        super(message, cause);
    }

    /**
     * {@return the failure of the shortest sequence that is found}
     *
     * @param steps a sequence that fails
     * @param cause how it fails
     */
    static ModelFailure of(List<Step> steps, AssertionError cause) {
        List<Step> shortest = shorten(steps);
        ModelRun run = new ModelRun();
        AssertionError last = cause;
        try {
            shortest.forEach(run::make);
        } catch (AssertionError e) {
            last = e;
        }
        return new ModelFailure(
                "engine and model differ after these calls:%n%s%n%s"
                        .formatted(run, last.getMessage()),
                last);
    }

    private static List<Step> shorten(List<Step> steps) {
        List<Step> shortest = steps;
        int piece = Math.max(1, steps.size() / 2);
        while (true) {
            List<Step> shorter = withoutPieces(shortest, piece);
            boolean cut = shorter.size() < shortest.size();
            shortest = shorter;
            if (piece == 1 && !cut) {
                return shortest;
            }
            piece = Math.max(1, piece / 2);
        }
    }

    private static List<Step> withoutPieces(List<Step> steps, int piece) {
        List<Step> kept = steps;
        // From the end, so that what is cut moves nothing that is still to be tried.
        for (int from = (steps.size() - 1) / piece * piece; from >= 0; from -= piece) {
            List<Step> rest = new ArrayList<>(kept);
            rest.subList(from, Math.min(from + piece, rest.size())).clear();
            if (fails(rest)) {
                kept = rest;
            }
        }
        return kept;
    }

    private static boolean fails(List<Step> steps) {
        ModelRun run = new ModelRun();
        try {
            steps.forEach(run::make);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }
}

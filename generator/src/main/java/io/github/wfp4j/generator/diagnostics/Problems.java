package io.github.wfp4j.generator.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every problem of a run, so that one run shows them all. */
public final class Problems {
    private final Set<Problem> problems = new LinkedHashSet<>();

    /**
     * Adds a problem.
     *
     * @param position where it is
     * @param id what tests and searches go by
     * @param text what is wrong and what to do, each {@code %s} standing for an argument
     * @param arguments the values
     */
    public void add(Position position, String id, String text, Object... arguments) {
        StringBuilder filled = new StringBuilder();
        int start = 0;
        for (Object argument : arguments) {
            int mark = text.indexOf("%s", start);
            filled.append(text, start, mark).append(argument);
            start = mark + 2;
        }
        problems.add(
                new Problem(position, filled.append(text, start, text.length()).toString(), id));
    }

    /** Adds a problem. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** {@return all problems, in the order in which they were found} */
    public List<Problem> all() {
        return new ArrayList<>(problems);
    }
}

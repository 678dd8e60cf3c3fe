package io.github.wfp4j.generator.diagnostics;

/** A problem behind which there is nothing left to read. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Creates the exception.
     *
     * @param position where the problem is
     * @param id what tests and searches go by
     * @param text what is wrong and what to do
     */
    public ProblemException(Position position, String id, String text) {
        super(position + ": " + text);
        this.problem = new Problem(position, text, id);
    }

    /** {@return the problem} */
    public Problem problem() {
        return problem;
    }
}

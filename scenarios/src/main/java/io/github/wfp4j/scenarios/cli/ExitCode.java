package io.github.wfp4j.scenarios.cli;

/** What the command tells the shell. */
final class ExitCode {
    /** All is done. */
    static final int DONE = 0;

    /** It did not work out; a line on the standard error says why. */
    static final int FAILED = 1;

    /** The arguments make no sense. */
    static final int WRONG_USAGE = 2;

    /** The engine holds something else, or the linter found an error. */
    static final int DIFFERS = 3;

    /** The packet that was asked about is blocked or held. */
    static final int BLOCKED = 4;

    private ExitCode() {}
}

package io.github.wfp4j.scenarios.cli;

import java.io.Serial;

/** The person was asked and said no. */
final class DeclinedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    DeclinedException() {
        super("not confirmed, nothing was changed");
    }
}

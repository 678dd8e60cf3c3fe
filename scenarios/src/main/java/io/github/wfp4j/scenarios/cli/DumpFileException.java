package io.github.wfp4j.scenarios.cli;

import java.nio.file.Path;

/** A dump cannot be read or written; the message says which, and why. */
final class DumpFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DumpFileException(Path file, String problem, Throwable cause) {
        super("%s: %s".formatted(file, problem), cause);
    }
}

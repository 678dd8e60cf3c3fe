package io.github.wfp4j.embedded;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * A state file cannot be used: it is damaged, in use, or cannot be read or written.
 *
 * <p>The message names the file, what is wrong with it, and what to do. A file that cannot be used
 * is left as it is.
 */
public final class StateFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateFileException(Path file, String problem, @Nullable Throwable cause) {
        super("state file %s: %s".formatted(file, problem), cause);
    }
}

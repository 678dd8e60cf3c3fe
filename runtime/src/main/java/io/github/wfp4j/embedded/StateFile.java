package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A file that keeps what an embedded engine holds, for the next one that is made with it.
 *
 * <p>It holds the static, persistent and boot-time objects; dynamic ones die with their session, as
 * always. It is written as a whole and replaced at once: whoever reads it, even after the process
 * was killed, finds the objects before a transaction or those after it. One engine at a time uses
 * it, which the file beside it that ends in {@code .lock} sees to. Only its owner can read it,
 * because policies may hold keys.
 *
 * @param path where it is; it need not be there yet, but its directory must
 * @param writing when it is written
 */
public record StateFile(Path path, Writing writing) {
    /** When a state file is written. */
    public enum Writing {
        /**
         * Before a transaction is final that changes objects which outlive their session. It costs
         * as much as writing all objects, so put many changes into one transaction. If it cannot be
         * written, the transaction fails with {@code ERROR_WRITE_FAULT} and changes nothing.
         */
        AFTER_EACH_COMMIT,

        /** When the engine is closed; what a killed process did is lost. */
        AT_CLOSE
    }

    /** Creates the description of a file; nothing is read or written yet. */
    public StateFile {
        requireNonNull(path, "path");
        requireNonNull(writing, "writing");
    }
}

package io.github.wfp4j.embedded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.internal.abi.WfpFunctions;

import org.jspecify.annotations.Nullable;

/**
 * An engine under test.
 *
 * @param way how it is reached
 * @param functions what reaches it
 * @param embedded the engine itself, or null if it is the system's
 */
record TestEngine(Way way, WfpFunctions functions, @Nullable EmbeddedEngine embedded)
        implements AutoCloseable {
    /** {@return a second engine, reached the same way} */
    TestEngine another() {
        return way.create();
    }

    /** {@return how many results nobody freed yet} */
    int unfreed() {
        return requireNonNull(embedded).unfreed();
    }

    /** {@return the engine itself; a test that needs it is skipped where there is none} */
    EmbeddedEngine internals() {
        assumeTrue(embedded != null, "needs an embedded engine");
        return requireNonNull(embedded);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}

package io.github.wfp4j.embedded;

import org.jspecify.annotations.Nullable;

/**
 * A security association context was added, deleted, or got into another state.
 *
 * @param contexts where it is
 * @param before its state before, or null if it was added
 * @param after its state after, or null if it was deleted
 */
record SaContextChange(SaContexts contexts, @Nullable SaContext before, @Nullable SaContext after)
        implements Change {
    @Override
    public void run() {
        contexts.restore(before, after);
    }

    @Override
    public boolean isWatched() {
        return true;
    }

    @Override
    public boolean isAddition() {
        return before == null;
    }

    /** {@return this change: adding and deleting a context are never in one transaction (9.2)} */
    @Override
    public Object subject() {
        return this;
    }

    @Override
    public void publish(Session cause) {
        contexts.watcher().changed(before, after, cause);
    }
}

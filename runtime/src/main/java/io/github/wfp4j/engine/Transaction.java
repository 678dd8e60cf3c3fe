package io.github.wfp4j.engine;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Changes that take effect together or not at all.
 *
 * <p>Between {@link Engine#begin()} and {@link #commit()} every call on the engine belongs to the
 * transaction, from whichever thread it comes. Nobody else sees the changes before. A call that
 * fails leaves the transaction as it was: go on, commit what succeeded, or close without a commit,
 * which takes everything back.
 *
 * <p>The engine allows one transaction per session and holds other sessions' writers up meanwhile
 * (their readers too, unless this one only reads), so keep it short. One that lasts longer than an
 * hour may be aborted by the engine; the next call then throws a {@link TransactionException} with
 * {@code FWP_E_TXN_ABORTED}, and this object is of no more use.
 *
 * <p>Any thread may commit or close it. Closing the engine aborts it.
 */
public final class Transaction implements AutoCloseable {
    private final Calls calls;

    /** The engine's one transaction: whoever takes it out of here ends it, so that happens once. */
    private final AtomicReference<@Nullable Transaction> current;

    private volatile boolean committed;

    Transaction(Calls calls, AtomicReference<@Nullable Transaction> current) {
        this.calls = calls;
        this.current = current;
    }

    /**
     * Makes the changes visible to all, at once.
     *
     * @throws IllegalStateException if the transaction was committed or closed already, or its
     *     engine is closed
     * @throws TransactionException if the engine aborted it before
     * @throws WfpException if the engine cannot commit it; then nothing was changed
     */
    public void commit() {
        if (!current.compareAndSet(this, null)) {
            throw new IllegalStateException(
                    committed ? "transaction already committed" : "transaction already closed");
        }
        try {
            calls.run(
                    "FwpmTransactionCommit0",
                    Subject.NONE,
                    calls.functions().transaction()::FwpmTransactionCommit0);
        } catch (WfpException e) {
            abortAfter(e);
            throw e;
        }
        committed = true;
    }

    /**
     * Takes all changes back, unless they were committed. Closing twice, after a commit or after
     * the engine was closed, does nothing.
     *
     * @throws WfpException if the engine cannot abort the transaction
     */
    @Override
    public void close() {
        if (current.compareAndSet(this, null)) {
            try {
                abort();
            } catch (WfpException e) {
                if (!isGone(e)) {
                    throw e;
                }
            }
        }
    }

    /** Whether a commit that failed left the transaction open is documented nowhere. */
    private void abortAfter(WfpException failedCommit) {
        try {
            abort();
        } catch (WfpException e) {
            if (!isGone(e)) {
                failedCommit.addSuppressed(e);
            }
        }
    }

    private void abort() {
        calls.runIfOpen(
                "FwpmTransactionAbort0", calls.functions().transaction()::FwpmTransactionAbort0);
    }

    /** Whether an abort failed because there is nothing to abort any more. */
    private static boolean isGone(WfpException failedAbort) {
        return switch (failedAbort.error().orElse(null)) {
            case FWP_E_NO_TXN_IN_PROGRESS, FWP_E_TXN_ABORTED, FWP_E_SESSION_ABORTED -> true;
            case null, default -> false;
        };
    }
}

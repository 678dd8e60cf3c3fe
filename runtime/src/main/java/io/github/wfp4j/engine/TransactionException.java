package io.github.wfp4j.engine;

/**
 * The call does not fit the state of the session's transaction: there is none or already one, it
 * only reads, the engine aborted it, or its lock was not to be had in time.
 *
 * <p>C: {@code FWP_E_NO_TXN_IN_PROGRESS}, {@code FWP_E_TXN_IN_PROGRESS}, {@code FWP_E_TXN_ABORTED},
 * {@code FWP_E_INCOMPATIBLE_TXN}, {@code FWP_E_TIMEOUT}.
 */
public final class TransactionException extends WfpException {
    private static final long serialVersionUID = 1L;

    TransactionException(Failure failure) {
        super(failure);
    }
}

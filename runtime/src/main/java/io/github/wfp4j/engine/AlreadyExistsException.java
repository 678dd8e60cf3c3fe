package io.github.wfp4j.engine;

/**
 * An object of the same kind with the same key exists already.
 *
 * <p>C: {@code FWP_E_ALREADY_EXISTS}.
 */
public final class AlreadyExistsException extends WfpException {
    private static final long serialVersionUID = 1L;

    AlreadyExistsException(Failure failure) {
        super(failure);
    }
}

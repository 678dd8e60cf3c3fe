package io.github.wfp4j.engine;

/**
 * An object cannot be deleted because another one refers to it.
 *
 * <p>C: {@code FWP_E_IN_USE}.
 */
public final class InUseException extends WfpException {
    private static final long serialVersionUID = 1L;

    InUseException(Failure failure) {
        super(failure);
    }
}

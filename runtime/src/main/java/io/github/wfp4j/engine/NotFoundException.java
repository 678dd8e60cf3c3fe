package io.github.wfp4j.engine;

/**
 * An object that was asked for, or that an added object refers to, does not exist.
 *
 * <p>C: the errors named {@code FWP_E_…_NOT_FOUND}.
 */
public final class NotFoundException extends WfpException {
    private static final long serialVersionUID = 1L;

    NotFoundException(Failure failure) {
        super(failure);
    }
}

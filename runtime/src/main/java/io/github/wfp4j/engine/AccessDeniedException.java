package io.github.wfp4j.engine;

/**
 * The caller may not do this; mostly, the process does not run elevated.
 *
 * <p>C: {@code ERROR_ACCESS_DENIED}, {@code ERROR_PRIVILEGE_NOT_HELD}.
 */
public final class AccessDeniedException extends WfpException {
    private static final long serialVersionUID = 1L;

    AccessDeniedException(Failure failure) {
        super(failure);
    }
}

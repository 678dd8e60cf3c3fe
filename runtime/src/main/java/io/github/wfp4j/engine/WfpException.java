package io.github.wfp4j.engine;

import io.github.wfp4j.win32.ErrorCode;

import java.util.Optional;

/**
 * A function of the engine returned an error.
 *
 * <p>The message names the function, the error and its number, what it means, what to do where that
 * is known, and the object that was meant: {@code FwpmFilterAdd0: FWP_E_ALREADY_EXISTS
 * (0x80320009), key or id collides with an existing object; filterKey=8c1b…}. Errors that programs
 * expect and handle have a class of their own.
 */
public sealed class WfpException extends RuntimeException
        permits AccessDeniedException,
                AlreadyExistsException,
                InUseException,
                NotFoundException,
                TransactionException {
    private static final long serialVersionUID = 1L;

    private final String function;
    private final int code;

    WfpException(Failure failure) {
        super(failure.message());
        function = failure.function();
        code = failure.code();
    }

    /** {@return the C function that returned the error} */
    public String function() {
        return function;
    }

    /** {@return the number that it returned; those of the platform are negative as an int} */
    public int code() {
        return code;
    }

    /** {@return the error with that number, or nothing if the number is not a known one} */
    public Optional<ErrorCode> error() {
        return ErrorCode.find(code);
    }
}

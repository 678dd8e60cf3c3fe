package io.github.wfp4j.engine;

import io.github.wfp4j.win32.ErrorCode;

import java.util.List;
import java.util.Optional;

/**
 * A function of the engine returned an error.
 *
 * <p>The message names the function, the error and its number, what it means, what to do where that
 * is known, and the object that was meant: {@code FwpmFilterAdd0: FWP_E_ALREADY_EXISTS
 * (0x80320009), key or id collides with an existing object; filterKey=8c1b…}. Where an error has
 * few causes, it ends with the members to look at: {@code ; look at
 * filter.context.providerContextKey=27d3…}. Errors that programs expect and handle have a class of
 * their own.
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
    private final Member[] members;

    WfpException(Failure failure) {
        super(failure.message());
        function = failure.function();
        code = failure.code();
        members = failure.members().toArray(Member[]::new);
    }

    /** {@return the C function that returned the error} */
    public String function() {
        return function;
    }

    /** {@return the number that it returned; those of the platform are negative as an int} */
    public int code() {
        return code;
    }

    /**
     * {@return the members of the object that the error is probably about}
     *
     * <p>An error with many causes has none; one with a few has them all, such as every member that
     * is null.
     */
    public List<Member> members() {
        return List.of(members);
    }

    /** {@return the error with that number, or nothing if the number is not a known one} */
    public Optional<ErrorCode> error() {
        return ErrorCode.find(code);
    }
}

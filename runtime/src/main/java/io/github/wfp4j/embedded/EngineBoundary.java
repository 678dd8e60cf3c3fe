package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.abi.Boundary;
import io.github.wfp4j.win32.ErrorCode;

import java.util.function.Consumer;

/**
 * What stands between an engine and the C programs that call it.
 *
 * <p>It knows whether the engine was stopped, and nothing else of it: what holds the exported
 * functions must not be held by them.
 *
 * @param calls runs the functions
 * @param errors gets what no function may throw
 */
record EngineBoundary(Calls calls, Consumer<Throwable> errors) implements Boundary {
    /** What a client of Windows gets when the service fails in the middle of a call. */
    private static final ErrorCode FAILED = ErrorCode.RPC_S_CALL_FAILED;

    /** A stopped engine refuses everything, whatever the arguments are (1.25). */
    @Override
    public int refusal() {
        return (calls.isStopped() ? ErrorCode.FWP_E_SESSION_ABORTED : ErrorCode.ERROR_SUCCESS)
                .code();
    }

    @Override
    public int codeOf(Throwable thrown) {
        try {
            errors.accept(thrown);
        } catch (Throwable _) {
            // There is nobody left to tell, and nothing may leave.
        }
        ErrorCode code =
                switch (thrown) {
                    case OutOfMemoryError _, StackOverflowError _ ->
                            ErrorCode.ERROR_NOT_ENOUGH_MEMORY;
                    default -> FAILED;
                };
        return code.code();
    }
}

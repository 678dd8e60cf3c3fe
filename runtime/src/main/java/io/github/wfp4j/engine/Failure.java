package io.github.wfp4j.engine;

import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a call, before it is thrown.
 *
 * @param function the C function
 * @param code what it returned
 * @param subject what it was called for, as {@link Subject} words it; empty for nothing in
 *     particular
 */
record Failure(String function, int code, String subject) {

    WfpException toException() {
        ErrorCode error = ErrorCode.find(code).orElse(null);
        return switch (error) {
            case FWP_E_CALLOUT_NOT_FOUND,
                    FWP_E_CONDITION_NOT_FOUND,
                    FWP_E_FILTER_NOT_FOUND,
                    FWP_E_LAYER_NOT_FOUND,
                    FWP_E_PROVIDER_NOT_FOUND,
                    FWP_E_PROVIDER_CONTEXT_NOT_FOUND,
                    FWP_E_SUBLAYER_NOT_FOUND,
                    FWP_E_NOT_FOUND ->
                    new NotFoundException(this);
            case FWP_E_ALREADY_EXISTS -> new AlreadyExistsException(this);
            case FWP_E_IN_USE -> new InUseException(this);
            case ERROR_ACCESS_DENIED, ERROR_PRIVILEGE_NOT_HELD -> new AccessDeniedException(this);
            case FWP_E_NO_TXN_IN_PROGRESS,
                    FWP_E_TXN_IN_PROGRESS,
                    FWP_E_TXN_ABORTED,
                    FWP_E_INCOMPATIBLE_TXN,
                    FWP_E_TIMEOUT ->
                    new TransactionException(this);
            case null, default -> new WfpException(this);
        };
    }

    String message() {
        ErrorCode error = ErrorCode.find(code).orElse(null);
        String what =
                error == null
                        ? "unknown error " + number()
                        : "%s (%s), %s%s"
                                .formatted(error.name(), number(), meaning(error), remedy(error));
        return function + ": " + what + (subject.isEmpty() ? "" : "; " + subject);
    }

    /** As people look it up: Win32 errors in decimal, the platform's own in hexadecimal. */
    private String number() {
        return code < 0 ? "0x%08X".formatted(code) : Integer.toString(code);
    }

    private String meaning(ErrorCode error) {
        return code == WfpFunctions.NOT_IMPLEMENTED
                ? "this engine does not have that function"
                : error.meaning();
    }

    private static String remedy(ErrorCode error) {
        @Nullable String remedy =
                switch (error) {
                    case ERROR_ACCESS_DENIED, ERROR_PRIVILEGE_NOT_HELD -> "run elevated";
                    case RPC_S_UNKNOWN_IF,
                            RPC_S_SERVER_UNAVAILABLE,
                            EPT_S_NOT_REGISTERED,
                            ERROR_SERVICE_NOT_ACTIVE ->
                            "start the BFE service";
                    default -> null;
                };
        return remedy == null ? "" : ": " + remedy;
    }
}

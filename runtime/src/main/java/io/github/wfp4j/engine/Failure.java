package io.github.wfp4j.engine;

import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What went wrong in a call, before it is thrown.
 *
 * @param function the C function
 * @param code what it returned
 * @param subject what it was called for, as {@link Subject} words it; empty for nothing in
 *     particular
 * @param members what of it is probably wrong
 */
record Failure(String function, int code, String subject, List<Member> members) {
    /** A failure that no member is known to cause. */
    Failure(String function, int code, String subject) {
        this(function, code, subject, List.of());
    }

    /** {@return the failure of a call that was made for something} */
    static Failure of(String function, int code, Object subject) {
        ErrorCode error = ErrorCode.find(code).orElse(null);
        List<Member> members = error == null ? List.of() : LikelyMembers.of(subject, error);
        return new Failure(function, code, Subject.describe(subject), members);
    }

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
        return function + ": " + what + (subject.isEmpty() ? "" : "; " + subject) + suspects();
    }

    /** The members to look at, but for those that the subject's words show. */
    private String suspects() {
        String text =
                members.stream()
                        .filter(member ->
                                !subject.contains(lastName(member) + "=" + member.value()))
                        .map(Member::toString)
                        .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : "; look at " + text;
    }

    private static String lastName(Member member) {
        return member.path().substring(member.path().lastIndexOf('.') + 1);
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

package io.github.wfp4j.engine;

import io.github.wfp4j.win32.ErrorCode;

/**
 * What is wrong about a condition.
 *
 * @param code what the engine answers
 * @param member the member, seen from the condition
 * @param requirement what the member must do, such as {@code be 1}
 * @param value what the member is
 */
record Flaw(ErrorCode code, String member, String requirement, Object value) {
    /** {@return the member, seen from where the condition is} */
    Member memberAt(String condition) {
        return Member.of(condition + '.' + member, value);
    }

    /** {@return the refusal of the condition that is at a path} */
    InvalidMemberException at(String condition) {
        return new InvalidMemberException(memberAt(condition), requirement);
    }
}

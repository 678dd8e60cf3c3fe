package io.github.wfp4j.embedded;

import io.github.wfp4j.win32.ErrorCode;

import java.util.List;

/**
 * A function that only Windows can answer, since it is about what only Windows has.
 *
 * @param name the function
 * @param returns the name of the error that the embedded engine answers
 * @param reason what it would take to answer
 */
record WindowsOnlyFunction(String name, String returns, String reason) {
    /** {@return all of them, in the order of their names} */
    static List<WindowsOnlyFunction> all() {
        return EngineRule.rows("windows-only-functions.csv").stream()
                .map(row ->
                        new WindowsOnlyFunction(
                                row.getField("name"),
                                row.getField("returns"),
                                row.getField("reason")))
                .toList();
    }

    /** {@return the number of the error} */
    int code() {
        return ErrorCode.valueOf(returns).code();
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.win32.ErrorCode;

/** A call that the engine refuses; its code becomes the result of the function. */
final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FACILITY_WIN32 = 0x8007_0000;

    private final int code;

    /** Creates the refusal with an error as its code. */
    EngineFailure(ErrorCode error) {
        this(error, error.code());
    }

    private EngineFailure(ErrorCode error, int code) {
        // It never leaves the engine, so that nobody would see its stack.
        super(error.name(), null, false, false);
        this.code = code;
    }

    /** {@return a refusal with a Win32 error in its form as an {@code HRESULT}} */
    static EngineFailure asHresult(ErrorCode error) {
        return new EngineFailure(error, FACILITY_WIN32 | error.code());
    }

    /** Refuses the call unless a condition holds. */
    static void unless(boolean condition, ErrorCode error) {
        if (!condition) {
            throw new EngineFailure(error);
        }
    }

    int code() {
        return code;
    }
}

package io.github.wfp4j.engine;

import io.github.wfp4j.win32.ErrorCode;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

import org.jspecify.annotations.Nullable;

/**
 * A flight recorder's event: a call of one function of the C API, on whichever engine.
 *
 * <p>It is off unless a recording asks for it, because a scan of a large policy is many calls.
 * While it is off, the compiler removes the event with everything that is done for it.
 */
@Name("io.github.wfp4j.NativeCall")
@Label("Native Call")
@Description("A call of a function of the Windows Filtering Platform's management API")
@Category("wfp4j")
@Enabled(false)
final class NativeCall extends Event {
    @Label("Function")
    @Description("The C function, with its version digit")
    @Nullable String function;

    @Label("Result Code")
    @Description("What the function returned; 0 for success")
    int code;

    @Label("Result")
    @Description("The symbolic name of the result code, or unknown")
    @Nullable String result;

    /** {@return the event of a call that begins now} */
    static NativeCall started() {
        NativeCall event = new NativeCall();
        event.begin();
        return event;
    }

    /** Records that the call has returned. */
    void returned(String name, int returnedCode) {
        end();
        if (shouldCommit()) {
            function = name;
            code = returnedCode;
            result = ErrorCode.find(returnedCode).map(ErrorCode::name).orElse("unknown");
            commit();
        }
    }
}

package io.github.wfp4j.embedded;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.regex.Pattern;

/** Finds out who called a function of the engine. */
final class CallSites {
    private static final int DEPTH = 24;
    private static final Pattern FUNCTION = Pattern.compile("(Fwpm|IPsec|Ikeext).*\\d");
    private static final List<String> BETWEEN =
            List.of("io.github.wfp4j.internal.", "java.", "jdk.");

    private CallSites() {}

    /** {@return the calls that led here, the innermost first, without the engine's own} */
    static List<StackTraceElement> here() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.dropWhile(frame -> !isFunction(frame))
                                .dropWhile(CallSites::isBetween)
                                .limit(DEPTH)
                                .map(StackFrame::toStackTraceElement)
                                .toList());
    }

    private static boolean isFunction(StackFrame frame) {
        return FUNCTION.matcher(frame.getMethodName()).matches();
    }

    /** {@return whether a frame is the function itself, or lies between it and who called it} */
    private static boolean isBetween(StackFrame frame) {
        return isFunction(frame) || BETWEEN.stream().anyMatch(frame.getClassName()::startsWith);
    }
}

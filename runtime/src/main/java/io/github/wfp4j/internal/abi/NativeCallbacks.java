package io.github.wfp4j.internal.abi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Calls the functions that clients pass to be told about events.
 *
 * <p>Each takes the context that the client passed with it, and what happened.
 */
@SuppressWarnings("restricted")
public final class NativeCallbacks {
    private static final MethodHandle CHANGE =
            Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));

    private static final MethodHandle EVENT =
            Linker.nativeLinker()
                    .downcallHandle(FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS));

    private NativeCallbacks() {}

    /**
     * Calls a function such as an {@code FWPM_FILTER_CHANGE_CALLBACK0}.
     *
     * @param function points to it
     * @param context what the client passed with it
     * @param what points to what happened, which is good during the call only
     */
    public static void call(MemorySegment function, MemorySegment context, MemorySegment what) {
        try {
            CHANGE.invokeExact(function, context, what);
        } catch (Throwable e) {
            throw Symbols.unexpected(e);
        }
    }

    /**
     * Calls an {@code FWPM_CONNECTION_CALLBACK0}.
     *
     * @param function points to it
     * @param context what the client passed with it
     * @param type what happened
     * @param what points to what it happened to, which is good during the call only
     */
    public static void call(
            MemorySegment function, MemorySegment context, int type, MemorySegment what) {
        try {
            EVENT.invokeExact(function, context, type, what);
        } catch (Throwable e) {
            throw Symbols.unexpected(e);
        }
    }
}

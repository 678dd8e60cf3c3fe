package io.github.wfp4j.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;

/**
 * Calls what the JIT must not make part of the caller.
 *
 * <p>C2 stops inlining into a method when that has some 18,000 nodes. A call of the engine takes
 * thousands of them and a read of memory 700. So a loop over views, if the calls around it were
 * part of it, would be left with real calls for its reads, and take three times as long.
 */
final class Outlined {
    /** Not final: what is no constant is a border that the JIT does not cross. */
    private static MethodHandle border;

    static {
        try {
            border =
                    MethodHandles.publicLookup()
                            .findVirtual(
                                    Supplier.class, "get", MethodType.methodType(Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Outlined() {}

    /** {@return what the task returns} */
    @SuppressWarnings("unchecked") // what a Supplier<T> returns is a T
    static <T> T call(Supplier<T> task) {
        try {
            return (T) (Object) border.invokeExact(task);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a supplier throws nothing that is checked", e);
        }
    }
}

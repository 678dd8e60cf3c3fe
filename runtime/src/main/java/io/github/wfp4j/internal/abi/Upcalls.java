package io.github.wfp4j.internal.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** Makes function pointers with which C calls Java. */
@SuppressWarnings("restricted")
final class Upcalls {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Upcalls() {}

    /**
     * {@return a pointer to a method}
     *
     * @param <T> the type that has the method
     * @param type the type that has the method
     * @param target the object on which it is called
     * @param method its name; it must not throw
     * @param shape its parameters and result
     * @param arena how long the pointer is good
     */
    static <T> MemorySegment stub(
            Class<T> type, T target, String method, FunctionDescriptor shape, Arena arena) {
        try {
            MethodHandle handle = LOOKUP.findVirtual(type, method, shape.toMethodType());
            return Linker.nativeLinker().upcallStub(handle.bindTo(target), shape, arena);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " has no method " + method, e);
        }
    }
}

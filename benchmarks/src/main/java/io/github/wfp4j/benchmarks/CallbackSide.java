package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Pointer;

import io.github.wfp4j.bindings.FWPM_FILTER_CHANGE_CALLBACK0;
import io.github.wfp4j.internal.abi.Boundary;
import io.github.wfp4j.internal.abi.FwpmFilterChangeCallback0;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The ways to be called by C that are compared: with two pointers, of which one is counted. */
@SuppressWarnings("restricted")
public enum CallbackSide {
    /** A stub of the linker for a static method. */
    HANDLE,

    /** The SDK's: no exception gets out of it. */
    SDK,

    /** jextract's bindings. */
    BINDINGS,

    /** JNA's callback. */
    JNA;

    /** JNA's callback. */
    @FunctionalInterface
    public interface Called extends Callback {
        /**
         * Is called.
         *
         * @param context what was subscribed with
         * @param change what happened
         */
        void invoke(@Nullable Pointer context, @Nullable Pointer change);
    }

    private static long count;

    private static void count(MemorySegment context, MemorySegment change) {
        count += change.address();
    }

    /**
     * {@return callbacks, one after the other, of one call}
     *
     * @param times how many
     * @throws IllegalStateException if it cannot be done here, or they are not counted
     */
    Pass over(int times) {
        MethodHandle caller =
                CLibrary.link("call_back", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT));
        MemorySegment stub = stub();
        MemorySegment context = MemorySegment.ofAddress(2);
        Pass pass =
                () -> {
                    try {
                        caller.invokeExact(stub, context, times);
                    } catch (Throwable e) {
                        throw new IllegalStateException("call failed", e);
                    }
                    return count;
                };
        long before = count;
        if (pass.run() - before != 2L * times) {
            throw new IllegalStateException(this + " was not called as often as it should be");
        }
        return pass;
    }

    private static final class Jna {
        static final Called CALLED = (_, change) -> count += Pointer.nativeValue(change);
    }

    private MemorySegment stub() {
        return switch (this) {
            case HANDLE -> handle();
            case SDK ->
                    FwpmFilterChangeCallback0.pointer(
                            CallbackSide::count, new Rethrown(), Arena.global());
            case BINDINGS ->
                    FWPM_FILTER_CHANGE_CALLBACK0.allocate(CallbackSide::count, Arena.global());
            case JNA ->
                    MemorySegment.ofAddress(
                            Pointer.nativeValue(CallbackReference.getFunctionPointer(Jna.CALLED)));
        };
    }

    private static MemorySegment handle() {
        try {
            MethodHandle method =
                    MethodHandles.lookup()
                            .findStatic(
                                    CallbackSide.class,
                                    "count",
                                    MethodType.methodType(
                                            void.class, MemorySegment.class, MemorySegment.class));
            return Linker.nativeLinker()
                    .upcallStub(
                            method, FunctionDescriptor.ofVoid(ADDRESS, ADDRESS), Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("method is missing", e);
        }
    }

    private record Rethrown() implements Boundary {
        @Override
        public int refusal() {
            return 0;
        }

        @Override
        public int codeOf(Throwable thrown) {
            return 1;
        }
    }
}

package io.github.wfp4j.internal.abi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A method handle for each shape of function; the address comes first.
 *
 * <p>A name gives the parameters (P pointer, I 32 bits, J 64 bits) and the result.
 */
@SuppressWarnings("restricted")
final class Downcalls {
    private Downcalls() {
    }

    private static MethodHandle handle(FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(descriptor);
    }

    static final class PPPtoI {
        static final MethodHandle HANDLE = handle(FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));

        private PPPtoI() {
        }
    }

    static final class PPtoI {
        static final MethodHandle HANDLE = handle(FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));

        private PPtoI() {
        }
    }

    static final class PtoV {
        static final MethodHandle HANDLE = handle(FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

        private PtoV() {
        }
    }
}

package io.github.wfp4j.internal.abi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * A method handle for each of the {@link Shapes}; the address comes first.
 */
@SuppressWarnings("restricted")
final class Downcalls {
    private Downcalls() {
    }

    private static MethodHandle handle(FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(descriptor);
    }

    static final class PPPtoI {
        static final MethodHandle HANDLE = handle(Shapes.PPPtoI);

        private PPPtoI() {
        }
    }

    static final class PPtoI {
        static final MethodHandle HANDLE = handle(Shapes.PPtoI);

        private PPtoI() {
        }
    }

    static final class PPtoV {
        static final MethodHandle HANDLE = handle(Shapes.PPtoV);

        private PPtoV() {
        }
    }

    static final class PtoV {
        static final MethodHandle HANDLE = handle(Shapes.PtoV);

        private PtoV() {
        }
    }
}

package io.github.wfp4j.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

import io.github.wfp4j.bindings.Fwpuclnt;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.internal.abi.FilterFunctions;
import io.github.wfp4j.internal.abi.NativeFunctions;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The ways to call a function of C that are compared: it takes an engine and an identifier. */
@SuppressWarnings("restricted")
public enum CallSide {
    /** A handle of the linker, bound to the function's address. */
    HANDLE,

    /** The SDK's function family. */
    FUNCTION,

    /** A verb of the public API. */
    VERB,

    /** jextract's bindings. */
    BINDINGS,

    /** JNA's direct mapping. */
    JNA_DIRECT,

    /** JNA's interface mapping. */
    JNA_INTERFACE;

    private static final MemorySegment ENGINE = MemorySegment.ofAddress(0xE0);

    private static final class Handle {
        static final MethodHandle CALL =
                CLibrary.link(
                        "FwpmFilterDeleteById0",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
    }

    /** JNA's direct mapping. */
    static final class Direct {
        static {
            Native.register(Direct.class, CLibrary.path().toString());
        }

        private Direct() {}

        /** C: {@code FwpmFilterDeleteById0}. */
        static native int FwpmFilterDeleteById0(Pointer engineHandle, long id);
    }

    /** JNA's interface mapping. */
    public interface Mapped extends Library {
        /**
         * C: {@code FwpmFilterDeleteById0}.
         *
         * @param engineHandle the engine
         * @param id the identifier
         * @return 0
         */
        int FwpmFilterDeleteById0(Pointer engineHandle, long id);
    }

    /**
     * {@return calls, one after the other}
     *
     * @param times how many
     * @throws IllegalStateException if it cannot be done here
     */
    Pass over(int times) {
        return switch (this) {
            case HANDLE -> () -> byHandle(times);
            case FUNCTION -> {
                FilterFunctions functions = new NativeFunctions(CLibrary.symbols()).filter();
                yield () -> byFunction(functions, times);
            }
            case VERB -> {
                Engine engine =
                        Engine.open(new NativeFunctions(CLibrary.symbols()), FwpmSession0.of());
                yield () -> byVerb(engine, times);
            }
            case BINDINGS -> {
                System.load(CLibrary.path().toString());
                yield () -> byBindings(times);
            }
            case JNA_DIRECT -> {
                Pointer engine = new Pointer(ENGINE.address());
                yield () -> byDirectMapping(engine, times);
            }
            case JNA_INTERFACE -> {
                Pointer engine = new Pointer(ENGINE.address());
                Mapped library = Native.load(CLibrary.path().toString(), Mapped.class);
                yield () -> byInterface(library, engine, times);
            }
        };
    }

    private static long byHandle(int times) {
        long sum = 0;
        try {
            for (int i = 0; i < times; i++) {
                sum += (int) Handle.CALL.invokeExact(ENGINE, (long) i);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("call failed", e);
        }
        return sum;
    }

    private static long byFunction(FilterFunctions functions, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += functions.FwpmFilterDeleteById0(ENGINE, i);
        }
        return sum;
    }

    private static long byVerb(Engine engine, int times) {
        for (int i = 0; i < times; i++) {
            engine.deleteFilter(i);
        }
        return times;
    }

    private static long byBindings(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += Fwpuclnt.FwpmFilterDeleteById0(ENGINE, i);
        }
        return sum;
    }

    private static long byDirectMapping(Pointer engine, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += Direct.FwpmFilterDeleteById0(engine, i);
        }
        return sum;
    }

    private static long byInterface(Mapped library, Pointer engine, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += library.FwpmFilterDeleteById0(engine, i);
        }
        return sum;
    }
}

package io.github.wfp4j.internal.abi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;

/**
 * The shapes of functions and callbacks, called in either direction.
 *
 * <p>A name gives the parameters (P pointer, S 16 bits, I 32 bits, J 64 bits) and the result.
 */
final class Shapes {
    static final FunctionDescriptor PPPtoI = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    static final FunctionDescriptor PPtoI = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    static final FunctionDescriptor PPtoV = FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    static final FunctionDescriptor PtoV = FunctionDescriptor.ofVoid(ValueLayout.ADDRESS);

    private Shapes() {
    }
}

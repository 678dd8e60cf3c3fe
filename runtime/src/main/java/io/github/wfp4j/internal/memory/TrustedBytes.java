package io.github.wfp4j.internal.memory;

import static java.lang.invoke.MethodType.methodType;

import io.github.wfp4j.types.Bytes;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * Bytes made of an array that nobody else has.
 *
 * <p>{@link Bytes#of} has to copy, because its caller may keep the array.
 */
final class TrustedBytes {
    private static final MethodHandle CONSTRUCTOR = constructor();

    private TrustedBytes() {}

    private static MethodHandle constructor() {
        try {
            return MethodHandles.privateLookupIn(Bytes.class, MethodHandles.lookup())
                    .findConstructor(Bytes.class, methodType(void.class, byte[].class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Bytes has no such constructor", e);
        }
    }

    /** {@return the bytes of an array, which the caller gives up} */
    static Bytes of(byte[] array) {
        if (array.length == 0) {
            return Bytes.empty();
        }
        try {
            return (Bytes) CONSTRUCTOR.invokeExact(array);
        } catch (Throwable e) {
            throw new AssertionError("a constructor that only assigns cannot throw", e);
        }
    }
}

package io.github.wfp4j.internal.memory;

import static java.lang.invoke.MethodType.methodType;

import io.github.wfp4j.types.Bytes;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * The array behind {@link Bytes}, which the rest of the world sees copies of.
 *
 * <p>{@link Bytes#of} has to copy, because its caller may keep the array, and so has {@link
 * Bytes#toByteArray}.
 */
final class TrustedBytes {
    private static final MethodHandle CONSTRUCTOR = constructor();
    private static final MethodHandle ARRAY = array();

    private TrustedBytes() {}

    private static MethodHandle constructor() {
        try {
            return lookup().findConstructor(Bytes.class, methodType(void.class, byte[].class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Bytes has no such constructor", e);
        }
    }

    private static MethodHandle array() {
        try {
            return lookup().findGetter(Bytes.class, "array", byte[].class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Bytes has no such field", e);
        }
    }

    private static MethodHandles.Lookup lookup() throws IllegalAccessException {
        return MethodHandles.privateLookupIn(Bytes.class, MethodHandles.lookup());
    }

    /** {@return the array itself, to be read only} */
    static byte[] arrayOf(Bytes bytes) {
        try {
            return (byte[]) ARRAY.invokeExact(bytes);
        } catch (Throwable e) {
            throw new AssertionError("a field can be read", e);
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

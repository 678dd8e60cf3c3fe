package io.github.wfp4j.internal.memory;

import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.DecodingException.Kind;

import java.lang.foreign.MemorySegment;

/**
 * Gives the pointers that a C function was called with the size of what they point to.
 *
 * <p>A pointer that comes from C has no size; one that comes from Java keeps its bounds and its
 * lifetime, so that a segment that is too small is refused and a freed one throws.
 */
@SuppressWarnings("restricted")
public final class Arguments {
    private Arguments() {}

    /**
     * {@return exactly the memory that an argument points to}
     *
     * @param pointer the argument
     * @param size the size of what it points to, in bytes
     * @param alignment the alignment of what it points to, in bytes
     * @param name the parameter, for messages
     * @throws DecodingException if it is null, misaligned, or a segment of fewer bytes
     */
    public static MemorySegment target(
            MemorySegment pointer, long size, long alignment, String name) {
        if (isNull(pointer)) {
            throw new DecodingException(Kind.NULL_POINTER, name, "is null, which it must not be");
        }
        if ((pointer.address() & (alignment - 1)) != 0) {
            throw new DecodingException(
                    name,
                    "pointer 0x%x is not a multiple of %d".formatted(pointer.address(), alignment));
        }
        if (pointer.byteSize() == 0) {
            return pointer.reinterpret(size);
        }
        if (pointer.byteSize() < size) {
            throw new DecodingException(
                    name, "has " + pointer.byteSize() + " bytes where " + size + " are needed");
        }
        return pointer.asSlice(0, size);
    }

    /** {@return whether an argument is a null pointer} */
    public static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }
}

package io.github.wfp4j.engine;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** Security descriptors and their parts in memory, where they are self-relative. */
final class Descriptors {
    private static final String MEMBER = "securityDescriptor";
    private static final int HEAD_SIZE = 20;
    private static final int PART_HEAD_SIZE = 8;
    private static final int SELF_RELATIVE = 0x8000;
    private static final int CONTROL = 2;
    private static final int OWNER = 4;
    private static final int SACL = 12;

    private Descriptors() {}

    /** {@return the descriptor in memory; a null pointer for null} */
    static MemorySegment encode(
            @Nullable SecurityDescriptor descriptor, SegmentAllocator allocator) {
        return descriptor == null ? MemorySegment.NULL : encode(descriptor.toBytes(), allocator);
    }

    /** {@return bytes in memory, aligned for every part of a descriptor} */
    static MemorySegment encode(Bytes bytes, SegmentAllocator allocator) {
        Slab slab = Slab.allocate(Slab.align(bytes.length()), allocator);
        slab.putBytes(slab.reserve(bytes.length()), bytes);
        return slab.memory();
    }

    /**
     * {@return a copy of the descriptor that an engine returned}
     *
     * @param pointer holds its address
     * @throws DecodingException if it is none, or not self-relative
     */
    static SecurityDescriptor decode(MemorySegment pointer) {
        MemorySegment head = start(pointer, HEAD_SIZE);
        if ((head.get(JAVA_SHORT_UNALIGNED, CONTROL) & SELF_RELATIVE) == 0) {
            // Its members would be read as offsets, though they are halves of pointers.
            throw new DecodingException(MEMBER, "is not self-relative");
        }
        long size = HEAD_SIZE;
        for (int member = OWNER; member < HEAD_SIZE; member += Integer.BYTES) {
            long offset = Integer.toUnsignedLong(head.get(JAVA_INT_UNALIGNED, member));
            if (offset != 0) {
                MemorySegment part = start(pointer, offset + PART_HEAD_SIZE);
                size = Math.max(size, offset + partSize(part, offset, member < SACL));
            }
        }
        try {
            return SecurityDescriptor.of(Bytes.of(start(pointer, size).toArray(JAVA_BYTE)));
        } catch (IllegalArgumentException e) {
            throw new DecodingException(MEMBER, String.valueOf(e.getMessage()));
        }
    }

    /** {@return as many bytes of the descriptor as it is known to have by now} */
    private static MemorySegment start(MemorySegment pointer, long size) {
        return Reader.DEFAULT.pointee(
                pointer, 0, Reader.DEFAULT.count(size, MEMBER), Integer.BYTES, MEMBER);
    }

    /** A SID counts its numbers of 32 bits, a list its bytes. */
    private static long partSize(MemorySegment descriptor, long offset, boolean isSid) {
        return isSid
                ? PART_HEAD_SIZE
                        + Integer.BYTES * Byte.toUnsignedLong(descriptor.get(JAVA_BYTE, offset + 1))
                : Short.toUnsignedLong(descriptor.get(JAVA_SHORT_UNALIGNED, offset + 2));
    }
}

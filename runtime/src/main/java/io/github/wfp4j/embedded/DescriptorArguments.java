package io.github.wfp4j.embedded;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;

/**
 * Reads the security descriptors that callers pass, of both kinds: one block with offsets, or a
 * head with pointers (3.26).
 *
 * <p>What is malformed answers {@code ERROR_INVALID_SECURITY_DESCR}.
 */
final class DescriptorArguments {
    private static final int REVISION = 1;
    private static final int SELF_RELATIVE = 0x8000;
    private static final int DACL_PRESENT = 0x0004;
    private static final int SACL_PRESENT = 0x0010;
    private static final int DACL_PROTECTED = 0x1000;
    private static final int DACL_AUTO_INHERITED = 0x0400;

    private static final int RELATIVE_SIZE = 20;
    private static final int ABSOLUTE_SIZE = 40;
    private static final int HEADER_SIZE = 8;

    private DescriptorArguments() {}

    /** {@return the descriptor that an argument points to, or null for a null pointer} */
    static @Nullable SecurityDescriptor optional(MemorySegment sd) {
        if (Arguments.isNull(sd)) {
            return null;
        }
        return checked(() -> {
            MemorySegment head = Arguments.target(sd, RELATIVE_SIZE, 1, "sd");
            if (head.get(JAVA_BYTE, 0) != REVISION) {
                throw new IllegalArgumentException("the revision is not 1");
            }
            int control = head.get(JAVA_SHORT_UNALIGNED, 2);
            return (control & SELF_RELATIVE) != 0 ? relative(sd, head) : absolute(sd, control);
        });
    }

    private static SecurityDescriptor relative(MemorySegment sd, MemorySegment head) {
        long size = RELATIVE_SIZE;
        for (int member = 4; member < RELATIVE_SIZE; member += Integer.BYTES) {
            long offset = Integer.toUnsignedLong(head.get(JAVA_INT_UNALIGNED, member));
            if (offset != 0) {
                MemorySegment part = Arguments.target(sd, offset + HEADER_SIZE, 1, "sd");
                MemorySegment partHead = part.asSlice(offset, HEADER_SIZE);
                size = Math.max(size, offset + (member < 12 ? sidSize(partHead) : 0));
                size = Math.max(size, offset + (member < 12 ? 0 : listSize(partHead)));
            }
        }
        return SecurityDescriptor.of(bytes(Arguments.target(sd, size, 1, "sd")));
    }

    private static SecurityDescriptor absolute(MemorySegment sd, int control) {
        MemorySegment head = Arguments.target(sd, ABSOLUTE_SIZE, ADDRESS.byteAlignment(), "sd");
        return new SecurityDescriptor(
                sidOrNull(head.get(ADDRESS, 8)),
                sidOrNull(head.get(ADDRESS, 16)),
                (control & DACL_PRESENT) == 0 ? null : list(head.get(ADDRESS, 32)),
                (control & SACL_PRESENT) == 0 ? null : list(head.get(ADDRESS, 24)),
                (control & DACL_PROTECTED) != 0,
                (control & DACL_AUTO_INHERITED) != 0);
    }

    /** Refuses bytes that are no self-relative descriptor (4.41). */
    static void requireValid(Bytes descriptor) {
        checked(() -> SecurityDescriptor.of(descriptor));
    }

    /** {@return the SID that an argument points to} */
    static Sid sid(MemorySegment pointer) {
        return checked(() -> {
            long size = sidSize(Arguments.target(pointer, HEADER_SIZE, 1, "sid"));
            return Sid.of(bytes(Arguments.target(pointer, size, 1, "sid")));
        });
    }

    /** {@return the list that an argument points to, or null for a null pointer} */
    static @Nullable AccessControlList list(MemorySegment pointer) {
        return Arguments.isNull(pointer) ? null : checked(() -> readList(pointer));
    }

    private static @Nullable Sid sidOrNull(MemorySegment pointer) {
        return Arguments.isNull(pointer) ? null : sid(pointer);
    }

    private static AccessControlList readList(MemorySegment pointer) {
        long size = listSize(Arguments.target(pointer, HEADER_SIZE, 1, "acl"));
        return AccessControlList.of(bytes(Arguments.target(pointer, size, 1, "acl")));
    }

    private static long sidSize(MemorySegment head) {
        return HEADER_SIZE + Integer.BYTES * Byte.toUnsignedLong(head.get(JAVA_BYTE, 1));
    }

    private static long listSize(MemorySegment head) {
        return Math.max(HEADER_SIZE, Short.toUnsignedLong(head.get(JAVA_SHORT_UNALIGNED, 2)));
    }

    private static Bytes bytes(MemorySegment memory) {
        return Bytes.of(memory.toArray(JAVA_BYTE));
    }

    private static <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw EngineFailure.asHresult(ErrorCode.ERROR_INVALID_SECURITY_DESCR);
        }
    }
}

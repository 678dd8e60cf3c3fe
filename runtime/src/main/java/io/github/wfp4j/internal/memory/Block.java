package io.github.wfp4j.internal.memory;

import io.github.wfp4j.types.DecodingException;

import java.lang.foreign.MemorySegment;

/**
 * A struct and everything that it points to, with distances from its start for pointers.
 *
 * <p>It is not trusted: nothing outside is read. {@link Slab} writes each piece once, so that who
 * reads more than there is follows pointers that lead to one place, which could multiply a small
 * block to any size.
 */
final class Block {
    /** The start of a security identifier is read twice: to learn its size, and whole. */
    private static final int READINGS = 2;

    private final MemorySegment memory;
    private long left;

    Block(MemorySegment memory) {
        this.memory = memory;
        left = READINGS * memory.byteSize();
    }

    /** {@return everything; a distance is an offset in it} */
    MemorySegment memory() {
        return memory;
    }

    /** Checks that bytes at a distance from the start are there, and counts them as read. */
    void take(long distance, long size, String member) {
        requireWithin(distance, size, member);
        spend(size, member);
    }

    /** {@return how many bytes there are from a distance on} */
    long from(long distance, String member) {
        requireWithin(distance, 0, member);
        return memory.byteSize() - distance;
    }

    private void requireWithin(long distance, long size, String member) {
        if (distance < 0 || size > memory.byteSize() - distance) {
            throw new DecodingException(
                    member,
                    "%d bytes at 0x%x are not within the %d of the block"
                            .formatted(size, distance, memory.byteSize()));
        }
    }

    /** Counts bytes that were read. */
    void spend(long bytes, String member) {
        left -= bytes;
        if (left < 0) {
            throw new DecodingException(member, "the block points to its parts more than once");
        }
    }
}

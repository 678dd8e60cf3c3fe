package io.github.wfp4j.internal.codec;

import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.win32.SidIdentifierAuthority;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link SidIdentifierAuthority} as {@code SID_IDENTIFIER_AUTHORITY}.
 */
public final class SidIdentifierAuthorityCodec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 6;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 1;

    /**
     * The offset of {@code Value}.
     */
    public static final long VALUE = 0;

    private SidIdentifierAuthorityCodec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(MemoryLayout.sequenceLayout(6, ValueLayout.JAVA_BYTE).withName("Value")).withName("SID_IDENTIFIER_AUTHORITY");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(SidIdentifierAuthority value, SegmentAllocator allocator) {
        Slab room = Slab.unmeasured(allocator);
        if (room != null) {
            try {
                write(value, room, room.reserve(BYTE_SIZE));
                return room.memory();
            } catch (Slab.FullException _) {
                // then it is measured
            }
        }
        Slab out = Slab.allocate(Slab.align(BYTE_SIZE) + extent(value), allocator);
        write(value, out, out.reserve(BYTE_SIZE));
        return out.memory();
    }

    /**
     * Writes the struct to zeroed memory, at an offset of a slab.
     */
    public static void write(SidIdentifierAuthority value, Slab out, long offset) {
        out.putBytes(offset + VALUE, value.value());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(SidIdentifierAuthority value) {
        return 0;
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static SidIdentifierAuthority decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static SidIdentifierAuthority read(Reader in, MemorySegment source, long offset) {
        return new SidIdentifierAuthority(Reader.bytes(source, offset + VALUE, 6));
    }
}

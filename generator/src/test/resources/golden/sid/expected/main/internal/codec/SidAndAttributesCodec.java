package io.github.wfp4j.internal.codec;

import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.win32.SeGroupFlags;
import io.github.wfp4j.win32.SidAndAttributes;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link SidAndAttributes} as {@code SID_AND_ATTRIBUTES}.
 */
public final class SidAndAttributesCodec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 16;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code Sid}.
     */
    public static final long SID = 0;

    /**
     * The offset of {@code Attributes}.
     */
    public static final long ATTRIBUTES = 8;

    private SidAndAttributesCodec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.ADDRESS.withName("Sid"),
                ValueLayout.JAVA_INT.withName("Attributes"),
                MemoryLayout.paddingLayout(4)).withName("SID_AND_ATTRIBUTES");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(SidAndAttributes value, SegmentAllocator allocator) {
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
    public static void write(SidAndAttributes value, Slab out, long offset) {
        out.putSid(offset + SID, value.sid());
        out.putInt(offset + ATTRIBUTES, value.attributes().bits());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(SidAndAttributes value) {
        return Slab.sidExtent(value.sid());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static SidAndAttributes decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static SidAndAttributes read(Reader in, MemorySegment source, long offset) {
        return new SidAndAttributes(in.sid(source, offset + SID, "SID_AND_ATTRIBUTES.Sid"), new SeGroupFlags(Reader.int32(source, offset + ATTRIBUTES)));
    }
}

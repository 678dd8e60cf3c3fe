package io.github.wfp4j.internal.codec;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link FwpmDisplayData0} as {@code FWPM_DISPLAY_DATA0}.
 */
public final class FwpmDisplayData0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 16;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code name}.
     */
    public static final long NAME = 0;

    /**
     * The offset of {@code description}.
     */
    public static final long DESCRIPTION = 8;

    private FwpmDisplayData0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.ADDRESS.withName("name"),
                ValueLayout.ADDRESS.withName("description")).withName("FWPM_DISPLAY_DATA0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(FwpmDisplayData0 value, SegmentAllocator allocator) {
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
    public static void write(FwpmDisplayData0 value, Slab out, long offset) {
        out.putText(offset + NAME, value.name());
        out.putText(offset + DESCRIPTION, value.description());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(FwpmDisplayData0 value) {
        return Slab.textExtent(value.name())
        + Slab.textExtent(value.description());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static FwpmDisplayData0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static FwpmDisplayData0 read(Reader in, MemorySegment source, long offset) {
        return new FwpmDisplayData0(in.textOrNull(source, offset + NAME, "FWPM_DISPLAY_DATA0.name"), in.textOrNull(source, offset + DESCRIPTION, "FWPM_DISPLAY_DATA0.description"));
    }
}

package io.github.wfp4j.internal.codec;

import io.github.wfp4j.ikeext.IkeextNameCredential0;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link IkeextNameCredential0} as {@code IKEEXT_NAME_CREDENTIAL0}.
 */
public final class IkeextNameCredential0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 8;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code principalName}.
     */
    public static final long PRINCIPAL_NAME = 0;

    private IkeextNameCredential0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.ADDRESS.withName("principalName")).withName("IKEEXT_NAME_CREDENTIAL0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(IkeextNameCredential0 value, SegmentAllocator allocator) {
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
    public static void write(IkeextNameCredential0 value, Slab out, long offset) {
        out.putText(offset + PRINCIPAL_NAME, value.principalName());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(IkeextNameCredential0 value) {
        return Slab.textExtent(value.principalName());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static IkeextNameCredential0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static IkeextNameCredential0 read(Reader in, MemorySegment source, long offset) {
        return new IkeextNameCredential0(in.text(source, offset + PRINCIPAL_NAME, "IKEEXT_NAME_CREDENTIAL0.principalName"));
    }
}

package io.github.wfp4j.internal.codec;

import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication0;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;

/**
 * Reads and writes {@link IkeextPresharedKeyAuthentication0} as {@code IKEEXT_PRESHARED_KEY_AUTHENTICATION0}.
 */
public final class IkeextPresharedKeyAuthentication0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 16;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code presharedKey}.
     */
    public static final long PRESHARED_KEY = 0;

    private IkeextPresharedKeyAuthentication0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(FwpByteBlobCodec.layout().withName("presharedKey")).withName("IKEEXT_PRESHARED_KEY_AUTHENTICATION0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(IkeextPresharedKeyAuthentication0 value,
            SegmentAllocator allocator) {
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
    public static void write(IkeextPresharedKeyAuthentication0 value, Slab out, long offset) {
        FwpByteBlobCodec.write(value.presharedKey(), out, offset + PRESHARED_KEY);
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(IkeextPresharedKeyAuthentication0 value) {
        return FwpByteBlobCodec.extent(value.presharedKey());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static IkeextPresharedKeyAuthentication0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static IkeextPresharedKeyAuthentication0 read(Reader in, MemorySegment source,
            long offset) {
        return new IkeextPresharedKeyAuthentication0(FwpByteBlobCodec.read(in, source, offset + PRESHARED_KEY));
    }
}

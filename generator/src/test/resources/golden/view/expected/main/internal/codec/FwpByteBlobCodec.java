package io.github.wfp4j.internal.codec;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link FwpByteBlob} as {@code FWP_BYTE_BLOB}.
 */
public final class FwpByteBlobCodec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 16;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code size}.
     */
    public static final long SIZE = 0;

    /**
     * The offset of {@code data}.
     */
    public static final long DATA = 8;

    private FwpByteBlobCodec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("size"),
                MemoryLayout.paddingLayout(4),
                ValueLayout.ADDRESS.withName("data")).withName("FWP_BYTE_BLOB");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(FwpByteBlob value, SegmentAllocator allocator) {
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
    public static void write(FwpByteBlob value, Slab out, long offset) {
        out.putInt(offset + SIZE, value.data().length());
        out.putBytesPointer(offset + DATA, value.data());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(FwpByteBlob value) {
        return Slab.align(value.data().length());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static FwpByteBlob decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static FwpByteBlob read(Reader in, MemorySegment source, long offset) {
        return new FwpByteBlob(in.countedBytes(source, offset + DATA, in.count(Integer.toUnsignedLong(Reader.int32(source, offset + SIZE)), "FWP_BYTE_BLOB.size"), "FWP_BYTE_BLOB.data"));
    }
}

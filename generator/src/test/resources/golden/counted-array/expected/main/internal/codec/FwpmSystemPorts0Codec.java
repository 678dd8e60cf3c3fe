package io.github.wfp4j.internal.codec;

import io.github.wfp4j.fwpm.FwpmSystemPorts0;
import io.github.wfp4j.fwpm.FwpmSystemPortsByType0;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Reads and writes {@link FwpmSystemPorts0} as {@code FWPM_SYSTEM_PORTS0}.
 */
public final class FwpmSystemPorts0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 16;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code numTypes}.
     */
    public static final long NUM_TYPES = 0;

    /**
     * The offset of {@code types}.
     */
    public static final long TYPES = 8;

    private FwpmSystemPorts0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("numTypes"),
                MemoryLayout.paddingLayout(4),
                ValueLayout.ADDRESS.withName("types")).withName("FWPM_SYSTEM_PORTS0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(FwpmSystemPorts0 value, SegmentAllocator allocator) {
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

    private static void writeTypes(List<FwpmSystemPortsByType0> value, Slab out, long offset) {
        out.putInt(offset + NUM_TYPES, value.size());
        long array = out.putArray(offset + TYPES, value.size(), 16);
        for (FwpmSystemPortsByType0 element : value) {
            FwpmSystemPortsByType0Codec.write(element, out, array);
            array += 16;
        }
    }

    /**
     * Writes the struct to zeroed memory, at an offset of a slab.
     */
    public static void write(FwpmSystemPorts0 value, Slab out, long offset) {
        writeTypes(value.types(), out, offset);
    }

    private static long extentOfTypes(List<FwpmSystemPortsByType0> value) {
        long extent = Slab.align(FwpmSystemPortsByType0Codec.BYTE_SIZE * value.size());
        for (FwpmSystemPortsByType0 element : value) {
            extent += FwpmSystemPortsByType0Codec.extent(element);
        }
        return extent;
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(FwpmSystemPorts0 value) {
        return extentOfTypes(value.types());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static FwpmSystemPorts0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    private static List<FwpmSystemPortsByType0> readTypes(Reader in, MemorySegment source,
            long offset) {
        int count = in.count(Integer.toUnsignedLong(Reader.int32(source, offset + NUM_TYPES)), "FWPM_SYSTEM_PORTS0.numTypes");
        long array = in.arrayPlace(source, offset + TYPES, count, 16, 8, "FWPM_SYSTEM_PORTS0.types");
        FwpmSystemPortsByType0[] elements = new FwpmSystemPortsByType0[count];
        for (int i = 0; i < count; i++) {
            elements[i] = FwpmSystemPortsByType0Codec.read(in, in.memory(), array + FwpmSystemPortsByType0Codec.BYTE_SIZE * i);
        }
        return List.of(elements);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static FwpmSystemPorts0 read(Reader in, MemorySegment source, long offset) {
        return new FwpmSystemPorts0(readTypes(in, source, offset));
    }
}

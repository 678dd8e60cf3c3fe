package io.github.wfp4j.internal.codec;

import io.github.wfp4j.fwpm.FwpmSystemPortType;
import io.github.wfp4j.fwpm.FwpmSystemPortsByType0;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link FwpmSystemPortsByType0} as {@code FWPM_SYSTEM_PORTS_BY_TYPE0}.
 */
public final class FwpmSystemPortsByType0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 16;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code type}.
     */
    public static final long TYPE = 0;

    /**
     * The offset of {@code numPorts}.
     */
    public static final long NUM_PORTS = 4;

    /**
     * The offset of {@code ports}.
     */
    public static final long PORTS = 8;

    private FwpmSystemPortsByType0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("type"),
                ValueLayout.JAVA_INT.withName("numPorts"),
                ValueLayout.ADDRESS.withName("ports")).withName("FWPM_SYSTEM_PORTS_BY_TYPE0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(FwpmSystemPortsByType0 value, SegmentAllocator allocator) {
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
    public static void write(FwpmSystemPortsByType0 value, Slab out, long offset) {
        out.putInt(offset + TYPE, value.type().value());
        out.putInt(offset + NUM_PORTS, value.ports().size());
        out.putShorts(out.putArray(offset + PORTS, value.ports().size(), 2), value.ports());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(FwpmSystemPortsByType0 value) {
        return Slab.align(2L * value.ports().size());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static FwpmSystemPortsByType0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static FwpmSystemPortsByType0 read(Reader in, MemorySegment source, long offset) {
        return new FwpmSystemPortsByType0(Reader.known(FwpmSystemPortType.find(Reader.int32(source, offset + TYPE)), Reader.int32(source, offset + TYPE), "FWPM_SYSTEM_PORTS_BY_TYPE0.type", "FWPM_SYSTEM_PORT_TYPE"), in.countedShorts(source, offset + PORTS, in.count(Integer.toUnsignedLong(Reader.int32(source, offset + NUM_PORTS)), "FWPM_SYSTEM_PORTS_BY_TYPE0.numPorts"), "FWPM_SYSTEM_PORTS_BY_TYPE0.ports"));
    }
}

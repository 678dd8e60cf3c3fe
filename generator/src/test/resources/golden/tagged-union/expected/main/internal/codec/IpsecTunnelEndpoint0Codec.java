package io.github.wfp4j.internal.codec;

import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoint0;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link IpsecTunnelEndpoint0} as {@code IPSEC_TUNNEL_ENDPOINT0}.
 */
public final class IpsecTunnelEndpoint0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 20;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 4;

    /**
     * The offset of {@code ipVersion}.
     */
    public static final long IP_VERSION = 0;

    /**
     * The offset of {@code v4Address}.
     */
    public static final long V4_ADDRESS = 4;

    /**
     * The offset of {@code v6Address}.
     */
    public static final long V6_ADDRESS = 4;

    private IpsecTunnelEndpoint0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("ipVersion"),
                MemoryLayout.unionLayout(ValueLayout.JAVA_INT.withName("v4Address"),
                MemoryLayout.sequenceLayout(16, ValueLayout.JAVA_BYTE).withName("v6Address")).withName("$union1")).withName("IPSEC_TUNNEL_ENDPOINT0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(IpsecTunnelEndpoint0 value, SegmentAllocator allocator) {
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

    private static void writeUnion(IpsecTunnelEndpoint0 value, Slab out, long offset) {
        switch (value) {
            case IpsecTunnelEndpoint0.V4 it -> {
                out.putInt(offset + IP_VERSION, 0);
                out.putInt(offset + V4_ADDRESS, it.v4Address());
            }
            case IpsecTunnelEndpoint0.V6 it -> {
                out.putInt(offset + IP_VERSION, 1);
                out.putBytes(offset + V6_ADDRESS, it.v6Address());
            }
        }
    }

    /**
     * Writes the struct to zeroed memory, at an offset of a slab.
     */
    public static void write(IpsecTunnelEndpoint0 value, Slab out, long offset) {
        writeUnion(value, out, offset);
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(IpsecTunnelEndpoint0 value) {
        return 0;
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static IpsecTunnelEndpoint0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    private static IpsecTunnelEndpoint0 readUnion(MemorySegment source, long offset) {
        int tag = Reader.int32(source, offset + IP_VERSION);
        return switch (tag) {
            case 0 -> new IpsecTunnelEndpoint0.V4(Integer.toUnsignedLong(Reader.int32(source, offset + V4_ADDRESS)));
            case 1 -> new IpsecTunnelEndpoint0.V6(Reader.bytes(source, offset + V6_ADDRESS, 16));
            default -> throw Reader.noCase(tag, "IPSEC_TUNNEL_ENDPOINT0.ipVersion", "FWP_IP_VERSION");
        };
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static IpsecTunnelEndpoint0 read(Reader in, MemorySegment source, long offset) {
        return readUnion(source, offset);
    }
}

package io.github.wfp4j.internal.codec;

import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints0;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link IpsecTunnelEndpoints0} as {@code IPSEC_TUNNEL_ENDPOINTS0}.
 */
public final class IpsecTunnelEndpoints0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 36;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 4;

    /**
     * The offset of {@code ipVersion}.
     */
    public static final long IP_VERSION = 0;

    /**
     * The offset of {@code localV4Address}.
     */
    public static final long LOCAL_V4_ADDRESS = 4;

    /**
     * The offset of {@code localV6Address}.
     */
    public static final long LOCAL_V6_ADDRESS = 4;

    /**
     * The offset of {@code remoteV4Address}.
     */
    public static final long REMOTE_V4_ADDRESS = 20;

    /**
     * The offset of {@code remoteV6Address}.
     */
    public static final long REMOTE_V6_ADDRESS = 20;

    private IpsecTunnelEndpoints0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("ipVersion"),
                MemoryLayout.unionLayout(ValueLayout.JAVA_INT.withName("localV4Address"),
                MemoryLayout.sequenceLayout(16, ValueLayout.JAVA_BYTE).withName("localV6Address")).withName("$union1"),
                MemoryLayout.unionLayout(ValueLayout.JAVA_INT.withName("remoteV4Address"),
                MemoryLayout.sequenceLayout(16, ValueLayout.JAVA_BYTE).withName("remoteV6Address")).withName("$union2")).withName("IPSEC_TUNNEL_ENDPOINTS0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(IpsecTunnelEndpoints0 value, SegmentAllocator allocator) {
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

    private static void writeLocalAddressUnion(IpsecTunnelEndpoints0.LocalAddress value, Slab out,
            long offset) {
        switch (value) {
            case IpsecTunnelEndpoints0.LocalAddress.V4 it -> {
                out.putInt(offset + IP_VERSION, 0);
                out.putInt(offset + LOCAL_V4_ADDRESS, it.localV4Address());
            }
            case IpsecTunnelEndpoints0.LocalAddress.V6 it -> {
                out.putInt(offset + IP_VERSION, 1);
                out.putBytes(offset + LOCAL_V6_ADDRESS, it.localV6Address());
            }
        }
    }

    private static void writeRemoteAddressUnion(IpsecTunnelEndpoints0.RemoteAddress value, Slab out,
            long offset) {
        switch (value) {
            case IpsecTunnelEndpoints0.RemoteAddress.V4 it -> {
                out.putInt(offset + IP_VERSION, 0);
                out.putInt(offset + REMOTE_V4_ADDRESS, it.remoteV4Address());
            }
            case IpsecTunnelEndpoints0.RemoteAddress.V6 it -> {
                out.putInt(offset + IP_VERSION, 1);
                out.putBytes(offset + REMOTE_V6_ADDRESS, it.remoteV6Address());
            }
        }
    }

    /**
     * Writes the struct to zeroed memory, at an offset of a slab.
     */
    public static void write(IpsecTunnelEndpoints0 value, Slab out, long offset) {
        writeLocalAddressUnion(value.localAddress(), out, offset);
        writeRemoteAddressUnion(value.remoteAddress(), out, offset);
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(IpsecTunnelEndpoints0 value) {
        return 0;
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static IpsecTunnelEndpoints0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    private static IpsecTunnelEndpoints0.LocalAddress readLocalAddressUnion(MemorySegment source,
            long offset) {
        int tag = Reader.int32(source, offset + IP_VERSION);
        return switch (tag) {
            case 0 -> new IpsecTunnelEndpoints0.LocalAddress.V4(Integer.toUnsignedLong(Reader.int32(source, offset + LOCAL_V4_ADDRESS)));
            case 1 -> new IpsecTunnelEndpoints0.LocalAddress.V6(Reader.bytes(source, offset + LOCAL_V6_ADDRESS, 16));
            default -> throw Reader.noCase(tag, "IPSEC_TUNNEL_ENDPOINTS0.ipVersion", "FWP_IP_VERSION");
        };
    }

    private static IpsecTunnelEndpoints0.RemoteAddress readRemoteAddressUnion(MemorySegment source,
            long offset) {
        int tag = Reader.int32(source, offset + IP_VERSION);
        return switch (tag) {
            case 0 -> new IpsecTunnelEndpoints0.RemoteAddress.V4(Integer.toUnsignedLong(Reader.int32(source, offset + REMOTE_V4_ADDRESS)));
            case 1 -> new IpsecTunnelEndpoints0.RemoteAddress.V6(Reader.bytes(source, offset + REMOTE_V6_ADDRESS, 16));
            default -> throw Reader.noCase(tag, "IPSEC_TUNNEL_ENDPOINTS0.ipVersion", "FWP_IP_VERSION");
        };
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static IpsecTunnelEndpoints0 read(Reader in, MemorySegment source, long offset) {
        return new IpsecTunnelEndpoints0(readLocalAddressUnion(source, offset), readRemoteAddressUnion(source, offset));
    }
}

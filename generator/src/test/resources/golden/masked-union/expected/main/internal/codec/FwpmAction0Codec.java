package io.github.wfp4j.internal.codec;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.RecentKeys;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link FwpmAction0} as {@code FWPM_ACTION0}.
 */
public final class FwpmAction0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 20;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 4;

    /**
     * The offset of {@code type}.
     */
    public static final long TYPE = 0;

    /**
     * The offset of {@code filterType}.
     */
    public static final long FILTER_TYPE = 4;

    /**
     * The offset of {@code calloutKey}.
     */
    public static final long CALLOUT_KEY = 4;

    private FwpmAction0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("type"),
                MemoryLayout.unionLayout(GuidCodec.layout().withName("filterType"),
                GuidCodec.layout().withName("calloutKey")).withName("$union1")).withName("FWPM_ACTION0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(FwpmAction0 value, SegmentAllocator allocator) {
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

    private static void writeTargetUnion(FwpmAction0.Target value, Slab out, long offset) {
        switch (value) {
            case FwpmAction0.Target.FilterType it -> {
                out.putGuid(offset + FILTER_TYPE, it.filterType());
            }
            case FwpmAction0.Target.Callout it -> {
                out.putGuid(offset + CALLOUT_KEY, it.calloutKey().guid());
            }
        }
    }

    /**
     * Writes the struct to zeroed memory, at an offset of a slab.
     */
    public static void write(FwpmAction0 value, Slab out, long offset) {
        out.putInt(offset + TYPE, value.type().value());
        writeTargetUnion(value.target(), out, offset);
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(FwpmAction0 value) {
        return 0;
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static FwpmAction0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    private static FwpmAction0.Target readTargetUnion(MemorySegment source, long offset) {
        int tag = Reader.int32(source, offset + TYPE) & 0x4000;
        return switch (tag) {
            case 0 -> new FwpmAction0.Target.FilterType(Reader.guid(source, offset + FILTER_TYPE));
            case 16384 -> new FwpmAction0.Target.Callout(RecentKeys.CALLOUTS.at(source, offset + CALLOUT_KEY));
            default -> throw Reader.noCase(tag, "FWPM_ACTION0.type", "FWP_ACTION");
        };
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static FwpmAction0 read(Reader in, MemorySegment source, long offset) {
        return new FwpmAction0(Reader.known(FwpActionType.find(Reader.int32(source, offset + TYPE)), Reader.int32(source, offset + TYPE), "FWPM_ACTION0.type", "FWP_ACTION"), readTargetUnion(source, offset));
    }
}

package io.github.wfp4j.internal.codec;

import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.RecentKeys;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.ProviderKey;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@link FwpmSublayer0} as {@code FWPM_SUBLAYER0}.
 */
public final class FwpmSublayer0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 72;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code subLayerKey}.
     */
    public static final long SUB_LAYER_KEY = 0;

    /**
     * The offset of {@code displayData}.
     */
    public static final long DISPLAY_DATA = 16;

    /**
     * The offset of {@code flags}.
     */
    public static final long FLAGS = 32;

    /**
     * The offset of {@code providerKey}.
     */
    public static final long PROVIDER_KEY = 40;

    /**
     * The offset of {@code providerData}.
     */
    public static final long PROVIDER_DATA = 48;

    /**
     * The offset of {@code weight}.
     */
    public static final long WEIGHT = 64;

    private FwpmSublayer0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(GuidCodec.layout().withName("subLayerKey"),
                FwpmDisplayData0Codec.layout().withName("displayData"),
                ValueLayout.JAVA_INT.withName("flags"),
                MemoryLayout.paddingLayout(4),
                ValueLayout.ADDRESS.withName("providerKey"),
                FwpByteBlobCodec.layout().withName("providerData"),
                ValueLayout.JAVA_SHORT.withName("weight"),
                MemoryLayout.paddingLayout(6)).withName("FWPM_SUBLAYER0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(FwpmSublayer0 value, SegmentAllocator allocator) {
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

    private static void writeProviderKey(@Nullable ProviderKey value, Slab out, long offset) {
        out.putGuidPointer(offset + PROVIDER_KEY, value == null ? null : value.guid());
    }

    /**
     * Writes the struct to zeroed memory, at an offset of a slab.
     */
    public static void write(FwpmSublayer0 value, Slab out, long offset) {
        out.putGuid(offset + SUB_LAYER_KEY, value.subLayerKey().guid());
        FwpmDisplayData0Codec.write(value.displayData(), out, offset + DISPLAY_DATA);
        out.putInt(offset + FLAGS, value.flags().bits());
        writeProviderKey(value.providerKey(), out, offset);
        FwpByteBlobCodec.write(value.providerData(), out, offset + PROVIDER_DATA);
        out.putShort(offset + WEIGHT, value.weight());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(FwpmSublayer0 value) {
        return FwpmDisplayData0Codec.extent(value.displayData())
        + Slab.guidExtent(value.providerKey())
        + FwpByteBlobCodec.extent(value.providerData());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static FwpmSublayer0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    private static @Nullable ProviderKey readProviderKey(Reader in, MemorySegment source,
            long offset) {
        long place = in.placeOrNone(source, offset + PROVIDER_KEY, 16, 4, "FWPM_SUBLAYER0.providerKey");
        return place == 0 ? null : RecentKeys.PROVIDERS.at(in.memory(), place);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static FwpmSublayer0 read(Reader in, MemorySegment source, long offset) {
        return new FwpmSublayer0(RecentKeys.SUBLAYERS.at(source, offset + SUB_LAYER_KEY), FwpmDisplayData0Codec.read(in, source, offset + DISPLAY_DATA), new FwpmSublayerFlags(Reader.int32(source, offset + FLAGS)), readProviderKey(in, source, offset), FwpByteBlobCodec.read(in, source, offset + PROVIDER_DATA), Short.toUnsignedInt(Reader.int16(source, offset + WEIGHT)));
    }
}

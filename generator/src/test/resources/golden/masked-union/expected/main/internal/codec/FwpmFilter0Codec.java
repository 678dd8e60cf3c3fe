package io.github.wfp4j.internal.codec;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.RecentKeys;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@link FwpmFilter0} as {@code FWPM_FILTER0}.
 */
public final class FwpmFilter0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 80;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code filterKey}.
     */
    public static final long FILTER_KEY = 0;

    /**
     * The offset of {@code flags}.
     */
    public static final long FLAGS = 16;

    /**
     * The offset of {@code providerKey}.
     */
    public static final long PROVIDER_KEY = 24;

    /**
     * The offset of {@code action}.
     */
    public static final long ACTION = 32;

    /**
     * The offset of {@code rawContext}.
     */
    public static final long RAW_CONTEXT = 56;

    /**
     * The offset of {@code providerContextKey}.
     */
    public static final long PROVIDER_CONTEXT_KEY = 56;

    /**
     * The offset of {@code filterId}.
     */
    public static final long FILTER_ID = 72;

    private FwpmFilter0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(GuidCodec.layout().withName("filterKey"),
                ValueLayout.JAVA_INT.withName("flags"),
                MemoryLayout.paddingLayout(4),
                ValueLayout.ADDRESS.withName("providerKey"),
                FwpmAction0Codec.layout().withName("action"),
                MemoryLayout.paddingLayout(4),
                MemoryLayout.unionLayout(ValueLayout.JAVA_LONG.withName("rawContext"),
                GuidCodec.layout().withName("providerContextKey")).withName("$union1"),
                ValueLayout.JAVA_LONG.withName("filterId")).withName("FWPM_FILTER0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(FwpmFilter0 value, SegmentAllocator allocator) {
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

    private static void writeContextUnion(FwpmFilter0.Context value, Slab out, long offset) {
        switch (value) {
            case FwpmFilter0.Context.RawContext it -> {
                out.putLong(offset + RAW_CONTEXT, it.rawContext());
            }
            case FwpmFilter0.Context.ProviderContext it -> {
                out.putGuid(offset + PROVIDER_CONTEXT_KEY, it.providerContextKey().guid());
            }
        }
    }

    /**
     * Writes the struct to zeroed memory, at an offset of a slab.
     */
    public static void write(FwpmFilter0 value, Slab out, long offset) {
        out.putGuid(offset + FILTER_KEY, value.filterKey().guid());
        out.putInt(offset + FLAGS, value.flags().bits());
        writeProviderKey(value.providerKey(), out, offset);
        FwpmAction0Codec.write(value.action(), out, offset + ACTION);
        writeContextUnion(value.context(), out, offset);
        out.putLong(offset + FILTER_ID, value.filterId());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(FwpmFilter0 value) {
        return Slab.guidExtent(value.providerKey());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static FwpmFilter0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    private static @Nullable ProviderKey readProviderKey(Reader in, MemorySegment source,
            long offset) {
        long place = in.placeOrNone(source, offset + PROVIDER_KEY, 16, 4, "FWPM_FILTER0.providerKey");
        return place == 0 ? null : RecentKeys.PROVIDERS.at(in.memory(), place);
    }

    private static FwpmFilter0.Context readContextUnion(MemorySegment source, long offset) {
        int tag = Reader.int32(source, offset + FLAGS) & 0x4;
        return switch (tag) {
            case 0 -> new FwpmFilter0.Context.RawContext(Reader.int64(source, offset + RAW_CONTEXT));
            case 4 -> new FwpmFilter0.Context.ProviderContext(new ProviderContextKey(Reader.guid(source, offset + PROVIDER_CONTEXT_KEY)));
            default -> throw Reader.noCase(tag, "FWPM_FILTER0.flags", "FWPM_FILTER_FLAG");
        };
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static FwpmFilter0 read(Reader in, MemorySegment source, long offset) {
        return new FwpmFilter0(new FilterKey(Reader.guid(source, offset + FILTER_KEY)), new FwpmFilterFlags(Reader.int32(source, offset + FLAGS)), readProviderKey(in, source, offset), FwpmAction0Codec.read(in, source, offset + ACTION), readContextUnion(source, offset), Reader.int64(source, offset + FILTER_ID));
    }
}

package io.github.wfp4j.internal.codec;

import io.github.wfp4j.ikeext.IkeextCertCredentialFlags;
import io.github.wfp4j.ikeext.IkeextCertificateCredential0;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link IkeextCertificateCredential0} as {@code IKEEXT_CERTIFICATE_CREDENTIAL0}.
 */
public final class IkeextCertificateCredential0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 40;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code subjectName}.
     */
    public static final long SUBJECT_NAME = 0;

    /**
     * The offset of {@code certHash}.
     */
    public static final long CERT_HASH = 16;

    /**
     * The offset of {@code flags}.
     */
    public static final long FLAGS = 32;

    private IkeextCertificateCredential0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(FwpByteBlobCodec.layout().withName("subjectName"),
                FwpByteBlobCodec.layout().withName("certHash"),
                ValueLayout.JAVA_INT.withName("flags"),
                MemoryLayout.paddingLayout(4)).withName("IKEEXT_CERTIFICATE_CREDENTIAL0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(IkeextCertificateCredential0 value,
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
    public static void write(IkeextCertificateCredential0 value, Slab out, long offset) {
        FwpByteBlobCodec.write(value.subjectName(), out, offset + SUBJECT_NAME);
        FwpByteBlobCodec.write(value.certHash(), out, offset + CERT_HASH);
        out.putInt(offset + FLAGS, value.flags().bits());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(IkeextCertificateCredential0 value) {
        return FwpByteBlobCodec.extent(value.subjectName())
        + FwpByteBlobCodec.extent(value.certHash());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static IkeextCertificateCredential0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static IkeextCertificateCredential0 read(Reader in, MemorySegment source, long offset) {
        return new IkeextCertificateCredential0(FwpByteBlobCodec.read(in, source, offset + SUBJECT_NAME), FwpByteBlobCodec.read(in, source, offset + CERT_HASH), new IkeextCertCredentialFlags(Reader.int32(source, offset + FLAGS)));
    }
}

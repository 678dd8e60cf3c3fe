package io.github.wfp4j.internal.codec;

import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ikeext.IkeextCertificateCredential0;
import io.github.wfp4j.ikeext.IkeextCredential0;
import io.github.wfp4j.ikeext.IkeextNameCredential0;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication0;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@link IkeextCredential0} as {@code IKEEXT_CREDENTIAL0}.
 */
public final class IkeextCredential0Codec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 16;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code authenticationMethodType}.
     */
    public static final long AUTHENTICATION_METHOD_TYPE = 0;

    /**
     * The offset of {@code impersonationType}.
     */
    public static final long IMPERSONATION_TYPE = 4;

    /**
     * The offset of {@code presharedKey}.
     */
    public static final long PRESHARED_KEY = 8;

    /**
     * The offset of {@code certificate}.
     */
    public static final long CERTIFICATE = 8;

    /**
     * The offset of {@code name}.
     */
    public static final long NAME = 8;

    private IkeextCredential0Codec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("authenticationMethodType"),
                ValueLayout.JAVA_INT.withName("impersonationType"),
                MemoryLayout.unionLayout(ValueLayout.ADDRESS.withName("presharedKey"),
                ValueLayout.ADDRESS.withName("certificate"),
                ValueLayout.ADDRESS.withName("name")).withName("$union1")).withName("IKEEXT_CREDENTIAL0");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(IkeextCredential0 value, SegmentAllocator allocator) {
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

    private static void writePresharedKey(@Nullable IkeextPresharedKeyAuthentication0 value,
            Slab out, long offset) {
        if (value == null) {
            return;
        }
        long place = out.reserve(IkeextPresharedKeyAuthentication0Codec.BYTE_SIZE);
        out.putPointer(offset + PRESHARED_KEY, place);
        IkeextPresharedKeyAuthentication0Codec.write(value, out, place);
    }

    private static void writeCertificate(@Nullable IkeextCertificateCredential0 value, Slab out,
            long offset) {
        if (value == null) {
            return;
        }
        long place = out.reserve(IkeextCertificateCredential0Codec.BYTE_SIZE);
        out.putPointer(offset + CERTIFICATE, place);
        IkeextCertificateCredential0Codec.write(value, out, place);
    }

    private static void writeName(@Nullable IkeextNameCredential0 value, Slab out, long offset) {
        if (value == null) {
            return;
        }
        long place = out.reserve(IkeextNameCredential0Codec.BYTE_SIZE);
        out.putPointer(offset + NAME, place);
        IkeextNameCredential0Codec.write(value, out, place);
    }

    private static void writeCredentialUnion(IkeextCredential0.Credential value, Slab out,
            long offset) {
        switch (value) {
            case IkeextCredential0.Credential.PresharedKey it -> {
                out.putInt(offset + AUTHENTICATION_METHOD_TYPE, 0);
                writePresharedKey(it.presharedKey(), out, offset);
            }
            case IkeextCredential0.Credential.Certificate it -> {
                out.putInt(offset + AUTHENTICATION_METHOD_TYPE, it.authenticationMethodType().value());
                writeCertificate(it.certificate(), out, offset);
            }
            case IkeextCredential0.Credential.Name it -> {
                out.putInt(offset + AUTHENTICATION_METHOD_TYPE, it.authenticationMethodType().value());
                writeName(it.name(), out, offset);
            }
            case IkeextCredential0.Credential.Anonymous _ -> {
                out.putInt(offset + AUTHENTICATION_METHOD_TYPE, 3);
            }
        }
    }

    /**
     * Writes the struct to zeroed memory, at an offset of a slab.
     */
    public static void write(IkeextCredential0 value, Slab out, long offset) {
        out.putInt(offset + IMPERSONATION_TYPE, value.impersonationType().value());
        writeCredentialUnion(value.credential(), out, offset);
    }

    private static long extentOfPresharedKey(@Nullable IkeextPresharedKeyAuthentication0 value) {
        return value == null ? 0 : Slab.align(IkeextPresharedKeyAuthentication0Codec.BYTE_SIZE) + IkeextPresharedKeyAuthentication0Codec.extent(value);
    }

    private static long extentOfCertificate(@Nullable IkeextCertificateCredential0 value) {
        return value == null ? 0 : Slab.align(IkeextCertificateCredential0Codec.BYTE_SIZE) + IkeextCertificateCredential0Codec.extent(value);
    }

    private static long extentOfName(@Nullable IkeextNameCredential0 value) {
        return value == null ? 0 : Slab.align(IkeextNameCredential0Codec.BYTE_SIZE) + IkeextNameCredential0Codec.extent(value);
    }

    private static long extentOfCredentialUnion(IkeextCredential0.Credential value) {
        return switch (value) {
            case IkeextCredential0.Credential.PresharedKey it -> extentOfPresharedKey(it.presharedKey());
            case IkeextCredential0.Credential.Certificate it -> extentOfCertificate(it.certificate());
            case IkeextCredential0.Credential.Name it -> extentOfName(it.name());
            case IkeextCredential0.Credential.Anonymous _ -> 0;
        };
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(IkeextCredential0 value) {
        return extentOfCredentialUnion(value.credential());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static IkeextCredential0 decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    private static @Nullable IkeextPresharedKeyAuthentication0 readPresharedKey(Reader in,
            MemorySegment source, long offset) {
        long target = in.placeOrNone(source, offset + PRESHARED_KEY, 16, 8, "IKEEXT_CREDENTIAL0.presharedKey");
        return target == 0 ? null : IkeextPresharedKeyAuthentication0Codec.read(in, in.memory(), target);
    }

    private static @Nullable IkeextCertificateCredential0 readCertificate(Reader in,
            MemorySegment source, long offset) {
        long target = in.placeOrNone(source, offset + CERTIFICATE, 40, 8, "IKEEXT_CREDENTIAL0.certificate");
        return target == 0 ? null : IkeextCertificateCredential0Codec.read(in, in.memory(), target);
    }

    private static @Nullable IkeextNameCredential0 readName(Reader in, MemorySegment source,
            long offset) {
        long target = in.placeOrNone(source, offset + NAME, 8, 8, "IKEEXT_CREDENTIAL0.name");
        return target == 0 ? null : IkeextNameCredential0Codec.read(in, in.memory(), target);
    }

    private static IkeextCredential0.Credential readCredentialUnion(Reader in, MemorySegment source,
            long offset) {
        int tag = Reader.int32(source, offset + AUTHENTICATION_METHOD_TYPE);
        return switch (tag) {
            case 0 -> new IkeextCredential0.Credential.PresharedKey(readPresharedKey(in, source, offset));
            case 1, 4, 6, 7, 8, 9, 10 -> new IkeextCredential0.Credential.Certificate(Reader.known(IkeextAuthenticationMethodType.find(tag), tag, "IKEEXT_CREDENTIAL0.authenticationMethodType", "IKEEXT_AUTHENTICATION_METHOD_TYPE"), readCertificate(in, source, offset));
            case 2, 5, 11 -> new IkeextCredential0.Credential.Name(Reader.known(IkeextAuthenticationMethodType.find(tag), tag, "IKEEXT_CREDENTIAL0.authenticationMethodType", "IKEEXT_AUTHENTICATION_METHOD_TYPE"), readName(in, source, offset));
            case 3 -> new IkeextCredential0.Credential.Anonymous();
            default -> throw Reader.noCase(tag, "IKEEXT_CREDENTIAL0.authenticationMethodType", "IKEEXT_AUTHENTICATION_METHOD_TYPE");
        };
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static IkeextCredential0 read(Reader in, MemorySegment source, long offset) {
        return new IkeextCredential0(Reader.known(IkeextAuthenticationImpersonationType.find(Reader.int32(source, offset + IMPERSONATION_TYPE)), Reader.int32(source, offset + IMPERSONATION_TYPE), "IKEEXT_CREDENTIAL0.impersonationType", "IKEEXT_AUTHENTICATION_IMPERSONATION_TYPE"), readCredentialUnion(in, source, offset));
    }
}

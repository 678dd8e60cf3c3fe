package io.github.wfp4j.internal.codec;

import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.win32.SecWinntAuthIdentityW;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Reads and writes {@link SecWinntAuthIdentityW} as {@code SEC_WINNT_AUTH_IDENTITY_W}.
 */
public final class SecWinntAuthIdentityWCodec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 48;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 8;

    /**
     * The offset of {@code User}.
     */
    public static final long USER = 0;

    /**
     * The offset of {@code UserLength}.
     */
    public static final long USER_LENGTH = 8;

    /**
     * The offset of {@code Domain}.
     */
    public static final long DOMAIN = 16;

    /**
     * The offset of {@code DomainLength}.
     */
    public static final long DOMAIN_LENGTH = 24;

    /**
     * The offset of {@code Password}.
     */
    public static final long PASSWORD = 32;

    /**
     * The offset of {@code PasswordLength}.
     */
    public static final long PASSWORD_LENGTH = 40;

    /**
     * The offset of {@code Flags}.
     */
    public static final long FLAGS = 44;

    private SecWinntAuthIdentityWCodec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.ADDRESS.withName("User"),
                ValueLayout.JAVA_INT.withName("UserLength"),
                MemoryLayout.paddingLayout(4),
                ValueLayout.ADDRESS.withName("Domain"),
                ValueLayout.JAVA_INT.withName("DomainLength"),
                MemoryLayout.paddingLayout(4),
                ValueLayout.ADDRESS.withName("Password"),
                ValueLayout.JAVA_INT.withName("PasswordLength"),
                ValueLayout.JAVA_INT.withName("Flags")).withName("SEC_WINNT_AUTH_IDENTITY_W");
    }

    /**
     * {@return the struct, at the start of one block with everything that it points to}
     *
     * @param value the value
     * @param allocator where the block comes from; it need not zero it
     */
    public static MemorySegment encode(SecWinntAuthIdentityW value, SegmentAllocator allocator) {
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
    public static void write(SecWinntAuthIdentityW value, Slab out, long offset) {
        out.putInt(offset + USER_LENGTH, Slab.countedTextLength(value.user()));
        out.putCountedText(offset + USER, value.user());
        out.putInt(offset + DOMAIN_LENGTH, Slab.countedTextLength(value.domain()));
        out.putCountedText(offset + DOMAIN, value.domain());
        out.putInt(offset + PASSWORD_LENGTH, Slab.countedTextLength(value.password()));
        out.putCountedText(offset + PASSWORD, value.password());
        out.putInt(offset + FLAGS, value.flags());
    }

    /**
     * {@return how many bytes everything takes that the struct points to}
     */
    public static long extent(SecWinntAuthIdentityW value) {
        return Slab.countedTextExtent(value.user())
        + Slab.countedTextExtent(value.domain())
        + Slab.countedTextExtent(value.password());
    }

    /**
     * {@return the value of the struct at the start of a segment}
     *
     * @param source the struct, which may point to other memory
     * @throws DecodingException if the memory holds no such struct
     */
    public static SecWinntAuthIdentityW decode(MemorySegment source) {
        return read(Reader.DEFAULT, source, 0);
    }

    /**
     * {@return the value of the struct at an offset of a segment}
     */
    public static SecWinntAuthIdentityW read(Reader in, MemorySegment source, long offset) {
        return new SecWinntAuthIdentityW(in.countedText(source, offset + USER, in.count(Integer.toUnsignedLong(Reader.int32(source, offset + USER_LENGTH)), "SEC_WINNT_AUTH_IDENTITY_W.UserLength"), "SEC_WINNT_AUTH_IDENTITY_W.User"), in.countedText(source, offset + DOMAIN, in.count(Integer.toUnsignedLong(Reader.int32(source, offset + DOMAIN_LENGTH)), "SEC_WINNT_AUTH_IDENTITY_W.DomainLength"), "SEC_WINNT_AUTH_IDENTITY_W.Domain"), in.countedText(source, offset + PASSWORD, in.count(Integer.toUnsignedLong(Reader.int32(source, offset + PASSWORD_LENGTH)), "SEC_WINNT_AUTH_IDENTITY_W.PasswordLength"), "SEC_WINNT_AUTH_IDENTITY_W.Password"), Integer.toUnsignedLong(Reader.int32(source, offset + FLAGS)));
    }
}

package io.github.wfp4j.internal.codec;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * The layout of {@code SID}.
 */
public final class SidCodec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 12;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 4;

    /**
     * The offset of {@code Revision}.
     */
    public static final long REVISION = 0;

    /**
     * The offset of {@code SubAuthorityCount}.
     */
    public static final long SUB_AUTHORITY_COUNT = 1;

    /**
     * The offset of {@code IdentifierAuthority}.
     */
    public static final long IDENTIFIER_AUTHORITY = 2;

    /**
     * The offset of {@code SubAuthority}.
     */
    public static final long SUB_AUTHORITY = 8;

    private SidCodec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.JAVA_BYTE.withName("Revision"),
                ValueLayout.JAVA_BYTE.withName("SubAuthorityCount"),
                SidIdentifierAuthorityCodec.layout().withName("IdentifierAuthority"),
                MemoryLayout.sequenceLayout(1, ValueLayout.JAVA_INT).withName("SubAuthority")).withName("SID");
    }
}

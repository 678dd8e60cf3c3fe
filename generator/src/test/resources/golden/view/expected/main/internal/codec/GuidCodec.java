package io.github.wfp4j.internal.codec;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * The layout of {@code GUID}.
 */
public final class GuidCodec {
    /**
     * The size in bytes.
     */
    public static final long BYTE_SIZE = 16;

    /**
     * The alignment in bytes.
     */
    public static final long BYTE_ALIGNMENT = 4;

    /**
     * The offset of {@code Data1}.
     */
    public static final long DATA1 = 0;

    /**
     * The offset of {@code Data2}.
     */
    public static final long DATA2 = 4;

    /**
     * The offset of {@code Data3}.
     */
    public static final long DATA3 = 6;

    /**
     * The offset of {@code Data4}.
     */
    public static final long DATA4 = 8;

    private GuidCodec() {
    }

    /**
     * {@return the layout with the C names; made anew, for checks and not for access}
     */
    public static StructLayout layout() {
        return MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("Data1"),
                ValueLayout.JAVA_SHORT.withName("Data2"),
                ValueLayout.JAVA_SHORT.withName("Data3"),
                MemoryLayout.sequenceLayout(8, ValueLayout.JAVA_BYTE).withName("Data4")).withName("GUID");
    }
}

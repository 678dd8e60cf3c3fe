package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.nio.ByteOrder;
import java.util.UUID;

/**
 * A 128-bit identifier as Windows lays it out in memory.
 *
 * <p>The two halves are what a little-endian machine reads from the sixteen bytes, so that a GUID
 * is copied with two loads and compared with two comparisons. Use {@link #of(String)} and {@link
 * #toString()} for the usual text.
 *
 * <p>C: {@code GUID}, {@code guiddef.h}.
 *
 * @param low the first eight bytes in memory: Data1, Data2 and Data3, each little-endian
 * @param high the last eight bytes in memory: Data4, in the order of its bytes
 */
public record Guid(long low, long high) implements Comparable<Guid> {
    /** The GUID whose sixteen bytes are zero; the engine reads it as "none" or "choose one". */
    public static final Guid ZERO = new Guid(0, 0);

    /**
     * {@return the GUID with the given text}
     *
     * @param text 32 hexadecimal digits in five groups, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static Guid of(String text) {
        requireNonNull(text, "text");
        String bare =
                text.startsWith("{") && text.endsWith("}")
                        ? text.substring(1, text.length() - 1)
                        : text;
        if (bare.length() != 36) {
            throw notAGuid(text, null);
        }
        try {
            return of(UUID.fromString(bare));
        } catch (IllegalArgumentException e) {
            throw notAGuid(text, e);
        }
    }

    private static IllegalArgumentException notAGuid(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "a GUID is 8-4-4-4-12 hexadecimal digits, optionally in braces: " + text, cause);
    }

    /**
     * {@return the GUID with the same text as a UUID}
     *
     * @param uuid any UUID
     */
    public static Guid of(UUID uuid) {
        long most = uuid.getMostSignificantBits();
        long data1 = most >>> 32;
        long data2 = (most >>> 16) & 0xFFFF;
        long data3 = most & 0xFFFF;
        return new Guid(
                data1 | data2 << 32 | data3 << 48,
                Long.reverseBytes(uuid.getLeastSignificantBits()));
    }

    /** {@return a new random GUID (version 4)} */
    public static Guid random() {
        return of(UUID.randomUUID());
    }

    /** {@return the UUID with the same text} */
    public UUID toUuid() {
        return new UUID(
                (low & 0xFFFF_FFFFL) << 32 | ((low >>> 32) & 0xFFFF) << 16 | low >>> 48,
                Long.reverseBytes(high));
    }

    /** {@return whether all sixteen bytes are zero} */
    public boolean isZero() {
        return (low | high) == 0;
    }

    /** Orders GUIDs as their texts are ordered. */
    @Override
    public int compareTo(Guid other) {
        UUID mine = toUuid();
        UUID theirs = other.toUuid();
        int most =
                Long.compareUnsigned(
                        mine.getMostSignificantBits(), theirs.getMostSignificantBits());
        return most != 0
                ? most
                : Long.compareUnsigned(
                        mine.getLeastSignificantBits(), theirs.getLeastSignificantBits());
    }

    /** {@return 8-4-4-4-12 lower-case hexadecimal digits, without braces} */
    @Override
    public String toString() {
        return toUuid().toString();
    }

    static {
        if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
            throw new ExceptionInInitializerError(
                    "wfp4j needs a little-endian machine, as every Windows is");
        }
    }
}

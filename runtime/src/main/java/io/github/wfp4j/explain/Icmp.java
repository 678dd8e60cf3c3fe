package io.github.wfp4j.explain;

import io.github.wfp4j.types.Unsigned;

import org.jspecify.annotations.Nullable;

/**
 * What an ICMP message is.
 *
 * @param type its type, 0 to 255
 * @param code its code, 0 to 255, or null if it is not known
 * @param id the identifier of an echo, 0 to 65535, or null if it is not known; it tells flows apart
 */
public record Icmp(int type, @Nullable Integer code, @Nullable Integer id) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Icmp {
        Unsigned.requireUint8(type, "type");
        if (code != null) {
            Unsigned.requireUint8(code, "code");
        }
        if (id != null) {
            Unsigned.requireUint16(id, "id");
        }
    }

    /**
     * Describes a message without an identifier.
     *
     * @param type the type of the message, 0 to 255
     * @param code the code of the message, 0 to 255, or null if it is not known
     */
    public Icmp(int type, @Nullable Integer code) {
        this(type, code, null);
    }
}

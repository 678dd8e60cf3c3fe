package io.github.wfp4j.win32;

import io.github.wfp4j.types.Bytes;

/**
 * The top-level authority of a security identifier.
 *
 * <p>C: {@code SID_IDENTIFIER_AUTHORITY}, {@code winnt.h}.
 *
 * @param value the authority, 6 bytes with the highest first
 */
public record SidIdentifierAuthority(Bytes value) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public SidIdentifierAuthority {
        Bytes.requireLength(value, 6, "value");
    }
}

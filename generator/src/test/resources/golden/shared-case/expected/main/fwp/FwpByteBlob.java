package io.github.wfp4j.fwp;

import io.github.wfp4j.types.Bytes;
import java.util.Objects;

/**
 * A run of bytes of any length, none included.
 *
 * <p>C: {@code FWP_BYTE_BLOB}, {@code fwptypes.h}.
 *
 * @param data the bytes
 */
public record FwpByteBlob(Bytes data) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public FwpByteBlob {
        Objects.requireNonNull(data, "data");
    }
}

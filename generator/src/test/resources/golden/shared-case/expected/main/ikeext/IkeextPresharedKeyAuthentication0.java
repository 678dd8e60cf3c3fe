package io.github.wfp4j.ikeext;

import io.github.wfp4j.fwp.FwpByteBlob;
import java.util.Objects;

/**
 * A secret that both peers know beforehand.
 *
 * <p>C: {@code IKEEXT_PRESHARED_KEY_AUTHENTICATION0}, {@code iketypes.h}.
 *
 * @param presharedKey the secret
 */
public record IkeextPresharedKeyAuthentication0(FwpByteBlob presharedKey) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public IkeextPresharedKeyAuthentication0 {
        Objects.requireNonNull(presharedKey, "presharedKey");
    }
}

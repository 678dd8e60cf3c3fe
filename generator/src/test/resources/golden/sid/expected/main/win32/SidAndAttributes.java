package io.github.wfp4j.win32;

import io.github.wfp4j.types.Sid;
import java.util.Objects;

/**
 * A security identifier with the attributes it has in a token.
 *
 * <p>C: {@code SID_AND_ATTRIBUTES}, {@code winnt.h}.
 *
 * @param sid the security identifier
 * @param attributes its attributes, as a set of flags
 */
public record SidAndAttributes(Sid sid, SeGroupFlags attributes) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public SidAndAttributes {
        Objects.requireNonNull(sid, "sid");
        Objects.requireNonNull(attributes, "attributes");
    }

    /**
     * {@return a copy with another {@code sid}}
     *
     * @param sid the security identifier
     */
    public SidAndAttributes withSid(Sid sid) {
        return new SidAndAttributes(sid, attributes);
    }

    /**
     * {@return a copy with another {@code attributes}}
     *
     * @param attributes its attributes, as a set of flags
     */
    public SidAndAttributes withAttributes(SeGroupFlags attributes) {
        return new SidAndAttributes(sid, attributes);
    }
}

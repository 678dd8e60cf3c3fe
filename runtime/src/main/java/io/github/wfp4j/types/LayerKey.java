package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a layer, a point in the network stack where filters are evaluated.
 *
 * @param guid the bare GUID
 */
public record LayerKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: no layer. */
    public static final LayerKey ZERO = new LayerKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public LayerKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static LayerKey of(String text) {
        return new LayerKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static LayerKey random() {
        return new LayerKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a sublayer, the scope in which the filters of one layer are arbitrated.
 *
 * @param guid the bare GUID
 */
public record SublayerKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: the layer's default sublayer. */
    public static final SublayerKey ZERO = new SublayerKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public SublayerKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static SublayerKey of(String text) {
        return new SublayerKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static SublayerKey random() {
        return new SublayerKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

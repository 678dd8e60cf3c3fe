package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a filter.
 *
 * @param guid the bare GUID
 */
public record FilterKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: on add, the engine chooses one. */
    public static final FilterKey ZERO = new FilterKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public FilterKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static FilterKey of(String text) {
        return new FilterKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static FilterKey random() {
        return new FilterKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

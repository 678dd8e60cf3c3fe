package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a key manager, a component that dictates or watches IPsec keys.
 *
 * @param guid the bare GUID
 */
public record KeyManagerKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: no key manager. */
    public static final KeyManagerKey ZERO = new KeyManagerKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public KeyManagerKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static KeyManagerKey of(String text) {
        return new KeyManagerKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static KeyManagerKey random() {
        return new KeyManagerKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

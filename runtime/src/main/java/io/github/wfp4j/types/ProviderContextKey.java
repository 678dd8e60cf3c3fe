package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a provider context, data that filters hand to callouts and keying modules.
 *
 * @param guid the bare GUID
 */
public record ProviderContextKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: on add, the engine chooses one. */
    public static final ProviderContextKey ZERO = new ProviderContextKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public ProviderContextKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static ProviderContextKey of(String text) {
        return new ProviderContextKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static ProviderContextKey random() {
        return new ProviderContextKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a provider, the owner of policy objects.
 *
 * @param guid the bare GUID
 */
public record ProviderKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: no provider. */
    public static final ProviderKey ZERO = new ProviderKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public ProviderKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static ProviderKey of(String text) {
        return new ProviderKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static ProviderKey random() {
        return new ProviderKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

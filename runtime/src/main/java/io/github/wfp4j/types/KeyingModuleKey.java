package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a keying module such as IKE or AuthIP.
 *
 * @param guid the bare GUID
 */
public record KeyingModuleKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: no keying module. */
    public static final KeyingModuleKey ZERO = new KeyingModuleKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public KeyingModuleKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static KeyingModuleKey of(String text) {
        return new KeyingModuleKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static KeyingModuleKey random() {
        return new KeyingModuleKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a session with the engine.
 *
 * @param guid the bare GUID
 */
public record SessionKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: on open, the engine chooses one. */
    public static final SessionKey ZERO = new SessionKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public SessionKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static SessionKey of(String text) {
        return new SessionKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static SessionKey random() {
        return new SessionKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

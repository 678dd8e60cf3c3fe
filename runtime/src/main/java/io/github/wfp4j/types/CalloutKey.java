package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a callout, a function of a driver that filters can call.
 *
 * @param guid the bare GUID
 */
public record CalloutKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: on add, the engine chooses one. */
    public static final CalloutKey ZERO = new CalloutKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public CalloutKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static CalloutKey of(String text) {
        return new CalloutKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static CalloutKey random() {
        return new CalloutKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

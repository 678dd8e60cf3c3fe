package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

/**
 * Names a field of a layer that filters can compare.
 *
 * @param guid the bare GUID
 */
public record ConditionKey(Guid guid) implements Key {
    /** The key of sixteen zero bytes: no field. */
    public static final ConditionKey ZERO = new ConditionKey(Guid.ZERO);

    /** Checks that there is a GUID. */
    public ConditionKey {
        requireNonNull(guid, "guid");
    }

    /**
     * {@return the key with the given GUID}
     *
     * @param text the GUID's text, with or without braces
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public static ConditionKey of(String text) {
        return new ConditionKey(Guid.of(text));
    }

    /** {@return a new random key} */
    public static ConditionKey random() {
        return new ConditionKey(Guid.random());
    }

    /** {@return the C name where the GUID has one, otherwise the GUID} */
    @Override
    public String toString() {
        return KeyNames.nameOrGuid(this);
    }
}

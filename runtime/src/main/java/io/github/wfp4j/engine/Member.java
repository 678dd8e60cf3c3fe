package io.github.wfp4j.engine;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;

/**
 * A member of an object that an error is about.
 *
 * @param path the way to it, from the object on, in the names of the records' components, such as
 *     {@code filter.filterCondition[2].conditionValue}; in C the names are the same
 * @param value the value as text, cut if it is long
 */
public record Member(String path, String value) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CHARACTERS = 120;

    /** {@return a member with a value, or without one} */
    static Member of(String path, @Nullable Object value) {
        String text = String.valueOf(value);
        return new Member(
                path,
                text.length() <= MOST_CHARACTERS
                        ? text
                        : text.substring(0, MOST_CHARACTERS) + "...");
    }

    /** {@return the path and the value, as {@code path=value}} */
    @Override
    public String toString() {
        return path + "=" + value;
    }
}

package io.github.wfp4j.internal.memory;

import org.jspecify.annotations.Nullable;

/** How much is decoded at most, which a system property can change when the JVM starts. */
enum Limit {
    /** The most elements of one array, and the most bytes of one blob. */
    ELEMENTS("wfp4j.decoding.maxElements", 1 << 24),

    /** The most characters of one text. */
    TEXT_LENGTH("wfp4j.decoding.maxTextLength", 1 << 20);

    /** Twice as many bytes are still an {@code int}. */
    private static final int GREATEST = (1 << 30) - 1;

    private final String property;
    private final int usual;

    Limit(String property, int usual) {
        this.property = property;
        this.usual = usual;
    }

    /** {@return the limit, far above anything that the engine accepts unless it was changed} */
    int value() {
        return parse(System.getProperty(property));
    }

    /** {@return what a property's text says, or the usual limit if there is none} */
    int parse(@Nullable String text) {
        if (text == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= GREATEST) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // Refused like a number outside of the range.
        }
        throw new IllegalArgumentException(
                "system property %s must be a number in 1..%d, but is %s"
                        .formatted(property, GREATEST, text));
    }

    /** {@return what to do about a count beyond the limit, for messages} */
    String advice() {
        return "; the system property " + property + " sets another";
    }
}

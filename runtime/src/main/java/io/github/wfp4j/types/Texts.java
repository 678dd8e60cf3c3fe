package io.github.wfp4j.types;

import org.jspecify.annotations.Nullable;

/** Checks of texts that C ends with a zero. */
public final class Texts {
    private Texts() {}

    /**
     * {@return the text, which has no zero in it}
     *
     * @param text the text
     * @param name what the message calls it
     * @throws IllegalArgumentException if C would see a shorter text
     */
    public static String requireTerminable(String text, String name) {
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new IllegalArgumentException(
                    name + " must not hold U+0000, which ends a text in C: at " + zero);
        }
        return text;
    }

    /**
     * {@return the text, which has no zero in it, or null for null}
     *
     * @param text the text, or null for none
     * @param name what the message calls it
     * @throws IllegalArgumentException if C would see a shorter text
     */
    public static @Nullable String requireTerminableOrNull(@Nullable String text, String name) {
        return text == null ? null : requireTerminable(text, name);
    }

    /**
     * {@return the text, which has only characters of 8 bits and no zero in it}
     *
     * @param text the text
     * @param name what the message calls it
     * @throws IllegalArgumentException if C would see another text
     */
    public static String requireNarrow(String text, String name) {
        requireTerminable(text, name);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                throw new IllegalArgumentException(
                        name + " must have characters up to U+00FF only: " + text);
            }
        }
        return text;
    }
}

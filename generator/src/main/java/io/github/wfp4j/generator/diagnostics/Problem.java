package io.github.wfp4j.generator.diagnostics;

/**
 * Something in the input that the generator does not accept.
 *
 * @param position where it is
 * @param text what is wrong, with which value, and what to do
 * @param id what tests and searches go by, for example {@code unbound-count}
 */
public record Problem(Position position, String text, String id) {
    @Override
    public String toString() {
        return position + ": " + text + " [" + id + "]";
    }
}

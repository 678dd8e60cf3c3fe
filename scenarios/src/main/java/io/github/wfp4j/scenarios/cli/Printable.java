package io.github.wfp4j.scenarios.cli;

/** Names that others have chosen, in a form that does no harm where they are shown. */
final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /**
     * {@return a text without control and formatting characters and without halves of characters,
     * which could move the cursor or turn the direction of writing}
     *
     * @param text the text
     */
    static String of(String text) {
        return text.codePoints()
                .map(point -> isHarmless(point) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}

package io.github.wfp4j.scenarios.cli;

/** Records as people read them: their own text, with a line for each component. */
final class RecordText {
    private static final String INDENT = "  ";

    private RecordText() {}

    /**
     * {@return the text of a record, which never shows secrets, broken into lines}
     *
     * @param value the record
     */
    static String of(Object value) {
        String text = Printable.of(value.toString());
        StringBuilder lines = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') {
                depth++;
                if (next(text, i) == ']') {
                    lines.append(" = none");
                } else {
                    lines.append(':');
                    newLine(lines, depth);
                }
            } else if (c == ']') {
                depth = Math.max(0, depth - 1);
            } else if (c == ',' && text.startsWith(" ", i + 1)) {
                newLine(lines, depth);
                i++;
            } else if (c == '=' && next(text, i) == '[') {
                // A list; its colon comes with the bracket.
            } else if (c == '=' && (next(text, i) == ',' || next(text, i) == ']')) {
                lines.append(" = none");
            } else if (c == '=') {
                lines.append(" = ");
            } else {
                lines.append(c);
            }
        }
        return lines.toString();
    }

    private static char next(String text, int index) {
        return index + 1 < text.length() ? text.charAt(index + 1) : ' ';
    }

    private static void newLine(StringBuilder lines, int depth) {
        lines.append('\n').repeat(INDENT, depth);
    }
}

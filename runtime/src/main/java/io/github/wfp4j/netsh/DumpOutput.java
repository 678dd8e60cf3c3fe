package io.github.wfp4j.netsh;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Writes XML as Windows does: UTF-8 with a mark, tabs, and CR LF at the ends of lines. */
final class DumpOutput {
    private static final String LINE_END = "\r\n";
    private static final char MARK = '\uFEFF';
    private static final String DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private final Writer out;
    private int depth;

    /**
     * Begins a dump.
     *
     * @param stream where it is written; it is flushed at the end and not closed
     */
    DumpOutput(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write(MARK);
        line(DECLARATION);
    }

    /** Begins an element with others in it. */
    void begin(String name) throws IOException {
        line("<" + name + ">");
        depth++;
    }

    /** Begins a list. */
    void begin(String name, int count) throws IOException {
        line("<%s %s=\"%d\">".formatted(name, Element.COUNT, count));
        depth++;
    }

    /** Ends what began last and is not ended. */
    void end(String name) throws IOException {
        depth--;
        line("</" + name + ">");
    }

    /** Writes an element. */
    void write(Element element) throws IOException {
        String name = element.name();
        StringBuilder start = new StringBuilder("<").append(name);
        new TreeMap<>(element.attributes())
                .forEach((attribute, value) ->
                        start.append(' ')
                                .append(attribute)
                                .append("=\"")
                                .append(escaped(value).replace("\"", "&quot;"))
                                .append('"'));
        if (element.children().isEmpty()) {
            line(
                    element.text().isEmpty()
                            ? start.append("/>").toString()
                            : start.append('>')
                                    .append(escaped(element.text()))
                                    .append("</")
                                    .append(name)
                                    .append('>')
                                    .toString());
            return;
        }
        line(start.append('>').toString());
        depth++;
        for (Element child : element.children()) {
            write(child);
        }
        end(name);
    }

    /** {@return a text in which nothing is markup, and no line end changes when it is read} */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            switch (it) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#13;");
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append("&#9;");
                default -> escaped.append(it);
            }
        }
        return escaped.toString();
    }

    private void line(String text) throws IOException {
        for (int i = 0; i < depth; i++) {
            out.write('\t');
        }
        out.write(text);
        out.write(LINE_END);
    }

    /** Hands everything to the stream. */
    void finish() throws IOException {
        out.flush();
    }
}

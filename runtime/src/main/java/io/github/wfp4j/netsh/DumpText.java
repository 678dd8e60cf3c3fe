package io.github.wfp4j.netsh;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The text of a dump, put between the tags of a root of its own: {@code show state} writes two
 * roots one after the other, which no XML document may have.
 *
 * <p>The root's tag stands where the declaration stood, so that lines and columns stay what they
 * are in the file. What would cost a reader of XML memory is refused here already: markup of more
 * than a length, and document types.
 */
final class DumpText extends Reader {
    /** The root around the roots of the file. */
    static final String ROOT = "netsh";

    private static final String START = "<" + ROOT + ">";
    private static final String END = "</" + ROOT + ">";
    private static final String DECLARATION = "<?xml";
    private static final String DECLARATION_END = "?>";
    private static final String DOCUMENT_TYPE = "<!DOCTYPE";
    private static final int BUFFER = 1 << 14;
    private static final int MAX_DECLARATION = 1024;

    /** The longest tag or comment; those of netsh have fewer than 100 characters. */
    static final int MAX_MARKUP = 1 << 16;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharsetDecoder decoder;
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private final CharBuffer head;
    private final CharBuffer tail = CharBuffer.wrap(END);
    private final int shift;
    private boolean ended;
    private int line = 1;
    private int column = 1;
    private int markup;
    private boolean mayBeDocumentType;

    /**
     * Looks at the start of a dump.
     *
     * @param in the dump; it is not closed
     */
    DumpText(InputStream in) throws IOException {
        this.in = in;
        this.decoder =
                encoding()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        String declaration = declaration();
        this.head = CharBuffer.wrap(START + " ".repeat(rest(declaration)));
        this.shift = declaration.isEmpty() ? START.length() : 0;
    }

    /** {@return by how much columns of the first line are too high} */
    int shift() {
        return shift;
    }

    private static int rest(String declaration) {
        return Math.max(0, declaration.length() - START.length());
    }

    /** {@return the encoding that the first bytes tell, which are skipped} */
    private Charset encoding() throws IOException {
        fill();
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            bytes.position(3);
            return StandardCharsets.UTF_8;
        }
        if (startsWith(0xFF, 0xFE)) {
            bytes.position(2);
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(0xFE, 0xFF)) {
            bytes.position(2);
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private boolean startsWith(int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the XML declaration, which is skipped, or an empty text} */
    private String declaration() throws IOException {
        decode();
        if (!chars.toString().startsWith(DECLARATION)) {
            return "";
        }
        String start = chars.toString();
        int end = start.indexOf(DECLARATION_END);
        if (end < 0 || end > MAX_DECLARATION) {
            throw new NetshFormatException(1, 1, "the XML declaration does not end", null);
        }
        String declaration = start.substring(0, end + DECLARATION_END.length());
        declaration.chars().forEach(it -> advance((char) it));
        chars.position(declaration.length());
        return declaration;
    }

    /** Reads more bytes behind those that are not decoded yet. */
    private void fill() throws IOException {
        bytes.compact();
        int count = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < bytes.remaining();
        bytes.position(bytes.position() + count);
        bytes.flip();
    }

    /** Decodes more, if what was decoded is used up. */
    private void decode() throws IOException {
        while (!chars.hasRemaining() && !(ended && !bytes.hasRemaining())) {
            chars.clear();
            CoderResult result = decoder.decode(bytes, chars, ended);
            chars.flip();
            if (result.isError() || (result.isUnderflow() && ended && bytes.hasRemaining())) {
                requireSound(chars.duplicate());
                throw wrong(
                        "these bytes are no %s text".formatted(decoder.charset().displayName()));
            }
            if (result.isUnderflow() && !ended) {
                fill();
            }
        }
    }

    private void requireSound(CharBuffer decoded) {
        while (decoded.hasRemaining()) {
            check(decoded.get());
        }
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (head.hasRemaining()) {
            return move(head, target, offset, length);
        }
        decode();
        if (!chars.hasRemaining()) {
            return tail.hasRemaining() ? move(tail, target, offset, length) : -1;
        }
        int count = move(chars, target, offset, length);
        for (int i = 0; i < count; i++) {
            check(target[offset + i]);
        }
        return count;
    }

    private static int move(CharBuffer from, char[] target, int offset, int length) {
        int count = Math.min(length, from.remaining());
        from.get(target, offset, count);
        return count;
    }

    /** Refuses markup that is too long, and document types. */
    private void check(char it) {
        if (it == '<') {
            markup = 1;
            mayBeDocumentType = true;
        } else if (it == '>') {
            markup = 0;
        } else if (markup > 0) {
            if (mayBeDocumentType && markup < DOCUMENT_TYPE.length()) {
                mayBeDocumentType = it == DOCUMENT_TYPE.charAt(markup);
                if (mayBeDocumentType && markup == DOCUMENT_TYPE.length() - 1) {
                    throw wrong("a dump has no document type");
                }
            }
            if (++markup > MAX_MARKUP) {
                throw wrong("a tag has more than %d characters".formatted(MAX_MARKUP));
            }
        }
        advance(it);
    }

    private void advance(char it) {
        if (it == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    private NetshFormatException wrong(String reason) {
        return new NetshFormatException(line, column, reason, null);
    }

    @Override
    public void close() {
        // Who opened the stream closes it.
    }
}

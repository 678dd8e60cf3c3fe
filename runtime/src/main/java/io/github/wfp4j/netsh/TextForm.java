package io.github.wfp4j.netsh;

import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The form of a text.
 *
 * <p>A text that XML has no characters for, or an empty one where none is possible too, is written
 * as the bytes of its UTF-16 form, which an attribute says. Windows has no such attribute; what it
 * writes for such texts is not known.
 *
 * @param absent what an empty element stands for
 */
record TextForm(@Nullable String absent) implements Form {
    private static final String ENCODING = "encoding";
    private static final String UTF_16 = "utf-16le";

    @Override
    public @Nullable Object read(Element element, Reading reading) {
        String encoding = element.attributes().get(ENCODING);
        if (encoding == null) {
            Leaves.text(element); // checks
            return element.text().isEmpty() ? absent : element.text();
        }
        if (!encoding.equals(UTF_16)) {
            throw new NetshFormatException(
                    element, "texts have no encoding " + Leaves.quoted(encoding));
        }
        ByteBuffer bytes = ByteBuffer.wrap(Leaves.bytes(element).toByteArray());
        if (bytes.remaining() % Character.BYTES != 0) {
            throw Leaves.wrong(element, "text in UTF-16");
        }
        StringBuilder text = new StringBuilder();
        while (bytes.hasRemaining()) {
            text.append(Character.reverseBytes(bytes.getChar())); // unpaired surrogates too
        }
        return text.toString();
    }

    @Override
    public @Nullable Object missing() {
        return absent;
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        if (value instanceof String text) {
            if (isWritable(text)) {
                element.setText(text);
            } else {
                element.set(ENCODING, UTF_16);
                element.setText(utf16(text));
            }
        }
    }

    private boolean isWritable(String text) {
        if (text.isEmpty()) {
            return absent != null;
        }
        if (text.isBlank()) {
            return false; // who reads XML may drop it
        }
        return text.codePoints().allMatch(TextForm::isXml)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** {@return whether XML 1.0 has a character, and keeps it as it is} */
    static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }

    private static String utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        for (int i = 0; i < text.length(); i++) {
            bytes.putChar(Character.reverseBytes(text.charAt(i)));
        }
        return Bytes.of(bytes.array()).toHex();
    }
}

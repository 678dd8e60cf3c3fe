package io.github.wfp4j.netsh;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * The form of bytes of any length: digits, and a text that shows some of them.
 *
 * <p>The text follows from the bytes in one of two ways; one that does not is noted as skipped.
 */
record BlobForm() implements Form {
    /** The digits. */
    static final String DATA = "data";

    private static final String AS_STRING = "asString";
    private static final FwpByteBlob EMPTY = new FwpByteBlob(Bytes.empty());

    @Override
    public Object read(Element element, Reading reading) {
        Members members = new Members(element);
        Element data = members.take(DATA);
        Element text = members.take(AS_STRING);
        members.skipRest(reading);
        Bytes bytes = data == null ? Bytes.empty() : Leaves.bytes(data);
        if (data == null && text == null && !element.isEmpty() && element.children().isEmpty()) {
            throw new NetshFormatException(
                    element, "<%s> holds no <%s>".formatted(element.name(), DATA));
        }
        if (text != null && !follows(text.text(), bytes)) {
            reading.skip(text);
        }
        return bytes.isEmpty() ? EMPTY : new FwpByteBlob(bytes);
    }

    @Override
    public Object missing() {
        return EMPTY;
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        if (value instanceof FwpByteBlob blob && !blob.data().isEmpty()) {
            element.add(DATA).setText(blob.data().toHex());
            element.add(AS_STRING).setText(byteByByte(blob.data()));
        }
    }

    private static boolean follows(String text, Bytes bytes) {
        String shown = withoutEnd(text.strip());
        return shown.equals(withoutEnd(byteByByte(bytes).strip()))
                || shown.equals(
                        withoutEnd(
                                new String(bytes.toByteArray(), StandardCharsets.UTF_16LE).strip()))
                || shown.equals(withoutEnd(pairByPair(bytes).strip()));
    }

    /** {@return a text without the dots, or zeros, that stand for what ends it} */
    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    /** {@return a character for each byte, a dot for those that cannot be printed} */
    private static String byteByByte(Bytes bytes) {
        StringBuilder text = new StringBuilder(bytes.length());
        for (int i = 0; i < bytes.length(); i++) {
            text.append(printable((char) (bytes.get(i) & 0xFF)));
        }
        return text.toString();
    }

    /** {@return a character for every two bytes, a dot for those that cannot be printed} */
    private static String pairByPair(Bytes bytes) {
        StringBuilder text = new StringBuilder(bytes.length() / 2);
        for (int i = 0; i + 1 < bytes.length(); i += 2) {
            text.append(printable((char) ((bytes.get(i) & 0xFF) | (bytes.get(i + 1) & 0xFF) << 8)));
        }
        return text.toString();
    }

    private static char printable(char it) {
        return it >= ' ' && it <= '~' ? it : '.';
    }
}

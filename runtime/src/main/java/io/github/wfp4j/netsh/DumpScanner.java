package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through the elements of a dump without holding more than one object.
 *
 * <p>The file is not trusted: nothing outside it is read, nothing in it is expanded, and there are
 * limits to how deep elements stand in one another and to what one object may hold.
 */
final class DumpScanner {
    /** How deep elements may stand in one another; those of netsh do 20 deep. */
    static final int MAX_DEPTH = 60;

    /** How many characters may stand in one element. */
    static final int MAX_TEXT = 1 << 24;

    /** How many elements one object may have. */
    static final int MAX_ELEMENTS = 1 << 20;

    /** How many characters one object may have. */
    static final int MAX_OBJECT = 1 << 25;

    private final DumpText text;
    private final XMLStreamReader xml;
    private int depth;
    private int elements;
    private int characters;

    /**
     * Starts at the beginning of a dump.
     *
     * @param in the dump; it is not closed
     */
    DumpScanner(InputStream in) throws IOException {
        this.text = new DumpText(in);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            this.xml = factory.createXMLStreamReader(text);
            xml.next(); // the root around the roots
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /**
     * Goes to the next element that stands in the current one.
     *
     * @return its name, or null if there is none: then the current one has ended, and the one that
     *     it stands in is the current one again
     */
    @Nullable String next() throws IOException {
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    return xml.getLocalName();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return null;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        throw wrong("text where elements belong");
                    }
                }
                default -> ignore();
            }
        }
    }

    /** {@return an attribute of the element that has just begun, or null} */
    @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** {@return the current line} */
    int line() {
        return xml.getLocation().getLineNumber();
    }

    /**
     * Skips the rest of the current element.
     *
     * @return how many entries, or other elements if there are none, stood in it; -1 if it had text
     *     only, 0 if nothing
     */
    int skip() throws IOException {
        int target = depth - 1;
        int inside = 0;
        boolean hasText = false;
        while (depth > target) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == target + 1) {
                        inside++;
                    }
                    enter();
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS -> hasText |= !xml.isWhiteSpace();
                default -> ignore();
            }
        }
        return inside == 0 && hasText ? -1 : inside;
    }

    /** {@return the element that has just begun, with all that stands in it} */
    Element read() throws IOException {
        elements = 0;
        characters = 0;
        return read(null);
    }

    private Element read(@Nullable Element parent) throws IOException {
        if (++elements > MAX_ELEMENTS) {
            throw wrong("an object has more than %d elements".formatted(MAX_ELEMENTS));
        }
        Location start = xml.getLocation();
        Element element =
                new Element(xml.getLocalName(), start.getLineNumber(), column(start), parent);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.set(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            count(xml.getAttributeValue(i).length());
        }
        StringBuilder characterData = new StringBuilder();
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    element.add(read(element));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    String content = characterData.toString();
                    if (element.children().isEmpty()) {
                        element.setText(content);
                    } else if (!content.isBlank()) {
                        throw new NetshFormatException(
                                element,
                                "text beside the elements in <%s>".formatted(element.name()));
                    }
                    return element;
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    count(xml.getTextLength());
                    if (characterData.length() + xml.getTextLength() > MAX_TEXT) {
                        throw wrong("more than %d characters of text".formatted(MAX_TEXT));
                    }
                    characterData.append(
                            xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                default -> ignore();
            }
        }
    }

    private void count(int more) {
        characters += more;
        if (characters > MAX_OBJECT) {
            throw wrong("an object has more than %d characters".formatted(MAX_OBJECT));
        }
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw wrong("elements stand more than %d deep in one another".formatted(MAX_DEPTH));
        }
    }

    private int event() throws IOException {
        try {
            return xml.next();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw broken(e);
        }
    }

    private void ignore() {
        switch (xml.getEventType()) {
            case XMLStreamConstants.COMMENT,
                    XMLStreamConstants.PROCESSING_INSTRUCTION,
                    XMLStreamConstants.SPACE -> {}
            case XMLStreamConstants.END_DOCUMENT -> throw wrong("the dump ends too early");
            default -> throw wrong("a dump has neither document types nor entities");
        }
    }

    private int column(Location location) {
        return location.getLineNumber() == 1
                ? Math.max(1, location.getColumnNumber() - text.shift())
                : location.getColumnNumber();
    }

    private NetshFormatException wrong(String reason) {
        return new NetshFormatException(line(), column(xml.getLocation()), reason, null);
    }

    /** Says what the reader of XML says, without its remark about where. */
    private NetshFormatException broken(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        String reason = at < 0 ? message : message.substring(at + "Message: ".length());
        Location location = e.getLocation();
        int line = location == null ? 1 : location.getLineNumber();
        int column = location == null ? 1 : location.getColumnNumber();
        return new NetshFormatException(
                line,
                line == 1 ? Math.max(1, column - text.shift()) : column,
                "this is no XML: " + reason.strip(),
                e);
    }
}

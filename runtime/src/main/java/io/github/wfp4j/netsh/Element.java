package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An element of a dump, while an object is read or written. */
final class Element {
    /** How many entries a list says that it has. */
    static final String COUNT = "numItems";

    /** What the entries of lists are called. */
    static final String ITEM = "item";

    private final String name;
    private final int line;
    private final int column;
    private final @Nullable Element parent;
    private final List<Element> children = new ArrayList<>();
    private Map<String, String> attributes = Map.of();
    private String text = "";

    /**
     * Makes an empty one.
     *
     * @param parent the one that it stands in, to which it is not added yet; null for none
     */
    Element(String name, int line, int column, @Nullable Element parent) {
        this.name = name;
        this.line = line;
        this.column = column;
        this.parent = parent;
    }

    /** {@return an empty one that is to be written} */
    static Element root(String name) {
        return new Element(name, 0, 0, null);
    }

    /** {@return a new one at the end of this one} */
    Element add(String childName) {
        Element child = new Element(childName, line, column, this);
        children.add(child);
        return child;
    }

    /** Adds one that was made for this one. */
    void add(Element child) {
        children.add(child);
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String text() {
        return text;
    }

    void setText(String newText) {
        text = newText;
    }

    List<Element> children() {
        return children;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** Gives it an attribute. */
    void set(String attribute, String value) {
        if (attributes.isEmpty()) {
            attributes = new TreeMap<>();
        }
        attributes.put(attribute, value);
    }

    /** {@return the first one in it with a name, or null for none} */
    @Nullable Element child(String childName) {
        for (Element child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** {@return whether there is nothing in it} */
    boolean isEmpty() {
        return children.isEmpty() && text.isBlank() && attributes.isEmpty();
    }

    /**
     * {@return where it stands within its object: names and, for entries of lists, numbers from 0,
     * separated by slashes}
     */
    String path() {
        if (parent == null) {
            return "";
        }
        String above = parent.path();
        String own =
                name.equals(ITEM) ? "%s[%d]".formatted(ITEM, parent.children.indexOf(this)) : name;
        return above.isEmpty() ? own : above + "/" + own;
    }

    /**
     * {@return the one at a path, or null if there is none}
     *
     * @param path what {@link #path} gave
     */
    @Nullable Element at(String path) {
        Element found = this;
        for (String step : path.split("/", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            int bracket = step.indexOf('[');
            if (bracket < 0) {
                found = found.child(step);
            } else {
                int index = Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
                found = index < found.children.size() ? found.children.get(index) : null;
            }
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    /** {@return a copy without positions} */
    NetshElement toValue() {
        return new NetshElement(
                name,
                attributes,
                children.isEmpty() ? text : "",
                children.stream().map(Element::toValue).toList());
    }

    /** {@return an element with what a value holds} */
    static Element of(NetshElement value, @Nullable Element parent) {
        Element element = new Element(value.name(), 0, 0, parent);
        value.attributes().forEach(element::set);
        element.setText(value.text());
        value.children().forEach(child -> element.add(of(child, element)));
        return element;
    }
}

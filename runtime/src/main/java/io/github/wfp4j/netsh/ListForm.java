package io.github.wfp4j.netsh;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The form of lists: an element for each entry, and how many there are.
 *
 * @param entry the form of an entry
 */
record ListForm(Form entry) implements Form {
    @Override
    public Object read(Element element, Reading reading) {
        if (element.children().isEmpty() && !element.text().isBlank()) {
            throw Leaves.wrong(element, "list");
        }
        reading.count(element);
        List<Object> entries = new ArrayList<>();
        for (Element child : element.children()) {
            if (child.name().equals(Element.ITEM)) {
                Object value = entry.read(child, reading);
                if (value == null) {
                    throw new NetshFormatException(
                            child, "<%s> has an empty entry".formatted(element.name()));
                }
                entries.add(value);
            } else {
                reading.skip(child);
            }
        }
        return entries;
    }

    @Override
    public Object missing() {
        return List.of();
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        List<?> entries = (List<?>) requireNonNull(value);
        if (!entries.isEmpty()) {
            element.set(Element.COUNT, Integer.toString(entries.size()));
        }
        entries.forEach(it -> entry.write(it, element.add(Element.ITEM)));
    }
}

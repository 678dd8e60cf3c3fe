package io.github.wfp4j.netsh;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * A piece of a dump as it stands there, for what has no record.
 *
 * @param name the name of the element
 * @param attributes its attributes
 * @param text what stands in it, empty if there are elements in it
 * @param children the elements in it
 */
public record NetshElement(
        String name, Map<String, String> attributes, String text, List<NetshElement> children) {
    /** Checks that nothing is null and copies the collections. */
    public NetshElement {
        requireNonNull(name, "name");
        attributes = Map.copyOf(attributes);
        requireNonNull(text, "text");
        children = List.copyOf(children);
    }

    /** {@return its name and size, because what is in it may be a key} */
    @Override
    public String toString() {
        return "<%s> with %d elements".formatted(name, children.size());
    }
}

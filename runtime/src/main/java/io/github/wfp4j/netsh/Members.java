package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/** The elements of a struct, each of which stands for one member. */
final class Members {
    private final Element struct;
    private final Set<Element> taken = new HashSet<>();

    /**
     * Looks at a struct.
     *
     * @throws NetshFormatException if a member stands there twice
     */
    Members(Element struct) {
        this.struct = struct;
        Set<String> names = new HashSet<>();
        for (Element child : struct.children()) {
            if (!names.add(child.name())) {
                throw new NetshFormatException(
                        child,
                        "<%s> stands in <%s> twice".formatted(child.name(), struct.name()));
            }
        }
    }

    /** {@return what the struct stands in} */
    Element struct() {
        return struct;
    }

    /** {@return the element of a member, or null; it counts as read, but can be read again} */
    @Nullable Element take(String name) {
        Element found = struct.child(name);
        if (found != null) {
            taken.add(found);
        }
        return found;
    }

    /** {@return whether there is an element for a member} */
    boolean has(String name) {
        return struct.child(name) != null;
    }

    /** Notes the elements that nobody took. */
    void skipRest(Reading reading) {
        for (Element child : struct.children()) {
            if (!taken.contains(child)) {
                reading.skip(child);
            }
        }
    }
}

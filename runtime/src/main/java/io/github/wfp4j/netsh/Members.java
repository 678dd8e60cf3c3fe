package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/** The elements of a struct, each of which stands for one member. */
final class Members {
    private final Element struct;
    private final Set<Element> taken = new HashSet<>();

    /** Looks at a struct. */
    Members(Element struct) {
        this.struct = struct;
    }

    /** {@return what the struct stands in} */
    Element struct() {
        return struct;
    }

    /**
     * {@return the element of a member, or null; it counts as read, but can be read again}
     *
     * @throws NetshFormatException if the member stands there twice
     */
    @Nullable Element take(String name) {
        Element found = null;
        for (Element child : struct.children()) {
            if (child.name().equals(name)) {
                if (found != null) {
                    throw new NetshFormatException(
                            child, "<%s> stands in <%s> twice".formatted(name, struct.name()));
                }
                found = child;
            }
        }
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

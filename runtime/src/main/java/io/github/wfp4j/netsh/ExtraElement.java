package io.github.wfp4j.netsh;

import java.util.function.Function;

/**
 * An element for what a record does not hold, because it is reserved or follows from the rest.
 *
 * @param type the record
 * @param name what the element is called
 * @param before the component that it stands before
 * @param text what stands in it, which follows from the record
 */
record ExtraElement(Class<?> type, String name, String before, Function<Object, String> text) {
    private static final String ZERO = "0";

    /** Takes it from a struct, and notes what a reserved one holds. */
    void read(Members members, Reading reading) {
        Element element = members.take(name);
        if (element != null
                && isReserved()
                && !element.isEmpty()
                && !element.text().strip().equals(ZERO)) {
            reading.skip(element);
        }
    }

    private boolean isReserved() {
        return name.equals("reserved") || name.equals("softExpirationTime");
    }
}

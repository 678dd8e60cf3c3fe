package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

/** How the values of one type stand in an element of a dump. */
interface Form {
    /**
     * {@return the value in an element, or null if it is absent}
     *
     * @param reading notes what there is no place for
     * @throws NetshFormatException if there is no such value
     */
    @Nullable Object read(Element element, Reading reading);

    /**
     * {@return what it is if the element is missing, or null if it may not be missing or is null}
     */
    default @Nullable Object missing() {
        return null;
    }

    /** Writes a value into an empty element. */
    void write(@Nullable Object value, Element element);
}

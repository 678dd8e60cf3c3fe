package io.github.wfp4j.headers;

import org.jspecify.annotations.Nullable;

/**
 * A member of a struct, as the tables of facts have it.
 *
 * @param name the C name; members of a struct in place have its name and a dot in front
 * @param type the C type
 * @param offset bytes from the start of the struct
 * @param size bytes
 * @param pointer what it points to, or null if it is no pointer
 * @param union which union of the struct it belongs to, from 1, or 0 for none
 * @param reserved whether its documentation reserves it, though its name does not say so
 */
record CField(
        String name,
        String type,
        long offset,
        long size,
        @Nullable CPointer pointer,
        int union,
        boolean reserved) {
    /** What a pointer points to; {@code count} is the member that counts, or empty. */
    record CPointer(String pointee, String kind, String count) {}

    /** {@return whether the headers keep it for later, so that no record has it} */
    boolean isReserved() {
        return reserved || name.matches("reserved[0-9]*");
    }

    /** {@return how many elements an array has that stands in the struct, or 0 if it is none} */
    int arrayLength() {
        int bracket = type.indexOf('[');
        return bracket < 0 ? 0 : Integer.parseInt(type.substring(bracket + 1, type.length() - 1));
    }

    /** {@return the type without the brackets} */
    String elementType() {
        int bracket = type.indexOf('[');
        return bracket < 0 ? type : type.substring(0, bracket);
    }
}

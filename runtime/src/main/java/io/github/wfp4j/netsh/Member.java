package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

/** How a component of a record stands in the element of its struct. */
interface Member {
    /** {@return the value of the component, or null if it is absent} */
    @Nullable Object read(Members members, Reading reading);

    /**
     * Writes the component.
     *
     * @param value its value
     * @param struct the element of the struct
     */
    void write(@Nullable Object value, Element struct);

    /**
     * A member with an element of its own.
     *
     * @param name what the element is called
     * @param otherName what it may be called instead
     * @param form what stands in it
     */
    record Single(String name, String otherName, Form form) implements Member {
        @Override
        public @Nullable Object read(Members members, Reading reading) {
            Element element = take(members);
            return element == null ? form.missing() : form.read(element, reading);
        }

        @Override
        public void write(@Nullable Object value, Element struct) {
            form.write(value, struct.add(name));
        }

        /**
         * {@return its element, or null if there is none}
         *
         * @throws NetshFormatException if it is there twice
         */
        @Nullable Element take(Members members) {
            return members.take(members.has(name) ? name : otherName);
        }

        /** {@return whether there is an element for it} */
        boolean isIn(Members members) {
            return members.has(name) || (!otherName.equals(name) && members.has(otherName));
        }
    }
}

package io.github.wfp4j.netsh;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * The form of a value that stands in an element as text, or of one with an empty element if it is
 * absent.
 *
 * @param reading reads an element that is not empty
 * @param writing writes a value that is not null
 * @param absent what an empty or missing element stands for; null if it stands for none
 */
record SimpleForm<T>(Function<Element, T> reading, Function<T, String> writing, @Nullable T absent)
        implements Form {
    @Override
    public @Nullable Object read(Element element, Reading notes) {
        return element.isEmpty() ? absent : reading.apply(element);
    }

    /** {@return whether it is the form of a number} */
    boolean isNumber() {
        return absent instanceof Number;
    }

    @Override
    public @Nullable Object missing() {
        return absent;
    }

    @Override
    @SuppressWarnings("unchecked") // the form was chosen by the type of the value
    public void write(@Nullable Object value, Element element) {
        if (value != null) {
            element.setText(requireNonNull(writing.apply((T) value)));
        }
    }
}

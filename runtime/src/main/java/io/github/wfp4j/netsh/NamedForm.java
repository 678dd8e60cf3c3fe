package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The form of keys: a C name, or a GUID in braces.
 *
 * @param reading reads an element that is not empty
 * @param writing writes a key
 */
record NamedForm(BiFunction<Element, Reading, Object> reading, Function<Object, String> writing)
        implements Form {
    @Override
    public @Nullable Object read(Element element, Reading notes) {
        return Leaves.text(element).isEmpty() ? null : reading.apply(element, notes);
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        if (value != null) {
            element.setText(writing.apply(value));
        }
    }
}

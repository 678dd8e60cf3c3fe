package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;

/**
 * The form of structs: an element for each member, in the order of C.
 *
 * @param type the record
 * @param constructor its constructor
 * @param components its components
 * @param members how they stand there
 * @param extras what stands there besides
 */
record RecordForm(
        Class<?> type,
        Constructor<?> constructor,
        List<RecordComponent> components,
        List<Member> members,
        List<ExtraElement> extras)
        implements Form {
    @Override
    public @Nullable Object read(Element element, Reading reading) {
        if (element.isEmpty() && !members.isEmpty()) {
            return null; // a pointer that is null
        }
        if (element.children().isEmpty() && !element.text().isBlank()) {
            throw new NetshFormatException(
                    element, "<%s> holds text instead of elements".formatted(element.name()));
        }
        Members in = new Members(element);
        @Nullable Object[] arguments = new Object[members.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = members.get(i).read(in, reading);
        }
        for (ExtraElement extra : extras) {
            extra.read(in, reading);
        }
        in.skipRest(reading);
        return Reflection.make(constructor, element, arguments);
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        if (value == null) {
            return;
        }
        for (int i = 0; i < members.size(); i++) {
            for (ExtraElement extra : extras) {
                if (extra.before().equals(components.get(i).getName())) {
                    element.add(extra.name()).setText(extra.text().apply(value));
                }
            }
            members.get(i)
                    .write(Reflection.getOrNull(components.get(i).getAccessor(), value), element);
        }
    }
}

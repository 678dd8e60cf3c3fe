package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The form of flags: a list of their names; bits without a name are one more entry of eight
 * hexadecimal digits.
 */
final class FlagsForm implements Form {
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{8}");
    private static final String PREFIX_OF_REST = "0x";

    private final Constructor<?> constructor;
    private final Method bits;
    private final Method names;
    private final Map<String, Integer> bitsByName = new HashMap<>();

    /**
     * Finds the names of flags.
     *
     * @param type the record of the flags, with one component
     */
    FlagsForm(Class<?> type) throws ReflectiveOperationException {
        constructor = type.getConstructor(int.class);
        bits = type.getMethod("bits");
        names = type.getMethod("cNames");
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                Object flags = field.get(null);
                List<?> own = (List<?>) names.invoke(flags);
                if (own.size() == 1) {
                    bitsByName.put((String) own.getFirst(), (int) bits.invoke(flags));
                }
            }
        }
    }

    /** {@return whether a record is one of flags} */
    static boolean isFlags(Class<?> type) {
        try {
            return type.isRecord() && type.getMethod("cNames").getReturnType() == List.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    @Override
    public Object read(Element element, Reading reading) {
        if (element.children().isEmpty() && !element.text().isBlank()) {
            throw Leaves.wrong(element, "list of flags");
        }
        reading.count(element);
        int all = 0;
        for (Element child : element.children()) {
            if (child.name().equals(Element.ITEM)) {
                all |= flag(child, element, reading);
            } else {
                reading.skip(child);
            }
        }
        return Reflection.make(constructor, element, all);
    }

    private int flag(Element item, Element list, Reading reading) {
        String text = Leaves.text(item);
        Integer known = bitsByName.get(text);
        if (known != null) {
            return known;
        }
        if (DIGITS.matcher(text).matches()) {
            return Integer.parseUnsignedInt(text, 16);
        }
        if (Names.NAME.matcher(text).matches()) {
            reading.flag(list, text);
            return 0;
        }
        throw Leaves.wrong(item, "name of a flag and no eight digits");
    }

    @Override
    public Object missing() {
        return Reflection.make(constructor, Element.root(""), 0);
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        int rest = (int) Reflection.get(bits, value);
        for (Object name : (List<?>) Reflection.get(names, value)) {
            Integer known = bitsByName.get((String) name);
            if (known != null && !((String) name).startsWith(PREFIX_OF_REST)) {
                element.add(Element.ITEM).setText((String) name);
                rest &= ~known;
            }
        }
        if (rest != 0) {
            element.add(Element.ITEM).setText("%08X".formatted(rest));
        }
        if (!element.children().isEmpty()) {
            element.set(Element.COUNT, Integer.toString(element.children().size()));
        }
    }
}

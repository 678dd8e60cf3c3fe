package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of enumerations: the C name. */
final class EnumForm implements Form {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,10}");

    private final String type;
    private final String prefix;
    private final Method name;
    private final Map<String, Object> byName = new HashMap<>();
    private final Map<Long, Object> byNumber = new HashMap<>();

    /**
     * Finds the names of an enumeration.
     *
     * @param type the enumeration
     */
    EnumForm(Class<?> type) throws ReflectiveOperationException {
        this.type = type.getSimpleName();
        name = type.getMethod("cName");
        Method value = type.getMethod("value");
        for (Object constant : type.getEnumConstants()) {
            byName.put((String) name.invoke(constant), constant);
            byNumber.put((long) (int) value.invoke(constant), constant);
        }
        prefix = commonPrefix();
    }

    /** {@return what all names begin with, up to an underscore} */
    private String commonPrefix() {
        String common = byName.keySet().iterator().next();
        for (String other : byName.keySet()) {
            int length = 0;
            while (length < Math.min(common.length(), other.length())
                    && common.charAt(length) == other.charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        return common.substring(0, common.lastIndexOf('_') + 1);
    }

    @Override
    public @Nullable Object read(Element element, Reading reading) {
        String text = Leaves.text(element);
        Object known = byName.get(text);
        if (known != null) {
            return known;
        }
        if (DIGITS.matcher(text).matches()) {
            known = byNumber.get(Long.parseLong(text));
            if (known != null) {
                return known;
            }
        }
        boolean mayBeNewer =
                DIGITS.matcher(text).matches()
                        || (text.startsWith(prefix) && Names.NAME.matcher(text).matches());
        String reason =
                "<%s> holds %s, which is no known %s"
                        .formatted(element.name(), Leaves.quoted(text), type);
        throw mayBeNewer
                ? new NewerNameException(element, reason)
                : new NetshFormatException(element, reason);
    }

    @Override
    public void write(@Nullable Object value, Element element) {
        element.setText((String) Reflection.get(name, value));
    }
}

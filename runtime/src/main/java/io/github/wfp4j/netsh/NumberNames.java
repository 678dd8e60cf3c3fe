package io.github.wfp4j.netsh;

import io.github.wfp4j.fwp.MsfwpDirection;
import io.github.wfp4j.ipsec.IpsecAuthConfig;
import io.github.wfp4j.ipsec.IpsecCipherConfig;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers that are of no enumeration in C, but have names: a dump may have these.
 *
 * <p>Which of the two it has is not known, so that both are read; numbers are written.
 */
final class NumberNames {
    private static final Map<String, NumberNames> BY_MEMBER =
            Map.of(
                    "authConfig", new NumberNames(IpsecAuthConfig.class, "IPSEC_AUTH_CONFIG_"),
                    "cipherConfig",
                            new NumberNames(IpsecCipherConfig.class, "IPSEC_CIPHER_CONFIG_"),
                    "msFwpDirection", new NumberNames(MsfwpDirection.class, "FWP_DIRECTION_"));

    private final String prefix;
    private final Map<String, Integer> numbers = new HashMap<>();

    private NumberNames(Class<?> holder, String prefix) {
        this.prefix = prefix;
        for (Field field : holder.getFields()) {
            try {
                numbers.put(prefix + field.getName(), field.getInt(null));
            } catch (IllegalAccessException e) {
                throw new AssertionError("a public constant of a public class", e);
            }
        }
    }

    /** {@return what reads the number of a member} */
    static Forms.NumberReader of(String member) {
        NumberNames names = BY_MEMBER.get(member);
        return names == null ? Leaves::number : names::read;
    }

    private long read(Element element) {
        String text = Leaves.text(element);
        Integer number = numbers.get(text);
        if (number != null) {
            return number;
        }
        if (text.startsWith(prefix) && Names.NAME.matcher(text).matches()) {
            throw new NewerNameException(
                    element,
                    "<%s> holds %s, which is not known"
                            .formatted(element.name(), Leaves.quoted(text)));
        }
        return Leaves.number(element);
    }
}

package io.github.wfp4j.generator.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules that make Java names from C names. There is no list of exceptions here. */
final class Names {
    private Names() {}

    /** {@return {@code FWPM_FILTER0} as {@code FwpmFilter0}} */
    static String type(String cName) {
        return Arrays.stream(cName.split("_", -1))
                .filter(word -> !word.isEmpty())
                .map(Names::capitalised)
                .collect(Collectors.joining());
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /** {@return the package of a type, below the root package} */
    static String packageOf(String cName) {
        String first =
                cName.substring(0, cName.indexOf('_') < 0 ? cName.length() : cName.indexOf('_'));
        return switch (first) {
            case "FWP", "FWPM", "IPSEC", "IKEEXT" -> first.toLowerCase(Locale.ROOT);
            default -> "win32";
        };
    }

    /** {@return a member's name as a component: the C spelling, but for a capital at its start} */
    static String component(String cName) {
        return cName.substring(0, 1).toLowerCase(Locale.ROOT) + cName.substring(1);
    }

    /** {@return the name with a capital at its start} */
    static String upperFirst(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * {@return a constant without the leading words that it shares with its group}
     *
     * <p>One word comes back where the rest would begin with a digit, and yet one more where that
     * word is {@code TYPE}.
     *
     * @param words the words of the group, joined by underscores
     * @param cName the constant
     */
    static String constant(String words, String cName) {
        List<String> group = List.of(words.split("_", -1));
        List<String> name = List.of(cName.split("_", -1));
        int shared = 0;
        while (shared < group.size()
                && shared < name.size() - 1
                && group.get(shared).equals(name.get(shared))) {
            shared++;
        }
        if (shared > 0 && Character.isDigit(name.get(shared).charAt(0))) {
            shared--;
            if (shared > 0 && name.get(shared).equals("TYPE")) {
                shared--;
            }
        }
        return String.join("_", name.subList(shared, name.size()));
    }

    /** {@return {@code ESP_AUTH_AND_CIPHER} as {@code EspAuthAndCipher}, without a last TYPE} */
    static String caseOf(String constant) {
        String words =
                constant.endsWith("_TYPE")
                        ? constant.substring(0, constant.length() - "_TYPE".length())
                        : constant;
        return type(words);
    }
}

package io.github.wfp4j.generator.emit;

import java.util.Locale;

/** Spellings that only generated code needs. */
final class Names {
    private Names() {}

    /** {@return {@code subLayerKey} as {@code SUB_LAYER_KEY}} */
    static String constant(String name) {
        return name.replace('.', '_')
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    /** {@return the name with a capital at its start} */
    static String upperFirst(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@return the name with a small letter at its start} */
    static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** {@return the offset constant of a member, given as struct and member joined by a dot} */
    static String offset(String member) {
        return constant(member.substring(member.indexOf('.') + 1));
    }
}

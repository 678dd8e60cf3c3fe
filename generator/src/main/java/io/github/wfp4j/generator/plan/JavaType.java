package io.github.wfp4j.generator.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * A Java type by its name.
 *
 * @param packageName the package
 * @param names the simple names, the outermost first
 */
public record JavaType(String packageName, List<String> names) {
    /** The root package of everything generated. */
    public static final String ROOT = "io.github.wfp4j";

    /** {@return a top-level type below the root package} */
    public static JavaType of(String packageSuffix, String name) {
        return new JavaType(ROOT + "." + packageSuffix, List.of(name));
    }

    /** {@return a type nested in this one} */
    public JavaType nested(String name) {
        return new JavaType(packageName, Stream.concat(names.stream(), Stream.of(name)).toList());
    }

    /** {@return the last simple name} */
    public String simpleName() {
        return names.getLast();
    }

    /** {@return the simple names of this type, joined by dots} */
    public String nestedName() {
        return String.join(".", names);
    }
}

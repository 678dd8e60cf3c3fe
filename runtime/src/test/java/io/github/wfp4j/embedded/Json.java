package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values as JSON, one a line, exactly as {@code policy_json.h} writes the structs that they stand
 * for.
 *
 * <p>Members have the names of record components, which are those of C; a case of a union begins
 * with its tag. Unsigned numbers are written as such, numbers with a point by their bits.
 */
final class Json {
    private Json() {}

    static String write(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String it -> quoted(it);
            case Key it -> quoted(it.guid().toString());
            case Guid it -> quoted(it.toString());
            case Bytes it -> quoted(it.toHex());
            case Sid it -> quoted(it.toString());
            case Integer it -> Integer.toString(it);
            case Long it -> Long.toUnsignedString(it);
            case List<?> it -> joined(it.stream().map(Json::write), "[", "]");
            case Enum<?> it -> write(read(it, "value"));
            case Record it -> record(it);
            default -> throw new AssertionError(value.getClass());
        };
    }

    /** {@return an object with members, given as alternating names and values} */
    static String object(Object... members) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < members.length; i += 2) {
            lines.add(member((String) members[i], members[i + 1]));
        }
        return joined(lines.stream(), "{", "}");
    }

    private static String record(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        if (components.length == 1 && components[0].getName().equals("bits")) {
            return Integer.toUnsignedString((int) requireNonNull(read(value, "bits")));
        }
        Stream<String> tag =
                Stream.of(value.getClass().getInterfaces())
                        .flatMap(it -> Stream.of(it.getDeclaredMethods()))
                        .filter(it -> !Modifier.isStatic(it.getModifiers()))
                        .filter(it -> it.getReturnType().isEnum())
                        .map(Method::getName);
        return joined(
                Stream.concat(tag, Stream.of(components).map(RecordComponent::getName))
                        .distinct()
                        .map(it -> member(it, read(value, it))),
                "{",
                "}");
    }

    private static String member(String name, @Nullable Object value) {
        return quoted(name) + ": " + write(value);
    }

    private static @Nullable Object read(Object value, String method) {
        try {
            return value.getClass().getMethod(method).invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(value + "." + method, e);
        }
    }

    private static String joined(Stream<String> lines, String open, String close) {
        return lines.collect(Collectors.joining(",\n", open, close));
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(it ->
                        it < ' ' || it > '~' || it == '"' || it == '\\'
                                ? "\\u%04x".formatted(it)
                                : Character.toString(it))
                .collect(Collectors.joining("", "\"", "\""));
    }
}

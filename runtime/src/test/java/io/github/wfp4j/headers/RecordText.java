package io.github.wfp4j.headers;

import io.github.wfp4j.Facts;
import io.github.wfp4j.headers.CField.CPointer;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a record as {@link CReader} writes the struct that it stands for.
 *
 * <p>The struct's members give the order; a record says what each one holds. What it does not say
 * itself follows from what it does say: a count from its list, a tag from the member of the union
 * that is there.
 */
public final class RecordText {
    private static final Map<String, Integer> SIZES =
            Map.of(
                    "UINT8", 1,
                    "UINT16", 2,
                    "unsigned short", 2,
                    "UINT32", 4,
                    "UINT64", 8,
                    "INT64", 8,
                    "double", 8);
    private static final Map<String, Long> CONSTANTS = constants();
    private static final Map<Class<?>, Map<String, Optional<Method>>> ACCESSORS =
            new ConcurrentHashMap<>();

    private final StringBuilder out = new StringBuilder();

    private static final Map<String, String> STRUCTS =
            CStruct.all().keySet().stream()
                    .collect(Collectors.toMap(RecordText::javaName, Function.identity()));

    private RecordText() {}

    private static String javaName(String struct) {
        return Arrays.stream(struct.split("_", -1))
                .filter(it -> !it.isEmpty())
                .map(it -> it.substring(0, 1) + it.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** {@return the C name of the struct that a record stands for, by the rule for names} */
    public static String struct(Object value) {
        Class<?> type = value.getClass();
        Class<?> outer = type.getDeclaringClass();
        String struct = STRUCTS.get((outer == null ? type : outer).getSimpleName());
        if (struct == null) {
            throw new IllegalArgumentException("stands for no struct: " + type);
        }
        return struct;
    }

    /**
     * {@return the text of a record}
     *
     * @param struct the C name of the struct that it stands for
     */
    public static String of(String struct, Object value) {
        RecordText text = new RecordText();
        text.struct(CStruct.of(struct), value);
        return text.out.toString();
    }

    private static Map<String, Long> constants() {
        return Facts.rows("constants").stream()
                .filter(row -> row.getField("value").matches("0x[0-9a-fA-F]+|[0-9]+"))
                .collect(
                        Collectors.toMap(
                                row -> row.getField("name"),
                                row -> number(row.getField("value")),
                                (first, _) -> first));
    }

    /** {@return the record and those of its parts that are members of unions} */
    private static List<Object> parts(Object value) {
        List<Object> parts = new ArrayList<>(List.of(value));
        if (value.getClass().isRecord()) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                if (isUnion(component.getType())) {
                    parts.add(call(component.getAccessor(), value));
                }
            }
        }
        return parts;
    }

    private static boolean isUnion(Class<?> type) {
        return type.isSealed() && type.getDeclaringClass() != null;
    }

    private static Object call(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(accessor.toString(), e);
        }
    }

    /** What a record holds under a C name; {@code value} may be null. */
    private record Held(@Nullable Object value) {}

    private static Optional<Held> find(List<Object> parts, String member) {
        for (Object part : parts) {
            Optional<Method> accessor =
                    ACCESSORS
                            .computeIfAbsent(part.getClass(), _ -> new ConcurrentHashMap<>())
                            .computeIfAbsent(member, _ -> accessor(part.getClass(), member));
            if (accessor.isPresent()) {
                return Optional.of(new Held(call(accessor.get(), part)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Method> accessor(Class<?> type, String member) {
        String last = member.substring(member.lastIndexOf('.') + 1);
        String name = last.substring(0, 1).toLowerCase(Locale.ROOT) + last.substring(1);
        try {
            Method method = type.getMethod(name);
            return Modifier.isStatic(method.getModifiers()) || isUnion(method.getReturnType())
                    ? Optional.empty()
                    : Optional.of(method);
        } catch (NoSuchMethodException _) {
            return Optional.empty();
        }
    }

    private void struct(CStruct struct, Object value) {
        List<Object> parts = parts(value);
        Set<Integer> unions = new HashSet<>();
        out.append('{');
        for (CField field : struct.fields()) {
            if (field.isReserved()) {
                continue;
            }
            if (field.union() == 0 && !field.name().contains(".")) {
                member(struct, parts, field);
            } else if (field.union() != 0 && unions.add(field.union())) {
                union(struct, parts, field.union());
            }
        }
        out.append('}');
    }

    private void union(CStruct struct, List<Object> parts, int union) {
        CCase any = struct.cases(union).getFirst();
        long tag = tag(struct, parts, any.tag());
        long bits = any.mask().isEmpty() ? tag : tag & constant(any.mask());
        String selected =
                struct.cases(union).stream()
                        .filter(it -> it.value().equals("default") || constant(it.value()) == bits)
                        .min((a, b) ->
                                Boolean.compare(
                                        a.value().equals("default"), b.value().equals("default")))
                        .orElseThrow(() -> new AssertionError(struct.name() + " " + bits))
                        .value();
        struct.selected(union, selected).forEach(it -> member(struct, parts, it));
    }

    private void member(CStruct struct, List<Object> parts, CField field) {
        if (field.type().equals("anon_structure")) {
            struct.fields().stream()
                    .filter(it -> it.name().startsWith(field.name() + "."))
                    .forEach(it -> member(struct, parts, it));
            return;
        }
        out.append(field.name()).append('=');
        Optional<Held> held = find(parts, field.name());
        if (held.isPresent()) {
            held(field, held.get().value());
        } else if (struct.cases().stream().anyMatch(it -> it.tag().equals(field.name()))) {
            number(tag(struct, parts, field.name()), field.size());
        } else {
            number(count(struct, parts, field), field.size());
        }
        out.append(';');
    }

    private static long count(CStruct struct, List<Object> parts, CField count) {
        for (CField field : struct.fields()) {
            CPointer pointer = field.pointer();
            if (pointer != null && pointer.count().equals(count.name())) {
                Optional<Held> counted = find(parts, field.name());
                if (counted.isPresent()) {
                    return length(counted.get().value());
                }
            }
        }
        throw new AssertionError("no record has " + struct.name() + "." + count.name());
    }

    private static int length(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Bytes it -> it.length();
            case List<?> it -> it.size();
            case String it -> it.length();
            default -> throw new AssertionError(value.getClass().toString());
        };
    }

    /** {@return the tag that the record says, or the only one that fits every union} */
    private static long tag(CStruct struct, List<Object> parts, String name) {
        Optional<Held> held = find(parts, name);
        if (held.isPresent()) {
            return scalar(held.get().value());
        }
        Set<Long> fit = null;
        for (int union : struct.cases().stream().map(CCase::union).distinct().toList()) {
            List<CCase> cases = struct.cases(union);
            if (cases.getFirst().tag().equals(name) && cases.stream().anyMatch(RecordText::shows)) {
                Set<Long> values =
                        cases.stream()
                                .filter(it -> holds(parts, it, cases))
                                .map(it -> constant(it.value()))
                                .collect(Collectors.toSet());
                if (fit == null) {
                    fit = values;
                } else {
                    fit.retainAll(values);
                }
            }
        }
        if (fit == null || fit.size() != 1) {
            throw new AssertionError(struct.name() + "." + name + " is one of " + fit);
        }
        return fit.iterator().next();
    }

    private static boolean shows(CCase it) {
        return !it.member().isEmpty() && !it.member().startsWith("reserved");
    }

    private static boolean holds(List<Object> parts, CCase it, List<CCase> cases) {
        return it.member().isEmpty()
                ? cases.stream()
                        .noneMatch(other -> shows(other) && find(parts, other.member()).isPresent())
                : find(parts, it.member()).isPresent();
    }

    private static long constant(String name) {
        Long value = CONSTANTS.get(name);
        return value == null ? number(name) : value;
    }

    private static long number(String digits) {
        return digits.startsWith("0x")
                ? Long.parseUnsignedLong(digits, 2, digits.length(), 16)
                : Long.parseUnsignedLong(digits);
    }

    private void held(CField field, @Nullable Object value) {
        CPointer pointer = field.pointer();
        if (pointer == null) {
            if (field.arrayLength() == 0) {
                value(field.type(), field.size(), value);
            } else {
                elements(field.elementType(), field.size() / field.arrayLength(), value);
            }
        } else if (value == null) {
            out.append("null");
        } else if (pointer.kind().equals("counted_array")) {
            if (!(value instanceof String) && length(value) == 0) {
                out.append("null");
            } else {
                elements(pointer.pointee(), SIZES.getOrDefault(pointer.pointee(), 4), value);
            }
        } else {
            value(pointer.pointee(), SIZES.getOrDefault(pointer.pointee(), 4), value);
        }
    }

    private void elements(String type, long size, @Nullable Object value) {
        switch (value) {
            case Bytes it -> out.append(it.toHex());
            case List<?> it -> {
                out.append('[');
                for (Object element : it) {
                    value(type, size, element);
                    out.append(',');
                }
                out.append(']');
            }
            case String it -> {
                out.append('[');
                for (int i = 0; i < it.length(); i++) {
                    number(it.charAt(i), 2);
                    out.append(',');
                }
                out.append(']');
            }
            case null, default -> throw new AssertionError(type + ": " + value);
        }
    }

    private void value(String type, long size, @Nullable Object value) {
        switch (value) {
            case Guid it -> guid(it);
            case Key it -> guid(it.guid());
            case Sid it -> out.append(it.toBytes().toHex());
            case String it -> text(it, type.equals("char*") ? 1 : 2);
            case null -> throw new AssertionError(type);
            default -> {
                CStruct struct = CStruct.all().get(type);
                if (struct == null) {
                    number(scalar(value), size);
                } else {
                    struct(struct, value);
                }
            }
        }
    }

    private void guid(Guid guid) {
        number(Long.reverseBytes(guid.low()), 8);
        number(Long.reverseBytes(guid.high()), 8);
    }

    private void text(String text, int size) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i), size);
        }
        out.append('"');
    }

    private static long scalar(@Nullable Object value) {
        return switch (value) {
            case Float it -> Float.floatToRawIntBits(it);
            case Double it -> Double.doubleToRawLongBits(it);
            case Number it -> it.longValue();
            case Boolean it -> it ? 1 : 0;
            case null -> throw new AssertionError("null is no number");
            default -> {
                Method bits =
                        accessor(value.getClass(), value instanceof Enum ? "value" : "bits")
                                .or(() -> accessor(value.getClass(), "value"))
                                .orElseThrow(() -> new AssertionError(value.getClass().toString()));
                yield ((Number) call(bits, value)).longValue();
            }
        };
    }

    private void number(long value, long size) {
        for (int shift = 8 * (int) size - 4; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((int) (value >>> shift) & 15, 16));
        }
    }
}

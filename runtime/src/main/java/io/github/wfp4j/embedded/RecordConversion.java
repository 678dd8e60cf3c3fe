package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Converts a struct of one version to another version of it.
 *
 * <p>Versions of one C struct differ in few members, deep inside, and the records mirror them: what
 * has one name in both is one thing. So the conversion goes by the names of components and of the
 * cases of unions; what the target has more becomes zero, empty or null.
 */
final class RecordConversion {
    private RecordConversion() {}

    /** Says that the target has no place for a case or a value. */
    private static final class Inexpressible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Inexpressible() {
            super(null, null, false, false);
        }
    }

    /**
     * {@return the value as a record of another version, or null if a part of it has no place
     * there}
     *
     * @param value a record
     * @param target the other version, a record
     */
    static <T extends Record> @Nullable T convert(Record value, Class<T> target) {
        T converted = convertOrNull(value, target);
        if (converted == null) {
            return null;
        }
        // What got lost on the way does not come back.
        return value.equals(convertOrNull(converted, value.getClass())) ? converted : null;
    }

    /**
     * {@return the value as a record of an older version, without what that has no place for, or
     * null if it is of a kind that the older version does not know}
     *
     * @param value a record
     * @param target the older version, a record
     */
    static <T extends Record> @Nullable T reduce(Record value, Class<T> target) {
        return convertOrNull(value, target);
    }

    private static <T> @Nullable T convertOrNull(Record value, Class<T> target) {
        try {
            return target.cast(toType(value, target));
        } catch (Inexpressible e) {
            return null;
        }
    }

    private static @Nullable Object toType(@Nullable Object value, Type target) {
        Class<?> raw = rawType(target);
        if (raw == List.class) {
            return toList(value, target);
        }
        if (value instanceof List<?> list) {
            return toSingle(list, target);
        }
        if (value == null || raw.isPrimitive() || raw.isInstance(value)) {
            return value;
        }
        if (raw.isSealed()) {
            return toType(value, caseOf(raw, value.getClass().getSimpleName()));
        }
        if (raw.isRecord() && value instanceof Record source) {
            return toRecord(source, raw);
        }
        throw new Inexpressible();
    }

    private static Class<?> rawType(Type type) {
        return type instanceof ParameterizedType it ? (Class<?>) it.getRawType() : (Class<?>) type;
    }

    private static Class<?> caseOf(Class<?> union, String name) {
        for (Class<?> it : union.getPermittedSubclasses()) {
            if (it.getSimpleName().equals(name)) {
                return it;
            }
        }
        throw new Inexpressible();
    }

    /** {@return a list; one version has an array where another has one pointer, or none} */
    private static List<?> toList(@Nullable Object value, Type target) {
        List<?> elements =
                switch (value) {
                    case null -> List.of();
                    case List<?> list -> list;
                    default -> List.of(value);
                };
        Type type = ((ParameterizedType) target).getActualTypeArguments()[0];
        List<Object> converted = new ArrayList<>();
        for (Object element : elements) {
            Object it = toType(element, type);
            if (it == null) {
                throw new Inexpressible();
            }
            converted.add(it);
        }
        return converted;
    }

    private static @Nullable Object toSingle(List<?> list, Type target) {
        return switch (list.size()) {
            case 0 -> null;
            case 1 -> toType(list.getFirst(), target);
            default -> throw new Inexpressible();
        };
    }

    private static Object toRecord(Record source, Class<?> target) {
        RecordComponent[] components = target.getRecordComponents();
        RecordComponent[] sources = source.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent from = find(sources, components[i].getName());
            if (from == null && components.length == 1 && sources.length == 1) {
                // The case of a union has one member, whatever its name.
                from = sources[0];
            }
            values[i] =
                    from == null
                            ? zero(components[i].getGenericType())
                            : toType(get(source, from), components[i].getGenericType());
        }
        return create(target, components, values);
    }

    private static @Nullable RecordComponent find(RecordComponent[] components, String name) {
        for (RecordComponent component : components) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        return null;
    }

    /** {@return what zeroed memory means for a component} */
    private static @Nullable Object zero(Type type) {
        Class<?> raw = rawType(type);
        if (raw == List.class) {
            return List.of();
        }
        if (raw == int.class) {
            return 0;
        }
        if (raw == long.class) {
            return 0L;
        }
        if (raw.isRecord() && raw.getRecordComponents().length == 1) {
            RecordComponent only = raw.getRecordComponents()[0];
            if (only.getType() == int.class) {
                return create(raw, raw.getRecordComponents(), 0);
            }
            if (only.getType() == Bytes.class) {
                return create(raw, raw.getRecordComponents(), Bytes.empty());
            }
        }
        return null;
    }

    private static @Nullable Object get(Record source, RecordComponent component) {
        try {
            return component.getAccessor().invoke(source);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a component of a public record cannot be read", e);
        }
    }

    private static Object create(
            Class<?> type, RecordComponent[] components, @Nullable Object... values) {
        try {
            Constructor<?> constructor =
                    type.getConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            // A record refuses a null where its version must have something.
            throw new Inexpressible();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a public record cannot be made", e);
        }
    }
}

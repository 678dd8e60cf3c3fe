package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/** Makes records and asks them, of whatever type. */
final class Reflection {
    private Reflection() {}

    /** {@return the canonical constructor of a record} */
    static Constructor<?> constructor(Class<?> type) {
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Stream.of(type.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(type + " is a record", e);
        }
    }

    /**
     * {@return a record}
     *
     * @param where what it was read from
     * @throws NetshFormatException if it refuses the arguments
     */
    static Object make(Constructor<?> constructor, Element where, @Nullable Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw refused(constructor, where, e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(constructor.toString(), e);
        }
    }

    private static RuntimeException refused(
            Constructor<?> constructor, Element where, InvocationTargetException e) {
        String name = where.name();
        return switch (e.getCause()) {
            case IllegalArgumentException refused ->
                    new NetshFormatException(
                            where, "<%s>: %s".formatted(name, refused.getMessage()));
            case NullPointerException missing ->
                    new NetshFormatException(
                            where,
                            "<%s>: %s is missing or empty".formatted(name, missing.getMessage()));
            case null, default -> throw new LinkageError(constructor.toString(), e);
        };
    }

    /** {@return what a method without parameters gives, which is not null} */
    static Object get(Method method, @Nullable Object target) {
        Object value = getOrNull(method, target);
        if (value == null) {
            throw new AssertionError(method + " gave null");
        }
        return value;
    }

    /** {@return what a method without parameters gives} */
    static @Nullable Object getOrNull(Method method, @Nullable Object target) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.toString(), e);
        }
    }
}

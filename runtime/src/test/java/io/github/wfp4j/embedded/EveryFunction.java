package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;

import static java.lang.reflect.Proxy.newProxyInstance;

import io.github.wfp4j.Facts;
import io.github.wfp4j.internal.abi.WfpFunctions;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions at once, for what must be true of each. */
final class EveryFunction {
    private EveryFunction() {}

    /** {@return the names of all functions} */
    static Set<String> names() {
        return Facts.rows("functions").stream()
                .map(row -> row.getField("name"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the functions that close a handle or free memory} */
    static Set<String> releasing() {
        return Facts.rows("functions").stream()
                .flatMap(row ->
                        Stream.of(row.getField("handle_released_by"), row.getField("who_frees")))
                .filter(it -> !it.isEmpty() && !it.equals("none"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return what each function answers to nothing but null pointers and zeros} */
    static Map<String, Optional<Integer>> callAll(WfpFunctions functions) {
        Map<String, Optional<Integer>> answers = new TreeMap<>();
        for (Method accessor : WfpFunctions.class.getMethods()) {
            for (Method function : accessor.getReturnType().getMethods()) {
                Object[] zeros =
                        Arrays.stream(function.getParameterTypes())
                                .map(EveryFunction::zero)
                                .toArray();
                try {
                    Object answer = function.invoke(accessor.invoke(functions), zeros);
                    answers.put(function.getName(), Optional.ofNullable((Integer) answer));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(function.getName(), e);
                }
            }
        }
        return answers;
    }

    private static Object zero(Class<?> type) {
        if (type == MemorySegment.class) {
            return NULL;
        }
        return switch (type.getName()) {
            case "short" -> (short) 0;
            case "int" -> 0;
            case "long" -> 0L;
            default -> throw new AssertionError(type);
        };
    }

    /** {@return functions that all throw} */
    static WfpFunctions throwing(Supplier<? extends Throwable> thrown) {
        return proxy(
                WfpFunctions.class,
                accessor ->
                        proxy(
                                accessor.getReturnType(),
                                _ -> {
                                    throw thrown.get();
                                }));
    }

    private interface Body {
        @Nullable Object run(Method method) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Body body) {
        return type.cast(
                newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) -> body.run(method)));
    }
}

package io.github.wfp4j.internal.abi;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.reflect.Proxy.newProxyInstance;

import io.github.wfp4j.Facts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each type of callback, from Java to C and back: what comes through is what was passed. */
final class CallbacksTest {
    private static final int RESULT = 0x8032_0009;
    private static final int THROWN = 1726;

    private final List<Throwable> errors = new ArrayList<>();

    private final Boundary boundary =
            new Boundary() {
                @Override
                public int refusal() {
                    return 0;
                }

                @Override
                public int codeOf(Throwable thrown) {
                    errors.add(thrown);
                    return THROWN;
                }
            };

    static Stream<Class<?>> callbacks() throws ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        for (var row : Facts.rows("callbacks")) {
            StringBuilder name = new StringBuilder(CallbacksTest.class.getPackageName() + ".");
            for (String word : row.getField("name").split("_", -1)) {
                name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
            types.add(Class.forName(name.toString()));
        }
        assertThat(types).hasSize(18);
        return types.stream();
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void argumentsAndResultComeThrough(Class<?> type) throws ReflectiveOperationException {
        Method call = call(type);
        List<Object> received = new ArrayList<>();
        Object[] arguments = arguments(call);

        Object result =
                through(
                        type,
                        arguments,
                        (_, _, passed) -> {
                            received.addAll(Arrays.asList(passed));
                            return call.getReturnType() == int.class ? RESULT : null;
                        });

        assertThat(received).containsExactly(arguments);
        assertThat(result).isEqualTo(call.getReturnType() == int.class ? RESULT : null);
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void whatACallbackThrowsStaysInJava(Class<?> type) throws ReflectiveOperationException {
        Method call = call(type);
        Error error = new AssertionError("thrown");

        Object result =
                through(
                        type,
                        arguments(call),
                        (_, _, _) -> {
                            throw error;
                        });

        assertThat(result).isEqualTo(call.getReturnType() == int.class ? THROWN : null);
        assertThat(errors).containsExactly(error);
    }

    /** {@return what the callback answers when it is called through a function pointer} */
    private @Nullable Object through(Class<?> type, Object[] arguments, InvocationHandler body)
            throws ReflectiveOperationException {
        Object callback = newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, body);
        try (Arena arena = Arena.ofConfined()) {
            Object pointer =
                    type.getMethod("pointer", type, Boundary.class, Arena.class)
                            .invoke(null, callback, boundary, arena);
            Object called = type.getMethod("of", MemorySegment.class).invoke(null, pointer);
            return call(type).invoke(called, arguments);
        }
    }

    private static Method call(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(it -> it.getName().equals("call"))
                .findFirst()
                .orElseThrow();
    }

    /** {@return a different value for each parameter, with the highest bit set in the last} */
    private static Object[] arguments(Method call) {
        return IntStream.range(0, call.getParameterCount())
                .mapToObj(i ->
                        call.getParameterTypes()[i] == int.class
                                ? (Object) (0x8000_0000 + i)
                                : MemorySegment.ofAddress(0x7000_0000_0000L + i))
                .toArray();
    }
}

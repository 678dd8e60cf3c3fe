package io.github.wfp4j.engine;

import io.github.wfp4j.internal.abi.WfpFunctions;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Functions that write down which of them are called, and else do what others do. */
final class RecordingFunctions {
    /** What only Windows can do, and whose success a handle depends on. */
    private static final Set<String> PRETENDED =
            Set.of(
                    "IPsecKeyManagerAddAndRegister0",
                    "IPsecKeyManagerUnregisterAndDelete0",
                    "FwpmDynamicKeywordSubscribe0",
                    "FwpmDynamicKeywordUnsubscribe0",
                    "FwpmSystemPortsSubscribe0",
                    "FwpmSystemPortsUnsubscribe0",
                    "FwpmvSwitchEventSubscribe0",
                    "FwpmvSwitchEventUnsubscribe0");

    private RecordingFunctions() {}

    /**
     * {@return the functions}
     *
     * @param functions do what the functions do
     * @param called gets the names of those that are called
     */
    static WfpFunctions over(WfpFunctions functions, Set<String> called) {
        return proxy(
                WfpFunctions.class,
                (accessor, _) -> {
                    Object family = accessor.invoke(functions);
                    return proxy(
                            accessor.getReturnType(),
                            (function, arguments) -> {
                                called.add(function.getName());
                                return PRETENDED.contains(function.getName())
                                        ? Integer.valueOf(0)
                                        : function.invoke(family, arguments);
                            });
                });
    }

    private interface Body {
        @Nullable Object run(Method method, @Nullable Object @Nullable [] arguments)
                throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Body body) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            try {
                                return body.run(method, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}

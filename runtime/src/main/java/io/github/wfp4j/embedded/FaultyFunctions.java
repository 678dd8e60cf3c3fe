package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Puts the faults of a plan before the functions of an engine. */
final class FaultyFunctions {
    private static final String OPEN = "FwpmEngineOpen0";
    private static final String COMMIT = "FwpmTransactionCommit0";
    private static final Set<String> NEVER_FAILING = Set.of("FwpmEngineClose0", "FwpmFreeMemory0");

    private final FaultPlan plan;
    private final Sessions sessions;
    private final ConcurrentMap<Class<?>, Object> families = new ConcurrentHashMap<>();

    private FaultyFunctions(FaultPlan plan, Sessions sessions) {
        this.plan = plan;
        this.sessions = sessions;
    }

    /** {@return functions that fail by plan, and else do what the given ones do} */
    static WfpFunctions over(WfpFunctions functions, FaultPlan plan, Sessions sessions) {
        FaultyFunctions faults = new FaultyFunctions(plan, sessions);
        return proxy(
                WfpFunctions.class,
                (_, method, arguments) ->
                        faults.families.computeIfAbsent(
                                method.getReturnType(),
                                type -> faults.family(type, call(functions, method, arguments))));
    }

    private <T> T family(Class<T> type, @Nullable Object functions) {
        return proxy(
                type,
                (_, method, arguments) -> {
                    Integer answer =
                            NEVER_FAILING.contains(method.getName())
                                    ? null
                                    : strike(method.getName(), arguments);
                    return answer == null ? call(functions, method, arguments) : answer;
                });
    }

    /** The body of a proxy. */
    private interface Handler {
        @Nullable Object invoke(
                Object proxy, Method method, @Nullable Object @Nullable [] arguments);
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, handler::invoke));
    }

    private static @Nullable Object call(
            @Nullable Object target, Method method, @Nullable Object @Nullable [] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new LinkageError("a function declares no checked exceptions", e);
        } catch (IllegalAccessException e) {
            throw new LinkageError("the methods of an interface are public", e);
        }
    }

    /** {@return what a call answers instead of being made, or null if it is made} */
    private @Nullable Integer strike(String function, @Nullable Object @Nullable [] arguments) {
        FaultPlan.Fault fault = plan.take(function);
        if (fault == null) {
            return null;
        }
        MemorySegment handle =
                arguments != null
                                && arguments[0] instanceof MemorySegment it
                                && !function.equals(OPEN)
                        ? it
                        : MemorySegment.NULL;
        return switch (fault) {
            case SESSION_ABORTED -> {
                int code = Calls.answer(() -> sessions.abortSession(handle));
                yield code == 0 ? null : code;
            }
            case TRANSACTION_ABORTED -> {
                sessions.abortTransaction(handle);
                yield null;
            }
            case ACCESS_DENIED -> fail(function, handle, ErrorCode.ERROR_ACCESS_DENIED);
            case OUT_OF_MEMORY -> fail(function, handle, ErrorCode.ERROR_NOT_ENOUGH_MEMORY);
            case SERVICE_NOT_RUNNING ->
                    fail(
                            function,
                            handle,
                            function.equals(OPEN)
                                    ? ErrorCode.EPT_S_NOT_REGISTERED
                                    : ErrorCode.RPC_S_SERVER_UNAVAILABLE);
        };
    }

    private int fail(String function, MemorySegment handle, ErrorCode code) {
        if (function.equals(COMMIT)) {
            // A commit that fails has applied nothing, and ends the transaction (2.10).
            sessions.undoTransaction(handle);
        }
        return code.code();
    }
}

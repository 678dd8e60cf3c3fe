package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.internal.abi.Boundary;
import io.github.wfp4j.internal.abi.ExportedFunctions;
import io.github.wfp4j.internal.abi.NativeFunctions;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What C sees of an embedded engine, besides the behaviour that {@link CAbiContractTest} has. */
final class ExportedFunctionsTest {
    /** What a function may throw, and what C gets instead. */
    static Stream<Arguments> thrown() {
        return Stream.of(
                thrown("exception", () -> new IllegalStateException("thrown")),
                thrown("checked exception", () -> new IOException("thrown")),
                thrown("error", () -> new AssertionError("thrown")),
                thrown("no memory", () -> new OutOfMemoryError("thrown")),
                thrown("no stack", () -> new StackOverflowError("thrown")));
    }

    private static Arguments thrown(String what, Supplier<Throwable> thrown) {
        return Arguments.argumentSet(
                what,
                thrown,
                what.startsWith("no ")
                        ? ErrorCode.ERROR_NOT_ENOUGH_MEMORY
                        : ErrorCode.RPC_S_CALL_FAILED);
    }

    @Test
    @DisplayName("Every function has a symbol, and nothing else has one")
    void exportsEveryFunction() {
        try (EmbeddedEngine embedded = EmbeddedEngine.create()) {
            assertThat(EveryFunction.names())
                    .hasSize(189)
                    .allSatisfy(name -> assertThat(embedded.find(name)).isPresent());
            assertThat(embedded.find("FwpmFilterAdd1")).isEmpty();
            assertThat(embedded.find("fwpmFilterAdd0")).isEmpty();
            assertThat(embedded.find("")).isEmpty();
        }
    }

    @Test
    @DisplayName("The symbol of a function stays the same, and no two functions share one")
    void exportsEveryFunctionOnce() {
        try (EmbeddedEngine embedded = EmbeddedEngine.create()) {
            Map<MemorySegment, String> names = new HashMap<>();
            for (String name : EveryFunction.names()) {
                MemorySegment symbol = embedded.findOrThrow(name);
                assertThat(embedded.findOrThrow(name)).isEqualTo(symbol);
                assertThat(names.put(symbol, name)).isNull();
            }
        }
    }

    @Test
    @DisplayName("1.25: a stopped engine refuses every function, but those that close and free")
    void refusesEveryFunctionAfterClose() {
        EmbeddedEngine embedded = EmbeddedEngine.create();
        WfpFunctions exported = new NativeFunctions(embedded);
        embedded.close();

        Map<String, Optional<Integer>> answers = EveryFunction.callAll(exported);

        assertThat(answers.keySet()).isEqualTo(EveryFunction.names());
        Map<String, Optional<Integer>> direct = EveryFunction.callAll(embedded.functions());
        int aborted = ErrorCode.FWP_E_SESSION_ABORTED.code();
        assertThat(answers)
                .allSatisfy((name, answer) ->
                        assertThat(answer)
                                .as(name)
                                .isEqualTo(
                                        EveryFunction.releasing().contains(name)
                                                ? direct.get(name)
                                                : Optional.of(aborted)));
    }

    @Test
    @DisplayName("1.25: handles are closed and memory is freed after the engine has stopped")
    void closesAndFreesAfterClose() {
        TestEngine engine = Way.C_ABI.create();
        try (Client client = Client.openStatic(engine)) {
            client.addOk(Samples.block());
            MemorySegment enumeration = client.enumerateFilters(null);
            MemorySegment entries = client.arena.allocate(ADDRESS);
            MemorySegment count = client.arena.allocate(4);
            assertOk(
                    client.functions
                            .filter()
                            .FwpmFilterEnum0(client.handle, enumeration, 1, entries, count));
            engine.close();

            assertError(client.begin(), ErrorCode.FWP_E_SESSION_ABORTED);
            assertThat(engine.unfreed()).isEqualTo(1);
            client.functions.engine().FwpmFreeMemory0(entries);
            assertThat(engine.unfreed()).isZero();
            assertOk(client.closeHandle());
            assertError(client.closeHandle(), ErrorCode.ERROR_INVALID_HANDLE);
        }
    }

    @ParameterizedTest
    @MethodSource("thrown")
    @DisplayName("What a function throws becomes an error code and goes to the listener")
    void noFunctionThrows(Supplier<Throwable> thrown, ErrorCode code) {
        List<Throwable> errors = new ArrayList<>();
        WfpFunctions exported =
                new NativeFunctions(
                        new ExportedFunctions(
                                EveryFunction.throwing(thrown), boundary(errors::add)));

        Map<String, Optional<Integer>> answers = EveryFunction.callAll(exported);

        assertThat(answers).hasSize(189);
        assertThat(answers)
                .allSatisfy((name, answer) ->
                        assertThat(answer)
                                .as(name)
                                .isEqualTo(
                                        name.equals("FwpmFreeMemory0")
                                                ? Optional.empty()
                                                : Optional.of(code.code())));
        assertThat(errors).hasSize(189);
    }

    @Test
    @DisplayName("C gets an answer even after the stack was used up")
    void theStackMayOverflow() {
        WfpFunctions exported =
                new NativeFunctions(
                        new ExportedFunctions(
                                EveryFunction.throwing(ExportedFunctionsTest::overflow),
                                boundary(_ -> {})));

        assertError(exported.engine().FwpmEngineClose0(NULL), ErrorCode.ERROR_NOT_ENOUGH_MEMORY);
    }

    @SuppressWarnings("InfiniteRecursion") // to use up the stack
    private static Throwable overflow() {
        return overflow();
    }

    @Test
    @DisplayName("A listener that throws does no harm either")
    void listenersMayThrow() {
        WfpFunctions exported =
                new NativeFunctions(
                        new ExportedFunctions(
                                EveryFunction.throwing(AssertionError::new),
                                boundary(_ -> {
                                    throw new IllegalStateException("the listener's own");
                                })));

        assertError(exported.engine().FwpmEngineClose0(NULL), ErrorCode.RPC_S_CALL_FAILED);
        exported.engine().FwpmFreeMemory0(NULL);
    }

    private static Boundary boundary(Consumer<Throwable> errors) {
        return new EngineBoundary(
                new Calls(new Handles(false), new Store(), InstantSource.system()), errors);
    }

    @Test
    @DisplayName("A symbol is good without its engine")
    void symbolsOutliveTheEngineObject() throws InterruptedException {
        MemorySegment close = symbolOfNobody();
        collectGarbage(new WeakReference<>(new Object()));

        assertOk(new NativeFunctions(_ -> Optional.of(close)).engine().FwpmEngineClose0(NULL));
    }

    private static MemorySegment symbolOfNobody() {
        try (EmbeddedEngine embedded = EmbeddedEngine.create()) {
            return embedded.findOrThrow("FwpmEngineClose0");
        }
    }

    @Test
    @DisplayName("An engine that nobody has is collected with its symbols")
    void enginesAreCollected() throws InterruptedException {
        WeakReference<?> listener = listenerOfNobody();

        collectGarbage(listener);

        assertThat(listener.get()).isNull();
    }

    private static WeakReference<?> listenerOfNobody() {
        List<Throwable> errors = new ArrayList<>();
        Consumer<Throwable> listener = errors::add;
        EmbeddedEngine embedded =
                EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withErrors(listener));
        EveryFunction.callAll(new NativeFunctions(embedded));
        return new WeakReference<>(listener);
    }

    private static void collectGarbage(WeakReference<?> until) throws InterruptedException {
        for (int i = 0; i < 100 && until.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
    }
}

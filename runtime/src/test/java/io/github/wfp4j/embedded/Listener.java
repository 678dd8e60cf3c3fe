package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A callback of C that remembers what it was told.
 *
 * @param <T> what it is told
 */
@SuppressWarnings("restricted")
final class Listener<T> {
    /** What a listener is told by two arguments. */
    record Typed(int type, MemorySegment what) {}

    private static final long PATIENCE_IN_SECONDS = 10;

    private final Function<Typed, T> reading;
    private final Consumer<T> reaction;
    private final BlockingQueue<T> told = new LinkedBlockingQueue<>();
    private final MemorySegment function;
    private volatile @Nullable MemorySegment context;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Throwable failure;

    private Listener(
            Arena arena,
            FunctionDescriptor shape,
            MethodType type,
            Function<Typed, T> reading,
            Consumer<T> reaction) {
        this.reading = reading;
        this.reaction = reaction;
        try {
            function =
                    Linker.nativeLinker()
                            .upcallStub(
                                    MethodHandles.lookup()
                                            .findVirtual(Listener.class, "call", type)
                                            .bindTo(this),
                                    shape,
                                    arena);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a method of this class is missing", e);
        }
    }

    /** {@return a listener that is told by a pointer to a struct} */
    static <T> Listener<T> of(
            Arena arena, Function<MemorySegment, T> reading, Consumer<T> reaction) {
        return new Listener<>(
                arena,
                FunctionDescriptor.ofVoid(ADDRESS, ADDRESS),
                MethodType.methodType(void.class, MemorySegment.class, MemorySegment.class),
                typed -> reading.apply(typed.what()),
                reaction);
    }

    /** {@return a listener that is told by a number and a pointer to a struct} */
    static <T> Listener<T> typed(Arena arena, Function<Typed, T> reading) {
        return new Listener<>(
                arena,
                FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS),
                MethodType.methodType(
                        void.class, MemorySegment.class, int.class, MemorySegment.class),
                reading,
                _ -> {});
    }

    /** {@return a pointer to it} */
    MemorySegment function() {
        return function;
    }

    /** Is called by C. */
    void call(MemorySegment passed, MemorySegment what) {
        call(passed, 0, what);
    }

    /** Is called by C. */
    void call(MemorySegment passed, int type, MemorySegment what) {
        try {
            context = passed;
            thread = Thread.currentThread();
            T value = reading.apply(new Typed(type, what));
            told.add(value);
            reaction.accept(value);
        } catch (Throwable e) {
            // What leaves a callback ends the process.
            failure = e;
        }
    }

    /** {@return what it was told next, for which it waits} */
    T next() {
        try {
            T next = told.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            assertThat(failure).isNull();
            assertThat(next).as("a notification within the time").isNotNull();
            return requireNonNull(next);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return how often it was told what nobody took yet} */
    int waiting() {
        return told.size();
    }

    /** {@return what it got as its context} */
    @Nullable MemorySegment context() {
        return context;
    }

    /** {@return the thread that called it last} */
    @Nullable Thread thread() {
        return thread;
    }
}

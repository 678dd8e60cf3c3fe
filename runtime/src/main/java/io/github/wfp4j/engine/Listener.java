package io.github.wfp4j.engine;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;

/**
 * Who is told about events.
 *
 * <p>The engine calls it on a thread of its own, never on the one that caused an event, and never
 * twice at once for one subscription. It gets records, which it may keep. While it runs, the next
 * events wait, and too many that wait get lost: what takes long belongs on another thread.
 *
 * <p>What it throws does not end the subscription: {@link #failed} gets it, once, and the next
 * event is delivered as if nothing had happened.
 *
 * @param <E> the events
 */
@FunctionalInterface
public interface Listener<E> {
    /**
     * Is told about an event.
     *
     * @param event what happened
     */
    void accept(E event);

    /**
     * Is told what {@link #accept} threw, or why an event could not be read, on the thread that
     * delivers events.
     *
     * <p>Unless a listener does something else, the thread's uncaught exception handler gets it,
     * which also gets whatever this method throws.
     *
     * @param thrown what was thrown; a {@link io.github.wfp4j.types.DecodingException} if the event
     *     could not be read
     */
    default void failed(Throwable thrown) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    }

    /**
     * {@return a listener made of two functions}
     *
     * @param events is told about events
     * @param errors is told what that throws, and why an event could not be read
     * @param <E> the events
     */
    static <E> Listener<E> of(Consumer<? super E> events, Consumer<? super Throwable> errors) {
        requireNonNull(events, "events");
        requireNonNull(errors, "errors");
        return new Listener<>() {
            @Override
            public void accept(E event) {
                events.accept(event);
            }

            @Override
            public void failed(Throwable thrown) {
                errors.accept(thrown);
            }
        };
    }
}

package io.github.wfp4j.engine;

import io.github.wfp4j.internal.abi.Boundary;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;

/**
 * The functions that begin and end subscriptions to one kind of events, and how an event is read.
 *
 * @param subscribeName the C name of the function that begins one
 * @param subscribe the function itself
 * @param unsubscribeName the C name of the function that ends one
 * @param unsubscribe the function itself
 * @param callback makes what the engine calls
 * @param <E> the events
 */
record EventKind<E>(
        String subscribeName,
        Subscribe subscribe,
        String unsubscribeName,
        Unsubscribe unsubscribe,
        Callback<E> callback) {

    /** A function that begins a subscription. */
    interface Subscribe {
        int on(
                MemorySegment engine,
                MemorySegment subscription,
                MemorySegment callback,
                MemorySegment context,
                MemorySegment handle);
    }

    /** A function that ends a subscription, and returns when its callback has. */
    interface Unsubscribe {
        int on(MemorySegment engine, MemorySegment handle);
    }

    /** Makes a function pointer for the engine. */
    interface Callback<E> {
        /**
         * {@return what the engine calls}
         *
         * @param sink gets the events; it reads one only if somebody wants it
         * @param boundary gets what nobody else took
         * @param arena how long the pointer is good
         */
        MemorySegment pointer(Sink<E> sink, Boundary boundary, Arena arena);
    }

    /** Where events go, which can be read until it returns. */
    interface Sink<E> {
        void take(Supplier<E> event);
    }
}

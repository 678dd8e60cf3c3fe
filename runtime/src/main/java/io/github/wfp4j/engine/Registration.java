package io.github.wfp4j.engine;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.internal.abi.Boundary;
import io.github.wfp4j.internal.memory.ErasingArena;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What a subscription holds of its engine: the engine's handle, and the function pointer that the
 * engine calls.
 *
 * <p>It knows nothing of its {@link Subscription}, so that it can end one that was forgotten. The
 * pointer is freed when the engine has said that it will not call it any more, and never if it did
 * not say so: a pointer that is freed while the engine runs through it ends the process, one that
 * is left costs a few hundred bytes.
 */
final class Registration<E> implements EventKind.Sink<E>, Boundary {
    private final Calls calls;
    private final EventKind<E> kind;
    private final Arena arena = Arena.ofShared();
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean unsubscribed = new AtomicBoolean();
    private final AtomicBoolean left = new AtomicBoolean();

    /** Who is told; null for nobody any more. */
    private volatile @Nullable Listener<? super E> listener;

    private MemorySegment handle = NULL;

    private Registration(Calls calls, EventKind<E> kind, Listener<? super E> listener) {
        this.calls = calls;
        this.kind = kind;
        this.listener = listener;
    }

    /**
     * {@return a subscription that has begun}
     *
     * @param subscription what is asked for, in C
     * @param subject the same in words
     */
    static <E> Registration<E> begin(
            Calls calls,
            EventKind<E> kind,
            MemorySegment subscription,
            Object subject,
            Listener<? super E> listener) {
        Registration<E> registration = new Registration<>(calls, kind, listener);
        try {
            registration.subscribe(subscription, subject);
        } catch (Throwable e) {
            registration.arena.close();
            throw e;
        }
        return registration;
    }

    private void subscribe(MemorySegment subscription, Object subject) {
        MemorySegment callback = kind.callback().pointer(this, this, arena);
        try (Arena scratch = new ErasingArena()) {
            MemorySegment out = scratch.allocate(ADDRESS);
            calls.run(
                    kind.subscribeName(),
                    subject,
                    engine -> {
                        int code = kind.subscribe().on(engine, subscription, callback, NULL, out);
                        if (code == 0) {
                            handle = out.get(ADDRESS, 0);
                            calls.keep(this);
                        }
                        return code;
                    });
        }
    }

    String name() {
        return kind.subscribeName();
    }

    /** {@return whether the current thread is the one that runs the listener} */
    boolean isCaller() {
        return callers.contains(Thread.currentThread());
    }

    @Override
    public void take(Supplier<E> event) {
        Listener<? super E> told = listener;
        if (told == null) {
            return;
        }
        Thread caller = Thread.currentThread();
        callers.add(caller);
        try {
            tell(told, event);
        } finally {
            callers.remove(caller);
        }
    }

    private void tell(Listener<? super E> told, Supplier<E> event) {
        try {
            told.accept(event.get());
        } catch (Throwable e) {
            told.failed(e);
        }
    }

    @Override
    public int refusal() {
        return 0;
    }

    /** Gets what a listener throws when it is told what it threw. */
    @Override
    public int codeOf(Throwable thrown) {
        try {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (Throwable e) {
            // As the JVM does with what that handler throws; what leaves a callback would end it.
        }
        return 0;
    }

    /**
     * Ends the subscription, and waits until its listener has returned.
     *
     * <p>From within the listener it does not wait, which would be for ever, but leaves the rest to
     * another thread.
     *
     * @throws WfpException if the engine refuses, as within a transaction; it can be tried again,
     *     but the listener is told nothing any more
     */
    void end() {
        listener = null;
        if (!isCaller()) {
            unsubscribe();
        } else if (left.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("wfp4j unsubscribe").start(this::unsubscribeLater);
        }
    }

    private void unsubscribeLater() {
        try {
            unsubscribe();
        } catch (WfpException e) {
            // Nobody is there to be told; closing the engine will end it.
            Watch.LOGGER.log(Level.DEBUG, "a subscription goes on until its engine is closed", e);
        }
    }

    private void unsubscribe() {
        calls.runIfOpen(kind.unsubscribeName(), this::unsubscribe);
    }

    /**
     * Ends the subscription, unless it has ended.
     *
     * @param engine the handle of the engine, which nobody closes meanwhile
     * @return 0, or the code with which the engine refused; it can be tried again
     */
    int unsubscribe(MemorySegment engine) {
        listener = null;
        if (!unsubscribed.compareAndSet(false, true)) {
            return 0;
        }
        int code = kind.unsubscribe().on(engine, handle);
        if (code == 0) {
            calls.release(this);
            arena.close();
        } else {
            unsubscribed.set(false);
        }
        return code;
    }
}

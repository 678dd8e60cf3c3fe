package io.github.wfp4j.embedded;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings notifications to those who subscribed to them, in the order in which things happened.
 *
 * <p>One thread of the engine's own calls all callbacks, so that none runs on the thread that made
 * a change, nor two at once (8.16). Who subscribes to much and returns slowly loses notifications,
 * as the documentation threatens (8.13), and makes the others wait.
 */
final class Deliveries {
    /** The name of the thread that calls the callbacks. */
    static final String THREAD = "wfp4j notifications";

    private final int limit;
    private final FaultPlan faults;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition returned = lock.newCondition();
    private final Deque<Delivery<?>> waiting = new ArrayDeque<>();
    private @Nullable Thread thread;
    private @Nullable Subscription<?> running;
    private long dropped;
    private boolean stopped;

    /** A notification on its way. */
    private record Delivery<E>(Subscription<E> to, E event) {
        void bring() {
            to.bring(event);
        }
    }

    /**
     * Creates the empty queue.
     *
     * @param limit how many notifications wait for one subscription at most
     * @param faults lets some get lost
     */
    Deliveries(int limit, FaultPlan faults) {
        this.limit = limit;
        this.faults = faults;
    }

    /** Makes sure that somebody will bring what is sent. */
    void start() {
        lock.lock();
        try {
            if (thread == null && !stopped) {
                thread = Thread.ofPlatform().name(THREAD).daemon().start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends a notification, and drops it if too many wait already (8.13). */
    <E> void send(Subscription<E> to, E event) {
        lock.lock();
        try {
            if (stopped || to.isCancelled()) {
                return;
            }
            if (to.waiting() == limit || faults.takeDroppedNotification()) {
                dropped++;
                return;
            }
            to.setWaiting(to.waiting() + 1);
            waiting.add(new Delivery<>(to, event));
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** {@return how many notifications were dropped} */
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** Brings nothing more to a subscription; what was brought may still be looked at. */
    void cancel(Subscription<?> subscription) {
        lock.lock();
        try {
            subscription.setCancelled();
            waiting.removeIf(delivery -> delivery.to() == subscription);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the callback of a cancelled subscription has returned (8.17).
     *
     * <p>The callback itself does not wait, since it would wait for ever.
     */
    void awaitReturn(Subscription<?> subscription) {
        lock.lock();
        try {
            while (running == subscription && !isCallback()) {
                returned.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Brings nothing more to anybody, and waits until the running callback has returned. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            waiting.clear();
            arrived.signalAll();
            while (running != null && !isCallback()) {
                returned.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether a callback asks, directly or through what it calls} */
    private boolean isCallback() {
        return Thread.currentThread().equals(thread);
    }

    private void run() {
        Delivery<?> next = take();
        while (next != null) {
            try {
                next.bring();
            } catch (Throwable e) {
                // One notification that fails must not keep the others from their subscribers.
                Thread self = Thread.currentThread();
                self.getUncaughtExceptionHandler().uncaughtException(self, e);
            } finally {
                finish();
            }
            next = take();
        }
    }

    /** {@return the next notification, or null when there will be none} */
    private @Nullable Delivery<?> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !stopped) {
                arrived.awaitUninterruptibly();
            }
            Delivery<?> next = waiting.poll();
            if (next != null) {
                next.to().setWaiting(next.to().waiting() - 1);
                running = next.to();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void finish() {
        lock.lock();
        try {
            running = null;
            returned.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package io.github.wfp4j.embedded;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Somebody who is told about events of one kind (8.2).
 *
 * @param <E> the events
 */
final class Subscription<E> implements Leakable {
    private final Session session;
    private final Subscribers<E> others;
    private final Deliveries deliveries;
    private final Record properties;
    private final Predicate<E> wanted;
    private final Consumer<E> callback;
    private int waiting;
    private boolean cancelled;

    /**
     * Creates a subscription, which is told nothing before it is opened.
     *
     * @param session who subscribes
     * @param others those who are told about the same events
     * @param deliveries brings the notifications
     * @param properties the subscription as a client sees it
     * @param wanted which events it asks for; run while the engine's lock is held
     * @param callback tells about an event
     */
    Subscription(
            Session session,
            Subscribers<E> others,
            Deliveries deliveries,
            Record properties,
            Predicate<E> wanted,
            Consumer<E> callback) {
        this.session = session;
        this.others = others;
        this.deliveries = deliveries;
        this.properties = properties;
        this.wanted = wanted;
        this.callback = callback;
    }

    @Override
    public LeakReport.Kind kind() {
        return LeakReport.Kind.SUBSCRIPTION;
    }

    @Override
    public String description() {
        return properties.getClass().getSimpleName();
    }

    Session session() {
        return session;
    }

    /** {@return the subscription as a client sees it} */
    Record properties() {
        return properties;
    }

    /** {@return whether it is about the same events as others} */
    boolean isAmong(Subscribers<?> these) {
        return others == these;
    }

    /** {@return whether it asks for an event} */
    boolean wants(E event) {
        return wanted.test(event);
    }

    /** Begins it: events are sent from now on. */
    void open() {
        deliveries.start();
        others.add(this);
    }

    /** Has its callback called later. */
    void send(E event) {
        deliveries.send(this, event);
    }

    /** Calls its callback. */
    void bring(E event) {
        callback.accept(event);
    }

    /** Ends it: no callback begins any more. */
    void cancel() {
        others.remove(this);
        deliveries.cancel(this);
    }

    /** Waits until a callback that began before the end has returned (8.17). */
    void awaitReturn() {
        deliveries.awaitReturn(this);
    }

    /** {@return how many notifications wait; the lock of {@link Deliveries} guards it} */
    int waiting() {
        return waiting;
    }

    /** Sets how many notifications wait, under the lock of {@link Deliveries}. */
    void setWaiting(int waiting) {
        this.waiting = waiting;
    }

    /** {@return whether it was cancelled; the lock of {@link Deliveries} guards it} */
    boolean isCancelled() {
        return cancelled;
    }

    /** Remembers that it was cancelled, under the lock of {@link Deliveries}. */
    void setCancelled() {
        cancelled = true;
    }
}

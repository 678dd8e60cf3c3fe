package io.github.wfp4j.embedded;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Those who are told about events of one kind.
 *
 * @param <E> the events
 */
final class Subscribers<E> {
    private final List<Subscription<E>> all = new CopyOnWriteArrayList<>();

    /** {@return whether there are none, which is quick to ask} */
    boolean isEmpty() {
        return all.isEmpty();
    }

    /** {@return all of them, in the order of subscribing} */
    List<Subscription<E>> all() {
        return all;
    }

    /** Tells one more from now on. */
    void add(Subscription<E> subscription) {
        all.add(subscription);
    }

    /** Tells one no more. */
    void remove(Subscription<E> subscription) {
        all.remove(subscription);
    }

    /**
     * Tells those who want to know about an event, but for the session that caused it (8.14).
     *
     * @param cause the session, or null if none did
     */
    void publish(E event, @Nullable Session cause) {
        for (Subscription<E> subscription : all) {
            if (subscription.session() != cause && subscription.wants(event)) {
                subscription.send(event);
            }
        }
    }
}

package io.github.wfp4j.embedded;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A position in a snapshot of objects (5.1, 5.6).
 *
 * @param <R> the kind of object
 */
final class Enumeration<R> {
    private final Class<R> type;
    private final Session session;
    private final List<R> snapshot;
    private int position;

    /**
     * Starts at the first object.
     *
     * @param type the kind of object
     * @param session whose enumeration it is
     * @param snapshot the objects, in a list that nobody changes
     */
    Enumeration(Class<R> type, Session session, List<R> snapshot) {
        this.type = type;
        this.session = session;
        this.snapshot = snapshot;
    }

    /** {@return whether it holds objects of a kind and belongs to a session (5.7)} */
    boolean is(Class<?> wanted, Session user) {
        return type == wanted && session == user;
    }

    /**
     * {@return the next objects, fewer than requested only at the end (5.3)}
     *
     * @param requested how many at most
     * @param reading turns an object to what the caller sees, or to null to skip it
     */
    <T> List<T> next(long requested, Function<? super R, ? extends @Nullable T> reading) {
        List<T> page = new ArrayList<>();
        while (page.size() < requested && position < snapshot.size()) {
            T value = reading.apply(snapshot.get(position++));
            if (value != null) {
                page.add(value);
            }
        }
        return page;
    }
}

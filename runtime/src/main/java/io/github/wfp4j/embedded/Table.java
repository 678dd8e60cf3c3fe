package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Key;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The objects of one kind, by key, by id and in the order of insertion. */
class Table<R> {
    private final ErrorCode notFound;
    private final Subscribers<ObjectChange<R>> subscribers = new Subscribers<>();
    private final Map<Key, Stored<R>> byKey = new HashMap<>();
    private final Map<Long, Stored<R>> byId = new HashMap<>();
    private final NavigableMap<Long, Stored<R>> inOrder = new TreeMap<>();

    /**
     * Creates an empty table.
     *
     * @param notFound what a look-up in vain answers (3.7)
     */
    Table(ErrorCode notFound) {
        this.notFound = notFound;
    }

    /** {@return what a look-up in vain answers (3.7)} */
    ErrorCode notFound() {
        return notFound;
    }

    /** {@return those who are told when objects are added or deleted} */
    Subscribers<ObjectChange<R>> subscribers() {
        return subscribers;
    }

    /** {@return the object with a key, or null for none} */
    @Nullable Stored<R> find(Key key) {
        return byKey.get(key);
    }

    /**
     * {@return the object with a key}
     *
     * @throws EngineFailure if there is none
     */
    Stored<R> get(Key key) {
        return known(byKey.get(key));
    }

    /**
     * {@return the object with an id}
     *
     * @throws EngineFailure if there is none
     */
    Stored<R> get(long id) {
        return known(byId.get(id));
    }

    private Stored<R> known(@Nullable Stored<R> found) {
        if (found == null) {
            throw new EngineFailure(notFound);
        }
        return found;
    }

    /** {@return all objects, in the order of insertion} */
    List<Stored<R>> all() {
        return new ArrayList<>(inOrder.values());
    }

    int size() {
        return byKey.size();
    }

    /** Puts an object to its place in the order. */
    void insert(Stored<R> stored) {
        byKey.put(stored.key(), stored);
        byId.put(stored.id(), stored);
        inOrder.put(stored.sequence(), stored);
    }

    /** Takes an object out. */
    void erase(Stored<R> stored) {
        byKey.remove(stored.key());
        byId.remove(stored.id());
        inOrder.remove(stored.sequence());
    }
}

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
    private final Map<Key, Stored<R>> byKey = new HashMap<>();
    private final Map<Long, Stored<R>> byId = new HashMap<>();
    private final NavigableMap<Long, Stored<R>> inOrder = new TreeMap<>();
    private final Map<Session, NavigableMap<Long, Stored<R>>> byOwner = new HashMap<>();

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

    /** {@return the objects that die with a session, in the order of insertion} */
    List<Stored<R>> ownedBy(Session session) {
        return inOrder(byOwner, session);
    }

    int size() {
        return byKey.size();
    }

    /** Puts an object to its place in the order. */
    void insert(Stored<R> stored) {
        byKey.put(stored.key(), stored);
        byId.put(stored.id(), stored);
        inOrder.put(stored.sequence(), stored);
        if (stored.owner() != null) {
            index(byOwner, stored.owner(), stored);
        }
    }

    /** Takes an object out. */
    void erase(Stored<R> stored) {
        byKey.remove(stored.key());
        byId.remove(stored.id());
        inOrder.remove(stored.sequence());
        if (stored.owner() != null) {
            unindex(byOwner, stored.owner(), stored);
        }
    }

    /** {@return the objects that an index holds for a value, in the order of insertion} */
    static <K, R> List<Stored<R>> inOrder(Map<K, NavigableMap<Long, Stored<R>>> index, K value) {
        NavigableMap<Long, Stored<R>> found = index.get(value);
        return found == null ? List.of() : new ArrayList<>(found.values());
    }

    /** Puts an object to its place in an index. */
    static <K, R> void index(
            Map<K, NavigableMap<Long, Stored<R>>> index, K value, Stored<R> stored) {
        index.computeIfAbsent(value, _ -> new TreeMap<>()).put(stored.sequence(), stored);
    }

    /** Takes an object out of an index. */
    static <K, R> void unindex(
            Map<K, NavigableMap<Long, Stored<R>>> index, K value, Stored<R> stored) {
        index.computeIfPresent(
                value,
                (_, objects) -> {
                    objects.remove(stored.sequence());
                    return objects.isEmpty() ? null : objects;
                });
    }
}

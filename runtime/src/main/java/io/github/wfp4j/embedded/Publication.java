package io.github.wfp4j.embedded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Tells what a transaction changed (8.15). */
final class Publication {
    private Publication() {}

    /**
     * Sends the notifications of a transaction; what is sent arrives later, on another thread.
     *
     * <p>An object that the transaction both added and deleted is passed over: nobody else can ever
     * have seen it.
     *
     * @param journal what the transaction did, in this order
     * @param undoing gives what undoes an entry, which may be a change
     * @param cause whose transaction it was
     */
    static <E> void publish(
            Iterator<E> journal, Function<? super E, Runnable> undoing, Session cause) {
        List<Change> changes = watched(journal, undoing);
        if (changes.isEmpty()) {
            return;
        }
        Set<Object> shortLived = shortLived(changes);
        for (Change change : changes) {
            if (!shortLived.contains(change.subject())) {
                change.publish(cause);
            }
        }
    }

    private static <E> List<Change> watched(
            Iterator<E> journal, Function<? super E, Runnable> undoing) {
        List<Change> watched = new ArrayList<>();
        journal.forEachRemaining(entry -> {
            if (undoing.apply(entry) instanceof Change change && change.isWatched()) {
                watched.add(change);
            }
        });
        return watched;
    }

    private static Set<Object> shortLived(List<Change> changes) {
        Set<Object> added = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Object> shortLived = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Change change : changes) {
            if (change.isAddition()) {
                added.add(change.subject());
            } else if (added.contains(change.subject())) {
                shortLived.add(change.subject());
            }
        }
        return shortLived;
    }
}

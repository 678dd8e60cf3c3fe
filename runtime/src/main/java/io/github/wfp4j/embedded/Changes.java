package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.win32.AccessRight;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;

/** Adds and deletes objects of every kind by the rules on lifetimes and references (3.2). */
final class Changes {
    private final Store store;
    private final Access access;

    Changes(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** Refuses to touch what is not the session's to touch (2). */
    static void requireOwnSession(Session session, Stored<?> stored) {
        if (stored.lifetime() == Lifetime.DYNAMIC) {
            EngineFailure.unless(stored.owner() == session, ErrorCode.FWP_E_WRONG_SESSION);
        } else {
            EngineFailure.unless(!session.isDynamic(), ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
        }
    }

    /**
     * {@return the lifetime of what a session adds}
     *
     * @param persistent whether the object is flagged as one that outlives the engine
     * @throws EngineFailure if the session can add no such object (1.22)
     */
    static Lifetime lifetime(Session session, boolean persistent) {
        if (session.isDynamic()) {
            EngineFailure.unless(!persistent, ErrorCode.FWP_E_LIFETIME_MISMATCH);
            return Lifetime.DYNAMIC;
        }
        return persistent ? Lifetime.PERSISTENT : Lifetime.STATIC;
    }

    /**
     * Adds an object to a table.
     *
     * @param key its key, not zero
     * @param id its run-time id
     * @param lifetime how long it lives
     * @param session who adds it, or null if it was added before the engine started
     * @param provider the provider that it belongs to, or null for none
     * @param targets what it refers to
     * @return what was added
     * @throws EngineFailure if the session may not refer to a target, a target may die before it,
     *     or the key is taken
     */
    <R> Stored<R> add(
            Table<R> table,
            Key key,
            long id,
            Lifetime lifetime,
            @Nullable Session session,
            @Nullable ProviderKey provider,
            List<Stored<?>> targets,
            R value) {
        for (Stored<?> target : targets) {
            if (session != null && lifetime != Lifetime.BUILTIN) {
                access.require(session.caller(), target.key(), FwpmActrl.ADD_LINK);
            }
            requireOutlived(target, lifetime, session, provider);
        }
        EngineFailure.unless(table.find(key) == null, ErrorCode.FWP_E_ALREADY_EXISTS);
        List<Key> references = targets.stream().<Key>map(Stored::key).toList();
        Stored<R> stored =
                new Stored<>(
                        key,
                        id,
                        store.nextSequence(),
                        lifetime,
                        lifetime == Lifetime.DYNAMIC ? session : null,
                        provider,
                        references,
                        value);
        store.add(table, stored);
        return stored;
    }

    private static void requireOutlived(
            Stored<?> target,
            Lifetime lifetime,
            @Nullable Session session,
            @Nullable ProviderKey provider) {
        boolean longEnough =
                lifetime.mayReferTo(target.lifetime())
                        && (target.owner() == null || target.owner() == session);
        boolean ofAnother =
                lifetime == Lifetime.PERSISTENT
                        && target.lifetime() == Lifetime.PERSISTENT
                        && target.provider() != null
                        && !isSameOwner(provider, target.provider());
        EngineFailure.unless(longEnough && !ofAnother, ErrorCode.FWP_E_LIFETIME_MISMATCH);
    }

    private static boolean isSameOwner(@Nullable ProviderKey provider, ProviderKey other) {
        return provider == null
                ? EnginePolicy.OWNERLESS_MAY_REFER_TO_OWNED
                : provider.equals(other);
    }

    /**
     * Deletes an object on behalf of a client.
     *
     * @throws EngineFailure if the session may not delete it, or another object refers to it
     */
    <R> void delete(Session session, Table<R> table, Stored<R> stored) {
        EngineFailure.unless(stored.lifetime() != Lifetime.BUILTIN, ErrorCode.FWP_E_BUILTIN_OBJECT);
        requireOwnSession(session, stored);
        access.require(session.caller(), stored.key(), AccessRight.DELETE);
        EngineFailure.unless(!store.isReferredTo(stored.key()), ErrorCode.FWP_E_IN_USE);
        store.remove(table, stored);
    }

    /** Deletes everything that a session owns, what refers before what is referred to (3.9). */
    void deleteAllOf(Session session) {
        deleteAllOf(session, store.filters);
        deleteAllOf(session, store.callouts);
        deleteAllOf(session, store.providerContexts);
        deleteAllOf(session, store.sublayers);
        deleteAllOf(session, store.providers);
    }

    private <R> void deleteAllOf(Session session, Table<R> table) {
        table.ownedBy(session).forEach(stored -> store.remove(table, stored));
    }

    /** Deletes everything that any session owns. */
    void deleteAllOfSessions() {
        deleteAll(stored -> stored.owner() != null);
    }

    /** Deletes everything that does not outlive a stop of the engine (3.1). */
    void deleteShortLived() {
        deleteAll(stored -> Lifetime.PERSISTENT.compareTo(stored.lifetime()) > 0);
    }

    private void deleteAll(Predicate<Stored<?>> which) {
        deleteAll(which, store.filters);
        deleteAll(which, store.callouts);
        deleteAll(which, store.providerContexts);
        deleteAll(which, store.sublayers);
        deleteAll(which, store.providers);
    }

    private <R> void deleteAll(Predicate<Stored<?>> which, Table<R> table) {
        for (Stored<R> stored : table.all()) {
            if (which.test(stored)) {
                store.remove(table, stored);
            }
        }
    }
}

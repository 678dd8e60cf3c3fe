package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The open sessions (1.1, 1.2). */
final class Sessions {
    /** The reserved flag is not refused, and has no effect (1.7). */
    private static final int SETTABLE =
            FwpmSessionFlags.DYNAMIC.or(FwpmSessionFlags.RESERVED).bits();

    private final Handles handles;
    private final Calls calls;
    private final Consumer<Session> cleaning;
    private final Map<SessionKey, Session> open = new LinkedHashMap<>();

    /** Who holds it is the only one who opens sessions. */
    private final ReentrantLock opening = new ReentrantLock();

    /**
     * Creates the empty set.
     *
     * @param cleaning deletes what a session owns
     */
    Sessions(Handles handles, Calls calls, Consumer<Session> cleaning) {
        this.handles = handles;
        this.calls = calls;
        this.cleaning = cleaning;
    }

    /**
     * Opens a session.
     *
     * @param wanted what the client asks for; what only the engine sets is ignored
     * @param caller who asks
     * @return its handle
     * @throws EngineFailure if a flag is unknown, a text unfit or the key taken
     */
    MemorySegment open(FwpmSession0 wanted, Caller caller) {
        ObjectChecks.requireFlags(wanted.flags().bits(), SETTABLE);
        ObjectChecks.requireTexts(wanted.displayData());
        Session session = new Session(complete(wanted), caller);
        opening.lock();
        try {
            synchronized (open) {
                SessionKey key = session.properties().sessionKey();
                EngineFailure.unless(
                        open.putIfAbsent(key, session) == null, ErrorCode.FWP_E_ALREADY_EXISTS);
            }
        } finally {
            opening.unlock();
        }
        return handles.issue(session);
    }

    private static FwpmSession0 complete(FwpmSession0 wanted) {
        return new FwpmSession0(
                wanted.sessionKey().guid().isZero() ? SessionKey.random() : wanted.sessionKey(),
                wanted.displayData(),
                wanted.flags(),
                wanted.txnWaitTimeoutInMSec() == 0
                        ? EnginePolicy.DEFAULT_TRANSACTION_WAIT_MS
                        : wanted.txnWaitTimeoutInMSec(),
                ProcessHandle.current().pid() & 0xFFFF_FFFFL,
                // Off Windows a user has no SID, and a made-up one would be taken for real.
                null,
                System.getProperty("user.name"),
                false);
    }

    /** {@return what an enumeration shows, in the order of opening} */
    List<FwpmSession0> properties() {
        synchronized (open) {
            return open.values().stream().map(Session::properties).toList();
        }
    }

    /**
     * Ends a session (1.21).
     *
     * <p>Deleting what it owns needs the lock. If that is not free in time, the session stays open,
     * without its transaction, and closing can be tried again.
     */
    void close(MemorySegment handle) {
        Session session = handles.find(handle, Session.class);
        List<Subscription<?>> subscriptions;
        session.mutex.lock();
        try {
            EngineFailure.unless(!session.isEnded(), EnginePolicy.UNKNOWN_HANDLE);
            calls.abort(session);
            if (session.isDynamic() && !calls.isAborted(session)) {
                calls.writeAlone(session, cleaning);
            }
            session.end();
            session.enumerations().forEach(handles::close);
            subscriptions = cancelSubscriptions(session);
            handles.close(handle.address());
        } finally {
            session.mutex.unlock();
        }
        synchronized (open) {
            open.remove(session.properties().sessionKey(), session);
        }
        // Not before, since a callback may want to use the session until it returns.
        subscriptions.forEach(Subscription::awaitReturn);
    }

    /**
     * Ends all sessions as aborted (1.25), so that only closing them is left.
     *
     * @param restart what to do before others can be opened
     */
    void abortAll(Runnable restart) {
        opening.lock();
        try {
            List<Session> all = all();
            all.forEach(Session::abort);
            abortTransactions(all);
            all.forEach(session -> locked(session, this::cancelSubscriptions));
            synchronized (open) {
                open.clear();
            }
            restart.run();
        } finally {
            opening.unlock();
        }
    }

    private List<Session> all() {
        synchronized (open) {
            return List.copyOf(open.values());
        }
    }

    /**
     * Ends a session from the engine's side (1.25): it is without its transaction and its dynamic
     * objects, and every call but the closing of its handle is refused. A handle of something else
     * is left alone.
     */
    void abortSession(MemorySegment handle) {
        withSession(
                handle,
                session -> {
                    if (!session.isAborted()) {
                        calls.abort(session);
                        if (session.isDynamic() && !calls.isStopped()) {
                            calls.writeAlone(session, cleaning);
                        }
                        session.abort();
                        cancelSubscriptions(session);
                    }
                });
    }

    /** Takes a session's transaction away, which its next call is told (2.12); none is fine. */
    void abortTransaction(MemorySegment handle) {
        withSession(handle, calls::abortForcibly);
    }

    /** Undoes a session's transaction and ends it; none is fine. */
    void undoTransaction(MemorySegment handle) {
        withSession(handle, calls::abort);
    }

    private void withSession(MemorySegment handle, Consumer<Session> body) {
        Session session = handles.findOrNull(handle, Session.class);
        if (session != null) {
            locked(session, body);
        }
    }

    private static void locked(Session session, Consumer<Session> body) {
        session.mutex.lock();
        try {
            body.accept(session);
        } finally {
            session.mutex.unlock();
        }
    }

    private List<Subscription<?>> cancelSubscriptions(Session session) {
        List<Subscription<?>> subscriptions = List.copyOf(session.subscriptions().values());
        session.subscriptions().keySet().forEach(handles::close);
        subscriptions.forEach(Subscription::cancel);
        return subscriptions;
    }

    /** Aborts the transactions of all sessions, so that nobody waits for them. */
    void abortTransactions() {
        abortTransactions(all());
    }

    private void abortTransactions(List<Session> all) {
        for (Session session : all) {
            // Who has a transaction never waits for the lock, so that his calls end soon.
            if (session.transaction() != null) {
                session.mutex.lock();
                try {
                    calls.abort(session);
                } finally {
                    session.mutex.unlock();
                }
            }
        }
    }
}

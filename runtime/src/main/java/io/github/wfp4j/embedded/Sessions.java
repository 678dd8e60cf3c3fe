package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @return its handle
     * @throws EngineFailure if a flag is unknown, a text unfit or the key taken
     */
    MemorySegment open(FwpmSession0 wanted) {
        ObjectChecks.requireFlags(wanted.flags().bits(), SETTABLE);
        ObjectChecks.requireTexts(wanted.displayData());
        Session session = new Session(complete(wanted));
        synchronized (open) {
            SessionKey key = session.properties().sessionKey();
            EngineFailure.unless(
                    open.putIfAbsent(key, session) == null, ErrorCode.FWP_E_ALREADY_EXISTS);
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
            EngineFailure.unless(!session.isEnded(), ErrorCode.ERROR_INVALID_HANDLE);
            calls.abort(session);
            if (session.isDynamic() && !calls.isStopped()) {
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
            open.remove(session.properties().sessionKey());
        }
        // Not before, since a callback may want to use the session until it returns.
        subscriptions.forEach(Subscription::awaitReturn);
    }

    private List<Subscription<?>> cancelSubscriptions(Session session) {
        List<Subscription<?>> subscriptions = List.copyOf(session.subscriptions().values());
        session.subscriptions().keySet().forEach(handles::close);
        subscriptions.forEach(Subscription::cancel);
        return subscriptions;
    }

    /** Aborts the transactions of all sessions, so that nobody waits for them. */
    void abortTransactions() {
        List<Session> all;
        synchronized (open) {
            all = List.copyOf(open.values());
        }
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

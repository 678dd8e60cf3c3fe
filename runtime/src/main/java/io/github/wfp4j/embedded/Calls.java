package io.github.wfp4j.embedded;

import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Runs the body of each function: in its session, in a transaction, all or nothing.
 *
 * <p>Nothing that a caller gets wrong is thrown at him: it becomes the function's result.
 */
final class Calls {
    private static final String ACTION_TYPE = "FWPM_ACTION0.type";

    private final Handles handles;
    private final Store store;
    private final EngineLock lock = new EngineLock();
    private final InstantSource clock;

    /** The sessions that have a transaction. */
    private final Set<Session> holders = ConcurrentHashMap.newKeySet();

    private volatile boolean stopped;

    Calls(Handles handles, Store store, InstantSource clock) {
        this.clock = clock;
        this.handles = handles;
        this.store = store;
    }

    /** {@return 0, or the code with which the body refused} */
    static int answer(Runnable body) {
        try {
            body.run();
            return ErrorCode.ERROR_SUCCESS.code();
        } catch (EngineFailure e) {
            return e.code();
        } catch (DecodingException e) {
            return codeOf(e).code();
        }
    }

    private static ErrorCode codeOf(DecodingException e) {
        return switch (e.kind()) {
            case NULL_POINTER -> ErrorCode.FWP_E_NULL_POINTER;
            case UNKNOWN_VALUE ->
                    e.member().equals(ACTION_TYPE)
                            ? ErrorCode.FWP_E_INVALID_ACTION_TYPE
                            : ErrorCode.FWP_E_INVALID_ENUMERATOR;
            case MALFORMED -> ErrorCode.FWP_E_INVALID_PARAMETER;
        };
    }

    /** Runs a body that only reads, in the session's transaction or one of its own (2.4). */
    int read(MemorySegment engineHandle, Consumer<Session> body) {
        return inSession(
                engineHandle,
                session -> {
                    if (session.transaction() != null) {
                        body.accept(session);
                        return;
                    }
                    long stamp = acquire(true, session);
                    try {
                        body.accept(session);
                    } finally {
                        lock.release(stamp);
                    }
                });
    }

    /** Runs a body that makes changes, in the session's transaction or one of its own (2.4). */
    int write(MemorySegment engineHandle, Consumer<Session> body) {
        return inSession(
                engineHandle,
                session -> {
                    Session.Transaction transaction = session.transaction();
                    if (transaction == null) {
                        writeAlone(session, body);
                        return;
                    }
                    EngineFailure.unless(!transaction.readOnly(), ErrorCode.FWP_E_INCOMPATIBLE_TXN);
                    allOrNothing(session, body);
                });
    }

    /** Runs a body that only reads, and that no transaction of the client may contain (2). */
    int readOutside(MemorySegment engineHandle, Consumer<Session> body) {
        return read(
                engineHandle,
                session -> {
                    requireNoTransaction(session);
                    body.accept(session);
                });
    }

    /** Runs a body that makes changes, and that no transaction of the client may contain (2). */
    int writeOutside(MemorySegment engineHandle, Consumer<Session> body) {
        return inSession(
                engineHandle,
                session -> {
                    requireNoTransaction(session);
                    writeAlone(session, body);
                });
    }

    /** Refuses what must not be done inside a transaction of the client (2). */
    static void requireNoTransaction(Session session) {
        EngineFailure.unless(session.transaction() == null, ErrorCode.FWP_E_TXN_IN_PROGRESS);
    }

    /** Runs a body that makes changes in a transaction of its own. */
    void writeAlone(Session session, Consumer<Session> body) {
        long stamp = acquire(false, session);
        try {
            allOrNothing(
                    session,
                    it -> {
                        body.accept(it);
                        store.commit(it);
                    });
        } finally {
            lock.release(stamp);
        }
    }

    private void allOrNothing(Session session, Consumer<Session> body) {
        int mark = store.mark();
        try {
            body.accept(session);
        } catch (Throwable e) {
            store.undoTo(mark);
            throw e;
        }
    }

    /** Runs a body that touches nothing but the session and needs no transaction. */
    int inSession(MemorySegment engineHandle, Consumer<Session> body) {
        return answer(() -> {
            Session session = handles.find(engineHandle, Session.class);
            session.mutex.lock();
            try {
                requireRunning(session);
                EngineFailure.unless(!session.isEnded(), EnginePolicy.UNKNOWN_HANDLE);
                EngineFailure.unless(!session.lostTransaction(), ErrorCode.FWP_E_TXN_ABORTED);
                body.accept(session);
            } finally {
                session.mutex.unlock();
            }
        });
    }

    private void requireRunning(Session session) {
        EngineFailure.unless(!isAborted(session), ErrorCode.FWP_E_SESSION_ABORTED);
    }

    /** {@return whether the engine ended a session, which its client has still to close (1.25)} */
    boolean isAborted(Session session) {
        return stopped || session.isAborted();
    }

    private long acquire(boolean shared, Session session) {
        holders.forEach(holder -> abortIfOverdue(holder, session));
        long stamp = lock.acquire(shared, session.timeoutInMs());
        if (isAborted(session)) {
            lock.release(stamp);
            throw new EngineFailure(ErrorCode.FWP_E_SESSION_ABORTED);
        }
        return stamp;
    }

    /** Begins the session's transaction. */
    void begin(Session session, boolean readOnly) {
        long stamp = acquire(readOnly, session);
        session.setTransaction(new Session.Transaction(readOnly, stamp, clock.instant()));
        holders.add(session);
        if (isAborted(session)) {
            // Who ended the session may not have seen this transaction.
            abort(session);
            requireRunning(session);
        }
    }

    /**
     * Runs a body of the engine itself, while nobody else reads or writes; it makes its changes
     * final.
     */
    void alone(Runnable body) {
        long stamp = lock.acquire(false, EnginePolicy.INFINITE_WAIT_MS);
        try {
            body.run();
        } catch (Throwable e) {
            store.undoTo(0);
            throw e;
        } finally {
            lock.release(stamp);
        }
    }

    /** Makes the changes of the session's transaction final and ends it; failing undoes them. */
    void commit(Session session) {
        end(session, true);
    }

    /** Undoes the changes of the session's transaction and ends it; none is fine. */
    void abort(Session session) {
        end(session, false);
    }

    private void end(Session session, boolean keep) {
        Session.Transaction transaction = session.transaction();
        if (transaction == null) {
            return;
        }
        session.setTransaction(null);
        holders.remove(session);
        try {
            if (!transaction.readOnly()) {
                if (!keep) {
                    store.undoTo(0);
                }
                store.commit(session);
            }
        } catch (Throwable e) {
            store.undoTo(0);
            throw e;
        } finally {
            lock.release(transaction.stamp());
        }
    }

    /** Takes the session's transaction away, which its next call is told (2.12); none is fine. */
    void abortForcibly(Session session) {
        if (session.transaction() != null) {
            abort(session);
            session.takeTransaction();
        }
    }

    /** Takes a transaction away that keeps others waiting for too long (2.12). */
    private void abortIfOverdue(Session holder, Session waiting) {
        if (holder == waiting || !isOverdue(holder) || !holder.mutex.tryLock()) {
            return;
        }
        try {
            if (isOverdue(holder)) {
                abortForcibly(holder);
            }
        } finally {
            holder.mutex.unlock();
        }
    }

    private boolean isOverdue(Session holder) {
        Session.Transaction transaction = holder.transaction();
        return transaction != null
                && transaction
                        .begun()
                        .plus(EnginePolicy.LONGEST_TRANSACTION)
                        .isBefore(clock.instant());
    }

    /** {@return whether no call is answered any more} */
    boolean isStopped() {
        return stopped;
    }

    /** Refuses every call from now on (1.25). */
    void stop() {
        stopped = true;
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A session: what one engine handle stands for.
 *
 * <p>Its calls follow one another, from whichever threads they come (1.28): who runs one holds
 * {@link #mutex}.
 */
final class Session implements Leakable {
    /** Serialises the calls of this session. */
    final ReentrantLock mutex = new ReentrantLock();

    private final FwpmSession0 properties;
    private final Caller caller;
    private final Set<Long> enumerations = new LinkedHashSet<>();
    private final Map<Long, Subscription<?>> subscriptions = new LinkedHashMap<>();
    private volatile @Nullable Transaction transaction;
    private volatile boolean aborted;
    private boolean ended;
    private boolean transactionTaken;

    /**
     * A transaction that a client began.
     *
     * @param readOnly whether it allows no changes
     * @param stamp the lock that it holds
     * @param begun when it began
     */
    record Transaction(boolean readOnly, long stamp, Instant begun) {}

    /**
     * Creates a session.
     *
     * @param properties what an enumeration shows
     * @param caller who opened it
     */
    Session(FwpmSession0 properties, Caller caller) {
        this.properties = properties;
        this.caller = caller;
    }

    /** {@return who opened it} */
    Caller caller() {
        return caller;
    }

    @Override
    public LeakReport.Kind kind() {
        return LeakReport.Kind.SESSION;
    }

    @Override
    public String description() {
        String name = properties.displayData().name();
        return name == null ? properties.sessionKey().toString() : name;
    }

    FwpmSession0 properties() {
        return properties;
    }

    /** {@return whether everything that it adds dies with it (1.22)} */
    boolean isDynamic() {
        return properties.flags().contains(FwpmSessionFlags.DYNAMIC);
    }

    long timeoutInMs() {
        return properties.txnWaitTimeoutInMSec();
    }

    /** {@return the transaction that the client began, or null for none} */
    @Nullable Transaction transaction() {
        return transaction;
    }

    void setTransaction(@Nullable Transaction transaction) {
        this.transaction = transaction;
    }

    /** {@return whether the engine ended it, so that it only can be closed (1.25)} */
    boolean isAborted() {
        return aborted;
    }

    /** Ends it from the engine's side. */
    void abort() {
        aborted = true;
    }

    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** Notes that its transaction was taken away, which its next call is told (2.12). */
    void takeTransaction() {
        transactionTaken = true;
    }

    /** {@return whether its transaction was taken away since this was asked last} */
    boolean lostTransaction() {
        boolean lost = transactionTaken;
        transactionTaken = false;
        return lost;
    }

    /** {@return the addresses of its enumeration handles, which are freed with it (1.26)} */
    Set<Long> enumerations() {
        return enumerations;
    }

    /** {@return its subscriptions by the addresses of their handles; they end with it (8.18)} */
    Map<Long, Subscription<?>> subscriptions() {
        return subscriptions;
    }
}

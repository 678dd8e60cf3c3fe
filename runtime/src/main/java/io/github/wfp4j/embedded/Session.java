package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;

import org.jspecify.annotations.Nullable;

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
final class Session {
    /** Serialises the calls of this session. */
    final ReentrantLock mutex = new ReentrantLock();

    private final FwpmSession0 properties;
    private final Set<Long> enumerations = new LinkedHashSet<>();
    private final Map<Long, Subscription<?>> subscriptions = new LinkedHashMap<>();
    private volatile @Nullable Transaction transaction;
    private boolean ended;

    /**
     * A transaction that a client began.
     *
     * @param readOnly whether it allows no changes
     * @param stamp the lock that it holds
     */
    record Transaction(boolean readOnly, long stamp) {}

    /** Creates a session with the properties that an enumeration shows. */
    Session(FwpmSession0 properties) {
        this.properties = properties;
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

    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
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

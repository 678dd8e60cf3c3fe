package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.fwpm.FwpmConnectionEnumFlags;
import io.github.wfp4j.fwpm.FwpmConnectionEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmConnectionEventType;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The connections that are protected by IPsec, one for each pair of peers (8.5).
 *
 * <p>What keeps the security associations adds and removes them. They have a lock of their own.
 */
final class Connections {
    private static final int KNOWN_FLAGS = FwpmConnectionEnumFlags.QUERY_BYTES_TRANSFERRED.bits();

    private final EngineSettings settings;
    private final Subscribers<ConnectionEvent> subscribers = new Subscribers<>();
    private final Map<Long, FwpmConnection0> byId = new LinkedHashMap<>();

    Connections(EngineSettings settings) {
        this.settings = settings;
    }

    Subscribers<ConnectionEvent> subscribers() {
        return subscribers;
    }

    /**
     * Adds a connection, whose id must be free, and tells of it.
     *
     * @param cause the session through which it came about, or null for none
     */
    synchronized void add(FwpmConnection0 connection, @Nullable Session cause) {
        byId.put(connection.connectionId(), connection);
        publish(FwpmConnectionEventType.ADD, connection, cause);
    }

    /** {@return whether there is a connection with an id} */
    synchronized boolean has(long id) {
        return byId.containsKey(id);
    }

    /** Forgets all connections, as when the engine starts anew. */
    synchronized void reset() {
        byId.clear();
    }

    /** Puts a connection in the place of an older state of it, such as with fewer bytes. */
    synchronized void replace(FwpmConnection0 connection) {
        byId.replace(connection.connectionId(), connection);
    }

    /**
     * Removes a connection and tells of it; one that is not there stays so.
     *
     * @param cause the session through which it ended, or null for none
     */
    synchronized void remove(long id, @Nullable Session cause) {
        FwpmConnection0 removed = byId.remove(id);
        if (removed != null) {
            publish(FwpmConnectionEventType.DELETE, removed, cause);
        }
    }

    private void publish(
            FwpmConnectionEventType type, FwpmConnection0 connection, @Nullable Session cause) {
        if (settings.monitorsConnections()) {
            subscribers.publish(new ConnectionEvent(type, connection), cause);
        }
    }

    /**
     * {@return the connection with an id}
     *
     * @throws EngineFailure if there is none
     */
    synchronized FwpmConnection0 get(long id) {
        FwpmConnection0 found = byId.get(id);
        if (found == null) {
            throw new EngineFailure(ErrorCode.FWP_E_NOT_FOUND);
        }
        return found;
    }

    /**
     * {@return the connections that a template asks for, in the order of their beginning}
     *
     * <p>How many bytes went over them is told only if it asks for that.
     *
     * @throws EngineFailure if the template is not valid
     */
    List<FwpmConnection0> find(@Nullable FwpmConnectionEnumTemplate0 template) {
        Predicate<FwpmConnection0> wanted = wanted(template);
        boolean counted =
                template != null
                        && template.flags()
                                .contains(FwpmConnectionEnumFlags.QUERY_BYTES_TRANSFERRED);
        List<FwpmConnection0> all;
        synchronized (this) {
            all = new ArrayList<>(byId.values());
        }
        return all.stream().filter(wanted).map(it -> counted ? it : uncounted(it)).toList();
    }

    private static FwpmConnection0 uncounted(FwpmConnection0 connection) {
        return connection
                .withBytesTransferredIn(0)
                .withBytesTransferredOut(0)
                .withBytesTransferredTotal(0);
    }

    /**
     * {@return whether a template asks for a connection; none, or one with the id 0, asks for all}
     *
     * @throws EngineFailure if the template is not valid
     */
    static Predicate<FwpmConnection0> wanted(@Nullable FwpmConnectionEnumTemplate0 template) {
        if (template == null) {
            return _ -> true;
        }
        ObjectChecks.requireFlags(template.flags().bits(), KNOWN_FLAGS);
        long id = template.connectionId();
        return connection -> id == 0 || connection.connectionId() == id;
    }

    /** Refuses to subscribe to what is not monitored. */
    void requireMonitored() {
        EngineFailure.unless(settings.monitorsConnections(), ErrorCode.FWP_E_CONNECTIONS_DISABLED);
    }
}

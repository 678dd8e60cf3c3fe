package io.github.wfp4j.engine;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.fwpm.FwpmConnectionEventType;

/**
 * That a connection which IPsec protects began or ended.
 *
 * <p>C: the arguments of {@code FWPM_CONNECTION_CALLBACK0}, {@code fwpmu.h}.
 *
 * @param type which of both
 * @param connection the connection
 */
public record ConnectionEvent(FwpmConnectionEventType type, FwpmConnection0 connection) {
    /** Checks that nothing is missing. */
    public ConnectionEvent {
        requireNonNull(type, "type");
        requireNonNull(connection, "connection");
    }
}

package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.fwpm.FwpmConnectionEventType;

/**
 * A connection that is protected by IPsec began or ended (8.5).
 *
 * @param type whether it began or ended
 * @param connection the connection
 */
record ConnectionEvent(FwpmConnectionEventType type, FwpmConnection0 connection) {}

package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.win32.NlAddressType;

/**
 * The conditions of the scenarios' pages, which give neither match nor value types: all compare for
 * equality, address types and protocols as UINT8, ports as UINT16.
 */
final class TrafficConditions {
    private TrafficConditions() {}

    /** The local address is that of one host, also outbound, where it is the source. */
    static FwpmFilterCondition0 unicast() {
        return equal(
                FwpmConditions.IP_LOCAL_ADDRESS_TYPE,
                new FwpConditionValue0.Uint8(NlAddressType.UNICAST.value()));
    }

    /** The protocol above IP. */
    static FwpmFilterCondition0 protocol(int protocol) {
        return equal(FwpmConditions.IP_PROTOCOL, new FwpConditionValue0.Uint8(protocol));
    }

    /** The port of this side, in host byte order. */
    static FwpmFilterCondition0 localPort(int port) {
        return equal(FwpmConditions.IP_LOCAL_PORT, new FwpConditionValue0.Uint16(port));
    }

    private static FwpmFilterCondition0 equal(ConditionKey field, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field, FwpMatchType.EQUAL, value);
    }
}

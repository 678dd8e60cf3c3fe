package io.github.wfp4j.explain;

import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.types.ConditionKey;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The fields whose values follow from a packet and its state. */
enum Slot {
    PROTOCOL(FwpmConditions.IP_PROTOCOL),
    LOCAL_ADDRESS(FwpmConditions.IP_LOCAL_ADDRESS),
    REMOTE_ADDRESS(FwpmConditions.IP_REMOTE_ADDRESS),
    SOURCE_ADDRESS(FwpmConditions.IP_SOURCE_ADDRESS),
    DESTINATION_ADDRESS(FwpmConditions.IP_DESTINATION_ADDRESS),
    LOCAL_ADDRESS_TYPE(FwpmConditions.IP_LOCAL_ADDRESS_TYPE),
    DESTINATION_ADDRESS_TYPE(FwpmConditions.IP_DESTINATION_ADDRESS_TYPE),
    LOCAL_PORT(FwpmConditions.IP_LOCAL_PORT),
    REMOTE_PORT(FwpmConditions.IP_REMOTE_PORT),
    ORIGINAL_ICMP_TYPE(FwpmConditions.ORIGINAL_ICMP_TYPE),
    DIRECTION(FwpmConditions.DIRECTION),
    FLAGS(FwpmConditions.FLAGS),
    REAUTHORIZE_REASON(FwpmConditions.REAUTHORIZE_REASON),
    USER(FwpmConditions.ALE_USER_ID),
    REMOTE_USER(FwpmConditions.ALE_REMOTE_USER_ID),
    REMOTE_MACHINE(FwpmConditions.ALE_REMOTE_MACHINE_ID);

    private static final Map<ConditionKey, Slot> BY_KEY = new HashMap<>();

    static {
        for (Slot slot : values()) {
            BY_KEY.put(slot.key, slot);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final ConditionKey key;

    Slot(ConditionKey key) {
        this.key = key;
    }

    static @Nullable Slot of(ConditionKey key) {
        return BY_KEY.get(key);
    }
}

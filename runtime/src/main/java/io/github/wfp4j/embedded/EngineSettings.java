package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmEngineOption;
import io.github.wfp4j.fwpm.FwpmEngineOptionPacketFlags;
import io.github.wfp4j.fwpm.FwpmNetEventKeywordFlags;
import io.github.wfp4j.win32.ErrorCode;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What clients can set for the whole engine (1.3).
 *
 * <p>The lock of the engine keeps writers apart; events are published without it, so that reading
 * is safe at any time.
 */
final class EngineSettings {
    private static final int KEYWORDS =
            FwpmNetEventKeywordFlags.INBOUND_MCAST
                    .or(FwpmNetEventKeywordFlags.INBOUND_BCAST)
                    .or(FwpmNetEventKeywordFlags.CAPABILITY_DROP)
                    .or(FwpmNetEventKeywordFlags.CAPABILITY_ALLOW)
                    .or(FwpmNetEventKeywordFlags.CLASSIFY_ALLOW)
                    .or(FwpmNetEventKeywordFlags.PORT_SCANNING_DROP)
                    .bits();

    private static final int QUEUING =
            FwpmEngineOptionPacketFlags.QUEUE_INBOUND
                    .or(FwpmEngineOptionPacketFlags.QUEUE_FORWARD)
                    .or(FwpmEngineOptionPacketFlags.BATCH_INBOUND)
                    .bits();

    private final boolean operationalLog;
    private final Map<FwpmEngineOption, Long> values = new EnumMap<>(FwpmEngineOption.class);

    /**
     * Creates the settings of a new engine.
     *
     * @param operationalLog whether connections are monitored in any case
     */
    EngineSettings(boolean operationalLog) {
        this.operationalLog = operationalLog;
        for (FwpmEngineOption option : FwpmEngineOption.values()) {
            values.put(option, EnginePolicy.defaultOf(option));
        }
    }

    /** {@return what a client reads} */
    FwpValue0 get(FwpmEngineOption option) {
        boolean forced = option == FwpmEngineOption.MONITOR_IPSEC_CONNECTIONS && operationalLog;
        return new FwpValue0.Uint32(forced ? 1 : number(option));
    }

    /**
     * Sets what a client wants.
     *
     * @throws EngineFailure if the option cannot have the value
     */
    void set(FwpmEngineOption option, FwpValue0 value) {
        if (!(value instanceof FwpValue0.Uint32 it)) {
            throw new EngineFailure(ErrorCode.FWP_E_TYPE_MISMATCH);
        }
        require(option, it.uint32());
        synchronized (values) {
            values.put(option, it.uint32());
        }
    }

    /** {@return all values, in the order of the options' numbers} */
    List<Long> all() {
        return Arrays.stream(FwpmEngineOption.values()).map(this::number).toList();
    }

    /**
     * Sets all values, as {@link #all} gave them.
     *
     * @throws EngineFailure if an option cannot have its value
     */
    void setAll(List<Long> numbers) {
        FwpmEngineOption[] options = FwpmEngineOption.values();
        EngineFailure.unless(numbers.size() == options.length, ErrorCode.FWP_E_INVALID_PARAMETER);
        synchronized (values) {
            for (int i = 0; i < options.length; i++) {
                FwpmEngineOption option = options[i];
                long number = numbers.get(i);
                EngineFailure.unless(
                        number == (number & 0xFFFF_FFFFL), ErrorCode.FWP_E_OUT_OF_BOUNDS);
                boolean forced =
                        option == FwpmEngineOption.MONITOR_IPSEC_CONNECTIONS && operationalLog;
                require(option, forced ? 1 : number);
                values.put(option, number);
            }
        }
    }

    private void require(FwpmEngineOption option, long value) {
        switch (option) {
            case COLLECT_NET_EVENTS -> requireBoolean(value);
            case NET_EVENT_MATCH_ANY_KEYWORDS -> ObjectChecks.requireFlags((int) value, KEYWORDS);
            case MONITOR_IPSEC_CONNECTIONS -> {
                requireBoolean(value);
                EngineFailure.unless(value != 0 || !operationalLog, ErrorCode.FWP_E_STILL_ON);
            }
            case PACKET_QUEUING -> ObjectChecks.requireFlags((int) value, QUEUING);
            case NAME_CACHE, TXN_WATCHDOG_TIMEOUT_IN_MSEC -> {
                // Any number is possible. Nothing here depends on it: names are not cached, and
                // the watchdog only writes to a log.
            }
        }
    }

    private static void requireBoolean(long value) {
        EngineFailure.unless(value == 0 || value == 1, ErrorCode.FWP_E_OUT_OF_BOUNDS);
    }

    private long number(FwpmEngineOption option) {
        synchronized (values) {
            return values.getOrDefault(option, 0L);
        }
    }

    /** {@return whether events are collected (8.4)} */
    boolean collectsNetEvents() {
        return number(FwpmEngineOption.COLLECT_NET_EVENTS) != 0;
    }

    /** {@return which events are collected beside the usual ones (8.4)} */
    FwpmNetEventKeywordFlags keywords() {
        return new FwpmNetEventKeywordFlags(
                (int) number(FwpmEngineOption.NET_EVENT_MATCH_ANY_KEYWORDS));
    }

    /** {@return whether it is told of connections (8.5)} */
    boolean monitorsConnections() {
        return operationalLog || number(FwpmEngineOption.MONITOR_IPSEC_CONNECTIONS) != 0;
    }
}

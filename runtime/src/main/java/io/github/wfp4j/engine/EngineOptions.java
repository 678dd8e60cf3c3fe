package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmEngineOption;
import io.github.wfp4j.fwpm.FwpmEngineOptionPacketFlags;
import io.github.wfp4j.fwpm.FwpmNetEventKeywordFlags;
import io.github.wfp4j.internal.codec.FwpValue0Codec;
import io.github.wfp4j.types.DecodingException;

/**
 * What can be switched on an engine, for all its sessions.
 *
 * <p>Setting an option throws a {@link TransactionException} within a transaction, and a {@link
 * WfpException} if the session is dynamic. Threads and lifetime are as for the {@link Engine}, and
 * so are the errors that every method may throw.
 */
public final class EngineOptions {
    private static final Struct<FwpValue0> VALUE =
            new Struct<>("FWP_VALUE0", FwpValue0Codec.BYTE_SIZE, FwpValue0Codec::decode);

    private final Calls calls;

    EngineOptions(Calls calls) {
        this.calls = calls;
    }

    /**
     * {@return the value of any option, which is an {@link FwpValue0.Uint32} for all that there
     * are}
     *
     * <p>C: {@code FwpmEngineGetOption0}.
     *
     * @param option which one
     */
    public FwpValue0 get(FwpmEngineOption option) {
        return calls.get(
                "FwpmEngineGetOption0",
                VALUE,
                option.cName(),
                (engine, out) ->
                        calls.functions()
                                .engine()
                                .FwpmEngineGetOption0(engine, option.value(), out));
    }

    /**
     * Sets any option.
     *
     * <p>C: {@code FwpmEngineSetOption0}.
     *
     * @param option which one
     * @param value an {@link FwpValue0.Uint32} for all options that there are
     * @throws WfpException if the value is of another type, or not one of the option's, among
     *     others
     */
    public void set(FwpmEngineOption option, FwpValue0 value) {
        calls.send(
                "FwpmEngineSetOption0",
                option.cName(),
                value,
                FwpValue0Codec::encode,
                (engine, encoded) ->
                        calls.functions()
                                .engine()
                                .FwpmEngineSetOption0(engine, option.value(), encoded));
    }

    /**
     * {@return whether the engine keeps events of the network, which it does unless told otherwise}
     */
    public boolean collectNetEvents() {
        return number(FwpmEngineOption.COLLECT_NET_EVENTS) != 0;
    }

    /**
     * Sets whether the engine keeps events of the network, which it does unless told otherwise.
     *
     * <p>The answer outlives a restart of the computer.
     *
     * @param collectNetEvents whether it keeps them
     */
    public void setCollectNetEvents(boolean collectNetEvents) {
        set(FwpmEngineOption.COLLECT_NET_EVENTS, new FwpValue0.Uint32(collectNetEvents ? 1 : 0));
    }

    /** {@return which events are kept besides the usual ones} */
    public FwpmNetEventKeywordFlags netEventMatchAnyKeywords() {
        return new FwpmNetEventKeywordFlags(
                (int) number(FwpmEngineOption.NET_EVENT_MATCH_ANY_KEYWORDS));
    }

    /**
     * Sets which events are kept besides the usual ones.
     *
     * @param netEventMatchAnyKeywords the kinds of events, or none for the usual events only
     */
    public void setNetEventMatchAnyKeywords(FwpmNetEventKeywordFlags netEventMatchAnyKeywords) {
        set(
                FwpmEngineOption.NET_EVENT_MATCH_ANY_KEYWORDS,
                new FwpValue0.Uint32(Integer.toUnsignedLong(netEventMatchAnyKeywords.bits())));
    }

    /** {@return whether the engine has a cache of names, which is for Windows' own use} */
    public boolean nameCache() {
        return number(FwpmEngineOption.NAME_CACHE) != 0;
    }

    /**
     * Sets whether the engine has a cache of names, which is for Windows' own use.
     *
     * @param nameCache whether it has one
     */
    public void setNameCache(boolean nameCache) {
        set(FwpmEngineOption.NAME_CACHE, new FwpValue0.Uint32(nameCache ? 1 : 0));
    }

    /**
     * {@return whether connections under IPsec are watched, so that they can be enumerated and
     * subscribed to}
     */
    public boolean monitorIpsecConnections() {
        return number(FwpmEngineOption.MONITOR_IPSEC_CONNECTIONS) != 0;
    }

    /**
     * Sets whether connections under IPsec are watched, so that they can be enumerated and
     * subscribed to.
     *
     * @param monitorIpsecConnections whether they are watched
     * @throws WfpException if it is to be off while Windows' log of the engine is on, as {@code
     *     FWP_E_STILL_ON}, among others
     */
    public void setMonitorIpsecConnections(boolean monitorIpsecConnections) {
        set(
                FwpmEngineOption.MONITOR_IPSEC_CONNECTIONS,
                new FwpValue0.Uint32(monitorIpsecConnections ? 1 : 0));
    }

    /** {@return which packets are queued, so that several processors share their work} */
    public FwpmEngineOptionPacketFlags packetQueuing() {
        return new FwpmEngineOptionPacketFlags((int) number(FwpmEngineOption.PACKET_QUEUING));
    }

    /**
     * Sets which packets are queued, so that several processors share their work.
     *
     * @param packetQueuing the bits, none of them to queue no packets
     */
    public void setPacketQueuing(FwpmEngineOptionPacketFlags packetQueuing) {
        set(
                FwpmEngineOption.PACKET_QUEUING,
                new FwpValue0.Uint32(Integer.toUnsignedLong(packetQueuing.bits())));
    }

    /**
     * {@return how long a transaction may last before the engine notes that it takes long, in
     * milliseconds, a {@code UINT32}; it is not aborted}
     */
    public long transactionWatchdogTimeout() {
        return number(FwpmEngineOption.TXN_WATCHDOG_TIMEOUT_IN_MSEC);
    }

    /**
     * Sets how long a transaction may last before the engine notes that it takes long, in
     * milliseconds, a {@code UINT32}; it is not aborted.
     *
     * @param transactionWatchdogTimeout in milliseconds, 0 to 4294967295
     * @throws IllegalArgumentException if the time is no {@code UINT32}
     */
    public void setTransactionWatchdogTimeout(long transactionWatchdogTimeout) {
        set(
                FwpmEngineOption.TXN_WATCHDOG_TIMEOUT_IN_MSEC,
                new FwpValue0.Uint32(transactionWatchdogTimeout));
    }

    private long number(FwpmEngineOption option) {
        if (get(option) instanceof FwpValue0.Uint32(long number)) {
            return number;
        }
        throw new DecodingException(option.cName(), "is not a UINT32");
    }
}

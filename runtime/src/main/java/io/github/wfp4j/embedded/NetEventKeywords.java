package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventFlags;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3;
import io.github.wfp4j.fwpm.FwpmNetEventKeywordFlags;

/**
 * Which events are collected only if somebody asks for them (8.4).
 *
 * <p>That a packet belonged to a port scan cannot be seen from its event, so that the keyword for
 * these has no effect.
 */
final class NetEventKeywords {
    /** The direction in an event of a packet that came in. */
    static final long INBOUND = 0x3900;

    private static final int FIRST_MULTICAST_BYTE_V6 = 0xFF;
    private static final long MULTICAST_V4 = 0xE;
    private static final int MULTICAST_SHIFT_V4 = 28;
    private static final long BROADCAST_V4 = 0xFFFF_FFFFL;

    private NetEventKeywords() {}

    /** {@return the keywords of an event, of which one must be asked for; none for usual events} */
    static FwpmNetEventKeywordFlags of(FwpmNetEvent5 event) {
        return switch (event.event()) {
            case FwpmNetEvent5.Event.CapabilityDrop _ -> FwpmNetEventKeywordFlags.CAPABILITY_DROP;
            case FwpmNetEvent5.Event.CapabilityAllow _ -> FwpmNetEventKeywordFlags.CAPABILITY_ALLOW;
            case FwpmNetEvent5.Event.ClassifyAllow _ -> FwpmNetEventKeywordFlags.CLASSIFY_ALLOW;
            case FwpmNetEvent5.Event.ClassifyDrop it ->
                    ofPacket(it.classifyDrop().msFwpDirection() == INBOUND, event.header());
            case FwpmNetEvent5.Event.IpsecKernelDrop it ->
                    ofPacket(it.ipsecDrop().direction() == FwpDirection.INBOUND, event.header());
            case FwpmNetEvent5.Event.IkeextMmFailure _,
                    FwpmNetEvent5.Event.IkeextQmFailure _,
                    FwpmNetEvent5.Event.IkeextEmFailure _,
                    FwpmNetEvent5.Event.IpsecDospDrop _,
                    FwpmNetEvent5.Event.ClassifyDropMac _,
                    FwpmNetEvent5.Event.LpmPacketArrival _ ->
                    FwpmNetEventKeywordFlags.NONE;
        };
    }

    private static FwpmNetEventKeywordFlags ofPacket(boolean inbound, FwpmNetEventHeader3 header) {
        if (!inbound || !header.flags().contains(FwpmNetEventFlags.LOCAL_ADDR_SET)) {
            return FwpmNetEventKeywordFlags.NONE;
        }
        return switch (header.localAddr()) {
            case FwpmNetEventHeader3.LocalAddr.V4 it -> ofAddress(it.localAddrV4());
            case FwpmNetEventHeader3.LocalAddr.V6 it ->
                    (it.localAddrV6().byteArray16().get(0) & 0xFF) == FIRST_MULTICAST_BYTE_V6
                            ? FwpmNetEventKeywordFlags.INBOUND_MCAST
                            : FwpmNetEventKeywordFlags.NONE;
            case FwpmNetEventHeader3.LocalAddr.None _ -> FwpmNetEventKeywordFlags.NONE;
        };
    }

    private static FwpmNetEventKeywordFlags ofAddress(long address) {
        if (address == BROADCAST_V4) {
            return FwpmNetEventKeywordFlags.INBOUND_BCAST;
        }
        return address >>> MULTICAST_SHIFT_V4 == MULTICAST_V4
                ? FwpmNetEventKeywordFlags.INBOUND_MCAST
                : FwpmNetEventKeywordFlags.NONE;
    }
}

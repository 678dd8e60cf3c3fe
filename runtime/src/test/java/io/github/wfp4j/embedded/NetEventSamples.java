package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpAf;
import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteArray6;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwpm.FwpmAppcNetworkCapabilityType;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEvent5.Event;
import io.github.wfp4j.fwpm.FwpmNetEventCapabilityAllow0;
import io.github.wfp4j.fwpm.FwpmNetEventCapabilityDrop0;
import io.github.wfp4j.fwpm.FwpmNetEventClassifyAllow0;
import io.github.wfp4j.fwpm.FwpmNetEventClassifyDrop2;
import io.github.wfp4j.fwpm.FwpmNetEventClassifyDropMac0;
import io.github.wfp4j.fwpm.FwpmNetEventFlags;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3.LocalAddr;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3.RemoteAddr;
import io.github.wfp4j.fwpm.FwpmNetEventIpsecKernelDrop0;
import io.github.wfp4j.fwpm.FwpmNetEventLpmPacketArrival0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.Filetime;

/** Network events for tests. */
final class NetEventSamples {
    /** The direction of a packet that came in. */
    static final long IN = 0x3900;

    /** The direction of a packet that went out. */
    static final long OUT = 0x3901;

    private static final FwpmNetEventHeader3 NOTHING =
            new FwpmNetEventHeader3(
                    new Filetime(0, 0),
                    FwpmNetEventFlags.NONE,
                    0,
                    new LocalAddr.None(),
                    new RemoteAddr.None(),
                    0,
                    0,
                    0,
                    Client.noData(),
                    null,
                    FwpAf.INET,
                    null,
                    null,
                    0,
                    Client.noData());

    private NetEventSamples() {}

    static FwpmNetEvent5 event(Event event) {
        return new FwpmNetEvent5(NOTHING, event);
    }

    /** {@return the drop of a packet by the filter 77} */
    static FwpmNetEvent5 drop(long direction) {
        return event(
                new Event.ClassifyDrop(
                        new FwpmNetEventClassifyDrop2(
                                77,
                                48,
                                FwpConditionReauthorizeReasonFlags.NONE,
                                0,
                                0,
                                direction,
                                false,
                                Client.noData(),
                                0,
                                0)));
    }

    static Event kernelDrop() {
        return new Event.IpsecKernelDrop(
                new FwpmNetEventIpsecKernelDrop0(0, FwpDirection.INBOUND, 1, 2, 3));
    }

    static Event allow() {
        return new Event.ClassifyAllow(
                new FwpmNetEventClassifyAllow0(
                        1, 2, FwpConditionReauthorizeReasonFlags.NONE, 0, 0, OUT, false));
    }

    static Event capabilityDrop() {
        return new Event.CapabilityDrop(
                new FwpmNetEventCapabilityDrop0(
                        FwpmAppcNetworkCapabilityType.INTERNET_CLIENT, 1, false));
    }

    static Event capabilityAllow() {
        return new Event.CapabilityAllow(
                new FwpmNetEventCapabilityAllow0(
                        FwpmAppcNetworkCapabilityType.INTERNET_CLIENT, 1, false));
    }

    static Event dropMac() {
        FwpByteArray6 address = new FwpByteArray6(Bytes.of(new byte[6]));
        return new Event.ClassifyDropMac(
                new FwpmNetEventClassifyDropMac0(
                        address,
                        address,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        1,
                        2,
                        FwpConditionReauthorizeReasonFlags.NONE,
                        0,
                        0,
                        OUT,
                        false,
                        Client.noData(),
                        0,
                        0));
    }

    static Event packetArrival() {
        return new Event.LpmPacketArrival(new FwpmNetEventLpmPacketArrival0(1));
    }

    static FwpmNetEvent5 withPort(FwpmNetEvent5 event, int port) {
        return event.withHeader(
                event.header()
                        .withFlags(event.header().flags().or(FwpmNetEventFlags.LOCAL_PORT_SET))
                        .withLocalPort(port));
    }

    static FwpmNetEvent5 withLocalAddress(FwpmNetEvent5 event, long address) {
        return withAddresses(event, new LocalAddr.V4(address), new RemoteAddr.V4(0x0A000002));
    }

    static FwpmNetEvent5 withLocalAddress(FwpmNetEvent5 event, Bytes address) {
        FwpByteArray16 both = new FwpByteArray16(address);
        return withAddresses(event, new LocalAddr.V6(both), new RemoteAddr.V6(both));
    }

    private static FwpmNetEvent5 withAddresses(
            FwpmNetEvent5 event, LocalAddr local, RemoteAddr remote) {
        FwpmNetEventFlags flags =
                FwpmNetEventFlags.LOCAL_ADDR_SET
                        .or(FwpmNetEventFlags.REMOTE_ADDR_SET)
                        .or(FwpmNetEventFlags.IP_VERSION_SET);
        return event.withHeader(
                new FwpmNetEventHeader3(
                        NOTHING.timeStamp(),
                        flags,
                        0,
                        local,
                        remote,
                        0,
                        0,
                        0,
                        Client.noData(),
                        null,
                        FwpAf.INET,
                        null,
                        null,
                        0,
                        Client.noData()));
    }

    /** {@return the event with all members of the header set} */
    static FwpmNetEvent5 withEverything(FwpmNetEvent5 event) {
        FwpmNetEventHeader3 header =
                new FwpmNetEventHeader3(
                        new Filetime(0, 0),
                        new FwpmNetEventFlags(0x3FFF),
                        6,
                        new LocalAddr.V4(0x0A000001),
                        new RemoteAddr.V4(0x0A000002),
                        443,
                        50001,
                        5,
                        new FwpByteBlob(Bytes.of((byte) 'a', (byte) 0, (byte) 0, (byte) 0)),
                        Sid.of("S-1-5-18"),
                        FwpAf.INET,
                        Sid.of("S-1-15-2-1"),
                        "enterprise",
                        7,
                        new FwpByteBlob(Bytes.of((byte) 'b')));
        return event.withHeader(header);
    }
}

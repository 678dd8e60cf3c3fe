package io.github.wfp4j.explain;

import io.github.wfp4j.win32.Ipproto;
import io.github.wfp4j.win32.NlAddressType;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.Objects;

/**
 * What packets of one flow have in common (6.5): protocol and ends; for ICMP also type, code and
 * the identifier of an echo.
 *
 * @param protocol the protocol, or null if it is not known
 * @param local the end at this computer
 * @param remote the end at the peer; unknown where senders share one flow
 * @param icmp what ICMP message begins the flow, or null for none
 */
record FlowKey(@Nullable Integer protocol, Endpoint local, Endpoint remote, @Nullable Icmp icmp) {

    /** {@return the flow that a packet belongs to} */
    static FlowKey of(Packet packet) {
        boolean shared = packet.direction() == Direction.INBOUND && isForMany(packet.local());
        return new FlowKey(
                packet.protocol(),
                packet.local(),
                shared ? Endpoint.UNKNOWN : packet.remote(),
                question(packet));
    }

    /** The answer to an echo belongs to the flow of the question. */
    private static @Nullable Icmp question(Packet packet) {
        Icmp icmp = packet.icmp();
        if (icmp == null || packet.protocol() == null) {
            return icmp;
        }
        boolean answer =
                (packet.protocol() == Ipproto.ICMP && icmp.type() == 0)
                        || (packet.protocol() == Ipproto.ICMPV6 && icmp.type() == 129);
        if (!answer) {
            return icmp;
        }
        return new Icmp(packet.protocol() == Ipproto.ICMP ? 8 : 128, icmp.code(), icmp.id());
    }

    /** {@return whether a packet to an end reaches more than one computer} */
    static boolean isForMany(Endpoint end) {
        InetAddress address = end.address();
        if (address == null) {
            return false;
        }
        NlAddressType type = FieldValues.typeOf(address);
        return type == NlAddressType.MULTICAST || type == NlAddressType.BROADCAST;
    }

    boolean isTcp() {
        return protocol != null && protocol == Ipproto.TCP;
    }

    /** {@return whether it is a flow from this computer to many} */
    boolean isToMany() {
        return isForMany(remote);
    }

    /** {@return whether an inbound packet comes to the socket that began this flow} */
    boolean hasSocketOf(Packet packet) {
        return Objects.equals(protocol, packet.protocol()) && local.equals(packet.local());
    }
}

package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwp.FwpTokenInformation;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.NlAddressType;
import io.github.wfp4j.win32.SeGroupFlags;
import io.github.wfp4j.win32.SidAndAttributes;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a packet's fields at one layer (6.6). They are made when they are asked for, once.
 *
 * <p>Not for use by several threads.
 */
final class FieldValues {
    private final Packet packet;
    private final Perspective perspective;
    private final Map<Slot, @Nullable Value> known = new EnumMap<>(Slot.class);

    /**
     * What a layer knows besides the packet.
     *
     * @param local the end that counts as the local one
     * @param remote the other end
     * @param direction what the layer calls the direction
     * @param flags the properties that follow from the flow and from IPsec
     * @param reauthorizeReason why the flow is authorised again, or 0
     * @param authenticated whether IPsec knows who the peer is
     */
    record Perspective(
            Endpoint local,
            Endpoint remote,
            FwpDirection direction,
            int flags,
            int reauthorizeReason,
            boolean authenticated) {}

    FieldValues(Packet packet, Perspective perspective) {
        this.packet = packet;
        this.perspective = perspective;
    }

    /**
     * {@return the value of a field, or null if it is not known}
     *
     * @param slot what the key is, or null if it is none of those
     */
    @Nullable Value get(ConditionKey key, @Nullable Slot slot) {
        if (slot == null) {
            return given(key);
        }
        Value value = known.get(slot);
        if (value == null && !known.containsKey(slot)) {
            Value given = slot == Slot.FLAGS ? null : given(key);
            value = given == null ? derive(key, slot) : given;
            known.put(slot, value);
        }
        return value;
    }

    private @Nullable Value given(ConditionKey key) {
        Map<ConditionKey, FwpValue0> fields = packet.fields();
        FwpValue0 raw = fields.isEmpty() ? null : fields.get(key);
        return raw == null ? null : Value.of(raw);
    }

    private @Nullable Value derive(ConditionKey key, Slot slot) {
        return switch (slot) {
            case PROTOCOL -> packet.protocol() == null ? null : Value.uint8(packet.protocol());
            case LOCAL_ADDRESS -> address(perspective.local());
            case REMOTE_ADDRESS -> address(perspective.remote());
            case SOURCE_ADDRESS -> address(packet.source());
            case DESTINATION_ADDRESS -> address(packet.destination());
            case LOCAL_ADDRESS_TYPE -> addressType(perspective.local());
            case DESTINATION_ADDRESS_TYPE -> addressType(packet.destination());
            case LOCAL_PORT -> localPort();
            case REMOTE_PORT -> remotePort();
            case ORIGINAL_ICMP_TYPE ->
                    packet.icmp() == null ? null : Value.uint16(packet.icmp().type());
            case DIRECTION -> Value.uint32(perspective.direction().value());
            case FLAGS -> flags(key);
            case REAUTHORIZE_REASON -> Value.uint32(perspective.reauthorizeReason());
            case USER -> token(packet.principals().localUser());
            case REMOTE_USER ->
                    perspective.authenticated() ? token(packet.principals().remoteUser()) : null;
            case REMOTE_MACHINE ->
                    perspective.authenticated() ? token(packet.principals().remoteMachine()) : null;
        };
    }

    /** For ICMP it is the type of the message. */
    private @Nullable Value localPort() {
        if (packet.icmp() != null) {
            return Value.uint16(packet.icmp().type());
        }
        Integer port = perspective.local().port();
        return port == null ? null : Value.uint16(port);
    }

    /** For ICMP it is the code of the message. */
    private @Nullable Value remotePort() {
        Integer port = packet.icmp() == null ? perspective.remote().port() : packet.icmp().code();
        return port == null ? null : Value.uint16(port);
    }

    private Value flags(ConditionKey key) {
        Value given = given(key);
        long base =
                given != null && given.raw() instanceof FwpValue0.Uint32(long bits)
                        ? bits
                        : derivedFlags();
        return Value.uint32(base | Integer.toUnsignedLong(perspective.flags()));
    }

    private long derivedFlags() {
        InetAddress source = packet.source().address();
        InetAddress destination = packet.destination().address();
        boolean loopback =
                (source != null && (source.isLoopbackAddress() || source.equals(destination)))
                        || (destination != null && destination.isLoopbackAddress());
        return loopback ? FwpConditionFlags.IS_LOOPBACK.bits() : 0;
    }

    private static @Nullable Value address(Endpoint end) {
        InetAddress address = end.address();
        if (address == null) {
            return null;
        }
        byte[] bytes = address.getAddress();
        if (bytes.length == 16) {
            return Value.of(new FwpValue0.ByteArray16(new FwpByteArray16(Bytes.of(bytes))));
        }
        long number = 0;
        for (byte part : bytes) {
            number = number << Byte.SIZE | (part & 0xFF);
        }
        return Value.uint32(number);
    }

    private static @Nullable Value addressType(Endpoint end) {
        InetAddress address = end.address();
        return address == null ? null : Value.uint8(typeOf(address).value());
    }

    /** {@return of what kind an address is, as far as it says so itself} */
    static NlAddressType typeOf(InetAddress address) {
        if (address.isMulticastAddress()) {
            return NlAddressType.MULTICAST;
        }
        if (address.isAnyLocalAddress()) {
            return NlAddressType.UNSPECIFIED;
        }
        byte[] bytes = address.getAddress();
        boolean broadcast = bytes.length == 4;
        for (byte part : bytes) {
            broadcast &= part == -1;
        }
        return broadcast ? NlAddressType.BROADCAST : NlAddressType.UNICAST;
    }

    private static @Nullable Value token(@Nullable Set<Sid> sids) {
        if (sids == null) {
            return null;
        }
        return new Value(
                new FwpValue0.TokenInformation(
                        new FwpTokenInformation(
                                sids.stream()
                                        .map(sid -> new SidAndAttributes(sid, SeGroupFlags.NONE))
                                        .toList(),
                                List.of())),
                null);
    }
}

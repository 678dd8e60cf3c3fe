package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.Unsigned;
import io.github.wfp4j.win32.Ipproto;

import org.jspecify.annotations.Nullable;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A packet, or a connection by its first packet, as far as it is described (6.6).
 *
 * <p>What is not said is not known: conditions on it do not match. Derived are, unless {@link
 * #with} says otherwise, the types of addresses, the flag for a loopback, and what the flow and
 * IPsec tell. Start with {@link #tcp}, {@link #udp} or {@link #icmp}.
 *
 * @param direction where it goes
 * @param ipVersion the version of IP
 * @param protocol the protocol, 0 to 255, or null if it is not known
 * @param source where it comes from
 * @param destination where it goes to
 * @param icmp what ICMP message it is, or null for none
 * @param principals who is at the ends
 * @param fields values of any fields, as they are or instead of what is derived
 * @param occasion what it is in the life of its flow; null: the first packet if there is no flow,
 *     else a later one
 * @param arrived how an inbound one came protected, or null: as the security association is
 * @param keyingModule whose message it is, or null if it is none or this is not known
 */
public record Packet(
        Direction direction,
        FwpIpVersion ipVersion,
        @Nullable Integer protocol,
        Endpoint source,
        Endpoint destination,
        @Nullable Icmp icmp,
        Principals principals,
        Map<ConditionKey, FwpValue0> fields,
        @Nullable Occasion occasion,
        @Nullable Protection arrived,
        @Nullable KeyingModuleKey keyingModule) {

    /**
     * Checks what must fit together and copies the fields.
     *
     * @throws IllegalArgumentException if the protocol is out of range, or an address is of another
     *     version of IP
     */
    public Packet {
        requireNonNull(direction, "direction");
        requireNonNull(ipVersion, "ipVersion");
        requireNonNull(principals, "principals");
        fields = Map.copyOf(fields);
        if (protocol != null) {
            Unsigned.requireUint8(protocol, "protocol");
        }
        requireVersion(ipVersion, source);
        requireVersion(ipVersion, destination);
    }

    private static void requireVersion(FwpIpVersion version, Endpoint end) {
        InetAddress address = end.address();
        if (address != null && address instanceof Inet6Address != (version == FwpIpVersion.V6)) {
            throw new IllegalArgumentException("address must be of IP " + version + ": " + end);
        }
    }

    /**
     * {@return an outbound packet of a protocol, over IPv4 unless an address says otherwise}
     *
     * @param protocol the number of the protocol, 0 to 255
     */
    public static Packet of(int protocol) {
        return new Packet(
                Direction.OUTBOUND,
                FwpIpVersion.V4,
                protocol,
                Endpoint.UNKNOWN,
                Endpoint.UNKNOWN,
                null,
                Principals.UNKNOWN,
                Map.of(),
                null,
                null,
                null);
    }

    /** {@return an outbound TCP packet} */
    public static Packet tcp() {
        return of(Ipproto.TCP);
    }

    /** {@return an outbound UDP packet} */
    public static Packet udp() {
        return of(Ipproto.UDP);
    }

    /**
     * {@return an outbound ICMP message, over IPv4}
     *
     * @param type the type of the message, 0 to 255
     * @param code the code of the message, 0 to 255
     */
    public static Packet icmp(int type, int code) {
        return of(Ipproto.ICMP).withIcmp(new Icmp(type, code));
    }

    /**
     * {@return an outbound ICMPv6 message}
     *
     * @param type the type of the message, 0 to 255
     * @param code the code of the message, 0 to 255
     */
    public static Packet icmpV6(int type, int code) {
        return of(Ipproto.ICMPV6).withIcmp(new Icmp(type, code)).withIpVersion(FwpIpVersion.V6);
    }

    /** {@return a copy that goes from this computer to another} */
    public Packet outbound() {
        return withDirection(Direction.OUTBOUND);
    }

    /** {@return a copy that goes from another computer to this one} */
    public Packet inbound() {
        return withDirection(Direction.INBOUND);
    }

    /** {@return a copy that goes through this computer} */
    public Packet forwarded() {
        return withDirection(Direction.FORWARDED);
    }

    /**
     * {@return a copy from somewhere, also of the version of IP of the address}
     *
     * @param endpoint as {@link Endpoint#of} reads it, such as {@code 10.0.0.5:50000}
     * @throws IllegalArgumentException if it is not that, or the destination's address is of the
     *     other version
     */
    public Packet from(String endpoint) {
        return from(Endpoint.of(endpoint));
    }

    /**
     * {@return a copy from somewhere, also of the version of IP of the address}
     *
     * @param end the address and the port
     */
    public Packet from(Endpoint end) {
        return new Packet(
                direction,
                versionOf(end),
                protocol,
                end,
                destination,
                icmp,
                principals,
                fields,
                occasion,
                arrived,
                keyingModule);
    }

    /**
     * {@return a copy to somewhere, also of the version of IP of the address}
     *
     * @param endpoint as {@link Endpoint#of} reads it, such as {@code 10.0.0.7:443}
     * @throws IllegalArgumentException if it is not that, or the source's address is of the other
     *     version
     */
    public Packet to(String endpoint) {
        return to(Endpoint.of(endpoint));
    }

    /**
     * {@return a copy to somewhere, also of the version of IP of the address}
     *
     * @param end the address and the port
     */
    public Packet to(Endpoint end) {
        return new Packet(
                direction,
                versionOf(end),
                protocol,
                source,
                end,
                icmp,
                principals,
                fields,
                occasion,
                arrived,
                keyingModule);
    }

    private FwpIpVersion versionOf(Endpoint end) {
        if (end.address() == null) {
            return ipVersion;
        }
        return end.address() instanceof Inet6Address ? FwpIpVersion.V6 : FwpIpVersion.V4;
    }

    /** {@return the packet that answers it: the ends swapped, in the other direction} */
    public Packet answer() {
        Direction back =
                switch (direction) {
                    case OUTBOUND -> Direction.INBOUND;
                    case INBOUND -> Direction.OUTBOUND;
                    case FORWARDED -> Direction.FORWARDED;
                };
        // Swapped on purpose.
        Endpoint newSource = destination;
        Endpoint newDestination = source;
        return new Packet(
                back,
                ipVersion,
                protocol,
                newSource,
                newDestination,
                icmp,
                principals,
                fields,
                null,
                null,
                keyingModule);
    }

    /**
     * {@return a copy with another version of IP}
     *
     * @param version the version of IP
     */
    public Packet withIpVersion(FwpIpVersion version) {
        return new Packet(
                direction,
                version,
                protocol,
                source,
                destination,
                icmp,
                principals,
                fields,
                occasion,
                arrived,
                keyingModule);
    }

    /**
     * {@return a copy with another direction; the ends stay}
     *
     * @param newDirection the direction
     */
    public Packet withDirection(Direction newDirection) {
        return new Packet(
                newDirection,
                ipVersion,
                protocol,
                source,
                destination,
                icmp,
                principals,
                fields,
                occasion,
                arrived,
                keyingModule);
    }

    /**
     * {@return a copy that is another ICMP message}
     *
     * @param message the type and code, or null if it is no ICMP message
     */
    public Packet withIcmp(@Nullable Icmp message) {
        return new Packet(
                direction,
                ipVersion,
                protocol,
                source,
                destination,
                message,
                principals,
                fields,
                occasion,
                arrived,
                keyingModule);
    }

    /**
     * {@return a copy with others at the ends}
     *
     * @param newPrincipals who sends and receives
     */
    public Packet withPrincipals(Principals newPrincipals) {
        return new Packet(
                direction,
                ipVersion,
                protocol,
                source,
                destination,
                icmp,
                newPrincipals,
                fields,
                occasion,
                arrived,
                keyingModule);
    }

    /**
     * {@return a copy that is something else in the life of its flow}
     *
     * @param newOccasion the occasion, or null to follow from the flow
     */
    public Packet withOccasion(@Nullable Occasion newOccasion) {
        return new Packet(
                direction,
                ipVersion,
                protocol,
                source,
                destination,
                icmp,
                principals,
                fields,
                newOccasion,
                arrived,
                keyingModule);
    }

    /**
     * {@return a copy that came protected in another way}
     *
     * @param protection what protects it
     */
    public Packet withArrived(@Nullable Protection protection) {
        return new Packet(
                direction,
                ipVersion,
                protocol,
                source,
                destination,
                icmp,
                principals,
                fields,
                occasion,
                protection,
                keyingModule);
    }

    /**
     * {@return a copy that is a message of a keying module}
     *
     * @param module the keying module that negotiates, or null if it is not known
     */
    public Packet withKeyingModule(@Nullable KeyingModuleKey module) {
        return new Packet(
                direction,
                ipVersion,
                protocol,
                source,
                destination,
                icmp,
                principals,
                fields,
                occasion,
                arrived,
                module);
    }

    /**
     * {@return a copy of which the value of a field is known}
     *
     * @param field the field
     * @param value its value, of the type that the layers give the field; users are given by {@link
     *     #withPrincipals}
     */
    public Packet with(ConditionKey field, FwpValue0 value) {
        Map<ConditionKey, FwpValue0> more = new HashMap<>(fields);
        more.put(requireNonNull(field, "field"), requireNonNull(value, "value"));
        return new Packet(
                direction,
                ipVersion,
                protocol,
                source,
                destination,
                icmp,
                principals,
                more,
                occasion,
                arrived,
                keyingModule);
    }

    /**
     * {@return a copy of a program} with an id as {@code engine.appId(path)} makes it
     *
     * @param appId what {@code FwpmGetAppIdFromFileName0} says for the program
     */
    public Packet app(FwpByteBlob appId) {
        return with(FwpmConditions.ALE_APP_ID, new FwpValue0.ByteBlob(appId));
    }

    /**
     * {@return a copy of a program}
     *
     * @param devicePath its path on a device, such as {@code
     *     \\device\\harddiskvolume1\\windows\\system32\\svchost.exe}; case does not matter
     */
    public Packet app(String devicePath) {
        byte[] text =
                (devicePath.toLowerCase(Locale.ROOT) + '\0').getBytes(StandardCharsets.UTF_16LE);
        return app(new FwpByteBlob(Bytes.of(text)));
    }

    /**
     * {@return a copy of a program that somebody runs}, the user's and its groups' SIDs
     *
     * @param sids the user or computer and its groups
     */
    public Packet user(Sid... sids) {
        return withPrincipals(
                new Principals(Set.of(sids), principals.remoteUser(), principals.remoteMachine()));
    }

    /**
     * {@return a copy of whose peer IPsec can authenticate the user}, with groups
     *
     * @param sids the user or computer and its groups
     */
    public Packet remoteUser(Sid... sids) {
        return withPrincipals(
                new Principals(principals.localUser(), Set.of(sids), principals.remoteMachine()));
    }

    /**
     * {@return a copy whose peer IPsec can authenticate}, with groups
     *
     * @param sids the user or computer and its groups
     */
    public Packet remoteMachine(Sid... sids) {
        return withPrincipals(
                new Principals(principals.localUser(), principals.remoteUser(), Set.of(sids)));
    }

    /**
     * {@return a copy with all of some properties, instead of what is derived}
     *
     * @param flags the flags, as in {@code FWPM_CONDITION_FLAGS}
     */
    public Packet flags(FwpConditionFlags flags) {
        return with(
                FwpmConditions.FLAGS, new FwpValue0.Uint32(Integer.toUnsignedLong(flags.bits())));
    }

    /**
     * {@return a copy that passes an interface of this computer}, as {@code NET_LUID} has it
     *
     * @param luid the interface's LUID, a {@code UINT64}
     */
    public Packet localInterface(long luid) {
        return with(FwpmConditions.IP_LOCAL_INTERFACE, new FwpValue0.Uint64(luid));
    }

    /**
     * {@return a copy that came protected as an inbound packet should}
     *
     * @param protection what protects it
     */
    public Packet arrived(Protection protection) {
        return withArrived(protection);
    }

    /** {@return the end at this computer; the destination if it is forwarded} */
    Endpoint local() {
        return direction == Direction.OUTBOUND ? source : destination;
    }

    /** {@return the end at the peer; the source if it is forwarded} */
    Endpoint remote() {
        return direction == Direction.OUTBOUND ? destination : source;
    }

    /** {@return whether it is an ICMP message that reports an error} */
    boolean isIcmpError() {
        if (icmp == null || protocol == null) {
            return false;
        }
        return switch (protocol) {
            case Ipproto.ICMP ->
                    switch (icmp.type()) {
                        case 3, 4, 5, 11, 12 -> true;
                        default -> false;
                    };
            case Ipproto.ICMPV6 -> icmp.type() < 128;
            default -> false;
        };
    }
}

package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.Unsigned;
import io.github.wfp4j.win32.NlAddressType;

import java.net.InetAddress;
import java.util.List;

/**
 * The usual conditions, with their arguments checked here rather than by the engine.
 *
 * <p>Conditions on different fields must all match, of neighbours on the same field any. The kinds
 * of {@link ConditionField} have the conditions on all fields; {@link #at(LayerKey)} checks whether
 * a layer has the field.
 */
public final class Conditions {
    private Conditions() {}

    /**
     * {@return no conditions yet, for filters at a layer}
     *
     * <p>The layer's fields are those of the newest build of Windows that was observed. For those
     * of an engine at hand ask {@link #at(FwpmLayer0)}: an older build has fewer fields.
     *
     * @param layer one of {@link io.github.wfp4j.fwpm.FwpmLayers}
     * @throws IllegalArgumentException if no observed Windows has that layer
     */
    public static LayerConditions at(LayerKey layer) {
        LayerSchema known = LayerSchema.builtIn(layer);
        if (known == null) {
            throw new IllegalArgumentException(
                    "layer must be one that Windows was seen to have; for another one use"
                            + " Conditions.at(engine.layer(key)): "
                            + layer);
        }
        return new LayerConditions(known, List.of());
    }

    /**
     * {@return no conditions yet, for filters at a layer as an engine reports it}
     *
     * @param layer what {@link Engine#layer(LayerKey)} returned
     */
    public static LayerConditions at(FwpmLayer0 layer) {
        return new LayerConditions(LayerSchema.of(layer), List.of());
    }

    /**
     * {@return what about the conditions of a filter probably is not meant so}
     *
     * <p>The engine takes some of them; nothing here does so by itself.
     *
     * @param conditions those of one filter, in its order
     */
    public static List<ConditionTrap> traps(List<FwpmFilterCondition0> conditions) {
        return ConditionTrap.in(conditions);
    }

    /**
     * {@return traffic of an IP protocol}
     *
     * @param protocol 0 to 255; {@link io.github.wfp4j.win32.Ipproto} has the names
     * @throws IllegalArgumentException if the protocol is out of range
     */
    public static FwpmFilterCondition0 protocol(int protocol) {
        Unsigned.requireUint8(protocol, "protocol");
        return equal(FwpmConditions.IP_PROTOCOL, new FwpConditionValue0.Uint8(protocol));
    }

    /**
     * {@return traffic of an IP protocol}
     *
     * @param protocol a name of {@link io.github.wfp4j.win32.Ipproto}, such as {@code TCP}, or a
     *     number as text
     * @throws IllegalArgumentException if it is neither
     */
    public static FwpmFilterCondition0 protocol(String protocol) {
        return NumberField.IP_PROTOCOL.matching(protocol);
    }

    /**
     * {@return ICMP of a type}; add {@link #protocol} too, because ports of other protocols are in
     * the same field
     *
     * @param type 0 to 255 on the wire
     * @throws IllegalArgumentException if the type is not in 0 to 65535
     */
    public static FwpmFilterCondition0 icmpType(int type) {
        return NumberField.ICMP_TYPE.is(type);
    }

    /**
     * {@return ICMP of a code}; add {@link #protocol} too, because ports of other protocols are in
     * the same field
     *
     * @param code 0 to 255 on the wire
     * @throws IllegalArgumentException if the code is not in 0 to 65535
     */
    public static FwpmFilterCondition0 icmpCode(int code) {
        return NumberField.ICMP_CODE.is(code);
    }

    /**
     * {@return traffic of a direction}
     *
     * @param direction the connection's, or at some layers the packet's
     */
    public static FwpmFilterCondition0 direction(FwpDirection direction) {
        return NumberField.DIRECTION.is(direction.value());
    }

    /**
     * {@return traffic of an interface of this computer}
     *
     * @param luid its locally unique id, as {@code NET_LUID} has it
     */
    public static FwpmFilterCondition0 localInterface(long luid) {
        return NumberField.IP_LOCAL_INTERFACE.is(luid);
    }

    /**
     * {@return traffic of a kind of interface}
     *
     * @param type one of {@link io.github.wfp4j.win32.IfType}
     * @throws IllegalArgumentException if the type is negative
     */
    public static FwpmFilterCondition0 interfaceType(int type) {
        return NumberField.INTERFACE_TYPE.is(Unsigned.requireUint32(type, "interfaceType"));
    }

    /**
     * {@return traffic of one local user, or of members of a group}
     *
     * @param user the user, group or service
     */
    public static FwpmFilterCondition0 user(Sid user) {
        return AccessField.ALE_USER_ID.is(user);
    }

    /**
     * {@return traffic of local users whom a security descriptor grants the right to match}
     *
     * @param sddl the descriptor as text, such as {@code O:LSD:(A;;CC;;;S-1-5-18)}
     * @throws IllegalArgumentException if the text is not one
     */
    public static FwpmFilterCondition0 users(String sddl) {
        return AccessField.ALE_USER_ID.grants(sddl);
    }

    /**
     * {@return traffic of an app container}
     *
     * @param sid its SID as text, {@code S-1-15-2-...}
     * @throws IllegalArgumentException if the text is not a SID
     */
    public static FwpmFilterCondition0 appContainer(String sid) {
        return SidField.ALE_PACKAGE_ID.is(sid);
    }

    /**
     * {@return traffic of a port on this computer}
     *
     * @param port 0 to 65535
     * @throws IllegalArgumentException if the port is out of range
     */
    public static FwpmFilterCondition0 localPort(int port) {
        Unsigned.requireUint16(port, "localPort");
        return equal(FwpmConditions.IP_LOCAL_PORT, new FwpConditionValue0.Uint16(port));
    }

    /**
     * {@return traffic of a port on the other computer}
     *
     * @param port 0 to 65535
     * @throws IllegalArgumentException if the port is out of range
     */
    public static FwpmFilterCondition0 remotePort(int port) {
        Unsigned.requireUint16(port, "remotePort");
        return equal(FwpmConditions.IP_REMOTE_PORT, new FwpConditionValue0.Uint16(port));
    }

    /**
     * {@return traffic of a range of ports on this computer}
     *
     * @param first 0 to 65535
     * @param last 0 to 65535, not below the first
     * @throws IllegalArgumentException if a port is out of range, or the last is below the first
     */
    public static FwpmFilterCondition0 localPorts(int first, int last) {
        return ports(FwpmConditions.IP_LOCAL_PORT, "localPorts", first, last);
    }

    /**
     * {@return traffic of a range of ports on the other computer}
     *
     * @param first 0 to 65535
     * @param last 0 to 65535, not below the first
     * @throws IllegalArgumentException if a port is out of range, or the last is below the first
     */
    public static FwpmFilterCondition0 remotePorts(int first, int last) {
        return ports(FwpmConditions.IP_REMOTE_PORT, "remotePorts", first, last);
    }

    /**
     * {@return traffic of an address of this computer}
     *
     * @param address of the IP version of the filter's layer
     */
    public static FwpmFilterCondition0 localAddress(InetAddress address) {
        return equal(FwpmConditions.IP_LOCAL_ADDRESS, Subnet.single(address).toValue());
    }

    /**
     * {@return traffic of an address or a subnet of this computer}
     *
     * @param subnet a numeric address such as {@code 10.0.0.1} or {@code fd00::1}, or a subnet such
     *     as {@code 10.0.0.0/8} or {@code fd00::/8}, of the IP version of the filter's layer
     * @throws IllegalArgumentException if the text is neither
     */
    public static FwpmFilterCondition0 localAddress(String subnet) {
        return equal(
                FwpmConditions.IP_LOCAL_ADDRESS, Subnet.parse(subnet, "localAddress").toValue());
    }

    /**
     * {@return traffic of an address of the other computer}
     *
     * @param address of the IP version of the filter's layer
     */
    public static FwpmFilterCondition0 remoteAddress(InetAddress address) {
        return equal(FwpmConditions.IP_REMOTE_ADDRESS, Subnet.single(address).toValue());
    }

    /**
     * {@return traffic of an address or a subnet of the other computer}
     *
     * @param subnet a numeric address such as {@code 10.0.0.1} or {@code fd00::1}, or a subnet such
     *     as {@code 10.0.0.0/8} or {@code fd00::/8}, of the IP version of the filter's layer
     * @throws IllegalArgumentException if the text is neither
     */
    public static FwpmFilterCondition0 remoteAddress(String subnet) {
        return equal(
                FwpmConditions.IP_REMOTE_ADDRESS, Subnet.parse(subnet, "remoteAddress").toValue());
    }

    /**
     * {@return traffic of a kind of address of this computer}
     *
     * @param type the kind, such as unicast
     */
    public static FwpmFilterCondition0 localAddressType(NlAddressType type) {
        return equal(
                FwpmConditions.IP_LOCAL_ADDRESS_TYPE, new FwpConditionValue0.Uint8(type.value()));
    }

    /**
     * {@return traffic of one program}
     *
     * @param appId the program's id as {@code engine.appId(path)} makes it: the path on the device,
     *     in lower case, as UTF-16 with a terminating zero
     * @throws IllegalArgumentException if the id is empty
     */
    public static FwpmFilterCondition0 application(FwpByteBlob appId) {
        if (appId.data().isEmpty()) {
            throw new IllegalArgumentException("appId must not be empty");
        }
        return equal(FwpmConditions.ALE_APP_ID, new FwpConditionValue0.ByteBlob(appId));
    }

    /**
     * {@return traffic of one program}
     *
     * @param devicePath its path on a device, such as {@code
     *     \\device\\harddiskvolume3\\windows\\system32\\svchost.exe}; case does not matter. Of a
     *     path on a drive the engine knows the device: see {@link #application(FwpByteBlob)}
     * @throws IllegalArgumentException if it is another path
     */
    public static FwpmFilterCondition0 application(String devicePath) {
        return BlobField.ALE_APP_ID.matching(devicePath);
    }

    /**
     * {@return traffic that has all of some properties, such as being a loopback}
     *
     * @param all the properties, all of which the traffic must have
     */
    public static FwpmFilterCondition0 flags(FwpConditionFlags all) {
        return new FwpmFilterCondition0(
                FwpmConditions.FLAGS,
                FwpMatchType.FLAGS_ALL_SET,
                new FwpConditionValue0.Uint32(Integer.toUnsignedLong(all.bits())));
    }

    private static FwpmFilterCondition0 ports(
            ConditionKey field, String name, int first, int last) {
        Unsigned.requireUint16(first, name);
        Unsigned.requireUint16(last, name);
        if (last < first) {
            throw new IllegalArgumentException(
                    name + " must not end before they begin: " + first + ".." + last);
        }
        return new FwpmFilterCondition0(
                field,
                FwpMatchType.RANGE,
                new FwpConditionValue0.Range(
                        new FwpRange0(new FwpValue0.Uint16(first), new FwpValue0.Uint16(last))));
    }

    private static FwpmFilterCondition0 equal(ConditionKey field, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field, FwpMatchType.EQUAL, value);
    }
}

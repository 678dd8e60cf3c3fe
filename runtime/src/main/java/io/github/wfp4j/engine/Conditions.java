package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Unsigned;
import io.github.wfp4j.win32.NlAddressType;

import java.net.InetAddress;

/**
 * The usual conditions, with their arguments checked here rather than by the engine.
 *
 * <p>Conditions on different fields must all match, of neighbours on the same field any. Whether a
 * layer has the field is for the engine to say.
 */
public final class Conditions {
    private Conditions() {}

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

    /** {@return traffic of a kind of address of this computer} */
    public static FwpmFilterCondition0 localAddressType(NlAddressType type) {
        return equal(
                FwpmConditions.IP_LOCAL_ADDRESS_TYPE, new FwpConditionValue0.Uint8(type.value()));
    }

    /**
     * {@return traffic of one program}
     *
     * @param appId the program's id as the engine makes it: the path on the device, in lower case,
     *     as UTF-16 with a terminating zero
     * @throws IllegalArgumentException if the id is empty
     */
    public static FwpmFilterCondition0 application(FwpByteBlob appId) {
        if (appId.data().isEmpty()) {
            throw new IllegalArgumentException("appId must not be empty");
        }
        return equal(FwpmConditions.ALE_APP_ID, new FwpConditionValue0.ByteBlob(appId));
    }

    /** {@return traffic that has all of some properties, such as being a loopback} */
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

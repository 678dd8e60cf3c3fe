package io.github.wfp4j.engine;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFieldType;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fields that are IP addresses.
 *
 * <p>Most are of IPv4 at one layer and of IPv6 at another; the condition must be of the version of
 * the filter's layer, which {@link Conditions#at(io.github.wfp4j.types.LayerKey)} checks.
 *
 * <p>{@link #matching} takes an address, {@code 10.0.0.1} or {@code fd00::1}; a subnet, {@code
 * 10.0.0.0/8} or {@code fd00::/8}; or a range, {@code 10.0.0.1-10.0.0.9}. Names are not looked up.
 *
 * <p>No observed Windows has {@code IP_NEXTHOP_ADDRESS}, which is documented.
 */
@SuppressWarnings("ImmutableEnumChecker") // keys and fields of layers are immutable records
public enum AddressField implements ConditionField {
    /**
     * The remote address of the packet within an ICMP packet, {@code
     * FWPM_CONDITION_EMBEDDED_REMOTE_ADDRESS}.
     */
    EMBEDDED_REMOTE_ADDRESS(FwpmConditions.EMBEDDED_REMOTE_ADDRESS),

    /**
     * The destination address, where packets are forwarded or pass a virtual switch, {@code
     * FWPM_CONDITION_IP_DESTINATION_ADDRESS}.
     */
    IP_DESTINATION_ADDRESS(FwpmConditions.IP_DESTINATION_ADDRESS),

    /** The local address, {@code FWPM_CONDITION_IP_LOCAL_ADDRESS}. */
    IP_LOCAL_ADDRESS(FwpmConditions.IP_LOCAL_ADDRESS),

    /**
     * The local IPv4 address, at layers of remote procedure calls, {@code
     * FWPM_CONDITION_IP_LOCAL_ADDRESS_V4}.
     */
    IP_LOCAL_ADDRESS_V4(FwpmConditions.IP_LOCAL_ADDRESS_V4, FwpIpVersion.V4),

    /**
     * The local IPv6 address, at layers of remote procedure calls, {@code
     * FWPM_CONDITION_IP_LOCAL_ADDRESS_V6}.
     */
    IP_LOCAL_ADDRESS_V6(FwpmConditions.IP_LOCAL_ADDRESS_V6, FwpIpVersion.V6),

    /** The address of the next hop, of IPv4 only, {@code FWPM_CONDITION_IP_NEXTHOP_ADDRESS}. */
    IP_NEXTHOP_ADDRESS(FwpmConditions.IP_NEXTHOP_ADDRESS, FwpIpVersion.V4),

    /** The remote address, {@code FWPM_CONDITION_IP_REMOTE_ADDRESS}. */
    IP_REMOTE_ADDRESS(FwpmConditions.IP_REMOTE_ADDRESS),

    /**
     * The remote IPv4 address, at layers of remote procedure calls, {@code
     * FWPM_CONDITION_IP_REMOTE_ADDRESS_V4}.
     */
    IP_REMOTE_ADDRESS_V4(FwpmConditions.IP_REMOTE_ADDRESS_V4, FwpIpVersion.V4),

    /**
     * The remote IPv6 address, at layers of remote procedure calls, {@code
     * FWPM_CONDITION_IP_REMOTE_ADDRESS_V6}.
     */
    IP_REMOTE_ADDRESS_V6(FwpmConditions.IP_REMOTE_ADDRESS_V6, FwpIpVersion.V6),

    /**
     * The source address, where packets are forwarded or pass a virtual switch, {@code
     * FWPM_CONDITION_IP_SOURCE_ADDRESS}.
     */
    IP_SOURCE_ADDRESS(FwpmConditions.IP_SOURCE_ADDRESS);

    private final ConditionKey key;

    /** The field at layers of one IP version, or null if it is never of that version. */
    private final @Nullable LayerField v4;

    private final @Nullable LayerField v6;

    AddressField(ConditionKey key) {
        this(key, FwpIpVersion.NONE);
    }

    AddressField(ConditionKey key, FwpIpVersion only) {
        this.key = key;
        this.v4 = only == FwpIpVersion.V6 ? null : field(key, FwpDataType.UINT32);
        this.v6 = only == FwpIpVersion.V4 ? null : field(key, FwpDataType.BYTE_ARRAY16_TYPE);
    }

    private static LayerField field(ConditionKey key, FwpDataType type) {
        return TypedConditions.field(key, FwpmFieldType.IP_ADDRESS, type);
    }

    @Override
    public ConditionKey key() {
        return key;
    }

    @Override
    public List<FwpDataType> valueTypes() {
        return Stream.of(v4, v6)
                .filter(field -> field != null)
                .flatMap(field -> field.valueTypes().stream())
                .distinct()
                .toList();
    }

    /**
     * {@return traffic of one address}
     *
     * @param address of the IP version of the filter's layer
     * @throws IllegalArgumentException if the field is of the other IP version
     */
    public FwpmFilterCondition0 is(InetAddress address) {
        return condition(FwpMatchType.EQUAL, Subnet.single(address).toValue());
    }

    /**
     * {@return traffic of one address, a subnet or a range}
     *
     * @param text as {@link #matching} takes it
     * @throws IllegalArgumentException if it is none, or the field is of the other IP version
     */
    public FwpmFilterCondition0 is(String text) {
        return matching(text);
    }

    /**
     * {@return traffic of all addresses but one}
     *
     * <p>Several of these on one field match everything, because one of them always does. Whether a
     * whole subnet can be left out so is not documented; a range on each side of it is sure.
     *
     * @param address of the IP version of the filter's layer
     * @throws IllegalArgumentException if the field is of the other IP version
     */
    public FwpmFilterCondition0 isNot(InetAddress address) {
        return condition(FwpMatchType.NOT_EQUAL, Subnet.single(address).toValue());
    }

    /**
     * {@return traffic of a range of addresses, both ends included}
     *
     * @param first the first address
     * @param last the last address, not before the first
     * @throws IllegalArgumentException if the ends are of different IP versions or the field of
     *     another one, or the last comes before the first
     */
    public FwpmFilterCondition0 isBetween(InetAddress first, InetAddress last) {
        FwpValue0 low = end(first);
        return TypedConditions.between(of(low.type()), low, end(last));
    }

    @Override
    public FwpmFilterCondition0 matching(String text) {
        String trimmed = text.strip();
        int dash = trimmed.indexOf('-');
        if (dash < 0) {
            return condition(FwpMatchType.EQUAL, Subnet.parse(trimmed, key.toString()).toValue());
        }
        return isBetween(
                literal(trimmed.substring(0, dash), text),
                literal(trimmed.substring(dash + 1), text));
    }

    private InetAddress literal(String end, String text) {
        try {
            return Subnet.literal(end.strip(), text, key.toString());
        } catch (IllegalArgumentException e) {
            throw TypedConditions.refused(
                    key,
                    "an address, a subnet such as 10.0.0.0/8, or a range such as"
                            + " 10.0.0.1-10.0.0.9",
                    text,
                    e);
        }
    }

    @Override
    public FwpmFilterCondition0 condition(FwpMatchType match, FwpConditionValue0 value) {
        FwpDataType type =
                value instanceof FwpConditionValue0.Range it
                        ? it.rangeValue().valueLow().type()
                        : value.type();
        return TypedConditions.of(of(type), match, value);
    }

    /** The field at layers of the IP version that a type belongs to, if it has that version. */
    private LayerField of(FwpDataType type) {
        boolean version6 =
                type == FwpDataType.BYTE_ARRAY16_TYPE || type == FwpDataType.V6_ADDR_MASK;
        if (v4 == null || v6 == null) {
            return requireNonNull(v4 == null ? v6 : v4, "a field has an IP version");
        }
        return version6 ? v6 : v4;
    }

    private static FwpValue0 end(InetAddress address) {
        return switch (Subnet.single(address).toValue()) {
            case FwpConditionValue0.Uint32 it -> new FwpValue0.Uint32(it.uint32());
            case FwpConditionValue0.ByteArray16 it ->
                    new FwpValue0.ByteArray16(new FwpByteArray16(it.byteArray16().byteArray16()));
            default -> throw new AssertionError("a single address is no subnet");
        };
    }
}

package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;

import java.util.List;

/**
 * The fields that are unsigned numbers of 8, 16, 32 or 64 bits: protocols, ports, types, indexes,
 * flags, interfaces.
 *
 * <p>Ports are in host byte order. A field of 64 bits takes all of a {@code long}, as unsigned.
 *
 * <p>{@link #matching} takes a number, decimal or hexadecimal as {@code 0x1f}; a range, as {@code
 * 1024-2047}; and, where the numbers have names, one of them, such as {@code TCP}, {@code INBOUND}
 * or {@code ETHERNET_CSMACD}. Case does not matter.
 *
 * <p>No observed Windows has {@code ALE_REAUTH_REASON} and {@code NET_EVENT_TYPE} at a layer: the
 * former is documented there, the latter is for templates of net events.
 */
@SuppressWarnings("ImmutableEnumChecker") // keys and fields of layers are immutable records
public enum NumberField implements ConditionField {
    ALE_NAP_CONTEXT(FwpmConditions.ALE_NAP_CONTEXT, FwpDataType.UINT32),
    ALE_PROMISCUOUS_MODE(
            FwpmConditions.ALE_PROMISCUOUS_MODE,
            FwpDataType.UINT32,
            NamedNumbers.PROMISCUOUS_MODES),
    ALE_REAUTH_REASON(
            FwpmConditions.ALE_REAUTH_REASON, FwpDataType.UINT32, NamedNumbers.REAUTHORIZE_REASONS),
    ALE_SIO_FIREWALL_SYSTEM_PORT(
            FwpmConditions.ALE_SIO_FIREWALL_SYSTEM_PORT,
            FwpDataType.UINT32,
            NamedNumbers.SOCKET_PROPERTIES),
    ARRIVAL_INTERFACE_INDEX(FwpmConditions.ARRIVAL_INTERFACE_INDEX, FwpDataType.UINT32),
    ARRIVAL_INTERFACE_PROFILE_ID(FwpmConditions.ARRIVAL_INTERFACE_PROFILE_ID, FwpDataType.UINT32),
    ARRIVAL_INTERFACE_TYPE(
            FwpmConditions.ARRIVAL_INTERFACE_TYPE,
            FwpDataType.UINT32,
            NamedNumbers.INTERFACE_TYPES),
    ARRIVAL_TUNNEL_TYPE(
            FwpmConditions.ARRIVAL_TUNNEL_TYPE, FwpDataType.UINT32, NamedNumbers.TUNNEL_TYPES),
    AUTHENTICATION_TYPE(
            FwpmConditions.AUTHENTICATION_TYPE,
            FwpDataType.UINT32,
            NamedNumbers.AUTHENTICATION_METHODS),
    CLIENT_CERT_KEY_LENGTH(FwpmConditions.CLIENT_CERT_KEY_LENGTH, FwpDataType.UINT32),
    COMPARTMENT_ID(FwpmConditions.COMPARTMENT_ID, FwpDataType.UINT32),
    CURRENT_PROFILE_ID(FwpmConditions.CURRENT_PROFILE_ID, FwpDataType.UINT32),
    DESTINATION_INTERFACE_INDEX(FwpmConditions.DESTINATION_INTERFACE_INDEX, FwpDataType.UINT32),
    DESTINATION_SUB_INTERFACE_INDEX(
            FwpmConditions.DESTINATION_SUB_INTERFACE_INDEX, FwpDataType.UINT32),
    DIRECTION(FwpmConditions.DIRECTION, FwpDataType.UINT32, NamedNumbers.DIRECTIONS),
    EMBEDDED_LOCAL_ADDRESS_TYPE(
            FwpmConditions.EMBEDDED_LOCAL_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.ADDRESS_TYPES),
    EMBEDDED_LOCAL_PORT(FwpmConditions.EMBEDDED_LOCAL_PORT, FwpDataType.UINT16),
    EMBEDDED_PROTOCOL(FwpmConditions.EMBEDDED_PROTOCOL, FwpDataType.UINT8, NamedNumbers.PROTOCOLS),
    EMBEDDED_REMOTE_PORT(FwpmConditions.EMBEDDED_REMOTE_PORT, FwpDataType.UINT16),
    ETHER_TYPE(FwpmConditions.ETHER_TYPE, FwpDataType.UINT16),
    FLAGS(FwpmConditions.FLAGS, FwpDataType.UINT32, NamedNumbers.CONDITION_FLAGS),
    ICMP_CODE(FwpmConditions.ICMP_CODE, FwpDataType.UINT16),
    ICMP_TYPE(FwpmConditions.ICMP_TYPE, FwpDataType.UINT16),
    INTERFACE_INDEX(FwpmConditions.INTERFACE_INDEX, FwpDataType.UINT32),
    INTERFACE_QUARANTINE_EPOCH(FwpmConditions.INTERFACE_QUARANTINE_EPOCH, FwpDataType.UINT64),
    INTERFACE_TYPE(FwpmConditions.INTERFACE_TYPE, FwpDataType.UINT32, NamedNumbers.INTERFACE_TYPES),
    IP_ARRIVAL_INTERFACE(FwpmConditions.IP_ARRIVAL_INTERFACE, FwpDataType.UINT64),
    IP_DESTINATION_ADDRESS_TYPE(
            FwpmConditions.IP_DESTINATION_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.ADDRESS_TYPES),
    IP_DESTINATION_PORT(FwpmConditions.IP_DESTINATION_PORT, FwpDataType.UINT16),
    IP_FORWARD_INTERFACE(FwpmConditions.IP_FORWARD_INTERFACE, FwpDataType.UINT64),
    IP_LOCAL_ADDRESS_TYPE(
            FwpmConditions.IP_LOCAL_ADDRESS_TYPE, FwpDataType.UINT8, NamedNumbers.ADDRESS_TYPES),
    IP_LOCAL_INTERFACE(FwpmConditions.IP_LOCAL_INTERFACE, FwpDataType.UINT64),
    IP_LOCAL_PORT(FwpmConditions.IP_LOCAL_PORT, FwpDataType.UINT16),
    IP_NEXTHOP_INTERFACE(FwpmConditions.IP_NEXTHOP_INTERFACE, FwpDataType.UINT64),
    IP_PHYSICAL_ARRIVAL_INTERFACE(FwpmConditions.IP_PHYSICAL_ARRIVAL_INTERFACE, FwpDataType.UINT64),
    IP_PHYSICAL_NEXTHOP_INTERFACE(FwpmConditions.IP_PHYSICAL_NEXTHOP_INTERFACE, FwpDataType.UINT64),
    IP_PROTOCOL(FwpmConditions.IP_PROTOCOL, FwpDataType.UINT8, NamedNumbers.PROTOCOLS),
    IP_REMOTE_PORT(FwpmConditions.IP_REMOTE_PORT, FwpDataType.UINT16),
    IP_SOURCE_PORT(FwpmConditions.IP_SOURCE_PORT, FwpDataType.UINT16),
    KM_AUTH_NAP_CONTEXT(FwpmConditions.KM_AUTH_NAP_CONTEXT, FwpDataType.UINT32),
    KM_MODE(FwpmConditions.KM_MODE, FwpDataType.UINT32, NamedNumbers.TOKEN_MODES),
    KM_TYPE(FwpmConditions.KM_TYPE, FwpDataType.UINT32, NamedNumbers.KEYING_MODULES),
    L2_FLAGS(FwpmConditions.L2_FLAGS, FwpDataType.UINT32, NamedNumbers.LINK_FLAGS),
    LOCAL_INTERFACE_PROFILE_ID(FwpmConditions.LOCAL_INTERFACE_PROFILE_ID, FwpDataType.UINT32),
    MAC_DESTINATION_ADDRESS_TYPE(
            FwpmConditions.MAC_DESTINATION_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.LINK_ADDRESS_TYPES),
    MAC_LOCAL_ADDRESS_TYPE(
            FwpmConditions.MAC_LOCAL_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.LINK_ADDRESS_TYPES),
    MAC_REMOTE_ADDRESS_TYPE(
            FwpmConditions.MAC_REMOTE_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.LINK_ADDRESS_TYPES),
    MAC_SOURCE_ADDRESS_TYPE(
            FwpmConditions.MAC_SOURCE_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.LINK_ADDRESS_TYPES),
    NDIS_MEDIA_TYPE(FwpmConditions.NDIS_MEDIA_TYPE, FwpDataType.UINT32),
    NDIS_PHYSICAL_MEDIA_TYPE(FwpmConditions.NDIS_PHYSICAL_MEDIA_TYPE, FwpDataType.UINT32),
    NDIS_PORT(FwpmConditions.NDIS_PORT, FwpDataType.UINT32),
    NET_EVENT_TYPE(FwpmConditions.NET_EVENT_TYPE, FwpDataType.UINT32, NamedNumbers.EVENT_TYPES),
    NEXTHOP_INTERFACE_INDEX(FwpmConditions.NEXTHOP_INTERFACE_INDEX, FwpDataType.UINT32),
    NEXTHOP_INTERFACE_PROFILE_ID(FwpmConditions.NEXTHOP_INTERFACE_PROFILE_ID, FwpDataType.UINT32),
    NEXTHOP_INTERFACE_TYPE(
            FwpmConditions.NEXTHOP_INTERFACE_TYPE,
            FwpDataType.UINT32,
            NamedNumbers.INTERFACE_TYPES),
    NEXTHOP_SUB_INTERFACE_INDEX(FwpmConditions.NEXTHOP_SUB_INTERFACE_INDEX, FwpDataType.UINT32),
    NEXTHOP_TUNNEL_TYPE(
            FwpmConditions.NEXTHOP_TUNNEL_TYPE, FwpDataType.UINT32, NamedNumbers.TUNNEL_TYPES),
    ORIGINAL_ICMP_TYPE(FwpmConditions.ORIGINAL_ICMP_TYPE, FwpDataType.UINT16),
    ORIGINAL_PROFILE_ID(FwpmConditions.ORIGINAL_PROFILE_ID, FwpDataType.UINT32),
    QM_MODE(FwpmConditions.QM_MODE, FwpDataType.UINT32, NamedNumbers.TRAFFIC_TYPES),
    REAUTHORIZE_REASON(
            FwpmConditions.REAUTHORIZE_REASON,
            FwpDataType.UINT32,
            NamedNumbers.REAUTHORIZE_REASONS),
    RPC_AUTH_LEVEL(
            FwpmConditions.RPC_AUTH_LEVEL, FwpDataType.UINT8, NamedNumbers.AUTHENTICATION_LEVELS),
    RPC_AUTH_TYPE(
            FwpmConditions.RPC_AUTH_TYPE, FwpDataType.UINT8, NamedNumbers.AUTHENTICATION_SERVICES),
    RPC_EP_FLAGS(FwpmConditions.RPC_EP_FLAGS, FwpDataType.UINT32),
    RPC_IF_FLAG(FwpmConditions.RPC_IF_FLAG, FwpDataType.UINT32),
    RPC_IF_VERSION(FwpmConditions.RPC_IF_VERSION, FwpDataType.UINT16),
    RPC_OPNUM(FwpmConditions.RPC_OPNUM, FwpDataType.UINT16),
    RPC_PROTOCOL(FwpmConditions.RPC_PROTOCOL, FwpDataType.UINT8),
    RPC_SERVER_PORT(FwpmConditions.RPC_SERVER_PORT, FwpDataType.UINT16),
    SEC_ENCRYPT_ALGORITHM(FwpmConditions.SEC_ENCRYPT_ALGORITHM, FwpDataType.UINT32),
    SEC_KEY_SIZE(FwpmConditions.SEC_KEY_SIZE, FwpDataType.UINT32),
    SOURCE_INTERFACE_INDEX(FwpmConditions.SOURCE_INTERFACE_INDEX, FwpDataType.UINT32),
    SOURCE_SUB_INTERFACE_INDEX(FwpmConditions.SOURCE_SUB_INTERFACE_INDEX, FwpDataType.UINT32),
    SUB_INTERFACE_INDEX(FwpmConditions.SUB_INTERFACE_INDEX, FwpDataType.UINT32),
    TUNNEL_TYPE(FwpmConditions.TUNNEL_TYPE, FwpDataType.UINT32, NamedNumbers.TUNNEL_TYPES),
    VLAN_ID(FwpmConditions.VLAN_ID, FwpDataType.UINT16),
    VSWITCH_DESTINATION_INTERFACE_TYPE(
            FwpmConditions.VSWITCH_DESTINATION_INTERFACE_TYPE, FwpDataType.UINT8),
    VSWITCH_ICMP_CODE(FwpmConditions.VSWITCH_ICMP_CODE, FwpDataType.UINT16),
    VSWITCH_ICMP_TYPE(FwpmConditions.VSWITCH_ICMP_TYPE, FwpDataType.UINT16),
    VSWITCH_NETWORK_TYPE(
            FwpmConditions.VSWITCH_NETWORK_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.SWITCH_NETWORK_TYPES),
    VSWITCH_SOURCE_INTERFACE_TYPE(FwpmConditions.VSWITCH_SOURCE_INTERFACE_TYPE, FwpDataType.UINT8),
    VSWITCH_TENANT_NETWORK_ID(FwpmConditions.VSWITCH_TENANT_NETWORK_ID, FwpDataType.UINT32);

    private final LayerField field;
    private final NamedNumbers names;

    NumberField(ConditionKey key, FwpDataType type) {
        this(key, type, NamedNumbers.NONE);
    }

    NumberField(ConditionKey key, FwpDataType type, NamedNumbers names) {
        this.field = TypedConditions.field(key, type);
        this.names = names;
    }

    @Override
    public ConditionKey key() {
        return field.key();
    }

    @Override
    public List<FwpDataType> valueTypes() {
        return field.valueTypes();
    }

    /**
     * {@return traffic of one number}
     *
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 is(long number) {
        return compared(FwpMatchType.EQUAL, number);
    }

    /**
     * {@return traffic of a number with a name}
     *
     * @param text as {@link #matching} takes it
     * @throws IllegalArgumentException if it is none
     */
    public FwpmFilterCondition0 is(String text) {
        return matching(text);
    }

    /**
     * {@return traffic of all numbers but one}
     *
     * <p>Several of these on one field match everything, because one of them always does.
     *
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isNot(long number) {
        return compared(FwpMatchType.NOT_EQUAL, number);
    }

    /**
     * {@return traffic of greater numbers}
     *
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isAbove(long number) {
        return compared(FwpMatchType.GREATER, number);
    }

    /**
     * {@return traffic of that number and greater ones}
     *
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isAtLeast(long number) {
        return compared(FwpMatchType.GREATER_OR_EQUAL, number);
    }

    /**
     * {@return traffic of smaller numbers}
     *
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isBelow(long number) {
        return compared(FwpMatchType.LESS, number);
    }

    /**
     * {@return traffic of that number and smaller ones}
     *
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isAtMost(long number) {
        return compared(FwpMatchType.LESS_OR_EQUAL, number);
    }

    /**
     * {@return traffic of a range of numbers, both ends included}
     *
     * @throws IllegalArgumentException if a number has more bits than the field, or the last is
     *     below the first
     */
    public FwpmFilterCondition0 isBetween(long first, long last) {
        return TypedConditions.between(field, end(first), end(last));
    }

    /**
     * {@return traffic that has all of some bits}
     *
     * @throws IllegalArgumentException if the field has fewer bits
     */
    public FwpmFilterCondition0 hasAll(long bits) {
        return compared(FwpMatchType.FLAGS_ALL_SET, bits);
    }

    /**
     * {@return traffic that has some of some bits}
     *
     * @throws IllegalArgumentException if the field has fewer bits
     */
    public FwpmFilterCondition0 hasAny(long bits) {
        return compared(FwpMatchType.FLAGS_ANY_SET, bits);
    }

    /**
     * {@return traffic that has none of some bits}
     *
     * @throws IllegalArgumentException if the field has fewer bits
     */
    public FwpmFilterCondition0 hasNone(long bits) {
        return compared(FwpMatchType.FLAGS_NONE_SET, bits);
    }

    @Override
    public FwpmFilterCondition0 matching(String text) {
        String trimmed = text.strip();
        Long named = names.find(trimmed);
        if (named != null) {
            return is(named);
        }
        int dash = trimmed.indexOf('-');
        if (dash < 0) {
            return is(number(trimmed, text));
        }
        long first = number(trimmed.substring(0, dash).strip(), text);
        return isBetween(first, number(trimmed.substring(dash + 1).strip(), text));
    }

    @Override
    public FwpmFilterCondition0 condition(FwpMatchType match, FwpConditionValue0 value) {
        return TypedConditions.of(field, match, value);
    }

    private long number(String digits, String text) {
        boolean hexadecimal = digits.startsWith("0x") || digits.startsWith("0X");
        try {
            return hexadecimal
                    ? Long.parseUnsignedLong(digits.substring(2), 16)
                    : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            throw TypedConditions.refused(key(), takes(text), text, e);
        }
    }

    private String takes(String text) {
        String numbers = "a number in 0.." + Long.toUnsignedString(greatest()) + " or a range";
        return names == NamedNumbers.NONE
                ? numbers
                : numbers
                        + " such as 1-2, or a name such as "
                        + String.join(", ", NearestNames.of(text, names.byName().keySet()));
    }

    private FwpmFilterCondition0 compared(FwpMatchType match, long number) {
        require(number);
        return TypedConditions.of(
                field,
                match,
                switch (field.dataType()) {
                    case UINT8 -> new FwpConditionValue0.Uint8((int) number);
                    case UINT16 -> new FwpConditionValue0.Uint16((int) number);
                    case UINT32 -> new FwpConditionValue0.Uint32(number);
                    default -> new FwpConditionValue0.Uint64(number);
                });
    }

    private FwpValue0 end(long number) {
        require(number);
        return switch (field.dataType()) {
            case UINT8 -> new FwpValue0.Uint8((int) number);
            case UINT16 -> new FwpValue0.Uint16((int) number);
            case UINT32 -> new FwpValue0.Uint32(number);
            default -> new FwpValue0.Uint64(number);
        };
    }

    private void require(long number) {
        if (Long.compareUnsigned(number, greatest()) > 0) {
            throw TypedConditions.refused(
                    key(),
                    "a number in 0.." + Long.toUnsignedString(greatest()),
                    Long.toString(number),
                    null);
        }
    }

    private long greatest() {
        return switch (field.dataType()) {
            case UINT8 -> 0xFF;
            case UINT16 -> 0xFFFF;
            case UINT32 -> 0xFFFF_FFFFL;
            default -> -1;
        };
    }
}

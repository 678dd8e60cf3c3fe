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
    /** Reserved for Windows' own use, {@code FWPM_CONDITION_ALE_NAP_CONTEXT}. */
    ALE_NAP_CONTEXT(FwpmConditions.ALE_NAP_CONTEXT, FwpDataType.UINT32),

    /**
     * The mode in which a raw socket is to receive all packets, {@code
     * FWPM_CONDITION_ALE_PROMISCUOUS_MODE}; see {@link io.github.wfp4j.win32.SioRcvall}.
     */
    ALE_PROMISCUOUS_MODE(
            FwpmConditions.ALE_PROMISCUOUS_MODE,
            FwpDataType.UINT32,
            NamedNumbers.PROMISCUOUS_MODES),

    /**
     * Why a connection is authorized again, {@code FWPM_CONDITION_ALE_REAUTH_REASON}; see {@link
     * io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags}.
     */
    ALE_REAUTH_REASON(
            FwpmConditions.ALE_REAUTH_REASON, FwpDataType.UINT32, NamedNumbers.REAUTHORIZE_REASONS),

    /**
     * Reserved for Windows' own use, {@code FWPM_CONDITION_ALE_SIO_FIREWALL_SYSTEM_PORT}; see
     * {@link io.github.wfp4j.fwp.FwpConditionSocketPropertyFlags}.
     */
    ALE_SIO_FIREWALL_SYSTEM_PORT(
            FwpmConditions.ALE_SIO_FIREWALL_SYSTEM_PORT,
            FwpDataType.UINT32,
            NamedNumbers.SOCKET_PROPERTIES),

    /** The index of the interface of arrival, {@code FWPM_CONDITION_ARRIVAL_INTERFACE_INDEX}. */
    ARRIVAL_INTERFACE_INDEX(FwpmConditions.ARRIVAL_INTERFACE_INDEX, FwpDataType.UINT32),

    /**
     * The category of the network of the interface of arrival, {@code
     * FWPM_CONDITION_ARRIVAL_INTERFACE_PROFILE_ID}.
     */
    ARRIVAL_INTERFACE_PROFILE_ID(FwpmConditions.ARRIVAL_INTERFACE_PROFILE_ID, FwpDataType.UINT32),

    /**
     * The type of the interface of arrival, {@code FWPM_CONDITION_ARRIVAL_INTERFACE_TYPE}; see
     * {@link io.github.wfp4j.win32.IfType}.
     */
    ARRIVAL_INTERFACE_TYPE(
            FwpmConditions.ARRIVAL_INTERFACE_TYPE,
            FwpDataType.UINT32,
            NamedNumbers.INTERFACE_TYPES),

    /**
     * The encapsulation of the tunnel that is the interface of arrival, {@code
     * FWPM_CONDITION_ARRIVAL_TUNNEL_TYPE}; see {@link io.github.wfp4j.win32.TunnelType}.
     */
    ARRIVAL_TUNNEL_TYPE(
            FwpmConditions.ARRIVAL_TUNNEL_TYPE, FwpDataType.UINT32, NamedNumbers.TUNNEL_TYPES),

    /**
     * The method by which a security association is authenticated, {@code
     * FWPM_CONDITION_AUTHENTICATION_TYPE}; see {@link
     * io.github.wfp4j.ikeext.IkeextAuthenticationMethodType}.
     */
    AUTHENTICATION_TYPE(
            FwpmConditions.AUTHENTICATION_TYPE,
            FwpDataType.UINT32,
            NamedNumbers.AUTHENTICATION_METHODS),

    /**
     * The length of the key in the client's certificate, {@code
     * FWPM_CONDITION_CLIENT_CERT_KEY_LENGTH}.
     */
    CLIENT_CERT_KEY_LENGTH(FwpmConditions.CLIENT_CERT_KEY_LENGTH, FwpDataType.UINT32),

    /** C: {@code FWPM_CONDITION_COMPARTMENT_ID}. */
    COMPARTMENT_ID(FwpmConditions.COMPARTMENT_ID, FwpDataType.UINT32),

    /**
     * The category of the network that the current packet comes from or goes to, {@code
     * FWPM_CONDITION_CURRENT_PROFILE_ID}.
     */
    CURRENT_PROFILE_ID(FwpmConditions.CURRENT_PROFILE_ID, FwpDataType.UINT32),

    /**
     * The index of the interface that is the destination of a forwarded packet, {@code
     * FWPM_CONDITION_DESTINATION_INTERFACE_INDEX}.
     */
    DESTINATION_INTERFACE_INDEX(FwpmConditions.DESTINATION_INTERFACE_INDEX, FwpDataType.UINT32),

    /**
     * The index of the logical interface that is the destination of a forwarded packet, {@code
     * FWPM_CONDITION_DESTINATION_SUB_INTERFACE_INDEX}.
     */
    DESTINATION_SUB_INTERFACE_INDEX(
            FwpmConditions.DESTINATION_SUB_INTERFACE_INDEX, FwpDataType.UINT32),

    /**
     * The direction of the packet, or at layers of streams and of established flows of the
     * connection, {@code FWPM_CONDITION_DIRECTION}; see {@link io.github.wfp4j.fwp.FwpDirection}.
     */
    DIRECTION(FwpmConditions.DIRECTION, FwpDataType.UINT32, NamedNumbers.DIRECTIONS),

    /**
     * The type of the local address of the packet within an ICMP packet, {@code
     * FWPM_CONDITION_EMBEDDED_LOCAL_ADDRESS_TYPE}; see {@link io.github.wfp4j.win32.NlAddressType}.
     */
    EMBEDDED_LOCAL_ADDRESS_TYPE(
            FwpmConditions.EMBEDDED_LOCAL_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.ADDRESS_TYPES),

    /**
     * The local port of the packet within an ICMP packet, {@code
     * FWPM_CONDITION_EMBEDDED_LOCAL_PORT}.
     */
    EMBEDDED_LOCAL_PORT(FwpmConditions.EMBEDDED_LOCAL_PORT, FwpDataType.UINT16),

    /**
     * The IP protocol of the packet within an ICMP packet, {@code
     * FWPM_CONDITION_EMBEDDED_PROTOCOL}; see {@link io.github.wfp4j.win32.Ipproto}.
     */
    EMBEDDED_PROTOCOL(FwpmConditions.EMBEDDED_PROTOCOL, FwpDataType.UINT8, NamedNumbers.PROTOCOLS),

    /**
     * The remote port of the packet within an ICMP packet, {@code
     * FWPM_CONDITION_EMBEDDED_REMOTE_PORT}.
     */
    EMBEDDED_REMOTE_PORT(FwpmConditions.EMBEDDED_REMOTE_PORT, FwpDataType.UINT16),

    /** What an Ethernet frame carries, {@code FWPM_CONDITION_ETHER_TYPE}. */
    ETHER_TYPE(FwpmConditions.ETHER_TYPE, FwpDataType.UINT16),

    /**
     * Properties of the traffic, {@code FWPM_CONDITION_FLAGS}; see {@link
     * io.github.wfp4j.fwp.FwpConditionFlags}.
     */
    FLAGS(FwpmConditions.FLAGS, FwpDataType.UINT32, NamedNumbers.CONDITION_FLAGS),

    /**
     * The code of an ICMP message; the same field as {@link #IP_REMOTE_PORT}. C: {@code
     * FWPM_CONDITION_ICMP_CODE}.
     */
    ICMP_CODE(FwpmConditions.ICMP_CODE, FwpDataType.UINT16),

    /**
     * The type of an ICMP message; the same field as {@link #IP_LOCAL_PORT}. C: {@code
     * FWPM_CONDITION_ICMP_TYPE}.
     */
    ICMP_TYPE(FwpmConditions.ICMP_TYPE, FwpDataType.UINT16),

    /** The index of the local interface, {@code FWPM_CONDITION_INTERFACE_INDEX}. */
    INTERFACE_INDEX(FwpmConditions.INTERFACE_INDEX, FwpDataType.UINT32),

    /**
     * The epoch of an interface, reserved for Windows' own use, {@code
     * FWPM_CONDITION_INTERFACE_QUARANTINE_EPOCH}.
     */
    INTERFACE_QUARANTINE_EPOCH(FwpmConditions.INTERFACE_QUARANTINE_EPOCH, FwpDataType.UINT64),

    /**
     * The type of the local interface, {@code FWPM_CONDITION_INTERFACE_TYPE}; see {@link
     * io.github.wfp4j.win32.IfType}.
     */
    INTERFACE_TYPE(FwpmConditions.INTERFACE_TYPE, FwpDataType.UINT32, NamedNumbers.INTERFACE_TYPES),

    /** The LUID of the interface of arrival, {@code FWPM_CONDITION_IP_ARRIVAL_INTERFACE}. */
    IP_ARRIVAL_INTERFACE(FwpmConditions.IP_ARRIVAL_INTERFACE, FwpDataType.UINT64),

    /**
     * The type of the destination address, {@code FWPM_CONDITION_IP_DESTINATION_ADDRESS_TYPE}; see
     * {@link io.github.wfp4j.win32.NlAddressType}.
     */
    IP_DESTINATION_ADDRESS_TYPE(
            FwpmConditions.IP_DESTINATION_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.ADDRESS_TYPES),

    /**
     * The destination port, where packets pass a virtual switch, {@code
     * FWPM_CONDITION_IP_DESTINATION_PORT}.
     */
    IP_DESTINATION_PORT(FwpmConditions.IP_DESTINATION_PORT, FwpDataType.UINT16),

    /**
     * The LUID of the interface on which a forwarded packet goes out, {@code
     * FWPM_CONDITION_IP_FORWARD_INTERFACE}.
     */
    IP_FORWARD_INTERFACE(FwpmConditions.IP_FORWARD_INTERFACE, FwpDataType.UINT64),

    /**
     * The type of the local address, {@code FWPM_CONDITION_IP_LOCAL_ADDRESS_TYPE}; see {@link
     * io.github.wfp4j.win32.NlAddressType}.
     */
    IP_LOCAL_ADDRESS_TYPE(
            FwpmConditions.IP_LOCAL_ADDRESS_TYPE, FwpDataType.UINT8, NamedNumbers.ADDRESS_TYPES),

    /**
     * The LUID of the interface of the local address, {@code FWPM_CONDITION_IP_LOCAL_INTERFACE}.
     */
    IP_LOCAL_INTERFACE(FwpmConditions.IP_LOCAL_INTERFACE, FwpDataType.UINT64),

    /** The local port, {@code FWPM_CONDITION_IP_LOCAL_PORT}. */
    IP_LOCAL_PORT(FwpmConditions.IP_LOCAL_PORT, FwpDataType.UINT16),

    /**
     * The interface of the next hop, on which the packet departs, {@code
     * FWPM_CONDITION_IP_NEXTHOP_INTERFACE}.
     */
    IP_NEXTHOP_INTERFACE(FwpmConditions.IP_NEXTHOP_INTERFACE, FwpDataType.UINT64),

    /**
     * The LUID of the physical interface of arrival, {@code
     * FWPM_CONDITION_IP_PHYSICAL_ARRIVAL_INTERFACE}.
     */
    IP_PHYSICAL_ARRIVAL_INTERFACE(FwpmConditions.IP_PHYSICAL_ARRIVAL_INTERFACE, FwpDataType.UINT64),

    /**
     * The LUID of the physical interface of the next hop, {@code
     * FWPM_CONDITION_IP_PHYSICAL_NEXTHOP_INTERFACE}.
     */
    IP_PHYSICAL_NEXTHOP_INTERFACE(FwpmConditions.IP_PHYSICAL_NEXTHOP_INTERFACE, FwpDataType.UINT64),

    /**
     * The IP protocol, {@code FWPM_CONDITION_IP_PROTOCOL}; see {@link
     * io.github.wfp4j.win32.Ipproto}.
     */
    IP_PROTOCOL(FwpmConditions.IP_PROTOCOL, FwpDataType.UINT8, NamedNumbers.PROTOCOLS),

    /** The remote port, {@code FWPM_CONDITION_IP_REMOTE_PORT}. */
    IP_REMOTE_PORT(FwpmConditions.IP_REMOTE_PORT, FwpDataType.UINT16),

    /**
     * The source port, where packets pass a virtual switch, {@code FWPM_CONDITION_IP_SOURCE_PORT}.
     */
    IP_SOURCE_PORT(FwpmConditions.IP_SOURCE_PORT, FwpDataType.UINT16),

    /** Reserved for Windows' own use, {@code FWPM_CONDITION_KM_AUTH_NAP_CONTEXT}. */
    KM_AUTH_NAP_CONTEXT(FwpmConditions.KM_AUTH_NAP_CONTEXT, FwpDataType.UINT32),

    /**
     * The mode of IPsec in which a token can be obtained, {@code FWPM_CONDITION_KM_MODE}; see
     * {@link io.github.wfp4j.ipsec.IpsecTokenMode}.
     */
    KM_MODE(FwpmConditions.KM_MODE, FwpDataType.UINT32, NamedNumbers.TOKEN_MODES),

    /**
     * The keying module, {@code FWPM_CONDITION_KM_TYPE}; see {@link
     * io.github.wfp4j.ikeext.IkeextKeyModuleType}.
     */
    KM_TYPE(FwpmConditions.KM_TYPE, FwpDataType.UINT32, NamedNumbers.KEYING_MODULES),

    /**
     * Properties of the link, {@code FWPM_CONDITION_L2_FLAGS}; see {@link
     * io.github.wfp4j.fwp.FwpConditionL2Flags}.
     */
    L2_FLAGS(FwpmConditions.L2_FLAGS, FwpDataType.UINT32, NamedNumbers.LINK_FLAGS),

    /**
     * The category of the network of the interface that delivers, {@code
     * FWPM_CONDITION_LOCAL_INTERFACE_PROFILE_ID}.
     */
    LOCAL_INTERFACE_PROFILE_ID(FwpmConditions.LOCAL_INTERFACE_PROFILE_ID, FwpDataType.UINT32),

    /**
     * The type of the destination address of a frame, {@code
     * FWPM_CONDITION_MAC_DESTINATION_ADDRESS_TYPE}; see {@link
     * io.github.wfp4j.win32.DlAddressType}.
     */
    MAC_DESTINATION_ADDRESS_TYPE(
            FwpmConditions.MAC_DESTINATION_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.LINK_ADDRESS_TYPES),

    /**
     * The type of the local hardware address, {@code FWPM_CONDITION_MAC_LOCAL_ADDRESS_TYPE}; see
     * {@link io.github.wfp4j.win32.DlAddressType}.
     */
    MAC_LOCAL_ADDRESS_TYPE(
            FwpmConditions.MAC_LOCAL_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.LINK_ADDRESS_TYPES),

    /**
     * The type of the remote hardware address, {@code FWPM_CONDITION_MAC_REMOTE_ADDRESS_TYPE}; see
     * {@link io.github.wfp4j.win32.DlAddressType}.
     */
    MAC_REMOTE_ADDRESS_TYPE(
            FwpmConditions.MAC_REMOTE_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.LINK_ADDRESS_TYPES),

    /**
     * The type of the source address of a frame, {@code FWPM_CONDITION_MAC_SOURCE_ADDRESS_TYPE};
     * see {@link io.github.wfp4j.win32.DlAddressType}.
     */
    MAC_SOURCE_ADDRESS_TYPE(
            FwpmConditions.MAC_SOURCE_ADDRESS_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.LINK_ADDRESS_TYPES),

    /**
     * The medium of the NDIS port, an {@code NDIS_MEDIUM}, {@code FWPM_CONDITION_NDIS_MEDIA_TYPE}.
     */
    NDIS_MEDIA_TYPE(FwpmConditions.NDIS_MEDIA_TYPE, FwpDataType.UINT32),

    /**
     * The physical medium of the NDIS port, an {@code NDIS_PHYSICAL_MEDIUM}, {@code
     * FWPM_CONDITION_NDIS_PHYSICAL_MEDIA_TYPE}.
     */
    NDIS_PHYSICAL_MEDIA_TYPE(FwpmConditions.NDIS_PHYSICAL_MEDIA_TYPE, FwpDataType.UINT32),

    /** The number of the NDIS port, {@code FWPM_CONDITION_NDIS_PORT}. */
    NDIS_PORT(FwpmConditions.NDIS_PORT, FwpDataType.UINT32),

    /**
     * The type of a net event, {@code FWPM_CONDITION_NET_EVENT_TYPE}; see {@link
     * io.github.wfp4j.fwpm.FwpmNetEventType}.
     */
    NET_EVENT_TYPE(FwpmConditions.NET_EVENT_TYPE, FwpDataType.UINT32, NamedNumbers.EVENT_TYPES),

    /**
     * The index of the interface of the next hop, {@code FWPM_CONDITION_NEXTHOP_INTERFACE_INDEX}.
     */
    NEXTHOP_INTERFACE_INDEX(FwpmConditions.NEXTHOP_INTERFACE_INDEX, FwpDataType.UINT32),

    /**
     * The category of the network of the interface of the next hop, {@code
     * FWPM_CONDITION_NEXTHOP_INTERFACE_PROFILE_ID}.
     */
    NEXTHOP_INTERFACE_PROFILE_ID(FwpmConditions.NEXTHOP_INTERFACE_PROFILE_ID, FwpDataType.UINT32),

    /**
     * The type of the interface of the next hop, {@code FWPM_CONDITION_NEXTHOP_INTERFACE_TYPE}; see
     * {@link io.github.wfp4j.win32.IfType}.
     */
    NEXTHOP_INTERFACE_TYPE(
            FwpmConditions.NEXTHOP_INTERFACE_TYPE,
            FwpDataType.UINT32,
            NamedNumbers.INTERFACE_TYPES),

    /**
     * The index of the logical interface of the next hop, {@code
     * FWPM_CONDITION_NEXTHOP_SUB_INTERFACE_INDEX}.
     */
    NEXTHOP_SUB_INTERFACE_INDEX(FwpmConditions.NEXTHOP_SUB_INTERFACE_INDEX, FwpDataType.UINT32),

    /**
     * The encapsulation of the tunnel that is the interface of the next hop, {@code
     * FWPM_CONDITION_NEXTHOP_TUNNEL_TYPE}; see {@link io.github.wfp4j.win32.TunnelType}.
     */
    NEXTHOP_TUNNEL_TYPE(
            FwpmConditions.NEXTHOP_TUNNEL_TYPE, FwpDataType.UINT32, NamedNumbers.TUNNEL_TYPES),

    /** The ICMP type with which the flow began, {@code FWPM_CONDITION_ORIGINAL_ICMP_TYPE}. */
    ORIGINAL_ICMP_TYPE(FwpmConditions.ORIGINAL_ICMP_TYPE, FwpDataType.UINT16),

    /**
     * The category of the network over which the connection began, {@code
     * FWPM_CONDITION_ORIGINAL_PROFILE_ID}.
     */
    ORIGINAL_PROFILE_ID(FwpmConditions.ORIGINAL_PROFILE_ID, FwpDataType.UINT32),

    /**
     * The mode of the quick mode filter, {@code FWPM_CONDITION_QM_MODE}; see {@link
     * io.github.wfp4j.ipsec.IpsecTrafficType}.
     */
    QM_MODE(FwpmConditions.QM_MODE, FwpDataType.UINT32, NamedNumbers.TRAFFIC_TYPES),

    /**
     * Why a connection is authorized again, {@code FWPM_CONDITION_REAUTHORIZE_REASON}; see {@link
     * io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags}.
     */
    REAUTHORIZE_REASON(
            FwpmConditions.REAUTHORIZE_REASON,
            FwpDataType.UINT32,
            NamedNumbers.REAUTHORIZE_REASONS),

    /**
     * The level of authentication of a remote procedure call, {@code
     * FWPM_CONDITION_RPC_AUTH_LEVEL}; see {@link io.github.wfp4j.win32.RpcCAuthnLevel}.
     */
    RPC_AUTH_LEVEL(
            FwpmConditions.RPC_AUTH_LEVEL, FwpDataType.UINT8, NamedNumbers.AUTHENTICATION_LEVELS),

    /**
     * The authentication service of a remote procedure call, {@code FWPM_CONDITION_RPC_AUTH_TYPE};
     * see {@link io.github.wfp4j.win32.RpcCAuthn}.
     */
    RPC_AUTH_TYPE(
            FwpmConditions.RPC_AUTH_TYPE, FwpDataType.UINT8, NamedNumbers.AUTHENTICATION_SERVICES),

    /** Reserved for Windows' own use, {@code FWPM_CONDITION_RPC_EP_FLAGS}. */
    RPC_EP_FLAGS(FwpmConditions.RPC_EP_FLAGS, FwpDataType.UINT32),

    /** Reserved for Windows' own use, {@code FWPM_CONDITION_RPC_IF_FLAG}. */
    RPC_IF_FLAG(FwpmConditions.RPC_IF_FLAG, FwpDataType.UINT32),

    /**
     * The version of the interface of remote procedure calls, {@code
     * FWPM_CONDITION_RPC_IF_VERSION}.
     */
    RPC_IF_VERSION(FwpmConditions.RPC_IF_VERSION, FwpDataType.UINT16),

    /** C: {@code FWPM_CONDITION_RPC_OPNUM}. */
    RPC_OPNUM(FwpmConditions.RPC_OPNUM, FwpDataType.UINT16),

    /**
     * The protocol of remote procedure calls, an {@code RPC_PROTSEQ_*}, {@code
     * FWPM_CONDITION_RPC_PROTOCOL}.
     */
    RPC_PROTOCOL(FwpmConditions.RPC_PROTOCOL, FwpDataType.UINT8),

    /**
     * The port of the server behind the proxy of remote procedure calls, {@code
     * FWPM_CONDITION_RPC_SERVER_PORT}.
     */
    RPC_SERVER_PORT(FwpmConditions.RPC_SERVER_PORT, FwpDataType.UINT16),

    /**
     * The algorithm of encryption that is based on a certificate, {@code
     * FWPM_CONDITION_SEC_ENCRYPT_ALGORITHM}.
     */
    SEC_ENCRYPT_ALGORITHM(FwpmConditions.SEC_ENCRYPT_ALGORITHM, FwpDataType.UINT32),

    /**
     * The size of the key of encryption that is based on a certificate, {@code
     * FWPM_CONDITION_SEC_KEY_SIZE}.
     */
    SEC_KEY_SIZE(FwpmConditions.SEC_KEY_SIZE, FwpDataType.UINT32),

    /**
     * The index of the interface that is the source of a forwarded packet, {@code
     * FWPM_CONDITION_SOURCE_INTERFACE_INDEX}.
     */
    SOURCE_INTERFACE_INDEX(FwpmConditions.SOURCE_INTERFACE_INDEX, FwpDataType.UINT32),

    /**
     * The index of the logical interface that is the source of a forwarded packet, {@code
     * FWPM_CONDITION_SOURCE_SUB_INTERFACE_INDEX}.
     */
    SOURCE_SUB_INTERFACE_INDEX(FwpmConditions.SOURCE_SUB_INTERFACE_INDEX, FwpDataType.UINT32),

    /** The index of the logical interface, {@code FWPM_CONDITION_SUB_INTERFACE_INDEX}. */
    SUB_INTERFACE_INDEX(FwpmConditions.SUB_INTERFACE_INDEX, FwpDataType.UINT32),

    /**
     * The encapsulation of the tunnel that is the local interface, {@code
     * FWPM_CONDITION_TUNNEL_TYPE}; see {@link io.github.wfp4j.win32.TunnelType}.
     */
    TUNNEL_TYPE(FwpmConditions.TUNNEL_TYPE, FwpDataType.UINT32, NamedNumbers.TUNNEL_TYPES),

    /**
     * The 16 bits of the VLAN header: identifier, CFI and priority, {@code FWPM_CONDITION_VLAN_ID}.
     */
    VLAN_ID(FwpmConditions.VLAN_ID, FwpDataType.UINT16),

    /**
     * The type of the network adapter that is the destination of a packet in a virtual switch,
     * {@code FWPM_CONDITION_VSWITCH_DESTINATION_INTERFACE_TYPE}.
     */
    VSWITCH_DESTINATION_INTERFACE_TYPE(
            FwpmConditions.VSWITCH_DESTINATION_INTERFACE_TYPE, FwpDataType.UINT8),

    /**
     * The code of an ICMP message; the same field as {@link #IP_DESTINATION_PORT}. C: {@code
     * FWPM_CONDITION_VSWITCH_ICMP_CODE}.
     */
    VSWITCH_ICMP_CODE(FwpmConditions.VSWITCH_ICMP_CODE, FwpDataType.UINT16),

    /**
     * The type of an ICMP message; the same field as {@link #IP_SOURCE_PORT}. C: {@code
     * FWPM_CONDITION_VSWITCH_ICMP_TYPE}.
     */
    VSWITCH_ICMP_TYPE(FwpmConditions.VSWITCH_ICMP_TYPE, FwpDataType.UINT16),

    /**
     * Whether the network of a virtual switch is external, internal or private, {@code
     * FWPM_CONDITION_VSWITCH_NETWORK_TYPE}; see {@link io.github.wfp4j.fwp.FwpVswitchNetworkType}.
     */
    VSWITCH_NETWORK_TYPE(
            FwpmConditions.VSWITCH_NETWORK_TYPE,
            FwpDataType.UINT8,
            NamedNumbers.SWITCH_NETWORK_TYPES),

    /**
     * The type of the network adapter that is the source of a packet in a virtual switch, {@code
     * FWPM_CONDITION_VSWITCH_SOURCE_INTERFACE_TYPE}.
     */
    VSWITCH_SOURCE_INTERFACE_TYPE(FwpmConditions.VSWITCH_SOURCE_INTERFACE_TYPE, FwpDataType.UINT8),

    /**
     * The network of a virtual switch; not to be combined with {@link #VLAN_ID}. C: {@code
     * FWPM_CONDITION_VSWITCH_TENANT_NETWORK_ID}.
     */
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
     * @param number as unsigned, of at most as many bits as the field
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
     * @param number as unsigned, of at most as many bits as the field
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isNot(long number) {
        return compared(FwpMatchType.NOT_EQUAL, number);
    }

    /**
     * {@return traffic of greater numbers}
     *
     * @param number as unsigned, of at most as many bits as the field
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isAbove(long number) {
        return compared(FwpMatchType.GREATER, number);
    }

    /**
     * {@return traffic of that number and greater ones}
     *
     * @param number as unsigned, of at most as many bits as the field
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isAtLeast(long number) {
        return compared(FwpMatchType.GREATER_OR_EQUAL, number);
    }

    /**
     * {@return traffic of smaller numbers}
     *
     * @param number as unsigned, of at most as many bits as the field
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isBelow(long number) {
        return compared(FwpMatchType.LESS, number);
    }

    /**
     * {@return traffic of that number and smaller ones}
     *
     * @param number as unsigned, of at most as many bits as the field
     * @throws IllegalArgumentException if the number has more bits than the field
     */
    public FwpmFilterCondition0 isAtMost(long number) {
        return compared(FwpMatchType.LESS_OR_EQUAL, number);
    }

    /**
     * {@return traffic of a range of numbers, both ends included}
     *
     * @param first as unsigned, of at most as many bits as the field
     * @param last likewise, not below the first
     * @throws IllegalArgumentException if a number has more bits than the field, or the last is
     *     below the first
     */
    public FwpmFilterCondition0 isBetween(long first, long last) {
        return TypedConditions.between(field, end(first), end(last));
    }

    /**
     * {@return traffic that has all of some bits}
     *
     * @param bits the bits, of which there are at most as many as in the field
     * @throws IllegalArgumentException if the field has fewer bits
     */
    public FwpmFilterCondition0 hasAll(long bits) {
        return compared(FwpMatchType.FLAGS_ALL_SET, bits);
    }

    /**
     * {@return traffic that has some of some bits}
     *
     * @param bits the bits, of which there are at most as many as in the field
     * @throws IllegalArgumentException if the field has fewer bits
     */
    public FwpmFilterCondition0 hasAny(long bits) {
        return compared(FwpMatchType.FLAGS_ANY_SET, bits);
    }

    /**
     * {@return traffic that has none of some bits}
     *
     * @param bits the bits, of which there are at most as many as in the field
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

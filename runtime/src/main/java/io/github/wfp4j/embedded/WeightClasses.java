package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFieldType;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups the fields of a layer into the classes of the automatic weight, and ranks them.
 *
 * <p>Which fields go together and which layers deviate is data: it was read off real filters.
 */
final class WeightClasses {
    private static final ConditionKey PEER_NAME = FwpmConditions.PEER_NAME;
    private static final ConditionKey ADDRESS = FwpmConditions.IP_LOCAL_ADDRESS;
    private static final ConditionKey INTERFACE = FwpmConditions.IP_LOCAL_INTERFACE;
    private static final ConditionKey ADDRESS_TYPE = FwpmConditions.IP_LOCAL_ADDRESS_TYPE;
    private static final ConditionKey PROTOCOL = FwpmConditions.IP_PROTOCOL;
    private static final ConditionKey EMBEDDED_PORT = FwpmConditions.EMBEDDED_LOCAL_PORT;
    private static final ConditionKey LOCAL_PORT = FwpmConditions.IP_LOCAL_PORT;
    private static final ConditionKey REMOTE_PORT = FwpmConditions.IP_REMOTE_PORT;
    private static final ConditionKey APPLICATION = FwpmConditions.ALE_APP_ID;
    private static final ConditionKey USER = FwpmConditions.ALE_USER_ID;
    private static final ConditionKey INTERFACE_TYPE = FwpmConditions.INTERFACE_TYPE;
    private static final ConditionKey TUNNEL_TYPE = FwpmConditions.TUNNEL_TYPE;
    private static final ConditionKey INTERFACE_INDEX = FwpmConditions.INTERFACE_INDEX;
    private static final ConditionKey INTERFACE_PROFILE = FwpmConditions.LOCAL_INTERFACE_PROFILE_ID;
    private static final ConditionKey RESERVED = FwpmConditions.RESERVED0;
    private static final ConditionKey FLAGS = FwpmConditions.FLAGS;

    /** The classes of several fields; a class is named by one of them. */
    private static final Map<ConditionKey, List<ConditionKey>> GROUPS =
            Map.ofEntries(
                    Map.entry(
                            ADDRESS,
                            List.of(
                                    FwpmConditions.IP_LOCAL_ADDRESS,
                                    FwpmConditions.IP_REMOTE_ADDRESS,
                                    FwpmConditions.IP_SOURCE_ADDRESS,
                                    FwpmConditions.IP_DESTINATION_ADDRESS)),
                    Map.entry(
                            INTERFACE,
                            List.of(
                                    FwpmConditions.IP_LOCAL_INTERFACE,
                                    FwpmConditions.IP_ARRIVAL_INTERFACE,
                                    FwpmConditions.IP_NEXTHOP_INTERFACE,
                                    FwpmConditions.IP_FORWARD_INTERFACE,
                                    FwpmConditions.IP_PHYSICAL_ARRIVAL_INTERFACE,
                                    FwpmConditions.IP_PHYSICAL_NEXTHOP_INTERFACE)),
                    Map.entry(
                            ADDRESS_TYPE,
                            List.of(
                                    FwpmConditions.IP_LOCAL_ADDRESS_TYPE,
                                    FwpmConditions.IP_DESTINATION_ADDRESS_TYPE,
                                    FwpmConditions.EMBEDDED_LOCAL_ADDRESS_TYPE)),
                    Map.entry(
                            PROTOCOL,
                            List.of(FwpmConditions.IP_PROTOCOL, FwpmConditions.EMBEDDED_PROTOCOL)),
                    Map.entry(
                            EMBEDDED_PORT,
                            List.of(
                                    FwpmConditions.EMBEDDED_LOCAL_PORT,
                                    FwpmConditions.EMBEDDED_REMOTE_PORT)),
                    Map.entry(
                            LOCAL_PORT,
                            List.of(
                                    FwpmConditions.IP_LOCAL_PORT,
                                    FwpmConditions.ORIGINAL_ICMP_TYPE)),
                    Map.entry(
                            APPLICATION,
                            List.of(
                                    FwpmConditions.ALE_APP_ID,
                                    FwpmConditions.ALE_PACKAGE_ID,
                                    FwpmConditions.ALE_PACKAGE_FAMILY_NAME,
                                    FwpmConditions.ALE_SECURITY_ATTRIBUTE_FQBN_VALUE)),
                    Map.entry(
                            INTERFACE_TYPE,
                            List.of(
                                    FwpmConditions.INTERFACE_TYPE,
                                    FwpmConditions.ARRIVAL_INTERFACE_TYPE,
                                    FwpmConditions.NEXTHOP_INTERFACE_TYPE)),
                    Map.entry(
                            TUNNEL_TYPE,
                            List.of(
                                    FwpmConditions.TUNNEL_TYPE,
                                    FwpmConditions.ARRIVAL_TUNNEL_TYPE,
                                    FwpmConditions.NEXTHOP_TUNNEL_TYPE)),
                    Map.entry(
                            INTERFACE_INDEX,
                            List.of(
                                    FwpmConditions.INTERFACE_INDEX,
                                    FwpmConditions.SUB_INTERFACE_INDEX,
                                    FwpmConditions.ARRIVAL_INTERFACE_INDEX,
                                    FwpmConditions.ARRIVAL_SUB_INTERFACE_INDEX,
                                    FwpmConditions.NEXTHOP_INTERFACE_INDEX,
                                    FwpmConditions.NEXTHOP_SUB_INTERFACE_INDEX,
                                    FwpmConditions.SOURCE_INTERFACE_INDEX,
                                    FwpmConditions.SOURCE_SUB_INTERFACE_INDEX,
                                    FwpmConditions.DESTINATION_INTERFACE_INDEX,
                                    FwpmConditions.DESTINATION_SUB_INTERFACE_INDEX,
                                    FwpmConditions.LOCAL_INTERFACE_INDEX)),
                    Map.entry(
                            INTERFACE_PROFILE,
                            List.of(
                                    FwpmConditions.LOCAL_INTERFACE_PROFILE_ID,
                                    FwpmConditions.ARRIVAL_INTERFACE_PROFILE_ID,
                                    FwpmConditions.NEXTHOP_INTERFACE_PROFILE_ID)),
                    Map.entry(
                            RESERVED,
                            List.of(
                                    FwpmConditions.RESERVED0,
                                    FwpmConditions.RESERVED1,
                                    FwpmConditions.RESERVED2,
                                    FwpmConditions.RESERVED3)));

    /** Classes that a condition is in or not, although their values are plain integers. */
    private static final Set<ConditionKey> FLAT =
            Set.of(
                    INTERFACE,
                    ADDRESS_TYPE,
                    INTERFACE_TYPE,
                    TUNNEL_TYPE,
                    INTERFACE_PROFILE,
                    RESERVED,
                    FwpmConditions.COMPARTMENT_ID,
                    FwpmConditions.INTERFACE_QUARANTINE_EPOCH);

    private static final List<ConditionKey> HEAD =
            List.of(
                    PEER_NAME,
                    ADDRESS,
                    INTERFACE,
                    ADDRESS_TYPE,
                    PROTOCOL,
                    EMBEDDED_PORT,
                    LOCAL_PORT,
                    REMOTE_PORT,
                    APPLICATION,
                    USER);

    private static final List<ConditionKey> CONNECT_HEAD =
            headAnd(
                    FLAGS,
                    FwpmConditions.ALE_REMOTE_USER_ID,
                    FwpmConditions.ALE_REMOTE_MACHINE_ID,
                    FwpmConditions.ALE_ORIGINAL_APP_ID,
                    INTERFACE_TYPE,
                    TUNNEL_TYPE,
                    FwpmConditions.ALE_EFFECTIVE_NAME);

    private static final List<ConditionKey> FLOW_HEAD =
            headAnd(
                    FwpmConditions.ALE_REMOTE_USER_ID,
                    FwpmConditions.ALE_REMOTE_MACHINE_ID,
                    FwpmConditions.DIRECTION,
                    FwpmConditions.ALE_ORIGINAL_APP_ID);

    private static final List<ConditionKey> TRANSPORT_HEAD = headAnd(FLAGS);

    private static final List<ConditionKey> RESOURCE_HEAD =
            List.of(LOCAL_PORT, REMOTE_PORT, INTERFACE, ADDRESS_TYPE, PROTOCOL, APPLICATION, USER);

    private static final Map<LayerKey, List<ConditionKey>> HEADS =
            Map.ofEntries(
                    Map.entry(FwpmLayers.ALE_AUTH_CONNECT_V4, CONNECT_HEAD),
                    Map.entry(FwpmLayers.ALE_AUTH_CONNECT_V4_DISCARD, CONNECT_HEAD),
                    Map.entry(FwpmLayers.ALE_AUTH_CONNECT_V6, CONNECT_HEAD),
                    Map.entry(FwpmLayers.ALE_AUTH_CONNECT_V6_DISCARD, CONNECT_HEAD),
                    Map.entry(FwpmLayers.ALE_FLOW_ESTABLISHED_V4, FLOW_HEAD),
                    Map.entry(FwpmLayers.ALE_FLOW_ESTABLISHED_V4_DISCARD, FLOW_HEAD),
                    Map.entry(FwpmLayers.ALE_FLOW_ESTABLISHED_V6, FLOW_HEAD),
                    Map.entry(FwpmLayers.ALE_FLOW_ESTABLISHED_V6_DISCARD, FLOW_HEAD),
                    Map.entry(FwpmLayers.INBOUND_TRANSPORT_V4, TRANSPORT_HEAD),
                    Map.entry(FwpmLayers.INBOUND_TRANSPORT_V4_DISCARD, TRANSPORT_HEAD),
                    Map.entry(FwpmLayers.INBOUND_TRANSPORT_V6, TRANSPORT_HEAD),
                    Map.entry(FwpmLayers.INBOUND_TRANSPORT_V6_DISCARD, TRANSPORT_HEAD),
                    Map.entry(FwpmLayers.OUTBOUND_TRANSPORT_V4, TRANSPORT_HEAD),
                    Map.entry(FwpmLayers.OUTBOUND_TRANSPORT_V4_DISCARD, TRANSPORT_HEAD),
                    Map.entry(FwpmLayers.OUTBOUND_TRANSPORT_V6, TRANSPORT_HEAD),
                    Map.entry(FwpmLayers.OUTBOUND_TRANSPORT_V6_DISCARD, TRANSPORT_HEAD),
                    Map.entry(FwpmLayers.ALE_RESOURCE_ASSIGNMENT_V4, RESOURCE_HEAD),
                    Map.entry(FwpmLayers.ALE_RESOURCE_ASSIGNMENT_V4_DISCARD, RESOURCE_HEAD),
                    Map.entry(FwpmLayers.ALE_RESOURCE_ASSIGNMENT_V6, RESOURCE_HEAD),
                    Map.entry(FwpmLayers.ALE_RESOURCE_ASSIGNMENT_V6_DISCARD, RESOURCE_HEAD),
                    Map.entry(FwpmLayers.ALE_ENDPOINT_CLOSURE_V4, RESOURCE_HEAD),
                    Map.entry(FwpmLayers.ALE_ENDPOINT_CLOSURE_V6, RESOURCE_HEAD),
                    Map.entry(FwpmLayers.ALE_RESOURCE_RELEASE_V4, RESOURCE_HEAD),
                    Map.entry(FwpmLayers.ALE_RESOURCE_RELEASE_V6, RESOURCE_HEAD));

    private static final Map<ConditionKey, ConditionKey> CLASS_OF = classOf();

    private WeightClasses() {}

    /**
     * A class of fields.
     *
     * @param fields its fields at one layer, in the layer's order
     * @param graded whether its conditions can be more or less specific
     */
    record WeightClass(List<LayerField> fields, boolean graded) {}

    private static List<ConditionKey> headAnd(ConditionKey... more) {
        List<ConditionKey> head = new ArrayList<>(HEAD);
        head.addAll(List.of(more));
        return List.copyOf(head);
    }

    private static Map<ConditionKey, ConditionKey> classOf() {
        Map<ConditionKey, ConditionKey> classes = new HashMap<>();
        GROUPS.forEach((name, fields) -> fields.forEach(field -> classes.put(field, name)));
        return Map.copyOf(classes);
    }

    /** {@return the classes of a layer, the highest first} */
    static List<WeightClass> ranked(Layer layer) {
        Map<ConditionKey, List<LayerField>> fields = new LinkedHashMap<>();
        for (LayerField field : layer.fields()) {
            fields.computeIfAbsent(
                            CLASS_OF.getOrDefault(field.key(), field.key()), _ -> new ArrayList<>())
                    .add(field);
        }
        return rank(layer.key(), fields.keySet()).stream()
                .map(name -> toClass(name, fields.getOrDefault(name, List.of())))
                .toList();
    }

    private static List<ConditionKey> rank(LayerKey layer, Set<ConditionKey> inLayerOrder) {
        List<ConditionKey> head = HEADS.getOrDefault(layer, HEAD);
        List<ConditionKey> ranked = new ArrayList<>(head);
        ranked.retainAll(inLayerOrder);
        List<ConditionKey> rest = new ArrayList<>(inLayerOrder);
        rest.removeAll(head);
        if (head.equals(RESOURCE_HEAD) && rest.contains(FLAGS) && rest.remove(ADDRESS)) {
            rest.add(rest.indexOf(FLAGS) + 1, ADDRESS);
        }
        ranked.addAll(rest);
        return ranked;
    }

    private static WeightClass toClass(ConditionKey name, List<LayerField> fields) {
        boolean graded =
                !FLAT.contains(name)
                        && fields.stream().allMatch(WeightClasses::canBeMoreOrLessSpecific);
        return new WeightClass(List.copyOf(fields), graded);
    }

    private static boolean canBeMoreOrLessSpecific(LayerField field) {
        return switch (field.dataType()) {
            case UINT8, UINT16, UINT32 -> field.fieldType() != FwpmFieldType.FLAGS;
            case BYTE_ARRAY16_TYPE -> field.fieldType() == FwpmFieldType.IP_ADDRESS;
            default -> false;
        };
    }
}

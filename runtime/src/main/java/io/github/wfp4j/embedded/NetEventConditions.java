package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFieldType;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayerFlags;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventFlags;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The conditions by which a template chooses network events (8.4).
 *
 * <p>They are checked as those of a filter at a layer that has the fields of events. A user is
 * named by his SID.
 */
final class NetEventConditions {
    private static final Layer V4 = fields(FwpDataType.UINT32, FwpDataType.V4_ADDR_MASK);

    private static final Layer V6 = fields(FwpDataType.BYTE_ARRAY16_TYPE, FwpDataType.V6_ADDR_MASK);

    private NetEventConditions() {}

    private static Layer fields(FwpDataType address, FwpDataType subnet) {
        return new Layer(
                LayerKey.ZERO,
                0,
                "network events",
                FwpmLayerFlags.NONE,
                SublayerKey.ZERO,
                List.of(
                        field(FwpmConditions.IP_PROTOCOL, FwpDataType.UINT8),
                        address(FwpmConditions.IP_LOCAL_ADDRESS, address, subnet),
                        address(FwpmConditions.IP_REMOTE_ADDRESS, address, subnet),
                        field(FwpmConditions.IP_LOCAL_PORT, FwpDataType.UINT16),
                        field(FwpmConditions.IP_REMOTE_PORT, FwpDataType.UINT16),
                        field(FwpmConditions.ALE_APP_ID, FwpDataType.BYTE_BLOB_TYPE),
                        new LayerField(
                                FwpmConditions.ALE_USER_ID,
                                FwpmFieldType.RAW_DATA,
                                FwpDataType.SID,
                                List.of(FwpDataType.SID)),
                        field(FwpmConditions.NET_EVENT_TYPE, FwpDataType.UINT32)));
    }

    private static LayerField field(ConditionKey key, FwpDataType type) {
        return new LayerField(
                key, FwpmFieldType.RAW_DATA, type, List.of(type, FwpDataType.RANGE_TYPE));
    }

    private static LayerField address(ConditionKey key, FwpDataType type, FwpDataType subnet) {
        return new LayerField(
                key, FwpmFieldType.IP_ADDRESS, type, List.of(type, subnet, FwpDataType.RANGE_TYPE));
    }

    /** Refuses conditions that are not possible, and two on one field. */
    static void require(List<FwpmFilterCondition0> conditions) {
        Set<ConditionKey> fields = new HashSet<>();
        for (FwpmFilterCondition0 condition : conditions) {
            ConditionChecks.require(List.of(condition), isV6(condition.conditionValue()) ? V6 : V4);
            EngineFailure.unless(
                    fields.add(condition.fieldKey()), ErrorCode.FWP_E_DUPLICATE_CONDITION);
        }
    }

    private static boolean isV6(FwpConditionValue0 value) {
        return switch (value.type()) {
            case BYTE_ARRAY16_TYPE, V6_ADDR_MASK -> true;
            case RANGE_TYPE ->
                    value instanceof FwpConditionValue0.Range it
                            && it.rangeValue().valueLow().type() == FwpDataType.BYTE_ARRAY16_TYPE;
            default -> false;
        };
    }

    /** {@return whether an event meets all conditions} */
    static boolean match(List<FwpmFilterCondition0> conditions, FwpmNetEvent5 event) {
        return conditions.stream()
                .allMatch(it -> ConditionMatch.matches(it, value(it.fieldKey(), event)));
    }

    /** {@return what a field of an event is, or null if it is not set} */
    private static @Nullable FwpValue0 value(ConditionKey field, FwpmNetEvent5 event) {
        FwpmNetEventHeader3 header = event.header();
        FwpmNetEventFlags set = header.flags();
        if (field.equals(FwpmConditions.NET_EVENT_TYPE)) {
            return new FwpValue0.Uint32(event.type().value());
        }
        if (field.equals(FwpmConditions.IP_PROTOCOL)) {
            return set.contains(FwpmNetEventFlags.IP_PROTOCOL_SET)
                    ? new FwpValue0.Uint8(header.ipProtocol())
                    : null;
        }
        if (field.equals(FwpmConditions.IP_LOCAL_PORT)) {
            return set.contains(FwpmNetEventFlags.LOCAL_PORT_SET)
                    ? new FwpValue0.Uint16(header.localPort())
                    : null;
        }
        if (field.equals(FwpmConditions.IP_REMOTE_PORT)) {
            return set.contains(FwpmNetEventFlags.REMOTE_PORT_SET)
                    ? new FwpValue0.Uint16(header.remotePort())
                    : null;
        }
        if (field.equals(FwpmConditions.ALE_APP_ID)) {
            return set.contains(FwpmNetEventFlags.APP_ID_SET)
                    ? new FwpValue0.ByteBlob(header.appId())
                    : null;
        }
        if (field.equals(FwpmConditions.ALE_USER_ID)) {
            return header.userId() != null && set.contains(FwpmNetEventFlags.USER_ID_SET)
                    ? new FwpValue0.Sid(header.userId())
                    : null;
        }
        if (field.equals(FwpmConditions.IP_LOCAL_ADDRESS)) {
            return set.contains(FwpmNetEventFlags.LOCAL_ADDR_SET) ? localAddress(header) : null;
        }
        return set.contains(FwpmNetEventFlags.REMOTE_ADDR_SET) ? remoteAddress(header) : null;
    }

    private static @Nullable FwpValue0 localAddress(FwpmNetEventHeader3 header) {
        return switch (header.localAddr()) {
            case FwpmNetEventHeader3.LocalAddr.V4 it -> new FwpValue0.Uint32(it.localAddrV4());
            case FwpmNetEventHeader3.LocalAddr.V6 it -> new FwpValue0.ByteArray16(it.localAddrV6());
            case FwpmNetEventHeader3.LocalAddr.None _ -> null;
        };
    }

    private static @Nullable FwpValue0 remoteAddress(FwpmNetEventHeader3 header) {
        return switch (header.remoteAddr()) {
            case FwpmNetEventHeader3.RemoteAddr.V4 it -> new FwpValue0.Uint32(it.remoteAddrV4());
            case FwpmNetEventHeader3.RemoteAddr.V6 it ->
                    new FwpValue0.ByteArray16(it.remoteAddrV6());
            case FwpmNetEventHeader3.RemoteAddr.None _ -> null;
        };
    }
}

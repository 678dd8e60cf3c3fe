package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.win32.ErrorCode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The checks of the conditions of a filter (4.4). */
final class ConditionChecks {
    private static final int MAX_PREFIX_LENGTH = 128;

    private ConditionChecks() {}

    /** Refuses conditions that are not possible at a layer, one by one and then together. */
    static void require(List<FwpmFilterCondition0> conditions, Layer layer) {
        for (FwpmFilterCondition0 condition : conditions) {
            requireFitting(condition, field(layer, condition.fieldKey()), false);
        }
        requireNeighbours(conditions);
    }

    /**
     * Refuses conditions that are not possible in a template at a layer (5).
     *
     * <p>A template may ask for a principal where a filter has a security descriptor, and has one
     * condition on a field at most.
     */
    static void requireTemplate(List<FwpmFilterCondition0> conditions, Layer layer) {
        Set<ConditionKey> seen = new HashSet<>();
        boolean distinct = true;
        for (FwpmFilterCondition0 condition : conditions) {
            LayerField field = field(layer, condition.fieldKey());
            boolean principal =
                    condition.conditionValue().type() == FwpDataType.SID && holdsToken(field);
            requireFitting(condition, field, principal);
            distinct &= seen.add(condition.fieldKey());
        }
        EngineFailure.unless(distinct, ErrorCode.FWP_E_DUPLICATE_CONDITION);
    }

    private static boolean holdsToken(LayerField field) {
        return field.valueTypes().contains(FwpDataType.SECURITY_DESCRIPTOR_TYPE);
    }

    /**
     * {@return the field of a layer}
     *
     * @throws EngineFailure if it has no such field (4.31)
     */
    static LayerField field(Layer layer, ConditionKey key) {
        for (LayerField field : layer.fields()) {
            if (field.key().equals(key)) {
                return field;
            }
        }
        throw new EngineFailure(ErrorCode.FWP_E_CONDITION_NOT_FOUND);
    }

    private static void requireFitting(
            FwpmFilterCondition0 condition, LayerField field, boolean principal) {
        FwpConditionValue0 value = condition.conditionValue();
        FwpDataType type = value.type();
        EngineFailure.unless(
                type == FwpDataType.EMPTY || principal || field.valueTypes().contains(type),
                ErrorCode.FWP_E_TYPE_MISMATCH);
        EngineFailure.unless(
                fits(condition.matchType(), type), ErrorCode.FWP_E_MATCH_TYPE_MISMATCH);
        requireValue(value, field);
    }

    /** {@return whether values of a type can be compared so (4.33)} */
    private static boolean fits(FwpMatchType match, FwpDataType type) {
        return switch (match) {
            case EQUAL -> type != FwpDataType.RANGE_TYPE;
            case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> isSortable(type);
            case RANGE -> type == FwpDataType.RANGE_TYPE;
            case FLAGS_ALL_SET, FLAGS_ANY_SET, FLAGS_NONE_SET -> isUnsigned(type);
            case EQUAL_CASE_INSENSITIVE -> type == FwpDataType.UNICODE_STRING_TYPE;
            case NOT_EQUAL -> isSortable(type) || type == FwpDataType.SID;
            case PREFIX, NOT_PREFIX -> isText(type);
        };
    }

    private static boolean isSortable(FwpDataType type) {
        return isUnsigned(type) || type == FwpDataType.BYTE_ARRAY16_TYPE || isText(type);
    }

    private static boolean isUnsigned(FwpDataType type) {
        return switch (type) {
            case UINT8, UINT16, UINT32, UINT64 -> true;
            default -> false;
        };
    }

    private static boolean isText(FwpDataType type) {
        return type == FwpDataType.BYTE_BLOB_TYPE || type == FwpDataType.UNICODE_STRING_TYPE;
    }

    private static void requireValue(FwpConditionValue0 value, LayerField field) {
        switch (value) {
            case FwpConditionValue0.Range it -> requireRange(it.rangeValue(), field.dataType());
            case FwpConditionValue0.V4AddrMask it -> requireMask(it.v4AddrMask());
            case FwpConditionValue0.V6AddrMask it ->
                    EngineFailure.unless(
                            it.v6AddrMask().prefixLength() <= MAX_PREFIX_LENGTH,
                            ErrorCode.FWP_E_INVALID_NET_MASK);
            case FwpConditionValue0.SecurityDescriptor it -> {
                DescriptorArguments.requireValid(it.sd().data());
            }
            case FwpConditionValue0.UnicodeString it ->
                    ObjectChecks.requireText(it.unicodeString());
            default -> {
                // Any value of these types is possible.
            }
        }
    }

    private static void requireRange(FwpRange0 range, FwpDataType type) {
        EngineFailure.unless(
                range.valueLow().type() == type && range.valueHigh().type() == type,
                ErrorCode.FWP_E_TYPE_MISMATCH);
        EngineFailure.unless(
                ValueOrder.compare(range.valueLow(), range.valueHigh()) <= 0,
                ErrorCode.FWP_E_INVALID_RANGE);
    }

    /** Refuses a mask in which a one follows a zero (4.37). */
    private static void requireMask(FwpV4AddrAndMask subnet) {
        int holes = ~(int) subnet.mask();
        EngineFailure.unless((holes & (holes + 1)) == 0, ErrorCode.FWP_E_INVALID_NET_MASK);
    }

    /** Refuses a field that comes again after another one (4.44, 4.45). */
    private static void requireNeighbours(List<FwpmFilterCondition0> conditions) {
        Set<ConditionKey> seen = new HashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            ConditionKey key = conditions.get(i).fieldKey();
            boolean again = i > 0 && key.equals(conditions.get(i - 1).fieldKey());
            EngineFailure.unless(seen.add(key) || again, EnginePolicy.SCATTERED_FIELD);
        }
    }
}

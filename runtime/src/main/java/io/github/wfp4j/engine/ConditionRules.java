package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

/** What a condition must be to fit its field (4.4). */
final class ConditionRules {
    private static final int MOST_PREFIX_BITS = 128;
    private static final int DESCRIPTOR_HEADER = 20;
    private static final int CONTROL_HIGH_BYTE = 3;
    private static final int SELF_RELATIVE = 0x80;

    private ConditionRules() {}

    /**
     * {@return what is wrong about a condition by the whole table, or null for nothing}
     *
     * <p>This includes what the documentation leaves open.
     *
     * @param field the field that the condition is on
     */
    static @Nullable Flaw flaw(FwpmFilterCondition0 condition, LayerField field) {
        Flaw flaw = typeFlaw(condition, field);
        if (flaw == null) {
            flaw = matchFlaw(condition, MatchFit.UNCERTAIN);
        }
        return flaw == null ? valueFlaw(condition.conditionValue(), field) : flaw;
    }

    /**
     * {@return what is wrong about a condition for certain, or null for nothing}
     *
     * @param field the field that the condition is on, or null if it is not known
     */
    static @Nullable Flaw certainFlaw(FwpmFilterCondition0 condition, @Nullable LayerField field) {
        Flaw flaw = field == null ? null : typeFlaw(condition, field);
        if (flaw == null) {
            flaw = matchFlaw(condition, MatchFit.REFUSED);
        }
        return flaw == null ? certainValueFlaw(condition.conditionValue()) : flaw;
    }

    private static @Nullable Flaw typeFlaw(FwpmFilterCondition0 condition, LayerField field) {
        FwpConditionValue0 value = condition.conditionValue();
        if (value.type() == FwpDataType.EMPTY || field.valueTypes().contains(value.type())) {
            return null;
        }
        return new Flaw(
                ErrorCode.FWP_E_TYPE_MISMATCH,
                "conditionValue",
                "be " + ValueTypes.words(field.valueTypes()) + " for " + field.key(),
                value);
    }

    private static @Nullable Flaw matchFlaw(FwpmFilterCondition0 condition, MatchFit worst) {
        FwpDataType type = condition.conditionValue().type();
        if (MatchFit.of(condition.matchType(), type).compareTo(worst) < 0) {
            return null;
        }
        return new Flaw(
                ErrorCode.FWP_E_MATCH_TYPE_MISMATCH,
                "matchType",
                "be one of " + MatchFit.waysOf(type) + " for a value of type " + type.cName(),
                condition.matchType().cName());
    }

    private static @Nullable Flaw valueFlaw(FwpConditionValue0 value, LayerField field) {
        return switch (value) {
            case FwpConditionValue0.Range it when !hasType(it.rangeValue(), field.dataType()) ->
                    new Flaw(
                            ErrorCode.FWP_E_TYPE_MISMATCH,
                            "conditionValue.rangeValue",
                            "have both ends of type "
                                    + field.dataType().cName()
                                    + " for "
                                    + field.key(),
                            it.rangeValue());
            case FwpConditionValue0.V4AddrMask it when hasHoles(it.v4AddrMask()) ->
                    new Flaw(
                            ErrorCode.FWP_E_INVALID_NET_MASK,
                            "conditionValue.v4AddrMask.mask",
                            "be ones and then zeros",
                            "0x%08x".formatted(it.v4AddrMask().mask()));
            default -> certainValueFlaw(value);
        };
    }

    private static @Nullable Flaw certainValueFlaw(FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Range it when isReversed(it.rangeValue()) ->
                    new Flaw(
                            ErrorCode.FWP_E_INVALID_RANGE,
                            "conditionValue.rangeValue",
                            "not end before it begins",
                            it.rangeValue());
            case FwpConditionValue0.V6AddrMask it when isTooLong(it.v6AddrMask()) ->
                    new Flaw(
                            ErrorCode.FWP_E_INVALID_NET_MASK,
                            "conditionValue.v6AddrMask.prefixLength",
                            "be in 0.." + MOST_PREFIX_BITS,
                            it.v6AddrMask().prefixLength());
            case FwpConditionValue0.SecurityDescriptor it when !isSelfRelative(it.sd()) ->
                    new Flaw(
                            ErrorCode.ERROR_INVALID_SECURITY_DESCR,
                            "conditionValue.sd",
                            "be a security descriptor in its self-relative form",
                            it.sd());
            default -> null;
        };
    }

    private static boolean hasType(FwpRange0 range, FwpDataType type) {
        return range.valueLow().type() == type && range.valueHigh().type() == type;
    }

    /** Whether a one follows a zero in a mask (4.37). */
    private static boolean hasHoles(FwpV4AddrAndMask subnet) {
        int holes = ~(int) subnet.mask();
        return (holes & (holes + 1)) != 0;
    }

    private static boolean isTooLong(FwpV6AddrAndMask subnet) {
        return subnet.prefixLength() > MOST_PREFIX_BITS;
    }

    /** Whether a range of numbers or addresses ends before it begins (4.36). */
    private static boolean isReversed(FwpRange0 range) {
        FwpValue0 high = range.valueHigh();
        return switch (range.valueLow()) {
            case FwpValue0.Uint8 low ->
                    high instanceof FwpValue0.Uint8 h && low.uint8() > h.uint8();
            case FwpValue0.Uint16 low ->
                    high instanceof FwpValue0.Uint16 h && low.uint16() > h.uint16();
            case FwpValue0.Uint32 low ->
                    high instanceof FwpValue0.Uint32 h && low.uint32() > h.uint32();
            case FwpValue0.Uint64 low ->
                    high instanceof FwpValue0.Uint64 h
                            && Long.compareUnsigned(low.uint64(), h.uint64()) > 0;
            case FwpValue0.ByteArray16 low ->
                    high instanceof FwpValue0.ByteArray16 h
                            && isAfter(
                                    low.byteArray16().byteArray16(), h.byteArray16().byteArray16());
            default -> false;
        };
    }

    private static boolean isAfter(Bytes first, Bytes second) {
        for (int i = 0; i < first.length(); i++) {
            int order = Byte.compareUnsigned(first.get(i), second.get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    /** Whether a descriptor has a header that says so (4.41); the engine looks at all of it. */
    private static boolean isSelfRelative(FwpByteBlob sd) {
        Bytes bytes = sd.data();
        return bytes.length() >= DESCRIPTOR_HEADER
                && bytes.get(0) == 1
                && (bytes.get(CONTROL_HIGH_BYTE) & SELF_RELATIVE) != 0;
    }
}

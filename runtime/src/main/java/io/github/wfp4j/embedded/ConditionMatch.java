package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Whether one known value meets a condition (4.4).
 *
 * <p>A value that is not known meets no condition but equality with nothing.
 */
final class ConditionMatch {
    private ConditionMatch() {}

    /**
     * {@return whether a value meets a condition}
     *
     * @param condition a valid condition on a number, an address, a blob or a user
     * @param value the value, or null if there is none
     */
    static boolean matches(FwpmFilterCondition0 condition, @Nullable FwpValue0 value) {
        FwpConditionValue0 wanted = condition.conditionValue();
        if (value == null || wanted instanceof FwpConditionValue0.Empty) {
            return value == null && wanted instanceof FwpConditionValue0.Empty;
        }
        return switch (condition.matchType()) {
            case EQUAL, EQUAL_CASE_INSENSITIVE -> isEqual(wanted, value);
            case NOT_EQUAL -> !isEqual(wanted, value);
            case GREATER -> compare(value, wanted) > 0;
            case LESS -> compare(value, wanted) < 0;
            case GREATER_OR_EQUAL -> compare(value, wanted) >= 0;
            case LESS_OR_EQUAL -> compare(value, wanted) <= 0;
            case RANGE ->
                    wanted instanceof FwpConditionValue0.Range it && isIn(it.rangeValue(), value);
            case FLAGS_ALL_SET -> (number(value) & number(wanted)) == number(wanted);
            case FLAGS_ANY_SET -> (number(value) & number(wanted)) != 0;
            case FLAGS_NONE_SET -> (number(value) & number(wanted)) == 0;
            case PREFIX -> startsWith(value, wanted);
            case NOT_PREFIX -> !startsWith(value, wanted);
        };
    }

    private static boolean isEqual(FwpConditionValue0 wanted, FwpValue0 value) {
        return switch (wanted) {
            case FwpConditionValue0.V4AddrMask it ->
                    value instanceof FwpValue0.Uint32 v4 && isIn(it.v4AddrMask(), v4.uint32());
            case FwpConditionValue0.V6AddrMask it ->
                    value instanceof FwpValue0.ByteArray16 v6
                            && isIn(it.v6AddrMask(), v6.byteArray16().byteArray16());
            default -> plain(wanted).equals(value);
        };
    }

    private static boolean isIn(FwpV4AddrAndMask subnet, long address) {
        return ((subnet.addr() ^ address) & subnet.mask()) == 0;
    }

    private static boolean isIn(FwpV6AddrAndMask subnet, Bytes address) {
        for (int bit = 0; bit < subnet.prefixLength(); bit++) {
            int difference = subnet.addr().get(bit / Byte.SIZE) ^ address.get(bit / Byte.SIZE);
            if ((difference & 0x80 >> bit % Byte.SIZE) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(FwpRange0 range, FwpValue0 value) {
        return range.valueLow().type() == value.type()
                && ValueOrder.compare(range.valueLow(), value) <= 0
                && ValueOrder.compare(value, range.valueHigh()) <= 0;
    }

    /** {@return how two values compare; an IPv4 address comes before an IPv6 one} */
    private static int compare(FwpValue0 value, FwpConditionValue0 wanted) {
        FwpValue0 other = plain(wanted);
        return value.type() == other.type()
                ? ValueOrder.compare(value, other)
                : value.type().compareTo(other.type());
    }

    private static boolean startsWith(FwpValue0 value, FwpConditionValue0 wanted) {
        if (!(value instanceof FwpValue0.ByteBlob whole
                && wanted instanceof FwpConditionValue0.ByteBlob start)) {
            return false;
        }
        byte[] bytes = whole.byteBlob().data().toByteArray();
        byte[] prefix = start.byteBlob().data().toByteArray();
        return bytes.length >= prefix.length
                && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static long number(FwpConditionValue0 value) {
        return number(plain(value));
    }

    private static long number(FwpValue0 value) {
        return switch (value) {
            case FwpValue0.Uint8 it -> it.uint8();
            case FwpValue0.Uint16 it -> it.uint16();
            case FwpValue0.Uint32 it -> it.uint32();
            case FwpValue0.Uint64 it -> it.uint64();
            default -> 0;
        };
    }

    /** {@return the value of a condition as the value of a field} */
    private static FwpValue0 plain(FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Uint8 it -> new FwpValue0.Uint8(it.uint8());
            case FwpConditionValue0.Uint16 it -> new FwpValue0.Uint16(it.uint16());
            case FwpConditionValue0.Uint32 it -> new FwpValue0.Uint32(it.uint32());
            case FwpConditionValue0.Uint64 it -> new FwpValue0.Uint64(it.uint64());
            case FwpConditionValue0.ByteArray16 it -> new FwpValue0.ByteArray16(it.byteArray16());
            case FwpConditionValue0.ByteBlob it -> new FwpValue0.ByteBlob(it.byteBlob());
            case FwpConditionValue0.Sid it -> new FwpValue0.Sid(it.sid());
            default -> new FwpValue0.Empty();
        };
    }
}

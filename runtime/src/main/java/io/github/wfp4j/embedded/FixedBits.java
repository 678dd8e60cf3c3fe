package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** How many bits of its field a condition fixes, for the automatic weight. */
final class FixedBits {
    private static final int DOUBLE_BITS = 53;

    private FixedBits() {}

    /**
     * {@return how many bits a condition fixes}
     *
     * @param condition the condition
     * @param width how many bits its field has
     */
    static double of(FwpmFilterCondition0 condition, int width) {
        FwpConditionValue0 value = condition.conditionValue();
        return switch (value) {
            case FwpConditionValue0.V4AddrMask it -> Long.bitCount(it.v4AddrMask().mask());
            case FwpConditionValue0.V6AddrMask it -> it.v6AddrMask().prefixLength();
            case FwpConditionValue0.Range it -> ofRange(it.rangeValue(), width);
            default -> ofNumber(condition, width);
        };
    }

    private static double ofRange(FwpRange0 range, int width) {
        BigInteger low = number(range.valueLow());
        BigInteger high = number(range.valueHigh());
        return low == null || high == null
                ? width
                : ofCount(high.subtract(low).add(BigInteger.ONE), width);
    }

    private static double ofNumber(FwpmFilterCondition0 condition, int width) {
        BigInteger number = number(condition.conditionValue());
        if (number == null) {
            return width;
        }
        BigInteger all = BigInteger.ONE.shiftLeft(width);
        // No filter tests the order relations; they count as the range of what matches.
        return switch (condition.matchType()) {
            case GREATER -> ofCount(all.subtract(number).subtract(BigInteger.ONE), width);
            case GREATER_OR_EQUAL -> ofCount(all.subtract(number), width);
            case LESS -> ofCount(number, width);
            case LESS_OR_EQUAL -> ofCount(number.add(BigInteger.ONE), width);
            default -> width;
        };
    }

    private static double ofCount(BigInteger count, int width) {
        return count.signum() <= 0 ? width : width - log2(count);
    }

    private static @Nullable BigInteger number(FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Uint8 it -> BigInteger.valueOf(it.uint8());
            case FwpConditionValue0.Uint16 it -> BigInteger.valueOf(it.uint16());
            case FwpConditionValue0.Uint32 it -> BigInteger.valueOf(it.uint32());
            case FwpConditionValue0.ByteArray16 it ->
                    new BigInteger(1, it.byteArray16().byteArray16().toByteArray());
            default -> null;
        };
    }

    private static @Nullable BigInteger number(FwpValue0 value) {
        return switch (value) {
            case FwpValue0.Uint8 it -> BigInteger.valueOf(it.uint8());
            case FwpValue0.Uint16 it -> BigInteger.valueOf(it.uint16());
            case FwpValue0.Uint32 it -> BigInteger.valueOf(it.uint32());
            case FwpValue0.ByteArray16 it ->
                    new BigInteger(1, it.byteArray16().byteArray16().toByteArray());
            default -> null;
        };
    }

    /** {@return the logarithm to the base 2, exact for powers of 2} */
    static double log2(double number) {
        int exponent = Math.getExponent(number);
        return exponent + Math.log(Math.scalb(number, -exponent)) / Math.log(2);
    }

    private static double log2(BigInteger number) {
        int dropped = Math.max(0, number.bitLength() - DOUBLE_BITS);
        return dropped + log2(number.shiftRight(dropped).doubleValue());
    }
}

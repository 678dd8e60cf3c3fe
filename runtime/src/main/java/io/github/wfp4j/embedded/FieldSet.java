package io.github.wfp4j.embedded;

import static io.github.wfp4j.fwp.FwpMatchType.EQUAL;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.Bytes;

import java.math.BigInteger;

/**
 * What a field may hold for a condition to match.
 *
 * <p>A field of a packet has a value, or it is unknown, which a condition can ask for as well
 * (4.4). No other condition matches what is unknown (U10), so that conditions on values never are
 * the same as none.
 *
 * @param unknown whether the condition matches if the value is unknown
 * @param values the values for which it matches
 */
record FieldSet(boolean unknown, ValueSet values) {
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    /**
     * {@return what a condition matches}
     *
     * @param condition a condition that was found to be possible
     * @param type the type of its field's values
     */
    static FieldSet of(FwpmFilterCondition0 condition, FwpDataType type) {
        FwpConditionValue0 value = condition.conditionValue();
        return value instanceof FwpConditionValue0.Empty
                ? new FieldSet(true, nothing(type))
                : new FieldSet(false, values(condition.matchType(), value));
    }

    private static ValueSet nothing(FwpDataType type) {
        return switch (type) {
            case BYTE_BLOB_TYPE -> BlobSet.NONE;
            case SID, TOKEN_INFORMATION_TYPE, TOKEN_ACCESS_INFORMATION_TYPE -> PrincipalSet.NONE;
            default -> NumberSet.NONE;
        };
    }

    private static ValueSet values(FwpMatchType match, FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Uint8 it -> numbers(match, BigInteger.valueOf(it.uint8()), 8);
            case FwpConditionValue0.Uint16 it ->
                    numbers(match, BigInteger.valueOf(it.uint16()), 16);
            case FwpConditionValue0.Uint32 it ->
                    numbers(match, BigInteger.valueOf(it.uint32()), 32);
            case FwpConditionValue0.Uint64 it -> numbers(match, unsigned(it.uint64()), 64);
            case FwpConditionValue0.ByteArray6 it ->
                    numbers(match, number(it.byteArray6().byteArray6()), 48);
            case FwpConditionValue0.ByteArray16 it ->
                    numbers(match, number(it.byteArray16().byteArray16()), V6_BITS);
            case FwpConditionValue0.V4AddrMask it -> subnet(it.v4AddrMask());
            case FwpConditionValue0.V6AddrMask it -> subnet(it.v6AddrMask());
            case FwpConditionValue0.ByteBlob it -> blobs(match, it.byteBlob().data());
            case FwpConditionValue0.Sid it ->
                    match == EQUAL
                            ? PrincipalSet.of(it.sid())
                            : PrincipalSet.of(it.sid()).complement();
            case FwpConditionValue0.SecurityDescriptor it -> GrantedPrincipals.of(it.sd().data());
            case FwpConditionValue0.Range it -> range(it.rangeValue());
            default -> throw new IllegalArgumentException("no field holds " + value.type());
        };
    }

    private static ValueSet numbers(FwpMatchType match, BigInteger number, int width) {
        return switch (match) {
            case EQUAL -> NumberSet.matching(number, all(width), width);
            case NOT_EQUAL -> NumberSet.matching(number, all(width), width).complement();
            case GREATER_OR_EQUAL -> NumberSet.atLeast(number, width);
            case LESS -> NumberSet.atLeast(number, width).complement();
            case LESS_OR_EQUAL -> NumberSet.atMost(number, width);
            case GREATER -> NumberSet.atMost(number, width).complement();
            case FLAGS_ALL_SET -> NumberSet.matching(number, number, width);
            case FLAGS_NONE_SET -> NumberSet.matching(ZERO, number, width);
            case FLAGS_ANY_SET -> NumberSet.matching(ZERO, number, width).complement();
            case RANGE, EQUAL_CASE_INSENSITIVE, PREFIX, NOT_PREFIX ->
                    throw new IllegalArgumentException(match + " does not compare numbers");
        };
    }

    private static ValueSet blobs(FwpMatchType match, Bytes bytes) {
        return switch (match) {
            case EQUAL -> BlobSet.between(bytes, bytes);
            case NOT_EQUAL -> BlobSet.between(bytes, bytes).complement();
            case GREATER_OR_EQUAL -> BlobSet.atLeast(bytes);
            case LESS -> BlobSet.atLeast(bytes).complement();
            case LESS_OR_EQUAL -> BlobSet.atMost(bytes);
            case GREATER -> BlobSet.atMost(bytes).complement();
            case PREFIX -> BlobSet.startingWith(bytes);
            case NOT_PREFIX -> BlobSet.startingWith(bytes).complement();
            case RANGE, EQUAL_CASE_INSENSITIVE, FLAGS_ALL_SET, FLAGS_ANY_SET, FLAGS_NONE_SET ->
                    throw new IllegalArgumentException(match + " does not compare blobs");
        };
    }

    private static ValueSet subnet(FwpV4AddrAndMask subnet) {
        return NumberSet.matching(
                BigInteger.valueOf(subnet.addr()), BigInteger.valueOf(subnet.mask()), V4_BITS);
    }

    private static ValueSet subnet(FwpV6AddrAndMask subnet) {
        int hostBits = V6_BITS - subnet.prefixLength();
        return NumberSet.matching(
                number(subnet.addr()),
                all(V6_BITS).shiftRight(hostBits).shiftLeft(hostBits),
                V6_BITS);
    }

    private static ValueSet range(FwpRange0 range) {
        FwpValue0 low = range.valueLow();
        FwpValue0 high = range.valueHigh();
        return switch (low) {
            case FwpValue0.ByteBlob first when high instanceof FwpValue0.ByteBlob last ->
                    BlobSet.between(first.byteBlob().data(), last.byteBlob().data());
            case FwpValue0.Uint8 _ -> between(low, high, 8);
            case FwpValue0.Uint16 _ -> between(low, high, 16);
            case FwpValue0.Uint32 _ -> between(low, high, 32);
            case FwpValue0.Uint64 _ -> between(low, high, 64);
            case FwpValue0.ByteArray16 _ -> between(low, high, V6_BITS);
            default -> throw new IllegalArgumentException("no field holds " + low.type());
        };
    }

    private static ValueSet between(FwpValue0 low, FwpValue0 high, int width) {
        return NumberSet.atLeast(number(low), width).and(NumberSet.atMost(number(high), width));
    }

    private static BigInteger number(FwpValue0 value) {
        return switch (value) {
            case FwpValue0.Uint8 it -> BigInteger.valueOf(it.uint8());
            case FwpValue0.Uint16 it -> BigInteger.valueOf(it.uint16());
            case FwpValue0.Uint32 it -> BigInteger.valueOf(it.uint32());
            case FwpValue0.Uint64 it -> unsigned(it.uint64());
            case FwpValue0.ByteArray16 it -> number(it.byteArray16().byteArray16());
            default -> throw new IllegalArgumentException(value.type() + " is no number");
        };
    }

    private static BigInteger number(Bytes bytes) {
        return new BigInteger(1, bytes.toByteArray());
    }

    private static BigInteger unsigned(long number) {
        return new BigInteger(Long.toUnsignedString(number));
    }

    private static BigInteger all(int width) {
        return ONE.shiftLeft(width).subtract(ONE);
    }

    /** {@return what either of two conditions matches (4.44)} */
    FieldSet or(FieldSet other) {
        return new FieldSet(unknown || other.unknown, values.or(other.values));
    }

    boolean contains(FieldSet other) {
        return (unknown || !other.unknown) && values.contains(other.values);
    }

    boolean intersects(FieldSet other) {
        return (unknown && other.unknown) || values.intersects(other.values);
    }

    boolean isEmpty() {
        return !unknown && values.isEmpty();
    }

    /** {@return whether it is the same as no condition} */
    boolean isEverything() {
        return unknown && values.complement().isEmpty();
    }
}

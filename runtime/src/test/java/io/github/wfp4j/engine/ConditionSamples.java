package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteArray6;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of conditions of all types, and the documented table of what goes with what. */
final class ConditionSamples {
    static final Bytes SIXTEEN = Bytes.ofHex("20010db8000000000000000000000000");
    static final Sid USER = Sid.of("S-1-5-18");
    static final FwpByteBlob DESCRIPTOR =
            new FwpByteBlob(SecurityDescriptor.ofSddl("O:LSD:(A;;CC;;;SY)").toBytes());

    /** A value of each type that a condition can be written with, but for ranges. */
    static final List<FwpConditionValue0> VALUES =
            List.of(
                    new FwpConditionValue0.Empty(),
                    new FwpConditionValue0.Uint8(1),
                    new FwpConditionValue0.Uint16(1),
                    new FwpConditionValue0.Uint32(1),
                    new FwpConditionValue0.Uint64(1),
                    new FwpConditionValue0.Int8(1),
                    new FwpConditionValue0.Int16(1),
                    new FwpConditionValue0.Int32(1),
                    new FwpConditionValue0.Int64(1),
                    new FwpConditionValue0.Float(1),
                    new FwpConditionValue0.Double(1),
                    new FwpConditionValue0.ByteArray16(new FwpByteArray16(SIXTEEN)),
                    new FwpConditionValue0.ByteBlob(new FwpByteBlob(SIXTEEN)),
                    new FwpConditionValue0.Sid(USER),
                    new FwpConditionValue0.SecurityDescriptor(DESCRIPTOR),
                    new FwpConditionValue0.UnicodeString("text"),
                    new FwpConditionValue0.ByteArray6(
                            new FwpByteArray6(Bytes.ofHex("001a2b3c4d5e"))),
                    new FwpConditionValue0.V4AddrMask(
                            new FwpV4AddrAndMask(0x0A000000L, 0xFF000000L)),
                    new FwpConditionValue0.V6AddrMask(new FwpV6AddrAndMask(SIXTEEN, 32)));

    /** A range of each type that a field with ranges can have. */
    static final Map<FwpDataType, FwpConditionValue0> RANGES =
            Map.of(
                    FwpDataType.UINT8,
                    range(new FwpValue0.Uint8(1), new FwpValue0.Uint8(2)),
                    FwpDataType.UINT16,
                    range(new FwpValue0.Uint16(1), new FwpValue0.Uint16(2)),
                    FwpDataType.UINT32,
                    range(new FwpValue0.Uint32(1), new FwpValue0.Uint32(2)),
                    FwpDataType.UINT64,
                    range(new FwpValue0.Uint64(1), new FwpValue0.Uint64(-1)),
                    FwpDataType.BYTE_ARRAY16_TYPE,
                    range(
                            new FwpValue0.ByteArray16(new FwpByteArray16(SIXTEEN)),
                            new FwpValue0.ByteArray16(new FwpByteArray16(SIXTEEN))),
                    FwpDataType.BYTE_BLOB_TYPE,
                    range(
                            new FwpValue0.ByteBlob(new FwpByteBlob(SIXTEEN)),
                            new FwpValue0.ByteBlob(new FwpByteBlob(SIXTEEN))));

    private static final Set<FwpDataType> UNSIGNED =
            EnumSet.of(
                    FwpDataType.UINT8, FwpDataType.UINT16, FwpDataType.UINT32, FwpDataType.UINT64);

    private static final Set<FwpDataType> SORTABLE =
            EnumSet.of(
                    FwpDataType.UINT8,
                    FwpDataType.UINT16,
                    FwpDataType.UINT32,
                    FwpDataType.UINT64,
                    FwpDataType.BYTE_ARRAY16_TYPE,
                    FwpDataType.BYTE_BLOB_TYPE,
                    FwpDataType.UNICODE_STRING_TYPE);

    private ConditionSamples() {}

    static FwpConditionValue0 range(FwpValue0 low, FwpValue0 high) {
        return new FwpConditionValue0.Range(new FwpRange0(low, high));
    }

    /** {@return whether the table of match types has a pair} */
    static boolean isInTable(FwpMatchType match, FwpDataType type) {
        return switch (match) {
            case EQUAL -> type != FwpDataType.RANGE_TYPE;
            case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> SORTABLE.contains(type);
            case RANGE -> type == FwpDataType.RANGE_TYPE;
            case FLAGS_ALL_SET, FLAGS_ANY_SET, FLAGS_NONE_SET -> UNSIGNED.contains(type);
            case EQUAL_CASE_INSENSITIVE -> type == FwpDataType.UNICODE_STRING_TYPE;
            case NOT_EQUAL -> SORTABLE.contains(type) || type == FwpDataType.SID;
            case PREFIX, NOT_PREFIX ->
                    type == FwpDataType.BYTE_BLOB_TYPE || type == FwpDataType.UNICODE_STRING_TYPE;
        };
    }
}

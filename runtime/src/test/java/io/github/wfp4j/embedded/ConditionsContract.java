package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;
import static io.github.wfp4j.embedded.Samples.condition;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

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
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.codec.FwpmFilterCondition0Codec;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The conditions of filters (4.4). */
abstract class ConditionsContract {
    private static final LayerKey V4 = FwpmLayers.ALE_AUTH_CONNECT_V4;
    private static final LayerKey V6 = FwpmLayers.ALE_AUTH_CONNECT_V6;
    private static final FwpmFilterCondition0 PROTOCOL =
            condition(
                    FwpmConditions.IP_PROTOCOL,
                    FwpMatchType.EQUAL,
                    new FwpConditionValue0.Uint8(6));

    private final TestEngine engine;
    private final Client client;

    ConditionsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private int add(LayerKey layer, FwpmFilterCondition0... conditions) {
        return client.add(Samples.with(Samples.block(layer), conditions));
    }

    private static FwpmFilterCondition0 port(int port) {
        return condition(
                FwpmConditions.IP_REMOTE_PORT,
                FwpMatchType.EQUAL,
                new FwpConditionValue0.Uint16(port));
    }

    private static FwpConditionValue0 range(FwpValue0 low, FwpValue0 high) {
        return new FwpConditionValue0.Range(new FwpRange0(low, high));
    }

    private static FwpConditionValue0 subnet(long mask) {
        return new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(0x0A00_0001, mask));
    }

    private static FwpConditionValue0 subnet6(int prefix) {
        return new FwpConditionValue0.V6AddrMask(
                new FwpV6AddrAndMask(Bytes.of(new byte[16]), prefix));
    }

    private static FwpConditionValue0 descriptor(Bytes bytes) {
        return new FwpConditionValue0.SecurityDescriptor(new FwpByteBlob(bytes));
    }

    private static Bytes localSystem() {
        Sid system = Sid.of("S-1-5-18");
        return SecurityDescriptor.of(
                        system, system, AccessControlList.of(AccessControlEntry.allow(system, 1)))
                .toBytes();
    }

    @Test
    @DisplayName("4.31, 4.4-absent: the field must be one of the layer's")
    void refusesForeignField() {
        assertError(
                add(
                        V4,
                        condition(
                                FwpmConditions.ALE_REAUTH_REASON,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint32(1))),
                ErrorCode.FWP_E_CONDITION_NOT_FOUND);
    }

    /** Per value that its field takes: exactly the match types that are possible (4.33). */
    static Stream<Arguments> matches() {
        Set<FwpMatchType> sortable =
                EnumSet.of(
                        FwpMatchType.EQUAL,
                        FwpMatchType.NOT_EQUAL,
                        FwpMatchType.LESS,
                        FwpMatchType.LESS_OR_EQUAL,
                        FwpMatchType.GREATER,
                        FwpMatchType.GREATER_OR_EQUAL);
        Set<FwpMatchType> unsigned = EnumSet.copyOf(sortable);
        unsigned.addAll(
                EnumSet.of(
                        FwpMatchType.FLAGS_ALL_SET,
                        FwpMatchType.FLAGS_ANY_SET,
                        FwpMatchType.FLAGS_NONE_SET));
        Set<FwpMatchType> text = EnumSet.copyOf(sortable);
        text.addAll(EnumSet.of(FwpMatchType.PREFIX, FwpMatchType.NOT_PREFIX));
        Set<FwpMatchType> equal = EnumSet.of(FwpMatchType.EQUAL);
        return Stream.of(
                Arguments.of(
                        V4, FwpmConditions.IP_PROTOCOL, new FwpConditionValue0.Uint8(6), unsigned),
                Arguments.of(
                        V4,
                        FwpmConditions.IP_REMOTE_PORT,
                        new FwpConditionValue0.Uint16(6),
                        unsigned),
                Arguments.of(V4, FwpmConditions.FLAGS, new FwpConditionValue0.Uint32(1), unsigned),
                Arguments.of(
                        V4,
                        FwpmConditions.IP_LOCAL_INTERFACE,
                        new FwpConditionValue0.Uint64(1),
                        unsigned),
                Arguments.of(
                        V6,
                        FwpmConditions.IP_REMOTE_ADDRESS,
                        new FwpConditionValue0.ByteArray16(
                                new FwpByteArray16(Bytes.of(new byte[16]))),
                        sortable),
                Arguments.of(
                        V4,
                        FwpmConditions.ALE_APP_ID,
                        new FwpConditionValue0.ByteBlob(new FwpByteBlob(Bytes.of((byte) 1))),
                        text),
                Arguments.of(
                        V4,
                        FwpmConditions.ALE_PACKAGE_ID,
                        new FwpConditionValue0.Sid(Sid.of("S-1-15-2-1")),
                        EnumSet.of(FwpMatchType.EQUAL, FwpMatchType.NOT_EQUAL)),
                Arguments.of(V4, FwpmConditions.ALE_USER_ID, descriptor(localSystem()), equal),
                Arguments.of(V4, FwpmConditions.IP_REMOTE_ADDRESS, subnet(0xFF00_0000L), equal),
                Arguments.of(V6, FwpmConditions.IP_REMOTE_ADDRESS, subnet6(64), equal),
                Arguments.of(
                        V4,
                        FwpmConditions.IP_REMOTE_PORT,
                        range(new FwpValue0.Uint16(1), new FwpValue0.Uint16(2)),
                        EnumSet.of(FwpMatchType.RANGE)),
                Arguments.of(
                        V4, FwpmConditions.IP_REMOTE_PORT, new FwpConditionValue0.Empty(), equal));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("matches")
    @DisplayName(
            "4.33, 4.4-match-equal, 4.4-match-order, 4.4-match-range, 4.4-match-flags,"
                + " 4.4-match-case, 4.4-match-not-equal, 4.4-match-prefix, 4.4-empty: each type of"
                + " value can be matched in certain ways only")
    void takesFittingMatches(
            LayerKey layer,
            ConditionKey field,
            FwpConditionValue0 value,
            Set<FwpMatchType> possible) {
        for (FwpMatchType match : FwpMatchType.values()) {
            int result = add(layer, condition(field, match, value));
            if (possible.contains(match)) {
                assertOk(result);
            } else {
                assertError(result, ErrorCode.FWP_E_MATCH_TYPE_MISMATCH);
            }
        }
    }

    @Test
    @DisplayName("4.32: the type of the value must be one that the field takes")
    void refusesWrongType() {
        assertError(
                add(
                        V4,
                        condition(
                                FwpmConditions.IP_REMOTE_PORT,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint32(80))),
                ErrorCode.FWP_E_TYPE_MISMATCH);
        assertError(
                add(
                        V4,
                        condition(
                                FwpmConditions.ALE_USER_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Sid(Sid.of("S-1-5-18")))),
                ErrorCode.FWP_E_TYPE_MISMATCH);
        assertError(
                add(V6, condition(FwpmConditions.IP_REMOTE_ADDRESS, FwpMatchType.EQUAL, subnet(0))),
                ErrorCode.FWP_E_TYPE_MISMATCH);
    }

    /** Per kind of field: one of them, and the values that it takes (4.4). */
    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(V4, FwpmConditions.IP_PROTOCOL, Set.of(FwpDataType.UINT8)),
                Arguments.of(V4, FwpmConditions.IP_REMOTE_PORT, Set.of(FwpDataType.UINT16)),
                Arguments.of(V4, FwpmConditions.FLAGS, Set.of(FwpDataType.UINT32)),
                Arguments.of(V4, FwpmConditions.IP_LOCAL_INTERFACE, Set.of(FwpDataType.UINT64)),
                Arguments.of(
                        V4,
                        FwpmConditions.IP_REMOTE_ADDRESS,
                        Set.of(FwpDataType.UINT32, FwpDataType.V4_ADDR_MASK)),
                Arguments.of(
                        V6,
                        FwpmConditions.IP_REMOTE_ADDRESS,
                        Set.of(FwpDataType.BYTE_ARRAY16_TYPE, FwpDataType.V6_ADDR_MASK)),
                Arguments.of(
                        FwpmLayers.RPC_UM,
                        FwpmConditions.RPC_IF_UUID,
                        Set.of(FwpDataType.BYTE_ARRAY16_TYPE)),
                Arguments.of(
                        FwpmLayers.INBOUND_MAC_FRAME_ETHERNET,
                        FwpmConditions.MAC_LOCAL_ADDRESS,
                        Set.of(FwpDataType.BYTE_ARRAY6_TYPE)),
                Arguments.of(V4, FwpmConditions.ALE_APP_ID, Set.of(FwpDataType.BYTE_BLOB_TYPE)),
                Arguments.of(V4, FwpmConditions.ALE_PACKAGE_ID, Set.of(FwpDataType.SID)),
                Arguments.of(
                        V4,
                        FwpmConditions.ALE_USER_ID,
                        Set.of(FwpDataType.SECURITY_DESCRIPTOR_TYPE)));
    }

    private static List<FwpConditionValue0> values() {
        return List.of(
                new FwpConditionValue0.Uint8(1),
                new FwpConditionValue0.Uint16(1),
                new FwpConditionValue0.Uint32(1),
                new FwpConditionValue0.Uint64(1),
                new FwpConditionValue0.Int32(1),
                new FwpConditionValue0.ByteArray16(new FwpByteArray16(Bytes.of(new byte[16]))),
                new FwpConditionValue0.ByteArray6(new FwpByteArray6(Bytes.of(new byte[6]))),
                new FwpConditionValue0.ByteBlob(new FwpByteBlob(Bytes.of((byte) 1))),
                new FwpConditionValue0.Sid(Sid.of("S-1-5-18")),
                descriptor(localSystem()),
                new FwpConditionValue0.UnicodeString("text"),
                subnet(0xFF00_0000L),
                subnet6(64));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("types")
    @DisplayName(
            "4.32, 4.4-type-integer, 4.4-type-v4, 4.4-type-v6, 4.4-type-array16, 4.4-type-array6,"
                    + " 4.4-type-blob, 4.4-type-sid, 4.4-type-token: a field takes certain types")
    void takesFittingTypes(LayerKey layer, ConditionKey field, Set<FwpDataType> possible) {
        for (FwpConditionValue0 value : values()) {
            int result = add(layer, condition(field, FwpMatchType.EQUAL, value));
            if (possible.contains(value.type())) {
                assertOk(result);
            } else {
                assertError(result, ErrorCode.FWP_E_TYPE_MISMATCH);
            }
        }
    }

    @Test
    @DisplayName("4.4-type-v4, 4.4-type-blob, 4.4-type-array16: what can be sorted has ranges")
    void takesRanges() {
        FwpValue0 low = new FwpValue0.ByteBlob(new FwpByteBlob(Bytes.of((byte) 1)));
        FwpValue0 high = new FwpValue0.ByteBlob(new FwpByteBlob(Bytes.of((byte) 2)));
        FwpValue0 array = new FwpValue0.ByteArray16(new FwpByteArray16(Bytes.of(new byte[16])));
        FwpValue0 address = new FwpValue0.Uint32(0x0A00_0001);
        assertOk(addRange(V4, FwpmConditions.ALE_APP_ID, low, high));
        assertOk(addRange(FwpmLayers.RPC_UM, FwpmConditions.RPC_IF_UUID, array, array));
        assertOk(addRange(V4, FwpmConditions.IP_REMOTE_ADDRESS, address, address));
    }

    private int addRange(LayerKey layer, ConditionKey field, FwpValue0 low, FwpValue0 high) {
        return add(layer, condition(field, FwpMatchType.RANGE, range(low, high)));
    }

    @Test
    @DisplayName("4.40: an empty blob is a value")
    void takesEmptyBlob() {
        assertOk(
                add(
                        V4,
                        condition(
                                FwpmConditions.ALE_APP_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.ByteBlob(Client.noData()))));
    }

    @Test
    @DisplayName("4.30, 4.34, 4.35: what does not decode is refused by its kind")
    void refusesUndecodable() {
        MemorySegment filter =
                client.encode(
                        Samples.with(
                                Samples.block(V4),
                                condition(
                                        FwpmConditions.IP_REMOTE_ADDRESS,
                                        FwpMatchType.EQUAL,
                                        subnet(0))),
                        Structs.FILTER);
        MemorySegment condition =
                Reader.DEFAULT.array(
                        filter, FwpmFilter0Codec.FILTER_CONDITION, 1, 40, 8, "condition");
        condition.set(JAVA_INT, FwpmFilterCondition0Codec.MATCH_TYPE, 13);
        assertError(addEncoded(filter), ErrorCode.FWP_E_INVALID_ENUMERATOR);
        condition.set(JAVA_INT, FwpmFilterCondition0Codec.MATCH_TYPE, 0);
        condition.set(ADDRESS, FwpmFilterCondition0Codec.CONDITION_VALUE + 8, MemorySegment.NULL);
        assertError(addEncoded(filter), ErrorCode.FWP_E_NULL_POINTER);
        filter.set(ADDRESS, FwpmFilter0Codec.FILTER_CONDITION, MemorySegment.NULL);
        assertError(addEncoded(filter), ErrorCode.FWP_E_NULL_POINTER);
    }

    private int addEncoded(MemorySegment filter) {
        return client.functions
                .filter()
                .FwpmFilterAdd0(client.handle, filter, Client.NULL, Client.NULL);
    }

    @Test
    @DisplayName("4.36, 4.4-type-integer: a range has both ends of the field's type, in order")
    void refusesBadRange() {
        assertError(
                addRange(new FwpValue0.Uint16(2), new FwpValue0.Uint16(1)),
                ErrorCode.FWP_E_INVALID_RANGE);
        assertError(
                addRange(new FwpValue0.Uint16(1), new FwpValue0.Uint32(2)),
                ErrorCode.FWP_E_TYPE_MISMATCH);
        assertError(
                addRange(new FwpValue0.Uint32(1), new FwpValue0.Uint32(2)),
                ErrorCode.FWP_E_TYPE_MISMATCH);
        assertOk(addRange(new FwpValue0.Uint16(2), new FwpValue0.Uint16(2)));
    }

    private int addRange(FwpValue0 low, FwpValue0 high) {
        return add(
                V4, condition(FwpmConditions.IP_REMOTE_PORT, FwpMatchType.RANGE, range(low, high)));
    }

    @Test
    @DisplayName("4.36, 4.4-byte-order, 4.4-type-v6: numbers and addresses in ranges have no sign")
    void comparesUnsigned() {
        assertOk(
                add(
                        V4,
                        condition(
                                FwpmConditions.IP_LOCAL_INTERFACE,
                                FwpMatchType.RANGE,
                                range(new FwpValue0.Uint64(1), new FwpValue0.Uint64(-1)))));
        byte[] high = new byte[16];
        high[0] = -1;
        FwpValue0 from = new FwpValue0.ByteArray16(new FwpByteArray16(Bytes.of(new byte[16])));
        FwpValue0 to = new FwpValue0.ByteArray16(new FwpByteArray16(Bytes.of(high)));
        ConditionKey field = FwpmConditions.IP_REMOTE_ADDRESS;
        assertOk(add(V6, condition(field, FwpMatchType.RANGE, range(from, to))));
        assertError(
                add(V6, condition(field, FwpMatchType.RANGE, range(to, from))),
                ErrorCode.FWP_E_INVALID_RANGE);
    }

    @Test
    @DisplayName("4.37, 4.38, 4.39: a mask is ones and then zeros; host bits do not matter")
    void refusesBadMask() {
        ConditionKey field = FwpmConditions.IP_REMOTE_ADDRESS;
        for (long mask : new long[] {0, 0x8000_0000L, 0xFFFF_FF00L, 0xFFFF_FFFFL}) {
            assertOk(add(V4, condition(field, FwpMatchType.EQUAL, subnet(mask))));
        }
        for (long mask : new long[] {0xFF00_FF00L, 1, 0x7FFF_FFFFL, 0xFFFF_FFFDL}) {
            assertError(
                    add(V4, condition(field, FwpMatchType.EQUAL, subnet(mask))),
                    ErrorCode.FWP_E_INVALID_NET_MASK);
        }
        assertOk(add(V6, condition(field, FwpMatchType.EQUAL, subnet6(128))));
        assertError(
                add(V6, condition(field, FwpMatchType.EQUAL, subnet6(129))),
                ErrorCode.FWP_E_INVALID_NET_MASK);
    }

    @Test
    @DisplayName("4.41: a security descriptor must be one, and self-relative")
    void refusesBadDescriptor() {
        int result =
                add(
                        V4,
                        condition(
                                FwpmConditions.ALE_USER_ID,
                                FwpMatchType.EQUAL,
                                descriptor(Bytes.of(new byte[20]))));
        assertThat(result).isEqualTo(0x8007053A);
    }

    @Test
    @DisplayName("4.44, 4.45, U4: a field may come again next to itself only")
    void refusesScatteredField() {
        assertOk(add(V4, PROTOCOL, port(80), port(443), port(8080)));
        assertError(add(V4, port(80), PROTOCOL, port(443)), ErrorCode.FWP_E_DUPLICATE_CONDITION);
    }
}

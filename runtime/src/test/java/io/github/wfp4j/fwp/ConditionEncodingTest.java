package io.github.wfp4j.fwp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.headers.CReader;
import io.github.wfp4j.internal.codec.FwpConditionValue0Codec;
import io.github.wfp4j.internal.codec.FwpmFilterCondition0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.samples.FwpConditionValue0Samples;
import io.github.wfp4j.samples.FwpmFilterCondition0Samples;
import io.github.wfp4j.samples.Samples;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.view.FwpmFilterCondition0View;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a filter's conditions lie in memory: every data type with every match type survives encoding
 * and decoding, and is read in place as it was written.
 */
final class ConditionEncodingTest {
    /** Twice as many as there are triples of a data type, a match type and a field. */
    private static final int TRIES = 100_000;

    private static final List<ConditionKey> FIELDS = fields();

    private static List<ConditionKey> fields() {
        List<ConditionKey> fields = new ArrayList<>();
        for (Field field : FwpmConditions.class.getFields()) {
            if (field.getType() == ConditionKey.class) {
                try {
                    fields.add((ConditionKey) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(field.toString(), e);
                }
            }
        }
        return List.copyOf(fields);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void everyConditionSurvivesMemory(@ForAll("conditions") FwpmFilterCondition0 condition) {
        Statistics.label("data type")
                .collect(condition.conditionValue().type())
                .coverage(it ->
                        Arrays.stream(FwpDataType.values())
                                .forEach(type -> it.check(type).count(count -> count > 0)));
        Statistics.label("match type")
                .collect(condition.matchType())
                .coverage(it ->
                        Arrays.stream(FwpMatchType.values())
                                .forEach(type -> it.check(type).count(count -> count > 0)));
        survives(condition);
    }

    @Test
    @DisplayName("every field of a condition with every data type and match type survives memory")
    void everyTripleSurvivesMemory() {
        assertThat(FIELDS).hasSizeGreaterThan(100);
        for (ConditionKey field : FIELDS) {
            everyPair().forEach(it -> survives(it.withFieldKey(field)));
        }
    }

    @Provide
    Arbitrary<FwpmFilterCondition0> conditions() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.of(FIELDS)),
                                Tuple.of(1, Samples.guids().map(ConditionKey::new))),
                        Arbitraries.of(FwpMatchType.values()),
                        FwpConditionValue0Samples.any())
                .as(FwpmFilterCondition0::new);
    }

    private static final FwpByteBlob BLOB = new FwpByteBlob(Bytes.ofHex("5c0064000000"));

    /** One value of each data type. */
    private static List<FwpConditionValue0> oneOfEach() {
        return List.of(
                new FwpConditionValue0.Empty(),
                new FwpConditionValue0.Uint8(255),
                new FwpConditionValue0.Uint16(65535),
                new FwpConditionValue0.Uint32(0xFFFF_FFFFL),
                new FwpConditionValue0.Uint64(-1),
                new FwpConditionValue0.Int8(-128),
                new FwpConditionValue0.Int16(-32768),
                new FwpConditionValue0.Int32(Integer.MIN_VALUE),
                new FwpConditionValue0.Int64(Long.MIN_VALUE),
                new FwpConditionValue0.Float(1.5f),
                new FwpConditionValue0.Double(-0.0),
                new FwpConditionValue0.ByteArray16(
                        new FwpByteArray16(Bytes.ofHex("20010db8000000000000000000000001"))),
                new FwpConditionValue0.ByteBlob(BLOB),
                new FwpConditionValue0.Sid(Sid.of("S-1-5-21-1-2-3-1001")),
                new FwpConditionValue0.SecurityDescriptor(BLOB),
                new FwpConditionValue0.TokenInformation(
                        new FwpTokenInformation(List.of(), List.of())),
                new FwpConditionValue0.TokenAccessInformation(BLOB),
                new FwpConditionValue0.UnicodeString("\\device\\harddiskvolume1"),
                new FwpConditionValue0.ByteArray6(new FwpByteArray6(Bytes.ofHex("001122334455"))),
                new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(0xC0A8_0000L, 0xFFFF_0000L)),
                new FwpConditionValue0.V6AddrMask(
                        new FwpV6AddrAndMask(Bytes.ofHex("fe800000000000000000000000000000"), 10)),
                new FwpConditionValue0.Range(
                        new FwpRange0(new FwpValue0.Uint16(1000), new FwpValue0.Uint16(1020))));
    }

    @Test
    @DisplayName("there is a value for each data type of the headers")
    void thereIsAValueForEachDataType() {
        Set<FwpDataType> covered =
                oneOfEach().stream().map(FwpConditionValue0::type).collect(Collectors.toSet());
        assertThat(covered).containsExactlyInAnyOrder(FwpDataType.values());
    }

    static Stream<FwpmFilterCondition0> everyPair() {
        return oneOfEach().stream()
                .flatMap(value ->
                        Arrays.stream(FwpMatchType.values())
                                .map(match ->
                                        new FwpmFilterCondition0(
                                                FwpmConditions.ALE_APP_ID, match, value)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    @DisplayName("every data type with every match type survives memory")
    void everyPairSurvivesMemory(FwpmFilterCondition0 condition) {
        survives(condition);
    }

    @Test
    @DisplayName("the C program refuses what leaves the block, and sees what is not there")
    void theReaderInCNoticesMistakes() {
        Assumptions.assumeTrue(CReader.isPossible());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory =
                    FwpConditionValue0Codec.encode(new FwpConditionValue0.Uint64(7), arena);
            assertThat(read(memory)).isEqualTo("{type=00000004;uint64=0000000000000007;}");
            memory.set(ValueLayout.JAVA_LONG, 8, memory.address() + 24);
            assertThat(read(memory)).isEqualTo("{type=00000004;uint64=!outside;}");
            memory.set(ValueLayout.JAVA_LONG, 8, memory.address() + 12);
            assertThat(read(memory)).isEqualTo("{type=00000004;uint64=!misaligned;}");
            memory.set(ValueLayout.JAVA_INT, 0, 99);
            assertThat(read(memory)).isEqualTo("{type=00000063;!tag}");
        }
    }

    private static String read(MemorySegment memory) {
        return CReader.instance().read("FWP_CONDITION_VALUE0", memory);
    }

    private static void survives(FwpmFilterCondition0 condition) {
        Samples.survives(
                condition,
                FwpmFilterCondition0Codec::encode,
                FwpmFilterCondition0Codec::decode,
                FwpmFilterCondition0View::new,
                FwpmFilterCondition0Samples::agree);
    }

    @Test
    @DisplayName("a byte array of 16 lies behind a pointer, not in the union")
    void aByteArrayLiesBehindAPointer() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory =
                    FwpConditionValue0Codec.encode(
                            new FwpConditionValue0.ByteArray16(
                                    new FwpByteArray16(
                                            Bytes.ofHex("000102030405060708090a0b0c0d0e0f"))),
                            arena);
            assertThat(memory.get(ValueLayout.JAVA_INT, 0)).isEqualTo(11);
            long pointer = memory.get(ValueLayout.JAVA_LONG, 8);
            assertThat(pointer).isBetween(memory.address() + 16, memory.address() + 16);
            assertThat(memory.get(ValueLayout.JAVA_LONG, 16)).isEqualTo(0x0706050403020100L);
        }
    }

    @Test
    @DisplayName("a 64-bit number lies behind a pointer, smaller ones in the union")
    void a64BitNumberLiesBehindAPointer() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment wide =
                    FwpConditionValue0Codec.encode(new FwpConditionValue0.Uint64(7), arena);
            assertThat(wide.get(ValueLayout.JAVA_LONG, 8)).isEqualTo(wide.address() + 16);
            assertThat(wide.get(ValueLayout.JAVA_LONG, 16)).isEqualTo(7);
            MemorySegment narrow =
                    FwpConditionValue0Codec.encode(new FwpConditionValue0.Uint16(5555), arena);
            assertThat(narrow.get(ValueLayout.JAVA_SHORT, 8)).isEqualTo((short) 5555);
            assertThat(narrow.byteSize()).isEqualTo(16);
        }
    }

    @Test
    @DisplayName("an unknown data type is named when decoding and readable as a number in place")
    void anUnknownDataTypeIsNamed() {
        try (Arena arena = Arena.ofConfined();
                Page page = new Page(MemorySegment.NULL, 0, () -> {})) {
            MemorySegment memory =
                    FwpmFilterCondition0Codec.encode(
                            new FwpmFilterCondition0(
                                    FwpmConditions.IP_PROTOCOL,
                                    FwpMatchType.EQUAL,
                                    new FwpConditionValue0.Uint8(6)),
                            arena);
            memory.set(ValueLayout.JAVA_INT, FwpmFilterCondition0Codec.CONDITION_VALUE, 0x99);
            assertThatThrownBy(() -> FwpmFilterCondition0Codec.decode(memory))
                    .isInstanceOf(DecodingException.class)
                    .hasMessage(
                            "FWP_CONDITION_VALUE0.type: no member belongs to 0x99 of"
                                    + " FWP_DATA_TYPE");
            FwpmFilterCondition0View view = new FwpmFilterCondition0View(page, memory.address());
            assertThat(view.conditionValue().typeRaw()).isEqualTo(0x99);
            assertThatThrownBy(() -> view.conditionValue().type())
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("0x99");
        }
    }

    @Test
    @DisplayName("a null pointer where a value must be is named")
    void aNullPointerIsNamed() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(FwpConditionValue0Codec.BYTE_SIZE, 8);
            memory.set(ValueLayout.JAVA_INT, 0, FwpDataType.SID.value());
            assertThatThrownBy(() -> FwpConditionValue0Codec.decode(memory))
                    .isInstanceOf(DecodingException.class)
                    .hasMessage("FWP_CONDITION_VALUE0.sid: is null, which it must not be");
        }
    }

    @Test
    @DisplayName("a number that its C type cannot hold is refused with its name")
    void aNumberOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new FwpConditionValue0.Uint16(65536))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("uint16 must be in 0..65535: 65536");
        assertThatThrownBy(() -> new FwpConditionValue0.Uint32(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("uint32 must be in 0..4294967295: -1");
    }
}

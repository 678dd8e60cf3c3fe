package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.Facts;
import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Sid;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The automatic weight (4.3), against the weights of real filters. */
final class AutoWeightTest {
    /** The generations of the schema whose field lists are known. */
    private static final Set<String> GENERATIONS = Set.of("a", "b", "c");

    /** Two shapes of which real filters weigh more than the rule says, known and left so. */
    private static final String RESIDUAL = "residual";

    private static final Map<String, Layer> LAYERS =
            BuiltinLayers.all().stream()
                    .collect(Collectors.toMap(it -> it.key().toString(), Function.identity()));

    private static final Map<String, AutoWeight> WEIGHTS = new HashMap<>();

    private static AutoWeight weights(String generation, String layer) {
        return WEIGHTS.computeIfAbsent(
                generation + " " + layer,
                _ -> new AutoWeight(ofGeneration(generation, get(LAYERS, layer))));
    }

    /** Older generations lack fields that came later; the others stand in the same order. */
    private static Layer ofGeneration(String generation, Layer layer) {
        List<LayerField> fields =
                layer.fields().stream().filter(it -> has(generation, it.key())).toList();
        return new Layer(
                layer.key(),
                layer.id(),
                layer.name(),
                layer.flags(),
                layer.defaultSublayer(),
                fields);
    }

    private static boolean has(String generation, ConditionKey field) {
        Set<ConditionKey> newInC =
                Set.of(
                        FwpmConditions.RESERVED0,
                        FwpmConditions.RESERVED1,
                        FwpmConditions.RESERVED2,
                        FwpmConditions.RESERVED3,
                        FwpmConditions.ALE_PACKAGE_FAMILY_NAME);
        return switch (generation) {
            case "a" -> !newInC.contains(field) && !field.equals(FwpmConditions.COMPARTMENT_ID);
            case "b" -> !newInC.contains(field);
            default -> true;
        };
    }

    private static <T> T get(Map<String, T> map, String name) {
        return requireNonNull(map.get(name), name);
    }

    @Test
    @DisplayName("4.3-automatic: every observed shape weighs what it weighs on Windows")
    void weighsWhatRealFiltersWeigh() {
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (NamedCsvRecord row : Facts.rows("autoweight_cases")) {
            if (!GENERATIONS.contains(row.getField("generation"))) {
                continue;
            }
            compared++;
            long expected = Long.decode(row.getField("expected_low60_hex"));
            long weight =
                    weights(row.getField("generation"), row.getField("layer"))
                            .of(conditions(row.getField("conditions")));
            if (weight != expected) {
                different.add(row.getField("rule") + " " + row + " is " + Long.toHexString(weight));
            }
        }
        assertThat(compared).isEqualTo(854);
        assertThat(different).hasSize(2).allMatch(it -> it.startsWith(RESIDUAL));
    }

    @Test
    @DisplayName("4.3-automatic: the classes have the bits that were computed for them")
    void laysTheSlotsOut() {
        int compared = 0;
        for (NamedCsvRecord row : Facts.rows("autoweight_slots")) {
            if (!GENERATIONS.contains(row.getField("generation"))) {
                continue;
            }
            compared++;
            List<AutoWeight.Slot> slots =
                    weights(row.getField("generation"), row.getField("layer")).slots().reversed();
            AutoWeight.Slot slot = slots.get(Integer.parseInt(row.getField("rank")));
            String text =
                    "%s,%s,%d,%d,%d"
                            .formatted(
                                    slot.weightClass().fields().stream()
                                            .map(it -> shortName(it.key()))
                                            .collect(Collectors.joining(" ")),
                                    slot.weightClass().graded() ? "yes" : "no",
                                    slot.position(),
                                    slot.bits(),
                                    slot.capacity());
            assertThat(text)
                    .as("%s", row)
                    .isEqualTo(
                            String.join(
                                    ",",
                                    row.getField("fields"),
                                    row.getField("graded"),
                                    row.getField("low_bit"),
                                    row.getField("bits"),
                                    row.getField("capacity_bits")));
        }
        assertThat(compared).isEqualTo(822);
    }

    @Test
    @DisplayName("U11: at every layer the classes share 60 bits, filters seen there or not")
    void sharesSixtyBits() {
        for (Layer layer : BuiltinLayers.all()) {
            int next = 0;
            for (AutoWeight.Slot slot : new AutoWeight(layer).slots()) {
                assertThat(slot.position()).as(layer.name()).isEqualTo(next);
                assertThat(slot.bits()).as(layer.name()).isPositive();
                next += slot.bits();
            }
            assertThat(next).as(layer.name()).isEqualTo(layer.fields().isEmpty() ? 0 : 60);
        }
    }

    private static String shortName(ConditionKey key) {
        return key.toString().replace("FWPM_CONDITION_", "");
    }

    private static final Map<String, ConditionKey> FIELDS =
            LAYERS.values().stream()
                    .flatMap(it -> it.fields().stream())
                    .map(LayerField::key)
                    .distinct()
                    .collect(Collectors.toMap(AutoWeightTest::shortName, Function.identity()));

    private static List<FwpmFilterCondition0> conditions(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" & ")).map(AutoWeightTest::condition).toList();
    }

    private static FwpmFilterCondition0 condition(String text) {
        String[] parts = text.split(":", 4);
        return new FwpmFilterCondition0(
                get(FIELDS, parts[0]), FwpMatchType.valueOf(parts[1]), value(parts[2], parts[3]));
    }

    private static FwpConditionValue0 value(String type, String shape) {
        return switch (type) {
            case "UINT8" -> new FwpConditionValue0.Uint8(1);
            case "UINT16" -> new FwpConditionValue0.Uint16(1);
            case "UINT32" -> new FwpConditionValue0.Uint32(1);
            case "UINT64" -> new FwpConditionValue0.Uint64(1);
            case "BYTE_BLOB_TYPE" ->
                    new FwpConditionValue0.ByteBlob(new FwpByteBlob(Bytes.empty()));
            case "BYTE_ARRAY16_TYPE" -> new FwpConditionValue0.ByteArray16(address("::1"));
            case "SID" -> new FwpConditionValue0.Sid(Sid.of("S-1-5-18"));
            case "SECURITY_DESCRIPTOR_TYPE" ->
                    new FwpConditionValue0.SecurityDescriptor(new FwpByteBlob(Bytes.empty()));
            case "V4_ADDR_MASK" ->
                    new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(0, mask(shape)));
            case "V6_ADDR_MASK" ->
                    new FwpConditionValue0.V6AddrMask(
                            new FwpV6AddrAndMask(address("::").byteArray16(), prefix(shape)));
            default -> range(type, shape);
        };
    }

    private static int prefix(String shape) {
        return Integer.parseInt(shape.substring(shape.indexOf('/') + 1));
    }

    private static long mask(String shape) {
        return 0xFFFF_FFFFL << (32 - prefix(shape)) & 0xFFFF_FFFFL;
    }

    private static FwpConditionValue0 range(String type, String shape) {
        String[] ends = shape.split("\\.\\.", 2);
        Function<String, FwpValue0> toValue =
                switch (type) {
                    case "RANGE(UINT8)" -> it -> new FwpValue0.Uint8(Integer.parseInt(it));
                    case "RANGE(UINT16)" -> it -> new FwpValue0.Uint16(Integer.parseInt(it));
                    case "RANGE(UINT32)" -> it -> new FwpValue0.Uint32(number(it));
                    case "RANGE(BYTE_ARRAY16_TYPE)" -> it -> new FwpValue0.ByteArray16(address(it));
                    default -> throw new IllegalArgumentException(type);
                };
        return new FwpConditionValue0.Range(
                new FwpRange0(toValue.apply(ends[0]), toValue.apply(ends[1])));
    }

    private static long number(String address) {
        if (!address.contains(".")) {
            return Long.parseLong(address);
        }
        long number = 0;
        for (String part : address.split("\\.", 4)) {
            number = number << 8 | Long.parseLong(part);
        }
        return number;
    }

    private static FwpByteArray16 address(String text) {
        try {
            return new FwpByteArray16(Bytes.of(InetAddress.getByName(text).getAddress()));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Property
    @Label("4.3-automatic: a longer prefix never weighs less")
    void weighsLongerPrefixesNoLess(
            @ForAll @IntRange(max = 32) int first, @ForAll @IntRange(max = 32) int second) {
        assertThat(ofPrefix(Math.max(first, second)))
                .isGreaterThanOrEqualTo(ofPrefix(Math.min(first, second)));
    }

    private static long ofPrefix(int length) {
        FwpConditionValue0 value =
                new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(0, mask("/" + length)));
        return weigh(FwpmConditions.IP_REMOTE_ADDRESS, FwpMatchType.EQUAL, value);
    }

    @Property
    @Label("4.3-automatic: a range within another one never weighs less")
    void weighsNarrowerRangesNoLess(
            @ForAll @IntRange(max = 0xFFFF) int low,
            @ForAll @IntRange(max = 0xFFFF) int high,
            @ForAll @IntRange(max = 0xFFFF) int inner) {
        int from = Math.min(low, high);
        int to = Math.max(low, high);
        int middle = Math.clamp(inner, from, to);
        assertThat(ofPorts(middle, to)).isGreaterThanOrEqualTo(ofPorts(from, to));
        assertThat(ofPorts(from, middle)).isGreaterThanOrEqualTo(ofPorts(from, to));
        assertThat(
                        weigh(
                                FwpmConditions.IP_REMOTE_PORT,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint16(middle)))
                .isGreaterThanOrEqualTo(ofPorts(from, to));
    }

    private static long ofPorts(int low, int high) {
        return weigh(
                FwpmConditions.IP_REMOTE_PORT,
                FwpMatchType.RANGE,
                new FwpConditionValue0.Range(
                        new FwpRange0(new FwpValue0.Uint16(low), new FwpValue0.Uint16(high))));
    }

    private static long weigh(ConditionKey field, FwpMatchType match, FwpConditionValue0 value) {
        return weights("c", FwpmLayers.ALE_AUTH_CONNECT_V4.toString())
                .of(List.of(new FwpmFilterCondition0(field, match, value)));
    }
}

package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.Facts;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes with which field, compared with the table of observed fields. */
final class ConditionFieldsTest {
    private static final List<NamedCsvRecord> ROWS =
            Facts.rows("layer_fields").stream()
                    .filter(row -> row.getField("observed").equals("yes"))
                    .toList();

    static Stream<ConditionField> fields() {
        return Stream.<ConditionField[]>of(
                        NumberField.values(),
                        AddressField.values(),
                        HardwareAddressField.values(),
                        IdentifierField.values(),
                        BlobField.values(),
                        SidField.values(),
                        AccessField.values())
                .flatMap(Arrays::stream);
    }

    static Stream<String> layers() {
        return ROWS.stream().map(row -> row.getField("layer")).distinct();
    }

    private static Set<FwpDataType> types(String words) {
        Set<FwpDataType> types = EnumSet.noneOf(FwpDataType.class);
        for (FwpDataType type : FwpDataType.values()) {
            if (Arrays.asList(words.split(" ")).contains(type.cName())) {
                types.add(type);
            }
        }
        return types;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void takeWhatTheTableSays(String layer) {
        LayerKey key = layerKey(layer);
        LayerConditions none = Conditions.at(key);
        for (NamedCsvRecord row : ROWS) {
            if (row.getField("layer").equals(layer)) {
                Set<FwpDataType> allowed = types(row.getField("condition_value_types"));
                FwpDataType own = types(row.getField("data_type")).iterator().next();
                ConditionKey field = field(none, row.getField("condition"));
                List<FwpConditionValue0> values = new ArrayList<>(ConditionSamples.VALUES);
                values.addAll(ConditionSamples.RANGES.values());
                for (FwpConditionValue0 value : values) {
                    boolean typeFits =
                            value.type() == FwpDataType.EMPTY
                                    || (allowed.contains(value.type())
                                            && (value.type() != FwpDataType.RANGE_TYPE
                                                    || value.equals(
                                                            ConditionSamples.RANGES.get(own))));
                    for (FwpMatchType match : FwpMatchType.values()) {
                        FwpmFilterCondition0 condition =
                                new FwpmFilterCondition0(field, match, value);
                        assertThat(accepts(() -> none.with(condition)))
                                .as("%s %s %s %s", layer, field, match, value)
                                .isEqualTo(
                                        typeFits
                                                && ConditionSamples.isInTable(match, value.type()));
                    }
                }
            }
        }
    }

    private static ConditionKey field(LayerConditions layer, String name) {
        return layer.fields().stream()
                .filter(it -> it.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LayerKey layerKey(String name) {
        if (name.startsWith("{")) {
            return LayerKey.of(name);
        }
        return BuiltinLayers.all().stream()
                .map(Layer::key)
                .filter(it -> it.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean accepts(Runnable construction) {
        try {
            construction.run();
            return true;
        } catch (InvalidMemberException e) {
            assertThat(e.path()).matches("(filterCondition\\[0]|condition)\\..+");
            assertThat(e).hasMessageStartingWith(e.path() + " must ");
            return false;
        }
    }

    @Test
    void haveTheTypesOfTheTable() {
        Map<String, Set<FwpDataType>> expected = new HashMap<>();
        for (NamedCsvRecord row : ROWS) {
            String name = row.getField("condition");
            if (!name.contains("RESERVED")) {
                expected.computeIfAbsent(name, _ -> EnumSet.noneOf(FwpDataType.class))
                        .addAll(types(row.getField("condition_value_types")));
            }
        }
        assertThat(typesByName()).containsAllEntriesOf(expected);
    }

    @Test
    void areAllThatAreDocumentedWithATypeAndNoOthers() {
        Set<String> known = new TreeSet<>(typesByName().keySet());
        Set<String> documented = new TreeSet<>();
        for (NamedCsvRecord row : Facts.rows("documented_condition_types")) {
            if (!row.getField("documented_data_types").isEmpty()
                    && row.getField("alias_of").isEmpty()) {
                documented.add(row.getField("condition"));
            }
        }
        Set<String> observed =
                ROWS.stream()
                        .map(row -> row.getField("condition"))
                        .filter(name -> !name.contains("RESERVED"))
                        .collect(Collectors.toCollection(TreeSet::new));
        documented.addAll(observed);
        assertThat(known).isEqualTo(documented);
    }

    private static Map<String, Set<FwpDataType>> typesByName() {
        Map<String, Set<FwpDataType>> types = new HashMap<>();
        fields().forEach(field ->
                types.computeIfAbsent(
                                field.key().toString(), _ -> EnumSet.noneOf(FwpDataType.class))
                        .addAll(field.valueTypes()));
        return types;
    }

    @ParameterizedTest
    @MethodSource("fields")
    void refuseOtherPartsByName(ConditionField field) {
        for (FwpConditionValue0 value : ConditionSamples.VALUES) {
            boolean fits =
                    value.type() == FwpDataType.EMPTY || field.valueTypes().contains(value.type());
            for (FwpMatchType match : FwpMatchType.values()) {
                assertThat(accepts(() -> field.condition(match, value)))
                        .as("%s %s %s", field, match, value)
                        .isEqualTo(fits && ConditionSamples.isInTable(match, value.type()));
            }
        }
        assertThat(field.isUnknown().conditionValue()).isInstanceOf(FwpConditionValue0.Empty.class);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nameThemselvesWhenTheyRefuseAText(ConditionField field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.matching("no such thing"))
                .withMessageContaining(field.key().toString())
                .withMessageEndingWith(": no such thing");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, EQUAL, 6",
        "6, EQUAL, 6",
        "0x11, EQUAL, 17",
        "icmpv6, EQUAL, 58",
    })
    void readProtocols(String text, FwpMatchType match, int number) {
        assertThat(Conditions.protocol(text))
                .isEqualTo(
                        NumberField.IP_PROTOCOL.condition(
                                match, new FwpConditionValue0.Uint8(number)));
    }

    @Test
    void suggestNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.protocol("tpc"))
                .withMessageContaining("FWPM_CONDITION_IP_PROTOCOL takes a number in 0..255")
                .withMessageContaining("TCP")
                .withMessageEndingWith(": tpc");
    }

    @Test
    void readNumbers() {
        assertThat(NumberField.IP_REMOTE_PORT.is("1024-2047"))
                .isEqualTo(Conditions.remotePorts(1024, 2047));
        assertThat(NumberField.FLAGS.hasAll(1).matchType()).isEqualTo(FwpMatchType.FLAGS_ALL_SET);
        assertThat(NumberField.FLAGS.matching("IS_LOOPBACK")).isEqualTo(NumberField.FLAGS.is(1));
        assertThat(NumberField.DIRECTION.is("inbound")).isEqualTo(NumberField.DIRECTION.is(1));
        assertThat(NumberField.INTERFACE_TYPE.is("SOFTWARE_LOOPBACK"))
                .isEqualTo(Conditions.interfaceType(24));
        assertThat(Conditions.localInterface(-1).conditionValue())
                .isEqualTo(new FwpConditionValue0.Uint64(-1));
        assertThat(NumberField.IP_LOCAL_INTERFACE.is("0xFFFFFFFFFFFFFFFF"))
                .isEqualTo(Conditions.localInterface(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberField.IP_REMOTE_PORT.isNot(65536))
                .withMessage("FWPM_CONDITION_IP_REMOTE_PORT takes a number in 0..65535: 65536");
        assertThatExceptionOfType(InvalidMemberException.class)
                .isThrownBy(() -> NumberField.IP_REMOTE_PORT.isBetween(2, 1))
                .withMessageContaining("must not end before it begins");
    }

    @Test
    void readAddresses() {
        assertThat(AddressField.IP_REMOTE_ADDRESS.is("10.0.0.0/8"))
                .isEqualTo(Conditions.remoteAddress("10.0.0.0/8"));
        assertThat(AddressField.IP_REMOTE_ADDRESS.is("fd00::1 - fd00::9").matchType())
                .isEqualTo(FwpMatchType.RANGE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressField.IP_REMOTE_ADDRESS.is("10.0.0.1-fd00::9"))
                .withMessageContaining("FWP_UINT32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressField.IP_LOCAL_ADDRESS_V4.is("fd00::9"))
                .withMessageContaining("FWPM_CONDITION_IP_LOCAL_ADDRESS_V4");
    }

    @Test
    void readOtherTexts() {
        assertThat(HardwareAddressField.MAC_LOCAL_ADDRESS.is("00:1A:2b:3c:4d:5e"))
                .isEqualTo(HardwareAddressField.MAC_LOCAL_ADDRESS.is("00-1a-2b-3c-4d-5e"));
        Guid guid = Guid.of("01020304-0506-0708-090a-0b0c0d0e0f10");
        assertThat(
                        ((FwpConditionValue0.ByteArray16)
                                        IdentifierField.RPC_IF_UUID.is(guid).conditionValue())
                                .byteArray16()
                                .byteArray16())
                .isEqualTo(Bytes.ofHex("0403020106050807090a0b0c0d0e0f10"));
        assertThat(IdentifierField.RPC_IF_UUID.is("{" + guid + "}"))
                .isEqualTo(IdentifierField.RPC_IF_UUID.is(guid));
        assertThat(BlobField.PEER_NAME.is("00ff"))
                .isEqualTo(BlobField.PEER_NAME.is(Bytes.ofHex("00ff")));
        assertThat(Conditions.appContainer("S-1-5-18"))
                .isEqualTo(SidField.ALE_PACKAGE_ID.is(ConditionSamples.USER));
        assertThat(Conditions.user(ConditionSamples.USER).conditionValue())
                .isEqualTo(new FwpConditionValue0.SecurityDescriptor(ConditionSamples.DESCRIPTOR));
        assertThat(Conditions.users("O:LSD:(A;;CC;;;S-1-5-18)"))
                .isEqualTo(Conditions.user(ConditionSamples.USER));
    }

    @Test
    void readProgramsOnDevices() {
        FwpmFilterCondition0 program = Conditions.application("\\Device\\HarddiskVolume3\\A.exe");
        byte[] id =
                ((FwpConditionValue0.ByteBlob) program.conditionValue())
                        .byteBlob()
                        .data()
                        .toByteArray();
        assertThat(new String(id, UTF_16LE)).isEqualTo("\\device\\harddiskvolume3\\a.exe\0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.application("C:\\a.exe"))
                .withMessageContaining("engine.appId(path)")
                .withMessageEndingWith(": C:\\a.exe");
    }

    @Test
    void mustBeOfTheLayer() {
        LayerConditions connect = Conditions.at(FwpmLayers.ALE_AUTH_CONNECT_V4);
        assertThatExceptionOfType(InvalidMemberException.class)
                .isThrownBy(() -> connect.with(AddressField.IP_REMOTE_ADDRESS_V4.is("10.0.0.1")))
                .withMessage(
                        "filterCondition[0].fieldKey must be a field of"
                                + " FWPM_LAYER_ALE_AUTH_CONNECT_V4, such as"
                                + " FWPM_CONDITION_IP_REMOTE_ADDRESS,"
                                + " FWPM_CONDITION_IP_LOCAL_ADDRESS,"
                                + " FWPM_CONDITION_IP_REMOTE_PORT:"
                                + " FWPM_CONDITION_IP_REMOTE_ADDRESS_V4");
        assertThatExceptionOfType(InvalidMemberException.class)
                .isThrownBy(() -> connect.with(AddressField.IP_REMOTE_ADDRESS.is("fd00::1")))
                .withMessageStartingWith(
                        "filterCondition[0].conditionValue must be FWP_UINT32 or FWP_V4_ADDR_MASK"
                                + " or FWP_RANGE_TYPE for FWPM_CONDITION_IP_REMOTE_ADDRESS: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.at(LayerKey.random()))
                .withMessageContaining("Conditions.at(engine.layer(key))");
    }

    @Test
    void standNextToEachOther() {
        FwpmFilterCondition0 web = NumberField.IP_REMOTE_PORT.is(80);
        FwpmFilterCondition0 secure = NumberField.IP_REMOTE_PORT.is(443);
        FwpmFilterCondition0 tcp = Conditions.protocol("TCP");
        LayerConditions conditions =
                Conditions.at(FwpmLayers.ALE_AUTH_CONNECT_V4).with(web).with(tcp).with(secure);
        assertThat(conditions.toList()).containsExactly(web, secure, tcp);
        assertThat(conditions.traps()).isEmpty();
        assertThat(Filters.block(conditions).filterCondition()).isEqualTo(conditions.toList());
        assertThat(Conditions.traps(List.of(web, tcp, secure)))
                .containsExactly(
                        new ConditionTrap(
                                ConditionTrap.Kind.SCATTERED, web.fieldKey(), List.of(0, 2)));
    }

    @Test
    void reportComplementsThatMatchEverything() {
        List<ConditionTrap> traps =
                Conditions.at(FwpmLayers.ALE_AUTH_CONNECT_V4)
                        .with(NumberField.IP_REMOTE_PORT.isNot(80))
                        .with(NumberField.IP_REMOTE_PORT.isNot(443))
                        .traps();
        assertThat(traps)
                .singleElement()
                .satisfies(trap -> {
                    assertThat(trap.kind()).isEqualTo(ConditionTrap.Kind.COMPLEMENT);
                    assertThat(trap.message())
                            .startsWith("conditions [0, 1] on FWPM_CONDITION_IP_REMOTE_PORT: ");
                });
    }
}

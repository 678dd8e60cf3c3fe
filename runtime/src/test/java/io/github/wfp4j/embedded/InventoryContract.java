package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.Facts;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmField0;
import io.github.wfp4j.fwpm.FwpmFieldType;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a new engine has, compared with the tables of facts (3.9, 7.1, 11). */
abstract class InventoryContract {
    private static final int EVERYTHING = 1000;

    private final TestEngine engine;
    private final Client client;

    InventoryContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    /** A function that creates an enumeration. */
    private interface Creation {
        int call(MemorySegment engineHandle, MemorySegment template, MemorySegment enumeration);
    }

    /** A function that gives a page of an enumeration. */
    private interface Next {
        int call(
                MemorySegment engineHandle,
                MemorySegment enumeration,
                int requested,
                MemorySegment entries,
                MemorySegment count);
    }

    private <R> List<R> all(
            Creation creation, Next next, Struct<R> struct, MemorySegment template) {
        MemorySegment enumeration = client.arena.allocate(ADDRESS);
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(creation.call(client.handle, template, enumeration));
        MemorySegment handle = enumeration.get(ADDRESS, 0);
        assertOk(next.call(client.handle, handle, EVERYTHING, entries, count));
        return client.takePage(entries, count, struct);
    }

    private List<FwpmLayer0> layers() {
        return layers(NULL);
    }

    private List<FwpmLayer0> layers(MemorySegment template) {
        var functions = client.functions.layer();
        return all(
                functions::FwpmLayerCreateEnumHandle0,
                functions::FwpmLayerEnum0,
                Structs.LAYER,
                template);
    }

    private List<FwpmProvider0> providers(MemorySegment template) {
        var functions = client.functions.provider();
        return all(
                functions::FwpmProviderCreateEnumHandle0,
                functions::FwpmProviderEnum0,
                Structs.PROVIDER,
                template);
    }

    private FwpmLayer0 layer(LayerKey key) {
        MemorySegment out = client.arena.allocate(ADDRESS);
        var functions = client.functions.layer();
        assertOk(functions.FwpmLayerGetByKey0(client.handle, client.encode(key), out));
        return client.take(out, Structs.LAYER);
    }

    private FwpmField0 field(LayerKey layer, ConditionKey key) {
        return layer(layer).field().stream()
                .filter(it -> it.fieldKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** {@return a key as it prints itself; the tables put braces around those without a name} */
    private static String name(NamedCsvRecord row, String column) {
        return row.getField(column).replaceAll("[{}]", "");
    }

    @Test
    @DisplayName("11-layers, 3.4-layer: there are 99 layers, with ids from 0 on")
    void hasLayers() {
        assertThat(layers())
                .hasSize(99)
                .allSatisfy(it -> assertThat(it.layerId()).isBetween(0, 98))
                .extracting(
                        it -> it.layerId() + " " + it.layerKey() + " " + it.displayData().name())
                .containsExactlyInAnyOrderElementsOf(
                        Facts.rows("layers").stream()
                                .map(row ->
                                        row.getField("layer_id")
                                                + " "
                                                + name(row, "layer")
                                                + " "
                                                + row.getField("name"))
                                .toList());
    }

    @Test
    @DisplayName("3.9-readonly: a layer is found by id and by key, and by enumeration")
    void findsLayers() {
        FwpmLayer0 layer = layer(FwpmLayers.ALE_AUTH_CONNECT_V4);
        MemorySegment out = client.arena.allocate(ADDRESS);
        var functions = client.functions.layer();
        short id = (short) layer.layerId();
        assertOk(functions.FwpmLayerGetById0(client.handle, id, out));
        assertThat(client.take(out, Structs.LAYER)).isEqualTo(layer);
        assertThat(layers()).contains(layer);
        assertError(
                functions.FwpmLayerGetByKey0(client.handle, client.encode(LayerKey.ZERO), out),
                ErrorCode.FWP_E_LAYER_NOT_FOUND);
    }

    @Test
    @DisplayName("3.9-sublayer: filters go to UNIVERSAL at every layer")
    void hasDefaultSublayer() {
        assertThat(layers())
                .extracting(FwpmLayer0::defaultSubLayerKey)
                .containsOnly(FwpmSublayers.UNIVERSAL);
    }

    @Test
    @DisplayName("3.9-flags: a layer shows what it is")
    void hasLayerFlags() {
        Map<String, String> expected =
                Facts.rows("layers").stream()
                        .collect(toMap(row -> name(row, "layer"), row -> row.getField("flags")));
        assertThat(layers())
                .allSatisfy(it ->
                        assertThat(bits(expected.getOrDefault(it.layerKey().toString(), "")))
                                .as(it.layerKey().toString())
                                .isEqualTo(it.flags().bits()));
    }

    private static int bits(String flags) {
        return Arrays.stream(flags.split(" "))
                .mapToInt(flag ->
                        switch (flag) {
                            case "KERNEL" -> 1;
                            case "BUILTIN" -> 2;
                            case "CLASSIFY_MOSTLY" -> 4;
                            case "BUFFERED" -> 8;
                            default -> throw new AssertionError(flag);
                        })
                .sum();
    }

    @Test
    @DisplayName("3.9-fields, 4.4-absent: a layer shows its fields in order, and no others")
    void hasFields() {
        Map<String, List<String>> expected =
                Facts.rows("layer_fields").stream()
                        .filter(row -> row.getField("observed").equals("yes"))
                        .collect(
                                groupingBy(
                                        row -> name(row, "layer"),
                                        mapping(
                                                row ->
                                                        name(row, "condition")
                                                                + " "
                                                                + row.getField("field_type")
                                                                + " "
                                                                + row.getField("data_type"),
                                                toList())));
        assertThat(layers())
                .allSatisfy(layer ->
                        assertThat(layer.field())
                                .as(layer.layerKey().toString())
                                .extracting(InventoryContract::text)
                                .isEqualTo(
                                        expected.getOrDefault(
                                                layer.layerKey().toString(), List.of())));
    }

    private static String text(FwpmField0 field) {
        return field.fieldKey() + " " + field.type() + " FWP_" + field.dataType();
    }

    @Test
    @DisplayName("4.4-traps: some fields have types that one would not expect")
    void hasUnexpectedTypes() {
        LayerKey connect = FwpmLayers.ALE_AUTH_CONNECT_V4;
        assertThat(field(connect, FwpmConditions.ALE_PACKAGE_ID).dataType())
                .isEqualTo(FwpDataType.SID);
        assertThat(field(connect, FwpmConditions.ALE_USER_ID).dataType())
                .isEqualTo(FwpDataType.TOKEN_ACCESS_INFORMATION_TYPE);
        assertThat(
                        field(FwpmLayers.NAME_RESOLUTION_CACHE_V4, FwpmConditions.ALE_USER_ID)
                                .dataType())
                .isEqualTo(FwpDataType.SID);
        assertThat(
                        field(
                                        FwpmLayers.INGRESS_VSWITCH_ETHERNET,
                                        FwpmConditions.VSWITCH_TENANT_NETWORK_ID)
                                .dataType())
                .isEqualTo(FwpDataType.UINT32);
        assertThat(field(connect, FwpmConditions.FLAGS).type()).isEqualTo(FwpmFieldType.FLAGS);
        assertThat(field(FwpmLayers.RPC_EP_ADD, FwpmConditions.RPC_EP_FLAGS).type())
                .isEqualTo(FwpmFieldType.FLAGS);
    }

    @Test
    @DisplayName("4.4-icmp: types and codes stand in the fields of the ports")
    void sharesFieldsOfPorts() {
        assertThat(FwpmConditions.ICMP_TYPE).isEqualTo(FwpmConditions.IP_LOCAL_PORT);
        assertThat(FwpmConditions.ICMP_CODE).isEqualTo(FwpmConditions.IP_REMOTE_PORT);
        assertThat(field(FwpmLayers.INBOUND_TRANSPORT_V4, FwpmConditions.ICMP_TYPE).dataType())
                .isEqualTo(FwpDataType.UINT16);
    }

    @Test
    @DisplayName("11-sublayers, 11-weights: the built-in sublayers have their weights")
    void hasSublayers() {
        var functions = client.functions.sublayer();
        List<FwpmSublayer0> sublayers =
                all(
                        functions::FwpmSubLayerCreateEnumHandle0,
                        functions::FwpmSubLayerEnum0,
                        Structs.SUBLAYER,
                        NULL);
        assertThat(sublayers)
                .hasSize(18)
                .extracting(it -> it.subLayerKey() + " " + it.weight())
                .containsExactlyInAnyOrderElementsOf(
                        Facts.rows("builtin_sublayers").stream()
                                .map(row -> name(row, "key") + " " + row.getField("weight"))
                                .toList());
        assertThat(client.sublayer(FwpmSublayers.UNIVERSAL).weight()).isEqualTo(32768);
        assertThat(client.sublayer(FwpmSublayers.INSPECTION).weight()).isZero();
    }

    @Test
    @DisplayName(
            "11-callouts, 7.1-callouts, 3.4-callout: callouts have their ids, layers and flags")
    void hasCallouts() {
        var functions = client.functions.callout();
        List<FwpmCallout0> callouts =
                all(
                        functions::FwpmCalloutCreateEnumHandle0,
                        functions::FwpmCalloutEnum0,
                        Structs.CALLOUT,
                        NULL);
        assertThat(callouts)
                .allSatisfy(it -> assertThat(it.calloutId()).isBetween(1L, 50L))
                .extracting(it ->
                        it.calloutId()
                                + " "
                                + it.calloutKey()
                                + " "
                                + it.flags().bits()
                                + " "
                                + it.applicableLayer())
                .containsExactlyInAnyOrderElementsOf(
                        Facts.rows("builtin_callouts").stream()
                                .map(row ->
                                        row.getField("id")
                                                + " "
                                                + name(row, "key")
                                                + " "
                                                + calloutBits(row.getField("flags"))
                                                + " "
                                                + name(row, "layer"))
                                .toList());
    }

    private static int calloutBits(String flags) {
        return Arrays.stream(flags.split(" "))
                .mapToInt(flag ->
                        switch (flag) {
                            case "PERSISTENT" -> 0x10000;
                            case "USES_PROVIDER_CONTEXT" -> 0x20000;
                            case "REGISTERED" -> 0x40000;
                            case "FWP_CALLOUT_FLAG_ALLOW_OFFLOAD" -> 2;
                            case "" -> 0;
                            default -> Integer.parseUnsignedInt(flag, 16);
                        })
                .sum();
    }

    @Test
    @DisplayName("11-providers, 3.5-builtin: nine providers are built in")
    void hasProviders() {
        assertThat(providers(NULL))
                .extracting(FwpmProvider0::providerKey)
                .containsExactlyInAnyOrder(
                        FwpmProviders.IKEEXT,
                        FwpmProviders.IPSEC_DOSP_CONFIG,
                        FwpmProviders.TCP_CHIMNEY_OFFLOAD,
                        FwpmProviders.TCP_TEMPLATES,
                        FwpmProviders.MPSSVC_WF,
                        FwpmProviders.MPSSVC_WSH,
                        FwpmProviders.MPSSVC_EDP,
                        FwpmProviders.MPSSVC_APP_ISOLATION,
                        FwpmProviders.MPSSVC_TENANT_RESTRICTIONS);
    }

    @Test
    @DisplayName("5-reserved-templates, 3.5-template, 3.9-readonly: some templates select nothing")
    void ignoresReservedTemplates() {
        MemorySegment template = client.arena.allocate(8, 8);
        assertThat(layers(template)).isEqualTo(layers());
        assertThat(providers(template)).isEqualTo(providers(NULL));
        var sessions = client.functions.session();
        assertThat(
                        all(
                                sessions::FwpmSessionCreateEnumHandle0,
                                sessions::FwpmSessionEnum0,
                                Structs.SESSION,
                                template))
                .hasSize(1);
    }
}

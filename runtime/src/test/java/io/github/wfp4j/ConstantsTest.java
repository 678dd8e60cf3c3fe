package io.github.wfp4j;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares every constant, GUID and error code of the SDK with the tables of facts. */
final class ConstantsTest {
    /** Bounds of C enums, which move with each release, and one name that only mingw-w64 has. */
    private static boolean isLeftOut(String name) {
        return Facts.rule("constants-extra", "constant", name, "role").equals("drop")
                || Facts.rule("absent", "symbol", name, "reason").length() > 0;
    }

    @Test
    @DisplayName("every constant of the table has its value, and there is no other")
    void everyConstantHasItsValue() {
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> widths = new TreeMap<>();
        for (NamedCsvRecord row : Facts.rows("constants")) {
            if (!isLeftOut(row.getField("name"))) {
                expected.put(row.getField("name"), number(row.getField("value")));
                widths.put(
                        row.getField("name"),
                        row.getField("ctype").equals("UINT64") ? -1 : 0xFFFF_FFFFL);
            }
        }
        Map<String, Long> found = new TreeMap<>();
        GeneratedConstants.in("fwp", "fwpm", "ipsec", "ikeext", "win32")
                .forEach((name, value) -> {
                    if (value instanceof Number number) {
                        found.put(name, number.longValue() & widths.getOrDefault(name, -1L));
                    }
                });
        assertSame(found, expected);
        assertThat(found).hasSizeGreaterThan(850);
    }

    /** As equality of maps, but a failure shows only what differs. */
    private static <V> void assertSame(Map<String, V> found, Map<String, V> expected) {
        Map<String, V> wrong = new TreeMap<>(found);
        wrong.entrySet().removeAll(expected.entrySet());
        Map<String, V> missing = new TreeMap<>(expected);
        missing.entrySet().removeAll(found.entrySet());
        assertThat(wrong).as("wrong or not in the table").isEmpty();
        assertThat(missing).as("missing or wrong").isEmpty();
    }

    private static long number(String text) {
        return text.startsWith("0x")
                ? Long.parseUnsignedLong(text.substring(2), 16)
                : Long.parseLong(text);
    }

    @Test
    @DisplayName("every GUID of the table has its value, and there is no other")
    void everyGuidHasItsValue() {
        Map<String, String> expected =
                Facts.rows("guids").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.getField("name"),
                                        row -> row.getField("guid").toLowerCase(Locale.ROOT)));
        Map<String, String> found = new TreeMap<>();
        GeneratedConstants.in("fwpm")
                .forEach((name, value) -> {
                    if (value instanceof Guid guid) {
                        found.put(name, guid.toString());
                    }
                });
        assertSame(found, expected);
        assertThat(found).hasSize(344);
    }

    @Test
    @DisplayName("every error code of the table is found by its number")
    void everyErrorCodeIsFoundByItsNumber() {
        Map<String, ErrorCode> byName =
                Arrays.stream(ErrorCode.values())
                        .collect(Collectors.toMap(Enum::name, Function.identity()));
        assertThat(byName).hasSize(Facts.rows("errors").size());
        for (NamedCsvRecord row : Facts.rows("errors")) {
            ErrorCode error = byName.get(row.getField("name"));
            assertThat(error).as(row.getField("name")).isNotNull();
            assertThat(error.code()).isEqualTo((int) number(row.getField("hex")));
            assertThat(error.meaning()).isEqualTo(row.getField("meaning"));
            assertThat(ErrorCode.find(error.code()).orElseThrow().code()).isEqualTo(error.code());
        }
    }

    @Test
    @DisplayName("a Win32 error is found in its form as an HRESULT")
    void aWin32ErrorIsFoundAsAnHresult() {
        assertThat(ErrorCode.find(0x80070005)).contains(ErrorCode.ERROR_ACCESS_DENIED);
    }

    @Test
    @DisplayName("a key prints as its C name, an unknown one as its GUID")
    void aKeyPrintsAsItsName() {
        assertThat(FwpmLayers.ALE_AUTH_CONNECT_V4).hasToString("FWPM_LAYER_ALE_AUTH_CONNECT_V4");
        assertThat(LayerKey.of("c38d57d1-05a7-4c33-904f-7fbceee60e82"))
                .isEqualTo(FwpmLayers.ALE_AUTH_CONNECT_V4);
        assertThat(LayerKey.of("00000000-0000-0000-0000-000000000001"))
                .hasToString("00000000-0000-0000-0000-000000000001");
    }
}

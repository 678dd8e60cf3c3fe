package io.github.wfp4j.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.Facts;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.PaddingLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.UnionLayout;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares every layout with what a C compiler for 64-bit Windows says of the Windows SDK. */
final class LayoutTest {
    /** Changed its layout between SDKs without a new version digit, and no function uses it. */
    private static final Set<String> LEFT_OUT = Set.of("FWPM_STATISTICS0");

    /** A typedef of {@code GUID}. */
    private static final Map<String, String> SAME_AS = Map.of("IPSEC_CRYPTO_MODULE_ID", "GUID");

    private record Place(long offset, long size) {}

    @TestFactory
    @DisplayName("every struct has the size, alignment and members of the Windows SDK")
    Stream<DynamicTest> everyStructIsLaidOutAsInTheSdk() {
        return structs().entrySet().stream()
                .map(it ->
                        DynamicTest.dynamicTest(
                                it.getKey(), () -> check(it.getKey(), it.getValue())));
    }

    private static Map<String, List<NamedCsvRecord>> structs() {
        Map<String, List<NamedCsvRecord>> structs =
                Facts.rows("struct_sizes_sdk26100").stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.getField("struct"),
                                        TreeMap::new,
                                        Collectors.toList()));
        structs.keySet().removeAll(LEFT_OUT);
        return structs;
    }

    private static void check(String struct, List<NamedCsvRecord> rows) throws Exception {
        Class<?> codec = codec(SAME_AS.getOrDefault(struct, struct));
        StructLayout layout = (StructLayout) codec.getMethod("layout").invoke(null);
        Map<String, Place> members = new LinkedHashMap<>();
        collect(layout, 0, "", members);
        assertThat(layout.byteSize()).isEqualTo(number(rows.getFirst(), "size"));
        assertThat(layout.byteAlignment()).isEqualTo(number(rows.getFirst(), "align"));
        assertThat(literal(codec, "BYTE_SIZE")).isEqualTo(layout.byteSize());
        assertThat(literal(codec, "BYTE_ALIGNMENT")).isEqualTo(layout.byteAlignment());
        Map<String, Place> expected = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            expected.put(
                    row.getField("field"),
                    new Place(number(row, "offset"), number(row, "field_size")));
        }
        Map<String, Place> found = new TreeMap<>(members);
        found.keySet().retainAll(expected.keySet());
        assertThat(found).isEqualTo(expected);
        Set<String> literals = new TreeSet<>();
        for (Map.Entry<String, Place> member : members.entrySet()) {
            if (!isInlineStruct(member.getKey(), members)) {
                literals.add(constant(member.getKey()));
                assertThat(literal(codec, constant(member.getKey())))
                        .as(member.getKey())
                        .isEqualTo(member.getValue().offset());
            }
        }
        literals.addAll(Set.of("BYTE_SIZE", "BYTE_ALIGNMENT"));
        assertThat(literalNames(codec)).isEqualTo(literals);
    }

    private static boolean isInlineStruct(String member, Map<String, Place> members) {
        return members.keySet().stream().anyMatch(it -> it.startsWith(member + "."));
    }

    private static void collect(
            GroupLayout group, long start, String path, Map<String, Place> members) {
        long offset = start;
        for (MemoryLayout member : group.memberLayouts()) {
            if (!(member instanceof PaddingLayout)) {
                String name = member.name().orElseThrow();
                boolean anonymous = name.startsWith("$");
                if (!anonymous) {
                    members.put(path + name, new Place(offset, member.byteSize()));
                }
                if (member instanceof GroupLayout inner && (anonymous || isInline(inner))) {
                    collect(inner, offset, anonymous ? path : path + name + ".", members);
                }
            }
            if (!(group instanceof UnionLayout)) {
                offset += member.byteSize();
            }
        }
    }

    /** A struct declared elsewhere has been renamed to the member; one in place holds names. */
    private static boolean isInline(GroupLayout layout) {
        return layout.name()
                .filter(it -> it.equals("positionInfo") || it.equals("reorderInfo"))
                .isPresent();
    }

    private static Class<?> codec(String struct) throws ClassNotFoundException {
        String name =
                Stream.of(struct.split("_", -1))
                        .filter(it -> !it.isEmpty())
                        .map(it -> it.substring(0, 1) + it.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
        return Class.forName(LayoutTest.class.getPackageName() + "." + name + "Codec");
    }

    private static long number(NamedCsvRecord row, String column) {
        return Long.parseLong(row.getField(column));
    }

    private static String constant(String member) {
        return member.replace('.', '_')
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    private static long literal(Class<?> codec, String name) throws ReflectiveOperationException {
        return codec.getField(name).getLong(null);
    }

    private static Set<String> literalNames(Class<?> codec) {
        Set<String> names = new TreeSet<>();
        for (Field field : codec.getFields()) {
            names.add(field.getName());
        }
        return names;
    }

    @Test
    @DisplayName("the table is covered whole")
    void theTableIsCoveredWhole() {
        assertThat(structs()).hasSize(211);
        assertThat(structs().values().stream().mapToInt(List::size).sum()).isEqualTo(1281);
    }
}

package io.github.wfp4j.generator;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemoryLayout;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates everything, compiles it with the hand-written code that it needs, and uses it. */
final class GeneratedSourcesTest {
    private static final String ROOT = "io.github.wfp4j.";
    private static final Path RUNTIME = Inputs.MODULE.resolve("../runtime/src").normalize();

    /** Changed its layout between SDKs without a new version digit, and no function uses it. */
    private static final Set<String> LEFT_OUT = Set.of("FWPM_STATISTICS0");

    /** A struct in the table, in C a typedef of {@code GUID}. */
    private static final Set<String> OTHER_NAMES = Set.of("IPSEC_CRYPTO_MODULE_ID");

    /** Their values are hand-written, only their layouts are generated. */
    private static final Set<String> HAND_WRITTEN = Set.of("Guid", "Sid");

    /** What is left of the table: 212, less the two above, {@code GUID} and {@code SID}. */
    private static final int STRUCTS = 208;

    private static Generated generated;
    private static Compilation compilation;

    @BeforeAll
    static void generateAndCompile() throws IOException {
        generated = Generated.from(Inputs.MODULE);
        List<Path> handWritten = new ArrayList<>();
        for (String folder :
                List.of(
                        "main/java/io/github/wfp4j/types",
                        "main/java/io/github/wfp4j/internal",
                        "main/java/io/github/wfp4j/view",
                        "test/java/io/github/wfp4j/headers",
                        "test/java/io/github/wfp4j/samples")) {
            handWritten.addAll(Inputs.files(RUNTIME.resolve(folder), Integer.MAX_VALUE));
        }
        handWritten.add(RUNTIME.resolve("test/java/io/github/wfp4j/Facts.java"));
        Map<String, String> sources = new TreeMap<>(generated.main());
        sources.putAll(generated.test());
        compilation = Compilation.of(sources, handWritten);
    }

    @Test
    void bindingsFactsAndRulesHaveNoProblems() {
        assertThat(generated.problems()).isEmpty();
    }

    @Test
    void compilesWithoutErrorOrWarning() {
        assertThat(compilation.complaints()).isEmpty();
    }

    @Test
    void everyStructHasItsRecordCodecAndView() throws ReflectiveOperationException {
        Set<String> values = new TreeSet<>();
        for (String name : simpleNames(generated.main(), "view")) {
            String struct = name.substring(0, name.length() - "View".length());
            Class<?> type = topLevel(struct);
            assertThat(type.isRecord() || type.isSealed()).as(name).isTrue();
            values.add(struct);
        }

        assertThat(values).hasSize(STRUCTS);
        Set<String> codecs = new TreeSet<>(values);
        codecs.addAll(HAND_WRITTEN);
        assertThat(simpleNames(generated.main(), "internal/codec"))
                .containsExactlyInAnyOrderElementsOf(
                        codecs.stream().map(it -> it + "Codec").toList());
        assertThat(simpleNames(generated.test(), "samples"))
                .containsAll(values.stream().map(it -> it + "Samples").toList());
    }

    /** Struct names are split at underscores here once more, independently of the generator. */
    @Test
    void everyStructOfTheTableHasACodecOfItsSize() throws Exception {
        Map<String, long[]> sizes = new TreeMap<>();
        for (NamedCsvRecord row : facts("struct_sizes_sdk26100")) {
            sizes.put(
                    row.getField("struct"),
                    new long[] {
                        Long.parseLong(row.getField("size")), Long.parseLong(row.getField("align"))
                    });
        }
        assertThat(sizes).hasSize(212).containsKeys(LEFT_OUT.toArray(String[]::new));
        sizes.keySet().removeAll(LEFT_OUT);
        Map<String, String> codecs = new TreeMap<>();
        for (String codec : simpleNames(generated.main(), "internal/codec")) {
            codecs.put(codec.toLowerCase(Locale.ROOT), codec);
        }

        Map<String, List<Long>> wanted = new TreeMap<>();
        Map<String, List<Long>> found = new TreeMap<>();
        for (Map.Entry<String, long[]> row : sizes.entrySet()) {
            String struct = OTHER_NAMES.contains(row.getKey()) ? "GUID" : row.getKey();
            String codec =
                    codecs.remove(struct.replace("_", "").toLowerCase(Locale.ROOT) + "codec");
            if (codec == null && struct.equals("GUID")) {
                continue; // seen already under its other name
            }
            wanted.put(row.getKey(), List.of(row.getValue()[0], row.getValue()[1]));
            if (codec != null) {
                found.put(row.getKey(), sizeAndAlignment(load("internal.codec." + codec)));
            }
        }
        assertThat(found).isEqualTo(wanted);
        assertThat(codecs).as("codecs without a row").isEmpty();
    }

    private static List<Long> sizeAndAlignment(Class<?> codec) throws ReflectiveOperationException {
        MemoryLayout layout = (MemoryLayout) codec.getMethod("layout").invoke(null);
        assertThat(codec.getField("BYTE_SIZE").getLong(null)).isEqualTo(layout.byteSize());
        assertThat(codec.getField("BYTE_ALIGNMENT").getLong(null))
                .isEqualTo(layout.byteAlignment());
        return List.of(layout.byteSize(), layout.byteAlignment());
    }

    @Test
    void everyFunctionStandsInOneFamilyAndInItsNativeFamily() throws Exception {
        List<String> functions = new ArrayList<>();
        List<String> natives = new ArrayList<>();
        for (String name : simpleNames(generated.main(), "internal/abi")) {
            Class<?> type = load("internal.abi." + name);
            if (name.matches("Native\\w+Functions")) {
                assertThat(type.getInterfaces())
                        .extracting(Class::getSimpleName)
                        .containsExactly(name.substring("Native".length()));
                cFunctions(type).forEach(natives::add);
            } else if (type.isInterface() && !name.equals("WfpFunctions")) {
                cFunctions(type).forEach(functions::add);
            }
        }

        assertThat(functions)
                .hasSize(189)
                .containsExactlyInAnyOrderElementsOf(
                        facts("functions").stream().map(it -> it.getField("name")).toList());
        assertThat(natives).containsExactlyInAnyOrderElementsOf(functions);
    }

    private static Stream<String> cFunctions(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .map(Method::getName)
                .filter(it -> it.matches("(Fwpm|IPsec|Ikeext).*\\d"));
    }

    @Test
    void everyKeyIsAConstantWithItsGuid() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (String name : simpleNames(generated.main(), "fwpm")) {
            Class<?> type = load("fwpm." + name);
            for (Field field : type.getFields()) {
                String kind = field.getType().getSimpleName();
                if (kind.endsWith("Key") && Modifier.isStatic(field.getModifiers())) {
                    Object guid = field.getType().getMethod("guid").invoke(field.get(null));
                    found.put(name + "." + field.getName(), guid.toString());
                }
            }
        }

        List<String> expected =
                facts("guids").stream()
                        .map(it -> it.getField("guid").toLowerCase(Locale.ROOT))
                        .toList();
        assertThat(found).hasSize(344);
        assertThat(found.values()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyGroupOfConstantsIsAType() throws Exception {
        List<String> missing = new ArrayList<>();
        Path groups = Inputs.MODULE.resolve("rules/groups.csv");
        for (NamedCsvRecord row : rows(groups)) {
            Class<?> type = load(row.getField("package") + "." + row.getField("java_name"));
            boolean right =
                    switch (row.getField("kind")) {
                        case "enum" -> type.isEnum();
                        case "flags" -> type.isRecord();
                        default -> type.getFields().length > 0;
                    };
            if (!right) {
                missing.add(row.getField("group"));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return compilation.classes().loadClass(ROOT + name);
    }

    private static Class<?> topLevel(String simpleName) throws ClassNotFoundException {
        List<String> found =
                compilation.classes().names().stream()
                        .filter(it -> it.endsWith("." + simpleName))
                        .toList();
        assertThat(found).as(simpleName).hasSize(1);
        return compilation.classes().loadClass(found.getFirst());
    }

    /** {@return the types in one package of the generated sources} */
    private static List<String> simpleNames(Map<String, String> files, String folder) {
        String start = ROOT.replace('.', '/') + folder + "/";
        return files.keySet().stream()
                .filter(it -> it.startsWith(start) && it.indexOf('/', start.length()) < 0)
                .map(it -> it.substring(start.length(), it.length() - ".java".length()))
                .sorted()
                .collect(Collectors.toList());
    }

    private static List<NamedCsvRecord> facts(String table) throws IOException {
        return rows(Inputs.MODULE.resolve("facts/" + table + ".csv"));
    }

    private static List<NamedCsvRecord> rows(Path table) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(table, UTF_8)) {
            return reader.stream().toList();
        }
    }
}

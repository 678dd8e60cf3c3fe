package io.github.wfp4j.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.wfp4j.generator.diagnostics.Position;
import io.github.wfp4j.generator.diagnostics.Problem;
import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.source.BindingsReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Golden inputs, each broken in one place, and the problem that says so. */
final class DiagnosticsTest {
    private static final String JAVA = "bindings/java/";
    private static final String HEADER = JAVA + "Fwpuclnt.java";
    private static final String ENDPOINT = "IPSEC_TUNNEL_ENDPOINT0_.java";
    private static final String PORTS = "FWPM_SYSTEM_PORTS0_.java";
    private static final String BY_TYPE = "FWPM_SYSTEM_PORTS_BY_TYPE0_.java";
    private static final String LAYER_ROW =
            "FWPM_LAYER_ALE_AUTH_CONNECT_V4,0,0,FWPM_CONDITION_IP_PROTOCOL,";

    /** Only {@code Main} can say these; {@code MainTest} has them. */
    private static final Set<String> OF_MAIN = Set.of("input-output", "unreadable");

    /**
     * A broken input.
     *
     * @param what what is wrong, a sentence
     * @param golden the golden case to break
     * @param change breaks it
     * @param at where the problem is reported: the file, and the line where it matters
     * @param id what is reported
     */
    record Broken(String what, String golden, Consumer<Inputs> change, String at, String id) {
        @Override
        public String toString() {
            return id + ": " + what;
        }
    }

    private static Broken broken(
            String what, String golden, String at, String id, Consumer<Inputs> change) {
        return new Broken(what, golden, change, at, id);
    }

    static Stream<Broken> broken() {
        return Stream.of(bindings(), structs(), unions(), constants(), keysAndFunctions(), tables())
                .flatMap(it -> it);
    }

    private static Stream<Broken> bindings() {
        return Stream.of(
                broken("there is no file", "numbers", "", "no-bindings", in -> in.delete(HEADER)),
                broken(
                        "a file is cut in half",
                        "numbers",
                        "Fwpuclnt.java:",
                        "syntax",
                        in -> {
                            String text = in.read(HEADER);
                            in.write(HEADER, text.substring(0, text.length() / 2));
                        }),
                broken(
                        "a file has no class",
                        "numbers",
                        "Empty.java",
                        "not-understood",
                        in -> in.write(JAVA + "Empty.java", "package x;\n")),
                broken(
                        "a layout is built in another way",
                        "tagged-union",
                        ENDPOINT + ":26",
                        "not-understood",
                        in -> in.replace(JAVA + ENDPOINT, "unionLayout", "choiceLayout")),
                broken(
                        "the C text is not what C looks like",
                        "tagged-union",
                        ENDPOINT + ":26",
                        "not-understood",
                        in -> in.replace(JAVA + ENDPOINT, "v6Address[16]", "v6Address : 16")),
                broken(
                        "the C text is missing",
                        "tagged-union",
                        ENDPOINT + ":26",
                        "not-understood",
                        in ->
                                in.replace(JAVA + ENDPOINT, "@snippet", "@code")
                                        .replace(JAVA + ENDPOINT, "lang=c", "")),
                broken(
                        "the C text has a member more than the layout",
                        "tagged-union",
                        ENDPOINT + ":26",
                        "not-understood",
                        in ->
                                in.replace(
                                        JAVA + ENDPOINT,
                                        "FWP_IP_VERSION ipVersion;",
                                        "FWP_IP_VERSION ipVersion; UINT32 more;")),
                broken(
                        "a constant is no number",
                        "numbers",
                        "Fwpuclnt.java:",
                        "not-understood",
                        in ->
                                in.replace(
                                        HEADER,
                                        "FWPM_AUTO_WEIGHT_BITS = ",
                                        "FWPM_AUTO_WEIGHT_BITS = 2 * ")),
                broken(
                        "a constant is quoted under another name",
                        "numbers",
                        "Fwpuclnt.java:",
                        "not-understood",
                        in ->
                                in.replace(
                                        HEADER,
                                        "#define FWPM_AUTO_WEIGHT_BITS",
                                        "#define FWPM_AUTO_WEIGHT_BYTES")),
                broken(
                        "a method is neither a constant nor a function",
                        "functions",
                        "Fwpuclnt.java:",
                        "not-understood",
                        in ->
                                in.replace(
                                        HEADER,
                                        "private static class FwpmSubLayerAdd0 ",
                                        "private static class Other ")),
                broken(
                        "a parameter has no name",
                        "functions",
                        "Fwpuclnt.java:",
                        "not-understood",
                        in -> in.replace(HEADER, "const GUID *key)", "const GUID *)")),
                broken(
                        "a descriptor has a parameter more than the declaration",
                        "functions",
                        "Fwpuclnt.java:",
                        "not-understood",
                        in -> in.replace(HEADER, ", PSECURITY_DESCRIPTOR sd)", ")")),
                broken(
                        "a struct's tag has no typedef",
                        "tagged-union",
                        ENDPOINT + ":26",
                        "unknown-tag",
                        in -> in.removeRows("bindings/typedefs.csv", "IPSEC_TUNNEL_ENDPOINT0_")));
    }

    private static Stream<Broken> structs() {
        return Stream.of(
                broken(
                        "a member has a type that nobody knows",
                        "counted-array",
                        BY_TYPE,
                        "unknown-type",
                        in ->
                                in.replace(
                                        JAVA + BY_TYPE, "FWPM_SYSTEM_PORT_TYPE type", "WHAT type")),
                broken(
                        "a pointer points to what nobody knows",
                        "counted-array",
                        PORTS,
                        "unknown-type",
                        in ->
                                in.replace(
                                        "facts/pointers.csv",
                                        "types,FWPM_SYSTEM_PORTS_BY_TYPE0",
                                        "types,FWPM_SYSTEM_PORTS_BY_TYPE7")),
                broken(
                        "a pointer is of a kind that nobody knows",
                        "counted-array",
                        PORTS,
                        "unknown-type",
                        in ->
                                in.replace(
                                        "facts/pointers.csv",
                                        "FWPM_SYSTEM_PORTS_BY_TYPE0,counted_array",
                                        "FWPM_SYSTEM_PORTS_BY_TYPE0,ring")),
                broken(
                        "a struct is declared in place outside of a union",
                        "counted-array",
                        BY_TYPE,
                        "unknown-type",
                        in ->
                                in.replace(
                                                JAVA + BY_TYPE,
                                                "UINT32 numPorts;",
                                                "struct { UINT32 numPorts; };")
                                        .replace(
                                                JAVA + BY_TYPE,
                                                "Fwpuclnt.C_INT.withName(\"numPorts\")",
                                                "MemoryLayout.structLayout("
                                                    + "Fwpuclnt.C_INT.withName(\"numPorts\"))")),
                broken(
                        "a union stands directly in a union",
                        "tagged-union",
                        ENDPOINT,
                        "unknown-type",
                        in ->
                                in.replace(
                                                JAVA + ENDPOINT,
                                                "UINT32 v4Address;",
                                                "union { UINT32 v4Address; };")
                                        .replace(
                                                JAVA + ENDPOINT,
                                                "Fwpuclnt.C_INT.withName(\"v4Address\")",
                                                "MemoryLayout.unionLayout("
                                                    + "Fwpuclnt.C_INT.withName(\"v4Address\"))")),
                broken(
                        "a pointer has no row",
                        "counted-array",
                        PORTS + ":",
                        "unruled-pointer",
                        in -> in.removeRows("facts/pointers.csv", "FWPM_SYSTEM_PORTS0,types")),
                broken(
                        "an array is counted by what is no member",
                        "counted-array",
                        PORTS + ":",
                        "unbound-count",
                        in -> in.replace("facts/pointers.csv", "numTypes", "numKinds")),
                broken(
                        "a fixed array has no row",
                        "tagged-union",
                        ENDPOINT + ":",
                        "unruled-array",
                        in -> in.removeRows("rules/arrays.csv", "IPSEC_TUNNEL_ENDPOINT0")),
                broken(
                        "a fixed array has another length",
                        "tagged-union",
                        ENDPOINT + ":",
                        "array-differs",
                        in -> in.replace("rules/arrays.csv", "v6Address,16", "v6Address,6")),
                broken(
                        "a GUID has no kind",
                        "view",
                        "FWPM_SUBLAYER0_.java:",
                        "unruled-key",
                        in -> in.removeRows("rules/key-kinds.csv", "FWPM_SUBLAYER0,subLayerKey")),
                broken(
                        "a struct has no text",
                        "tagged-union",
                        ENDPOINT + ":",
                        "missing-text",
                        in -> in.removeRows("rules/texts-types.csv", "IPSEC_TUNNEL_ENDPOINT0")),
                broken(
                        "a member has no text",
                        "tagged-union",
                        ENDPOINT + ":",
                        "missing-text",
                        in -> in.removeRows("rules/texts-fields.csv", ",v4Address")),
                broken(
                        "a struct has no header",
                        "tagged-union",
                        ENDPOINT + ":",
                        "unknown-header",
                        in -> in.removeRows("bindings/headers.csv", "IPSEC_TUNNEL_ENDPOINT0")),
                broken(
                        "a well-known value is made of what is no constant",
                        "tagged-union",
                        "transform-ids.csv:2",
                        "unknown-constant",
                        in ->
                                in.addRow(
                                        "rules/transform-ids.csv",
                                        "X,IPSEC_TUNNEL_ENDPOINT0,X,FWP_IP_VERSION_V4,FWP_NO_CONSTANT,")));
    }

    private static Stream<Broken> unions() {
        String v4 = "IPSEC_TUNNEL_ENDPOINT0,anonymous,ipVersion,FWP_IP_VERSION_V4";
        return Stream.of(
                broken(
                        "a union has no cases",
                        "tagged-union",
                        ENDPOINT + ":",
                        "unruled-union",
                        in -> in.removeRows("facts/unions.csv", "IPSEC_TUNNEL_ENDPOINT0")),
                broken(
                        "a union has no name",
                        "tagged-union",
                        ENDPOINT + ":",
                        "unruled-union",
                        in -> in.removeRows("rules/union-names.csv", "IPSEC_TUNNEL_ENDPOINT0")),
                broken(
                        "no tag selects a member of a union",
                        "tagged-union",
                        "union-names.csv:2",
                        "unruled-member",
                        in -> in.removeRows("facts/unions.csv", v4)),
                broken(
                        "a tag selects what is no member",
                        "tagged-union",
                        "unions.csv:2",
                        "unknown-member",
                        in -> in.replace("facts/unions.csv", "v4Address", "v5Address")),
                broken(
                        "a case is selected by what is no enumerator",
                        "tagged-union",
                        "unions.csv:2",
                        "unknown-tag",
                        in -> in.replace("facts/unions.csv", "VERSION_V4,", "VERSION_V5,")),
                broken(
                        "a case is selected by what is no bit of the mask",
                        "masked-union",
                        "unions.csv:2",
                        "unknown-tag",
                        in ->
                                in.replace(
                                        "facts/unions.csv",
                                        "FWP_ACTION_FLAG_CALLOUT,FWP_ACTION_FLAG_CALLOUT,",
                                        "FWP_ACTION_FLAG_CALLOUT,FWP_ACTION_FLAG_CALLBACK,")),
                broken(
                        "a union is selected by what is no member",
                        "tagged-union",
                        "unions.csv:2",
                        "unknown-tag",
                        in -> in.replace("facts/unions.csv", ",ipVersion,", ",version,")),
                broken(
                        "a union is selected by a member that is no enumeration",
                        "several-unions",
                        "unions.csv:2",
                        "unknown-tag",
                        in ->
                                in.replace(
                                        JAVA + "IPSEC_TUNNEL_ENDPOINTS0_.java",
                                        "FWP_IP_VERSION ipVersion",
                                        "UINT32 ipVersion")));
    }

    private static Stream<Broken> constants() {
        return Stream.of(
                broken(
                        "a constant is missing in the bindings",
                        "enum",
                        "constants.csv:",
                        "missing-constant",
                        in ->
                                in.addRow(
                                        "facts/constants.csv",
                                        "FWP_MATCH_LIKE,0x63,FWP_MATCH_TYPE,FWP_MATCH_TYPE,,,,,,")),
                broken(
                        "a constant has another value",
                        "enum",
                        "Fwpuclnt.java:",
                        "constant-differs",
                        in ->
                                in.replace(
                                        "facts/constants.csv",
                                        "FWP_MATCH_PREFIX,0x0000000b",
                                        "FWP_MATCH_PREFIX,0x0000001b")),
                broken(
                        "a constant belongs to no group",
                        "enum",
                        "Fwpuclnt.java:",
                        "unruled-constant",
                        in -> in.removeRows("facts/constants.csv", "FWP_MATCH_PREFIX,")),
                broken(
                        "a group is of a kind that nobody knows",
                        "enum",
                        "groups.csv:2",
                        "unknown-kind",
                        in ->
                                in.replace(
                                        "rules/groups.csv",
                                        "FWP_MATCH_TYPE,enum",
                                        "FWP_MATCH_TYPE,set")),
                broken(
                        "two constants get one name",
                        "enum",
                        "groups.csv:2",
                        "name-collision",
                        in ->
                                in.addRow(
                                        "rules/constants-extra.csv",
                                        "FWP_MATCH_PREFIX,RANGE,name,")),
                broken(
                        "two constants of an enumeration have one value",
                        "enum",
                        "groups.csv:3",
                        "name-collision",
                        in -> in.removeRows("rules/constants-extra.csv", "IPSEC_PFS_2048")),
                broken(
                        "an alias stands for no other constant",
                        "enum",
                        "groups.csv:2",
                        "alias-of-nothing",
                        in -> in.addRow("rules/constants-extra.csv", "FWP_MATCH_PREFIX,,alias,")),
                broken(
                        "a group has no text",
                        "enum",
                        "groups.csv:2",
                        "missing-text",
                        in -> in.removeRows("rules/texts-types.csv", "FWP_MATCH_TYPE")),
                broken(
                        "a constant has no header",
                        "enum",
                        "groups.csv:2",
                        "unknown-header",
                        in -> in.removeRows("bindings/headers.csv", "FWP_MATCH_EQUAL")));
    }

    private static Stream<Broken> keysAndFunctions() {
        return Stream.of(
                broken(
                        "a key is missing in the bindings",
                        "keys",
                        "guids.csv:7",
                        "missing-guid",
                        in ->
                                in.addRow(
                                        "facts/guids.csv",
                                        "FWPM_LAYER_X,00000000-0000-0000-0000-000000000000,layer,,,,")),
                broken(
                        "a key has another value",
                        "keys",
                        "Fwpuclnt.java:",
                        "guid-differs",
                        in -> in.replace("facts/guids.csv", "c38d57d1-", "c38d57d2-")),
                broken(
                        "a key has no row",
                        "keys",
                        "Fwpuclnt.java:",
                        "unruled-guid",
                        in -> in.removeRows("facts/guids.csv", "FWPM_LAYER_ALE_AUTH_CONNECT_V4")),
                broken(
                        "a key is of a kind that nobody knows",
                        "keys",
                        "guids.csv:4",
                        "unknown-kind",
                        in -> in.replace("facts/guids.csv", ",layer,", ",floor,")),
                broken(
                        "a function is not in the facts",
                        "functions",
                        "Fwpuclnt.java:",
                        "unruled-function",
                        in -> in.removeRows("facts/functions.csv", "FwpmSubLayerAdd0")),
                broken(
                        "a function is in no family",
                        "functions",
                        "Fwpuclnt.java:",
                        "unruled-function",
                        in -> in.removeRows("rules/families.csv", "FwpmSubLayerAdd0")),
                broken(
                        "a family has a name that is none",
                        "functions",
                        "families.csv:3",
                        "unknown-family",
                        in ->
                                in.replace(
                                        "rules/families.csv",
                                        "FwpmSubLayerAdd0,SublayerFunctions",
                                        "FwpmSubLayerAdd0,Sublayer")),
                broken(
                        "a parameter is not in the facts",
                        "functions",
                        "Fwpuclnt.java:",
                        "unknown-parameter",
                        in -> in.replace("facts/functions.csv", ";subLayer:", ";sublayer:")),
                broken(
                        "the parameters in the facts are no list",
                        "functions",
                        "Fwpuclnt.java:",
                        "unknown-parameter",
                        in ->
                                in.replace(
                                        "facts/functions.csv",
                                        ";sd:PSECURITY_DESCRIPTOR:in",
                                        ";sd")),
                broken(
                        "a callback is not in the facts",
                        "functions",
                        "FWPM_SUBLAYER_CHANGE_CALLBACK0.java:",
                        "unruled-callback",
                        in ->
                                in.removeRows(
                                        "facts/callbacks.csv", "FWPM_SUBLAYER_CHANGE_CALLBACK0")),
                broken(
                        "a parameter of a callback is not in the facts",
                        "functions",
                        "FWPM_SUBLAYER_CHANGE_CALLBACK0.java:",
                        "unknown-parameter",
                        in -> in.replace("facts/callbacks.csv", ";change:", ";changed:")),
                broken(
                        "a layer has a field of a type that nobody knows",
                        "keys",
                        "layer_fields.csv:2",
                        "unknown-constant",
                        in ->
                                in.addRow(
                                                "facts/layers.csv",
                                                "0,FWPM_LAYER_ALE_AUTH_CONNECT_V4,x,,FWPM_SUBLAYER_X")
                                        .addRow(
                                                "facts/layer_fields.csv",
                                                LAYER_ROW + "RAW_DATA,FWP_UINT9,,yes,yes")),
                broken(
                        "a callout has a flag that nobody knows",
                        "keys",
                        "builtin_callouts.csv:2",
                        "unknown-constant",
                        in ->
                                in.addRow(
                                        "facts/builtin_callouts.csv",
                                        "1,FWPM_CALLOUT_X,x,UNHEARD_OF,FWPM_LAYER_ALE_AUTH_CONNECT_V4")));
    }

    /** One row too many in each table of which every row must match something. */
    private static Stream<Broken> tables() {
        Map<String, String> rows =
                Map.ofEntries(
                        Map.entry("facts/pointers.csv", "NO_STRUCT,x,GUID,single,,yes,,,"),
                        Map.entry("rules/key-kinds.csv", "NO_STRUCT,x,FilterKey,"),
                        Map.entry("rules/union-names.csv", "NO_STRUCT,1,x,X,tag,no,"),
                        Map.entry("rules/constants-extra.csv", "NO_CONSTANT,X,name,"),
                        Map.entry("rules/fields.csv", "NO_STRUCT,x,of,,"),
                        Map.entry("rules/nullable-cases.csv", "NO_STRUCT,x,"),
                        Map.entry("rules/arrays.csv", "NO_STRUCT,x,16,bytes,none,"),
                        Map.entry("rules/typedefs.csv", "NO_TYPE,UINT32,"),
                        Map.entry("rules/families.csv", "NoFunction0,EngineFunctions,get,"),
                        Map.entry("rules/transform-ids.csv", "NO,NO_STRUCT,NO,A,B,"),
                        Map.entry("rules/texts-constants.csv", "NO_CONSTANT,No."),
                        Map.entry("facts/callbacks.csv", "NO_CALLBACK0,void,,,,"),
                        Map.entry(
                                "facts/functions.csv", "NoFunction0,x,,none,any,,,,DWORD,,,,,,,,"));
        Stream<Broken> unmatched =
                rows.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it ->
                                broken(
                                        "a row of " + it.getKey() + " matches nothing",
                                        "tagged-union",
                                        it.getKey().substring("facts/".length()) + ":",
                                        "unmatched-rule",
                                        in -> in.addRow(it.getKey(), it.getValue())));
        Stream<Broken> malformed =
                Stream.of(
                        broken(
                                "a row is too short",
                                "tagged-union",
                                "arrays.csv",
                                "malformed-table",
                                in -> in.addRow("rules/arrays.csv", "IPSEC_TUNNEL_ENDPOINT0,x")),
                        broken(
                                "a quotation has no end",
                                "tagged-union",
                                "arrays.csv",
                                "malformed-table",
                                in -> in.addRow("rules/arrays.csv", "\"IPSEC_TUNNEL_ENDPOINT0,x")),
                        broken(
                                "a table lacks a column",
                                "tagged-union",
                                "arrays.csv:2",
                                "malformed-table",
                                in -> in.replace("rules/arrays.csv", ",length,", ",size,")),
                        broken(
                                "a number is none",
                                "tagged-union",
                                "constants.csv:2",
                                "malformed-table",
                                in -> in.replace("facts/constants.csv", "0x00000000", "zero")),
                        broken(
                                "a length is no number",
                                "tagged-union",
                                "arrays.csv:2",
                                "malformed-table",
                                in ->
                                        in.replace(
                                                "rules/arrays.csv",
                                                "v6Address,16",
                                                "v6Address,n")));
        return Stream.concat(unmatched, malformed);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void reports(Broken broken, @TempDir Path folder) throws IOException {
        Inputs inputs = Inputs.golden(broken.golden(), folder);
        broken.change().accept(inputs);

        Generated generated = inputs.run();

        assertThat(generated.problems())
                .anySatisfy(problem -> {
                    assertThat(problem.id()).isEqualTo(broken.id());
                    assertThat(problem.position().toString()).contains(broken.at());
                });
        assertThat(generated.problems())
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("\n", "%"));
        assertThat(generated.files()).isEmpty();
    }

    /** Ids are found in the sources by their calls. */
    @Test
    void everyIdIsReportedBySomeBrokenInput() throws IOException {
        Pattern call =
                Pattern.compile(
                        "(?:problems\\.add|report|new ProblemException)\\([^\"]*\"([a-z-]+)\"|\\["
                                + "([a-z-]+)]\"");
        Set<String> ids = new TreeSet<>();
        for (Path file : Inputs.files(Inputs.MODULE.resolve("src/main/java"), Integer.MAX_VALUE)) {
            call.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult it) -> it.group(1) == null ? it.group(2) : it.group(1))
                    .forEach(ids::add);
        }

        Set<String> tested = broken().map(Broken::id).collect(Collectors.toSet());
        tested.addAll(OF_MAIN);
        assertThat(ids).hasSizeGreaterThan(30).containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void aRowAboutAnAbsentSymbolMayMatchNothing(@TempDir Path folder) throws IOException {
        Inputs inputs =
                Inputs.golden("tagged-union", folder)
                        .addRow("rules/absent.csv", "NO_STRUCT,gone")
                        .addRow("rules/fields.csv", "NO_STRUCT,x,of,,");

        assertThat(inputs.run().problems()).isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnce(@TempDir Path folder) throws IOException {
        Inputs inputs =
                Inputs.golden("tagged-union", folder)
                        .removeRows("rules/arrays.csv", "IPSEC_TUNNEL_ENDPOINT0")
                        .removeRows("rules/texts-fields.csv", ",v4Address")
                        .replace("facts/constants.csv", "V6,0x00000001", "V6,0x00000006")
                        .addRow("rules/fields.csv", "NO_STRUCT,x,of,,")
                        .write(JAVA + "Cut.java", "package x;\n\nclass Cut {\n    void f(");

        assertThat(inputs.run().problems())
                .extracting(it -> it.id() + " " + it.position())
                .containsExactlyInAnyOrder(
                        "syntax Cut.java:4",
                        "constant-differs Fwpuclnt.java:"
                                + line(inputs, HEADER, "int FWP_IP_VERSION_V6()"),
                        "unruled-array " + ENDPOINT + ":26",
                        "missing-text " + ENDPOINT + ":26",
                        "unmatched-rule fields.csv:2");
    }

    @Test
    void reportsAProblemOnce() {
        Problems problems = new Problems();
        Problem problem = new Problem(new Position("a", 1), "b", "c");

        problems.add(problem);
        problems.add(problem.position(), "c", "%s", "b");

        assertThat(problems.all()).containsExactly(problem);
        assertThat(problem).hasToString("a:1: b [c]");
    }

    /** Cuts every file of the bindings at every one of its lines, and in the middle of each. */
    @Test
    void aCutFileIsAlwaysAProblemAndNeverAnException(@TempDir Path folder) throws IOException {
        Inputs inputs = Inputs.golden("masked-union", folder);
        List<String> accepted = new ArrayList<>();
        for (Path file : Inputs.files(inputs.root().resolve(JAVA), 1)) {
            String name = JAVA + file.getFileName();
            String text = inputs.read(name);
            int end = text.lastIndexOf('}');
            for (int cut = 0; cut <= end; cut += 37) {
                inputs.write(name, text.substring(0, cut));
                Problems problems = new Problems();
                BindingsReader reader =
                        new BindingsReader(file.resolveSibling(""), Map.of(), problems);
                assertThatCode(reader::read).as(name + " cut at " + cut).doesNotThrowAnyException();
                String simpleName = file.getFileName().toString();
                if (problems.all().stream()
                        .noneMatch(it ->
                                it.position().file().equals(simpleName)
                                        && !it.id().equals("unknown-tag"))) {
                    accepted.add(name + " cut at " + cut);
                }
            }
            inputs.write(name, text);
        }
        assertThat(accepted).isEmpty();
    }

    private static int line(Inputs inputs, String file, String text) {
        List<String> lines = inputs.read(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text);
    }
}

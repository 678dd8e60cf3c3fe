package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.EmbeddedEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands about dumps, run as from a shell. */
final class DumpCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path directory;

    private String state;
    private String dump;

    @BeforeEach
    void export() {
        state = directory.resolve("a.state").toString();
        dump = directory.resolve("a.xml").toString();
        assertThat(run("scenario apply guaranteed-encryption --port 5555 --state", state)).isZero();
        assertThat(run("export", dump, "--state", state)).isZero();
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    private int run(String first, String... more) {
        List<String> arguments = new ArrayList<>(List.of(first.split(" ")));
        arguments.addAll(List.of(more));
        return Main.execute(
                EmbeddedEngine.create(),
                Terminal.NONE,
                new PrintWriter(out),
                new PrintWriter(err, true),
                arguments.toArray(String[]::new));
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    private String edited(String from, String to) throws IOException {
        String text = Files.readString(Path.of(dump));
        assertThat(text).contains(from);
        Path file = directory.resolve("edited.xml");
        Files.writeString(file, text.replace(from, to));
        return file.toString();
    }

    @Test
    void explainsByADumpAsByTheEngineBehindIt() {
        String question =
                "explain --direction out --proto tcp --local 10.0.0.5:50000"
                        + " --remote 10.0.0.7:443 --json ";
        assertThat(run(question + "--state", state)).isZero();
        String byState = out.toString();
        out.getBuffer().setLength(0);

        assertThat(run(question + "--import", dump)).isZero();

        assertThat(out).hasToString(byState);
        assertThat(byState).contains("CLEAR_WHILE_NEGOTIATING");
        assertThat(run(question + "--import", dump, "--state", state)).isEqualTo(2);
    }

    @Test
    void whatIsExportedIsImportedAgain() {
        String other = directory.resolve("b.state").toString();

        assertThat(run("import", dump, "--state", other)).isZero();
        assertThat(out.toString())
                .startsWith("import: 36 filters, 6 provider contexts, 48 callouts, 18 sublayers")
                .contains("effective weights: 36 as this engine would give them, 0 others (kept)")
                .doesNotContain("unknown", "not imported");
        assertThat(run("diff", state, other)).isZero();
        assertThat(run("diff", state, dump)).isZero();
        assertThat(out.toString()).contains("diff: no differences");
    }

    @Test
    void importSaysInJsonWhatItFound() throws IOException {
        String file = edited("<wfpstate>", "<wfpstate><later>1</later>");
        String other = directory.resolve("b.state").toString();

        assertThat(run("import --json", file, "--state", other)).isZero();
        assertThat(json().propertyNames())
                .containsExactly("engine", "form", "objects", "weights", "unknown");
        assertThat(json().at("/objects/filters").asInt()).isEqualTo(36);
        assertThat(json().at("/weights/same").asInt()).isEqualTo(36);
        assertThat(json().at("/unknown/skipped/0/path").asString()).isEqualTo("wfpstate/later");
    }

    @Test
    void weightsThatDifferAreKeptAndCounted() throws IOException {
        String file =
                edited(
                        "<uint64>13835066842785251328</uint64>",
                        "<uint64>13835066842785251329</uint64>");
        String other = directory.resolve("b.state").toString();

        assertThat(run("import --json", file, "--state", other)).isZero();
        assertThat(json().at("/weights/different").asInt()).isPositive();
        assertThat(json().at("/weights/range/different").asInt()).isPositive();
        assertThat(json().at("/weights/differing/0/effectiveWeight").asString())
                .isEqualTo("13835066842785251329");
        assertThat(json().at("/weights/differing/0/computed").asString())
                .isEqualTo("13835066842785251328");
        out.getBuffer().setLength(0);
        assertThat(run("diff", file, other)).isZero();
    }

    @Test
    void filtersOfADumpAreListed() {
        assertThat(run("filters --layer ALE_AUTH_CONNECT_V4 --import", dump)).isZero();
        assertThat(out.toString()).startsWith("Filters: ").contains("IKE exemption");
        out.getBuffer().setLength(0);

        assertThat(run("filters --json --import", dump)).isZero();
        assertThat(json().get("filters").size()).isEqualTo(36);
        assertThat(run("filters --state", state, "--import", dump)).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void onlyFiltersCanBeExported() {
        String file = directory.resolve("filters.xml").toString();

        assertThat(run("export --filters --json", file, "--state", state)).isZero();
        assertThat(json().get("form").asString()).isEqualTo("wfpdiag");
        assertThat(json().get("objects").propertyNames()).containsExactly("filters", "providers");
        assertThat(run("diff", state, file)).isZero();
    }

    @Test
    void differencesAreToldMemberByMember() throws IOException {
        String file = edited("<uint16>5555</uint16>", "<uint16>5556</uint16>");

        assertThat(run("diff", dump, file)).isEqualTo(ExitCode.DIFFERS);
        assertThat(out.toString()).contains("* filters {", "/conditionValue/uint16: 5555 -> 5556");
        out.getBuffer().setLength(0);
        assertThat(run("diff --json", dump, file)).isEqualTo(ExitCode.DIFFERS);
        assertThat(json().at("/differences/0/kind").asString()).isEqualTo("changed");
        assertThat(json().at("/differences/0/members/0/after").asString()).isEqualTo("5556");
    }

    @Test
    void existingFilesAreReplacedOnlyIfSaid() {
        assertThat(run("import", dump, "--state", state)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("export", dump, "--state", state)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("say --replace");
        assertThat(run("import --replace", dump, "--state", state)).isZero();
        assertThat(run("export --replace", dump, "--state", state)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "filters --import", "diff"})
    void brokenDumpsAreRefusedWithTheirPlace(String command) throws IOException {
        String file =
                edited("<wfpstate>", "<wfpstate><providers>\n<item><providerKey>x</providerKey>");
        String[] more =
                switch (command) {
                    case "import" ->
                            new String[] {file, "--state", directory.resolve("c").toString()};
                    case "diff" -> new String[] {dump, file};
                    default -> new String[] {file};
                };

        assertThat(run(command, more)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("edited.xml: line ", "column ");
        assertThat(directory.resolve("c")).doesNotExist();
    }

    @Test
    void missingFilesAndOptionsAreNamed() {
        assertThat(run("import nowhere.xml --state", directory.resolve("c").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("nowhere.xml: there is no such file");
        assertThat(run("import", dump)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("diff", dump)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("export")).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"import --help", "export --help", "diff --help", "filters --help"})
    void everyLineOfHelpFitsAHundredColumns(String arguments) {
        assertThat(run(arguments)).isZero();

        assertThat(out.toString().lines()).isNotEmpty().allMatch(line -> line.length() <= 100);
    }
}

package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.EmbeddedEngineOptions;
import io.github.wfp4j.embedded.StateFile;
import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.scenarios.Wfp4jProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command, run as from a shell. */
final class MainTest {
    private static final String APPLY =
            "--engine embedded scenario apply guaranteed-encryption --port 5555";

    private final EmbeddedEngine engine = EmbeddedEngine.create();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path directory;

    @Test
    void appliesAndPrintsATable() {
        assertThat(run(APPLY)).isZero();

        assertThat(output())
                .startsWith("guaranteed-encryption: added, embedded engine\n")
                .contains("Provider contexts: 4\n", "Filters: 24\n", "key exchange: 12\n")
                .contains("IPSEC_INBOUND_INITIATE_SECURE_V4 0x8  IP_PROTOCOL = tcp\n")
                .contains("IP_LOCAL_PORT = 5555\n", "ALE_USER_ID = S-1-5-18\n");
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                APPLY,
                "scenario list",
                "scenario show guaranteed-encryption --port 1 --name a.quite-long_name.of.an.insta",
                "scenario verify guaranteed-encryption --port 1 --engine embedded",
                "filters --engine embedded --sort",
                "--help",
                "scenario --help",
                "scenario apply --help",
                "filters --help",
                "explain --help",
                "explain --direction in --proto tcp --local 10.0.0.5:5555 --remote 10.0.0.7:4"
                        + " --all --scenario guaranteed-encryption --port 5555",
                "engine --help",
                "engine reboot --help"
            })
    void everyLineFitsAHundredColumns(String arguments) {
        run(arguments);

        assertThat(output().lines()).isNotEmpty().allMatch(line -> line.length() <= 100);
    }

    @Test
    void printsOneJsonDocumentOfTheDocumentedShape() {
        assertThat(run(APPLY + " --json")).isZero();

        JsonNode document = json();
        assertThat(document.propertyNames())
                .containsExactly(
                        "engine",
                        "scenario",
                        "name",
                        "providerContexts",
                        "filters",
                        "engineFilters");
        assertThat(document.get("engine").asString()).isEqualTo("embedded");
        assertThat(document.get("scenario").asString()).isEqualTo("guaranteed-encryption");
        assertThat(document.get("name").asString()).isEqualTo("guaranteed-encryption");
        assertThat(document.get("providerContexts")).hasSize(4);
        assertThat(document.get("filters")).hasSize(24);
        assertThat(document.get("engineFilters")).hasSize(12);
    }

    @Test
    void namesWhatHasANameInJson() {
        run(APPLY + " --json");

        JsonNode filter =
                json().get("filters")
                        .valueStream()
                        .filter(it -> it.get("name").asString().contains("accept-encrypted IPv4"))
                        .findFirst()
                        .orElseThrow();
        assertThat(filter.propertyNames())
                .containsExactly(
                        "key",
                        "id",
                        "name",
                        "layer",
                        "subLayer",
                        "flags",
                        "weight",
                        "effectiveWeight",
                        "conditions",
                        "action",
                        "callout",
                        "rawContext",
                        "providerContext");
        assertThat(filter.get("id").isIntegralNumber()).isTrue();
        assertThat(filter.get("effectiveWeight").isString()).isTrue();
        assertThat(filter.get("conditions").get(2))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"field":"FWPM_CONDITION_IP_LOCAL_PORT",
                                         "match":"FWP_MATCH_EQUAL","type":"FWP_UINT16","value":5555}
                                        """));
        assertThat(filter.get("subLayer").asString()).isEqualTo("FWPM_SUBLAYER_UNIVERSAL");
        assertThat(filter.get("action").asString()).isEqualTo("FWP_ACTION_CALLOUT_TERMINATING");
        assertThat(filter.get("callout").asString())
                .isEqualTo("FWPM_CALLOUT_IPSEC_INBOUND_INITIATE_SECURE_V4");
        assertThat(filter.get("rawContext").asString()).isEqualTo("0x8");
        assertThat(filter.get("providerContext").isNull()).isTrue();
        assertThat(filter.get("weight").toString()).isEqualTo("{\"type\":\"FWP_EMPTY\"}");
    }

    @Test
    void filtersOfPoliciesHaveAProviderContextAndNoRawContextInJson() {
        run(APPLY + " --json");

        JsonNode document = json();
        JsonNode filter = document.get("filters").get(0);
        assertThat(filter.get("layer").asString()).isEqualTo("FWPM_LAYER_IKEEXT_V4");
        assertThat(filter.get("flags").toString())
                .isEqualTo("[\"FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT\"]");
        assertThat(filter.get("rawContext").isNull()).isTrue();
        assertThat(filter.get("callout").isNull()).isTrue();
        assertThat(filter.get("providerContext"))
                .isEqualTo(document.get("providerContexts").get(0).get("key"));
    }

    @Test
    void sortsFiltersOfALayerByEffectiveWeightInJson() {
        run(APPLY + " --json");

        assertThat(
                        json().get("filters")
                                .valueStream()
                                .map(it -> it.get("name").asString())
                                .filter(it -> it.contains(": accept-") && it.endsWith("IPv6")))
                .containsExactly(
                        "guaranteed-encryption: accept-icmp-exemption IPv6",
                        "guaranteed-encryption: accept-encrypted IPv6",
                        "guaranteed-encryption: accept-secure IPv6");
    }

    @Test
    void showsAPlanWithoutAnEngine() {
        assertThat(
                        run(
                                "scenario show guaranteed-encryption --port 80 --keying ike"
                                        + " --ip v4 --json"))
                .isZero();

        JsonNode document = json();
        assertThat(document.get("engine").isNull()).isTrue();
        assertThat(document.get("filters")).hasSize(10);
        assertThat(document.get("filters").get(0).get("effectiveWeight").isNull()).isTrue();
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json --engine embedded scenario list",
                "scenario list --json --engine embedded",
                "--engine=embedded scenario --json list"
            })
    void takesGlobalOptionsBeforeAndAfterTheCommand(String arguments) {
        assertThat(run(arguments)).isZero();

        assertThat(json().get("scenarios").get(0).get("id").asString()).isEqualTo("transport-mode");
        assertThat(json().get("scenarios")).hasSize(11);
    }

    @Test
    void saysWhichEngineAutoMeans() {
        run("scenario remove guaranteed-encryption");

        assertThat(errors()).matches("wfp4j: engine: (embedded|system), since this is .*\n");
    }

    @Test
    void verifyExitsWithThreeOnADifference() {
        assertThat(
                        run(
                                "scenario verify guaranteed-encryption --port 5555"
                                        + " --engine embedded --json"))
                .isEqualTo(3);

        assertThat(json().get("differences")).hasSize(29);
    }

    @Test
    void removingWhatIsNotThereIsDone() {
        assertThat(run("scenario remove guaranteed-encryption --engine embedded")).isZero();

        assertThat(output()).contains("not there, nothing to remove");
    }

    @Test
    void refusesOtherParametersWithThreeUnlessTheyAreToReplace() {
        run(APPLY);

        assertThat(run(APPLY.replace("5555", "80"))).isEqualTo(3);
        assertThat(output()).isEmpty();
        assertThat(errors())
                .startsWith(
                        "wfp4j: guaranteed-encryption \"guaranteed-encryption\" is there already,"
                                + " with 8 differences; --replace replaces it\n")
                .contains("filterCondition[2].conditionValue.uint16 is 5555, planned is 80\n");

        assertThat(run(APPLY.replace("5555", "80") + " --replace")).isZero();
        assertThat(output())
                .startsWith("guaranteed-encryption: replaced, embedded engine\n")
                .contains("IP_LOCAL_PORT = 80\n");

        assertThat(run(APPLY.replace("5555", "80"))).isZero();
        assertThat(output()).startsWith("guaranteed-encryption: unchanged");
    }

    @Test
    void verifiesAndRemovesWhatWasApplied() {
        run(APPLY);

        assertThat(run(APPLY.replace("apply", "verify"))).isZero();
        assertThat(output()).startsWith("guaranteed-encryption: as planned");

        assertThat(run("scenario remove guaranteed-encryption --engine embedded --json")).isZero();
        assertThat(json().get("filters")).hasSize(24);
        assertThat(json().get("engineFilters")).isEmpty();

        assertThat(run("filters --engine embedded")).isZero();
        assertThat(output()).startsWith("Filters: 0\n");
    }

    @Test
    void saysThatInstancesOverlap() {
        run(APPLY);

        assertThat(run(APPLY + " --name second")).isZero();

        assertThat(errors())
                .isEqualTo(
                        "wfp4j: note: 24 filters of other instances are at the same layers; all of"
                                + " them are in force\n");
    }

    @Test
    void listsTheFiltersOfALayerInTheOrderOfTheirWeights() {
        run(APPLY);

        assertThat(
                        run(
                                "filters --engine embedded --layer ale_auth_recv_accept_v6"
                                        + " --sort --json"))
                .isZero();
        assertThat(json().get("filters").valueStream().map(it -> it.get("name").asString()))
                .containsExactly(
                        "guaranteed-encryption: accept-icmp-exemption IPv6",
                        "IKE exemption",
                        "guaranteed-encryption: accept-encrypted IPv6",
                        "guaranteed-encryption: accept-secure IPv6");
    }

    @Test
    void listsTheFiltersOfAProvider() {
        run(APPLY);

        assertThat(run("filters --engine embedded --provider " + Wfp4jProvider.KEY)).isZero();
        assertThat(output()).startsWith("Filters: 24\n");
        assertThat(run("filters --engine embedded")).isZero();
        assertThat(output()).startsWith("Filters: 36\n");
    }

    @Test
    void aFailureOfTheEngineIsOneLineWithItsNameAndNumber() {
        engine.close();

        assertThat(run(APPLY)).isEqualTo(1);

        assertThat(output()).isEmpty();
        assertThat(errors().lines()).hasSize(1);
        assertThat(errors())
                .startsWith("wfp4j: " + APPLY + ": FwpmEngineOpen0: ")
                .contains("FWP_E_SESSION_ABORTED (0x80320010)");
    }

    @Test
    void listsFilters() {
        assertThat(run("filters --engine embedded --layer ale_auth_connect_v4 --sort")).isZero();

        assertThat(output()).startsWith("Filters: 0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scenario apply no-such-one --port 1                      | there is no scenario 'no-such-one', only transport-mode
                    scenario apply guaranteed-encryption                     | scenario guaranteed-encryption needs --port
                    scenario apply guaranteed-encryption --port 0            | port must be in 1..65535: 0
                    scenario apply guaranteed-encryption --port 70000        | port must be in 1..65535: 70000
                    scenario apply guaranteed-encryption --port -1           | port must be in 1..65535: -1
                    scenario apply guaranteed-encryption --port x            | 'x' is not an int
                    scenario show guaranteed-encryption --port 1 --ip v5     | 'v5' is none of v4, v6
                    scenario show guaranteed-encryption --port 1 --keying x  | 'x' is none of ike, authip
                    scenario show guaranteed-encryption --port 1 --keying ike,,authip | '' is none of ike, authip
                    scenario show guaranteed-encryption --port 1 --name -x   | name must be 1 to 64 letters
                    scenario remove guaranteed-encryption --name @           | name must be 1 to 64 letters
                    scenario list --engine other                             | 'other' is none of auto, system, embedded
                    scenario list --state file --engine system               | --state is for the embedded engine, not for --engine system
                    filters --state                                          | Missing required parameter for option '--state'
                    engine reboot                                            | the embedded engine ends with the command: say --state FILE
                    engine                                                   | Missing required subcommand
                    scenario list --no-such-option                           | Unknown option: '--no-such-option'
                    scenario show                                            | Missing required parameter: 'ID'
                    scenario                                                 | Missing required subcommand
                    no-such-command                                          | 'no-such-command'
                    filters --engine embedded --layer nowhere                | there is no layer 'nowhere'
                    filters --engine embedded --provider x                   | a GUID is
                    """)
    void answersWrongUsageWithOneLineAndTwo(String arguments, String message) {
        assertThat(run(arguments)).isEqualTo(2);

        assertThat(errors().lines()).last().asString().startsWith("wfp4j: ").contains(message);
        assertThat(errors().lines().filter(line -> !line.startsWith("wfp4j: engine:"))).hasSize(1);
        assertThat(output()).isEmpty();
    }

    @Test
    void keepsAScenarioInAStateFile() {
        String state = " --state " + directory.resolve("fw.state");

        assertThat(run(APPLY + state)).isZero();
        assertThat(errors()).isEmpty();
        assertThat(run("--json filters --sort" + state)).isZero();
        assertThat(errors()).isEqualTo("wfp4j: engine: embedded, since --state is given\n");
        assertThat(json().get("filters")).hasSize(36);
        assertThat(run(APPLY.replace("apply", "verify") + state)).isZero();
        assertThat(run(APPLY.replace("5555", "80") + state)).isEqualTo(3);
        assertThat(run(APPLY + state)).isZero();
        assertThat(output()).startsWith("guaranteed-encryption: unchanged");

        assertThat(run("scenario remove guaranteed-encryption" + state)).isZero();
        assertThat(output()).startsWith("guaranteed-encryption: removed");
        assertThat(run("filters" + state)).isZero();
        assertThat(output()).startsWith("Filters: 0\n");
        // Another engine has nothing of it.
        assertThat(run("filters --engine embedded")).isZero();
        assertThat(output()).startsWith("Filters: 0\n");
    }

    @Test
    void restartsTheEngineOfAStateFile() {
        String state = " --state " + directory.resolve("fw.state");
        run(APPLY + state);

        assertThat(run("--engine embedded engine reboot" + state)).isZero();

        assertThat(output()).isEqualTo("engine: restarted, 0 of 36 filters stayed\n");
        assertThat(run("engine reboot --json" + state)).isZero();
        assertThat(json().toString())
                .isEqualTo("{\"engine\":\"embedded\",\"filtersBefore\":0,\"filtersAfter\":0}");
        assertThat(run(APPLY.replace("apply", "verify") + state)).isEqualTo(3);
    }

    @Test
    void readingMakesNoStateFile() {
        Path state = directory.resolve("fw.state");

        assertThat(run("--engine embedded filters --state " + state)).isZero();

        assertThat(state).doesNotExist();
    }

    @Test
    void aDamagedStateFileIsAFailureOfOneLineAndStays() throws IOException {
        Path state = Files.writeString(directory.resolve("fw.state"), "no state at all");

        assertStateRefused(state, "damaged at byte 15: the file ends within its head");

        assertThat(state).hasContent("no state at all");
    }

    @Test
    void aStateFileInUseIsAFailureOfOneLine() {
        Path state = directory.resolve("fw.state");
        StateFile file = new StateFile(state, Writing.AT_CLOSE);
        try (EmbeddedEngine _ =
                EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withState(file))) {
            assertStateRefused(state, "in use by another engine of this process");
        }
    }

    @Test
    void aStateFileThatCannotBeWrittenIsAFailureOfOneLine() throws IOException {
        assertStateRefused(
                directory.resolve("nowhere").resolve("fw.state"), "see that its directory exists");

        Path state = directory.resolve("fw.state");
        Files.createDirectories(directory.resolve("fw.state.new").resolve("in-the-way"));
        assertStateRefused(state, "FwpmTransactionCommit0: ERROR_WRITE_FAULT (29)");
        assertThat(errors()).contains("state file").contains("cannot be written");
        assertThat(state).doesNotExist();
    }

    private void assertStateRefused(Path state, String problem) {
        assertThat(run(APPLY + " --state " + state)).isEqualTo(1);
        assertThat(output()).isEmpty();
        assertThat(errors().lines())
                .singleElement()
                .asString()
                .startsWith("wfp4j: ")
                .contains(state.getFileName().toString(), problem);
    }

    @Test
    void aMissingEngineIsAFailureOfOneLine() {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "there is an engine");

        assertThat(run("--engine system filters")).isEqualTo(1);

        assertThat(errors())
                .isEqualTo(
                        "wfp4j: --engine system filters: the system engine needs Windows, this is"
                                + " Linux: use --engine embedded\n");
    }

    private int run(String arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.execute(
                engine, new PrintWriter(out), new PrintWriter(err, true), arguments.split(" ", -1));
    }

    private String output() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private String errors() {
        return err.toString().replace(System.lineSeparator(), "\n");
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(output());
    }
}

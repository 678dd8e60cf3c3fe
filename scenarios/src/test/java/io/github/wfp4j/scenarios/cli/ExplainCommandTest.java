package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.EmbeddedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The subcommand explain, run as from a shell. */
final class ExplainCommandTest {
    private static final String SCENARIO = " --scenario guaranteed-encryption --port 5555";
    private static final String OUT =
            "explain --direction out --proto tcp --local 10.0.0.5:5555 --remote 10.0.0.7:443";
    private static final String IN =
            "explain --direction in --proto tcp --local 10.0.0.5:5555 --remote 10.0.0.7:50000";

    private final EmbeddedEngine engine = EmbeddedEngine.create();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path directory;

    private int run(String arguments) {
        return run(List.of(arguments.split(" ", -1)));
    }

    private int run(List<String> arguments) {
        return Main.execute(
                engine,
                new PrintWriter(out),
                new PrintWriter(err),
                arguments.toArray(String[]::new));
    }

    private String output() {
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({
        // The port is encrypted or nothing.
        "out, tcp, 10.0.0.5:5555, '', HELD, 4",
        "out, tcp, 10.0.0.5:5555, --negotiation failed, BLOCKED, 4",
        "out, tcp, 10.0.0.5:5555, --sa auth, HELD, 4",
        "out, tcp, 10.0.0.5:5555, --sa encrypt, REQUIRE_ENCRYPT, 0",
        "in, tcp, 10.0.0.5:5555, '', BLOCKED, 4",
        "in, tcp, 10.0.0.5:5555, --sa auth, BLOCKED, 4",
        "in, tcp, 10.0.0.5:5555, --sa encrypt, REQUIRE_ENCRYPT, 0",
        // Others may go out clear, but not come in so.
        "out, tcp, 10.0.0.5:80, '', CLEAR_WHILE_NEGOTIATING, 0",
        "out, tcp, 10.0.0.5:80, --negotiation failed, CLEAR, 0",
        "out, tcp, 10.0.0.5:80, --sa auth, REQUIRE_AUTH, 0",
        "in, tcp, 10.0.0.5:80, '', BLOCKED, 4",
        "in, tcp, 10.0.0.5:80, --sa auth, REQUIRE_AUTH, 0",
        "in, tcp, 10.0.0.5:80, --flow out, CLEAR, 0",
        "out, tcp, 10.0.0.5:80, --flow out --secured, HELD, 4",
        // ICMP and key exchange always pass.
        "out, icmp, 10.0.0.5, --icmp-type 8, CLEAR, 0",
        "in, icmp, 10.0.0.5, --icmp-type 8 --icmp-code 0, CLEAR, 0",
        "out, udp, 10.0.0.5:500, --user S-1-5-18, CLEAR, 0",
        "in, 17, 10.0.0.5:4500, --user S-1-5-18, CLEAR, 0",
        "in, udp, 10.0.0.5:500, --user S-1-5-21-1-2-3-4, BLOCKED, 4"
    })
    void saysWhatHappens(
            String direction, String proto, String local, String state, String verdict, int code) {
        String remote = local.contains(":500") ? "10.0.0.7:500" : "10.0.0.7";
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "explain",
                                "--direction",
                                direction,
                                "--proto",
                                proto,
                                "--local",
                                local,
                                "--remote",
                                remote));
        if (!state.isEmpty()) {
            arguments.addAll(List.of(state.split(" ", -1)));
        }
        arguments.addAll(List.of(SCENARIO.strip().split(" ", -1)));

        assertThat(run(arguments)).as(err.toString()).isEqualTo(code);

        assertThat(output()).startsWith(verdict + "\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsATreeWithTheDecidingFilterMarked() {
        run(IN + " --sa auth" + SCENARIO);

        assertThat(output())
                .startsWith(
                        """
                        BLOCKED
                        decided by 'guaranteed-encryption: accept-encrypted IPv4' at\
                         ALE_AUTH_RECV_ACCEPT_V4
                        INBOUND_TRANSPORT_V4: permit
                        """)
                .contains("    => 'guaranteed-encryption: accept-encrypted IPv4'\n")
                .contains("     - 'guaranteed-encryption: accept-secure IPv4'\n")
                .doesNotContain("does not match");
    }

    @Test
    void showsFiltersThatDoNotMatchIfAsked() {
        run(IN + " --all" + SCENARIO);

        assertThat(output()).contains("does not match: IP_PROTOCOL wants 17, got 6");
    }

    @Test
    void printsOneJsonDocument() {
        assertThat(run(OUT + " --sa encrypt --json" + SCENARIO)).isZero();

        JsonNode document = JsonMapper.shared().readTree(output());
        assertThat(document.propertyNames())
                .containsExactly("verdict", "decidedBy", "layers", "notes", "answer");
        assertThat(document.get("verdict").asString()).isEqualTo("REQUIRE_ENCRYPT");
        JsonNode decider = document.get("decidedBy");
        assertThat(decider.propertyNames()).containsExactly("filter", "name", "layer");
        assertThat(decider.get("layer").asString()).isEqualTo("FWPM_LAYER_OUTBOUND_TRANSPORT_V4");
        assertThat(document.get("layers").get(0).get("layer").asString())
                .isEqualTo("FWPM_LAYER_ALE_BIND_REDIRECT_V4");
    }

    @Test
    void explainsWithIpV6() {
        assertThat(
                        run(
                                "explain --direction out --proto icmpv6 --icmp-type 128 --local"
                                        + " fd00::5 --remote fd00::7"
                                        + SCENARIO))
                .isZero();
        assertThat(output()).contains("OUTBOUND_TRANSPORT_V6");
    }

    @Test
    void takesSeveralScenarios() {
        assertThat(run(OUT + SCENARIO + " --scenario guaranteed-encryption --name b --port=6666"))
                .isEqualTo(ExitCode.BLOCKED);
        assertThat(
                        run(
                                OUT.replace("5555", "6666")
                                        + SCENARIO
                                        + " --scenario guaranteed-encryption --name b --port=6666"))
                .isEqualTo(ExitCode.BLOCKED);
        assertThat(run(OUT.replace("5555", "6666") + SCENARIO)).isZero();
    }

    /** Options such as --local are those of the scenario behind whose id they stand. */
    @ParameterizedTest
    @CsvSource({
        // The two networks, each held back by its own tunnel.
        "out, 10.1.0.1:50000, 10.2.0.1:443, none, HELD, test: qm-tunnel IKE",
        "in, 10.3.0.1:443, 10.4.0.1:50000, none, BLOCKED, other: qm-tunnel AuthIP",
        "out, 10.3.0.1:50000, 10.4.0.1:443, encrypt, REQUIRE_ENCRYPT, other: qm-tunnel AuthIP",
        // The two ports, one for encrypted connections only.
        "in, 10.0.0.5:1433, 10.0.0.7:50000, auth, BLOCKED, test: block-unauthorized IPv4",
        "in, 10.0.0.5:1434, 10.0.0.7:50000, encrypt, BLOCKED, other: block-unauthorized IPv4",
        "in, 10.0.0.5:80, 10.0.0.7:50000, auth, REQUIRE_AUTH, test: accept-secure IPv4",
        "in, 10.0.0.5:1433, 10.0.0.53:50000, none, CLEAR, test: accept-host-exemption 1 IPv4"
    })
    void takesOtherScenariosTwice(
            String direction,
            String local,
            String remote,
            String association,
            String verdict,
            String decider) {
        run(
                "explain --direction %s --proto tcp --local %s --remote %s --sa %s"
                                .formatted(direction, local, remote, association)
                        + " --scenario tunnel-mode --name test --local 192.0.2.1 --remote"
                        + " 198.51.100.1 --local-subnet 10.1.0.0/16 --remote-subnet 10.2.0.0/16"
                        + " --scenario server-isolation --name test --port 1433 --allow-computers"
                        + " S-1-5-21-1-2-3-1001 --exempt 10.0.0.53"
                        + " --scenario tunnel-mode --name other --keying authip --local 192.0.2.1"
                        + " --remote 198.51.100.2 --local-subnet 10.3.0.0/16 --remote-subnet"
                        + " 10.4.0.0/16"
                        + " --scenario server-isolation --name other --port 1434 --integrity-only"
                        + " --allow-computers S-1-5-21-1-2-3-1002");

        assertThat(err.toString()).isEmpty();
        assertThat(output()).startsWith(verdict + "\ndecided by '" + decider + "' at");
    }

    @Test
    void asksAStateFile() {
        String state = " --state " + directory.resolve("policy.state");
        run("scenario apply guaranteed-encryption --port 5555" + state);

        assertThat(run(OUT + state)).isEqualTo(ExitCode.BLOCKED);
    }

    @Test
    void asksTheEngineOtherwise() {
        assertThat(run(OUT + " --engine embedded")).isZero();

        assertThat(output()).isEqualTo("CLEAR\nno filter has an opinion\n");
    }

    @Test
    void takesAProgramByItsPath() {
        assertThat(run(OUT + " --app \\device\\harddiskvolume1\\a.exe --engine embedded")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain",
                OUT + " --scenario nothing",
                OUT + " --scenario guaranteed-encryption",
                OUT + SCENARIO + " --state x",
                OUT + " --icmp-type 8",
                "explain --direction up --proto tcp",
                "explain --direction in --proto 256",
                "explain --direction in --proto tcp --local 10.0.0.5 --remote fd00::1",
                "explain --direction in --proto tcp --local host:1",
                "explain --direction in --proto tcp --local 10.0.0.5:65536",
                "explain --direction in --proto icmp --icmp-code 0",
                "explain --direction in --proto tcp --user me"
            })
    void complainsOfWrongUsage(String arguments) {
        assertThat(run(arguments)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).startsWith("wfp4j: ").hasLineCount(1);
    }
}

package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.scenarios.EngineState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The commands about scenarios, for all of them and with all options. */
final class AllScenariosTest {
    private static final String KEYS =
            "--inbound-key %1$s --inbound-cipher-key %2$s --outbound-key %2$s --outbound-cipher-key %1$s"
                    .formatted("11".repeat(32), "22".repeat(32));
    private static final String HOSTS = "--local 192.0.2.1 --remote 198.51.100.1";

    private final EmbeddedEngine engine = EmbeddedEngine.create();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    transport-mode                       |                                                          | 16
                    transport-mode                       | --keying ike,ikev2 --auth psk --psk 0x616263             | 16
                    transport-mode                       | --keying authip --auth kerberos --auth2 kerberos,ntlm    | 12
                    transport-mode                       | --suite legacy --pfs pfs-14 --nat general --mm-seconds 9 | 16
                    transport-mode                       | --strict-unicast --ip v6 --qm-seconds 60 --qm-kilobytes 5 --qm-packets 0 --idle-seconds 1 --failover-seconds 2 --allow-clear-seconds 3 | 8
                    negotiation-discovery-transport-mode | --keying ike                                             | 16
                    negotiation-discovery-boundary-mode  | --auth certificate --root CN=Root --no-revocation-check  | 16
                    guaranteed-encryption                | --port 5555                                              | 24
                    guaranteed-encryption                | --port 53 --protocol udp --base transport-mode           | 20
                    guaranteed-encryption                | --application \\device\\harddiskvolume3\\a.exe --explicit-weights | 24
                    guaranteed-encryption                | --remote-address 10.0.0.0/8 --local-address 10.0.0.1     | 22
                    remote-identity-authorization        | --port 80 --allow-computers S-1-5-18 --allow-users O:SYG:SYD:(A;;CC;;;BU) | 24
                    remote-identity-authorization        | --port 80 --allow-computers S-1-5-18,S-1-5-19 --keying ike | 20
                    manual-ipsec-sas                     | HOSTS KEYS --outbound-spi 300                            | 4
                    manual-ipsec-sas                     | HOSTS KEYS --inbound-spi 0x100 --sa-seconds 9999 --sa-kilobytes 5 --sa-packets 7 | 4
                    tunnel-mode                          | HOSTS                                                    | 0
                    tunnel-mode                          | HOSTS --port 80 --remote-port 90 --only-that-module      | 0
                    tunnel-mode                          | HOSTS --local-subnet 10.1.0.0/16 --remote-subnet 10.2.0.0/16 --keying authip --suite legacy | 0
                    ike-authip-exemptions                | --peer 10.0.0.1,fd00::1 --range 15                       | 16
                    sample-isolation-policy              |                                                          | 16
                    sample-isolation-policy              | --literal --suite modern                                 | 10
                    domain-isolation                     | --zone boundary --exempt 10.0.0.53,fd00::/8              | 22
                    domain-isolation                     | --zone encryption --keying ike                           | 18
                    server-isolation                     | --allow-computers S-1-5-18                               | 22
                    server-isolation                     | --allow-users S-1-5-18 --port 1433 --integrity-only --exempt 10.0.0.1 | 27
                    """)
    void appliesVerifiesAndRemoves(String id, String given, int filters) {
        List<Object> before = EngineState.of(engine);
        String options =
                given == null ? "" : given.replace("HOSTS", HOSTS).replace("KEYS", KEYS) + " ";
        String end = "scenario %s " + id + " " + options + "--engine embedded --json";

        assertThat(run("scenario show " + id + " " + options + "--json")).isZero();
        assertThat(json().get("filters")).hasSize(filters);
        assertThat(run(end.formatted("apply"))).as(errors()).isZero();
        assertThat(json().get("filters")).hasSize(filters);
        assertThat(run(end.formatted("verify"))).isZero();
        assertThat(json().get("differences")).isEmpty();
        assertThat(run(end.formatted("apply").replace(" --json", ""))).isZero();
        assertThat(out.toString()).startsWith(id + ": unchanged");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);

        assertThat(run("scenario remove " + id + " --engine embedded")).isZero();
        assertThat(EngineState.of(engine)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    transport-mode --port 80                                     | scenario transport-mode has no --port
                    transport-mode --zone boundary --peer 10.0.0.1               | scenario transport-mode has no --peer, --zone
                    transport-mode --keying ikev2                                | which cannot authenticate by Kerberos
                    transport-mode --auth psk                                    | --auth psk needs --psk
                    transport-mode --auth psk --psk x                            | AuthIP, which cannot authenticate by a preshared key
                    transport-mode --psk x                                       | --psk needs --auth psk
                    transport-mode --auth certificate                            | --auth certificate needs --root
                    transport-mode --auth certificate --root /no/such/file       | --root must be a file with a certificate, or a name
                    transport-mode --auth none                                   | none stands alone
                    transport-mode --auth2 psk --psk x                           | the second authentication cannot be by a preshared key
                    transport-mode --keying ike --auth2 kerberos                 | keyingModules must hold AuthIP for a second authentication
                    transport-mode --mm-seconds 0                                | mainModeSeconds must be in 1..4294967295: 0
                    transport-mode --suite old                                   | 'old' is none of modern, legacy
                    transport-mode --use-provider x                              | a GUID is
                    guaranteed-encryption --port 80 --protocol icmp              | protocol must be TCP (6) or UDP (17) for a port: 1
                    guaranteed-encryption --port 80 --suite legacy --keying ikev2 | which cannot authenticate by Kerberos
                    guaranteed-encryption --port 80 --remote-address 10.0.0.0/8 --ip v6 | must be of a version of [IPv6]
                    guaranteed-encryption --port 80 --remote-address nowhere     | must be a numeric address
                    guaranteed-encryption --port 80 --base tunnel-mode           | 'tunnel-mode' is none of transport-mode
                    guaranteed-encryption --application c:\\a.exe                | a path on a device
                    remote-identity-authorization --port 80                      | needs --allow-computers or --allow-users
                    remote-identity-authorization --port 80 --allow-users S-1-5-18 --keying ike | keyingModules must hold AuthIP, which alone knows users
                    remote-identity-authorization --port 80 --allow-users S-1-x  | 'S-1-x'
                    remote-identity-authorization --port 80 --allow-users O:SY   | users must have a list of access
                    manual-ipsec-sas                                             | the scenario needs --local
                    manual-ipsec-sas --local 10.0.0.0/8 --remote 1.1.1.1 KEYS    | local must be the address of one host: 10.0.0.0/8
                    manual-ipsec-sas --local fd00::1 --remote 1.1.1.1 KEYS       | must be two hosts of one version of IP
                    manual-ipsec-sas HOSTS                                       | esp-aes256-sha256 needs --inbound-key with 32 bytes
                    manual-ipsec-sas HOSTS --transform ah-sha1 --inbound-key 11  | --inbound-key must have 20 bytes for ah-sha1: 1
                    manual-ipsec-sas HOSTS --inbound-key secret                  | --inbound-key must be hexadecimal digits
                    manual-ipsec-sas HOSTS KEYS --outbound-spi 255               | spi must be in 256..4294967295: 255
                    manual-ipsec-sas HOSTS KEYS --keying ike                     | scenario manual-ipsec-sas has no --keying
                    tunnel-mode HOSTS --keying ike,authip                        | a tunnel has one keying module, not 2
                    tunnel-mode HOSTS --local-subnet 10.0.0.0/8                  | --local-subnet and --remote-subnet go together
                    tunnel-mode HOSTS --local-subnet 10.0.0.0/8 --remote-subnet 11.0.0.0/8 --port 80 | a tunnel between networks has neither protocol nor ports
                    tunnel-mode HOSTS --local-subnet fd00::/8 --remote-subnet fc00::/8 | networks must be of the version of the endpoints
                    ike-authip-exemptions --range 12                             | range must be 14 or 15: 12
                    ike-authip-exemptions --peer fd00::1 --ip v4                 | peers must be of [IPv4]: fd00::1
                    domain-isolation --zone dmz                                  | 'dmz' is none of isolated, boundary, encryption
                    domain-isolation --exempt 10.0.0.1,10.0.0.1                  | exemptAddresses must not hold one twice
                    server-isolation --allow-computers S-1-5-18 --strict-unicast --literal | scenario server-isolation has no --literal
                    sample-isolation-policy --strict-unicast --literal           | exclude each other
                    """)
    void refusesWrongCombinationsWithTheReasonBeforeAnythingIsTouched(
            String arguments, String reason) {
        List<Object> before = EngineState.of(engine);

        assertThat(
                        run(
                                "--engine embedded scenario apply "
                                        + arguments.replace("HOSTS", HOSTS).replace("KEYS", KEYS)))
                .isEqualTo(2);

        assertThat(errors().lines()).hasSize(1);
        assertThat(errors()).startsWith("wfp4j: ").contains(reason).doesNotContain("secret");
        assertThat(EngineState.of(engine)).isEqualTo(before);
    }

    @Test
    void everyOptionOfTheCatalogueExistsAndBelongsToAScenario() {
        Set<String> known =
                new CommandLine(new ScenarioShowCommand())
                        .getCommandSpec().options().stream()
                                .flatMap(it -> Arrays.stream(it.names()))
                                .collect(Collectors.toSet());

        Set<String> listed =
                CatalogEntry.ALL.stream()
                        .flatMap(it -> it.options().stream())
                        .collect(Collectors.toSet());
        assertThat(known).containsAll(listed);
        listed.addAll(Set.of("--name", "--format"));
        assertThat(listed).containsAll(known);
    }

    @Test
    void secretsComeFromAFileOfOptions() throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), KEYS.replace(' ', '\n'));

        assertThat(run("scenario show manual-ipsec-sas " + HOSTS + " @" + file)).isZero();
        assertThat(out.toString()).doesNotContain("2222").doesNotContain("1111");
    }

    @Test
    void replacingSaysWhatIsGivenUp() {
        run("--engine embedded scenario apply transport-mode");

        assertThat(run("--engine embedded scenario apply transport-mode --nat peer --replace"))
                .isZero();

        assertThat(errors())
                .startsWith("wfp4j: note: what was there and is replaced:")
                .contains("provider context \"transport-mode: qm IKE\"");
    }

    @Test
    void printsTunnelsAndAssociationsInJson() {
        run("scenario show tunnel-mode --json " + HOSTS);
        JsonNode tunnel = json().get("tunnels").get(0);
        assertThat(tunnel.propertyNames())
                .containsExactly("key", "mainModePolicy", "flags", "conditions", "keyingModule");

        run(
                "--engine embedded --json scenario apply manual-ipsec-sas --outbound-spi 300 "
                        + HOSTS
                        + " "
                        + KEYS);
        assertThat(json().get("securityAssociations")).hasSize(2);
        assertThat(json().get("securityAssociations").get(1).toString())
                .isEqualTo(
                        "{\"context\":\"1\",\"direction\":\"out\",\"local\":\"192.0.2.1\",\"remote\":\"198.51.100.1\",\"transform\":\"ESP"
                            + " AES_256 SHA_256\",\"spi\":300}");
    }

    private int run(String arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.execute(
                engine,
                new PrintWriter(out),
                new PrintWriter(err, true),
                arguments.trim().split(" +", -1));
    }

    private String errors() {
        return err.toString();
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }
}

package io.github.wfp4j.scenarios;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.scenarios.TrafficSetting.ANY_STATE;
import static io.github.wfp4j.scenarios.TrafficSetting.AUTHENTICATED;
import static io.github.wfp4j.scenarios.TrafficSetting.ENCRYPTED;
import static io.github.wfp4j.scenarios.TrafficSetting.FAILED;
import static io.github.wfp4j.scenarios.TrafficSetting.NOTHING;
import static io.github.wfp4j.scenarios.TrafficSetting.RUNNING;
import static io.github.wfp4j.scenarios.TrafficSetting.bothWays;
import static io.github.wfp4j.scenarios.TrafficSetting.end;
import static io.github.wfp4j.scenarios.TrafficSetting.policy;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.explain.Simulation;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.Ipproto;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What docs/scenarios.md and the page say that guaranteed encryption does with packets. */
@ParameterizedClass
@MethodSource("io.github.wfp4j.scenarios.TrafficSetting#all")
final class GuaranteedEncryptionTrafficTest {
    private static final int PORT = Examples.PORT;

    private final TrafficSetting hosts;
    private final Classifier policy;

    GuaranteedEncryptionTrafficTest(TrafficSetting hosts) {
        this.hosts = hosts;
        this.policy = policy(over(hosts.discovery(), Ranking.AUTOMATIC));
    }

    private GuaranteedEncryption over(TransportScenario base, Ranking ranking) {
        return of(base, hosts.connections(PORT), ranking);
    }

    private static GuaranteedEncryption of(
            TransportScenario base, Connections connections, Ranking ranking) {
        return new GuaranteedEncryption(
                new Instance(GuaranteedEncryption.ID, "test"), base, connections, ranking);
    }

    private void assertEncryptedOnly(Classifier classifier, Packet out, Packet in) {
        assertThat(classifier).onPacket(out, NOTHING).isHeld();
        assertThat(classifier).onPacket(out, RUNNING).isHeld();
        assertThat(classifier).onPacket(out, FAILED).isBlocked();
        assertThat(classifier).onPacket(out, AUTHENTICATED).isHeld();
        assertThat(classifier).onPacket(out, ENCRYPTED).requiresEncryption();
        assertThat(classifier).onPacket(in, NOTHING).isBlocked();
        assertThat(classifier).onPacket(in, FAILED).isBlocked();
        assertThat(classifier).onPacket(in, AUTHENTICATED).isBlocked();
        assertThat(classifier).onPacket(in, ENCRYPTED).requiresEncryption();
    }

    private void assertAsDiscovery(Classifier classifier, Packet out, Packet in) {
        assertThat(classifier).onPacket(out, NOTHING).isClearWhileNegotiating();
        assertThat(classifier).onPacket(out, FAILED).isClear();
        assertThat(classifier).onPacket(out, AUTHENTICATED).requiresAuthentication();
        assertThat(classifier).onPacket(in, NOTHING).isBlocked();
        assertThat(classifier).onPacket(in, AUTHENTICATED).requiresAuthentication();
    }

    @Test
    @DisplayName("Port 5555 is encrypted, or its connections do not come about")
    void encryptedOrNot() {
        assertEncryptedOnly(policy, hosts.out(PORT), hosts.in(PORT));
        assertThat(policy)
                .onPacket(hosts.in(PORT), AUTHENTICATED)
                .byFilterNamed("test: accept-encrypted " + hosts.version());
    }

    @Test
    @DisplayName("The rest is as the base says: negotiation discovery by default")
    void theRestIsDiscovery() {
        assertAsDiscovery(policy, hosts.out(80), hosts.in(80));
    }

    @Test
    @DisplayName("The rest is as the base says: transport mode")
    void theRestIsTransportMode() {
        Classifier over = policy(over(hosts.transport(), Ranking.AUTOMATIC));

        assertEncryptedOnly(over, hosts.out(PORT), hosts.in(PORT));
        assertThat(over).onPacket(hosts.out(80)).isHeld();
        assertThat(over).onPacket(hosts.out(80), FAILED).isBlocked();
        assertThat(over).onPacket(hosts.out(80), AUTHENTICATED).requiresAuthentication();
        assertThat(over).onPacket(hosts.in(80)).isBlocked();
        assertThat(over).onPacket(hosts.in(80), AUTHENTICATED).requiresAuthentication();
    }

    @Test
    @DisplayName("The rest is as the base says: boundary mode")
    void theRestIsBoundaryMode() {
        Classifier over = policy(over(hosts.boundary(), Ranking.AUTOMATIC));

        assertEncryptedOnly(over, hosts.out(PORT), hosts.in(PORT));
        assertThat(over).onPacket(hosts.out(80)).isClearWhileNegotiating();
        assertThat(over).onPacket(hosts.in(80)).isClear();
    }

    @Test
    @DisplayName("--explicit-weights does the same to packets")
    void explicitWeights() {
        Classifier explicit = policy(over(hosts.discovery(), Ranking.EXPLICIT));

        assertEncryptedOnly(explicit, hosts.out(PORT), hosts.in(PORT));
        assertAsDiscovery(explicit, hosts.out(80), hosts.in(80));
    }

    @Test
    @DisplayName("The port is the local one: a client that dials it elsewhere is not covered")
    void thePortIsTheLocalOne() {
        Packet client = hosts.out().to(end(hosts.remote(), PORT));

        assertAsDiscovery(policy, client, hosts.in().from(end(hosts.remote(), PORT)));
    }

    @Test
    @DisplayName("The port is one of the named protocol")
    void thePortIsOfItsProtocol() {
        int other = hosts.protocol() == Ipproto.TCP ? Ipproto.UDP : Ipproto.TCP;
        TrafficSetting others = new TrafficSetting(hosts.version(), other, hosts.keyingModules());

        assertAsDiscovery(policy, others.out(PORT), others.in(PORT));
    }

    @Test
    @DisplayName("--application: the connections of a program")
    void theConnectionsOfAProgram() {
        byte[] path = "\\device\\a.exe\0".getBytes(StandardCharsets.UTF_16LE);
        Classifier program =
                policy(
                        of(
                                hosts.discovery(),
                                Connections.ofApplication(new FwpByteBlob(Bytes.of(path))),
                                Ranking.AUTOMATIC));

        assertEncryptedOnly(
                program, hosts.out().app("\\device\\a.exe"), hosts.in().app("\\device\\a.exe"));
        assertAsDiscovery(
                program, hosts.out().app("\\device\\b.exe"), hosts.in().app("\\device\\b.exe"));
    }

    @Test
    @DisplayName("--local-address and --remote-address: a rule for one version of IP")
    void theConnectionsOfAddresses() {
        Classifier toPeer =
                policy(
                        of(
                                hosts.discovery(),
                                new Connections(
                                        null,
                                        null,
                                        null,
                                        AddressRange.of(hosts.local()),
                                        AddressRange.of(hosts.remote())),
                                Ranking.AUTOMATIC));
        IpVersion otherVersion = hosts.version() == IpVersion.V4 ? IpVersion.V6 : IpVersion.V4;
        TrafficSetting other =
                new TrafficSetting(otherVersion, hosts.protocol(), hosts.keyingModules());
        String stranger = hosts.version() == IpVersion.V4 ? "10.0.0.8" : "fd00::8";

        assertEncryptedOnly(toPeer, hosts.out(), hosts.in());
        assertAsDiscovery(
                toPeer, hosts.out().to(end(stranger, 1)), hosts.in().from(end(stranger, 1)));
        assertAsDiscovery(toPeer, other.out(), other.in());
    }

    @Test
    @DisplayName("7.5: an encrypted connection is never less")
    void anEncryptedConnectionIsNeverLess() {
        for (Packet first : List.of(hosts.out(PORT), hosts.in(PORT))) {
            Simulation encrypted =
                    Simulation.of(policy).negotiated(first, Protection.ENCRYPTED).pass(first);
            assertThat(encrypted.last()).requiresEncryption();
            Packet out = hosts.out(PORT);
            Packet in = hosts.in(PORT);

            assertThat(encrypted.pass(in.arrived(Protection.CLEAR)).last()).isBlocked();
            assertThat(encrypted.pass(in.arrived(Protection.AUTHENTICATED)).last()).isBlocked();
            assertThat(encrypted.negotiated(out, Protection.AUTHENTICATED).pass(out).last())
                    .isHeld();
            assertThat(encrypted.associationLost(out).pass(out).last()).isHeld();
        }
    }

    @Test
    @DisplayName("An own connection of the port waits for the encryption")
    void anOwnConnectionWaits() {
        Simulation waiting = Simulation.of(policy).pass(hosts.out(PORT));
        assertThat(waiting.last()).isHeld();

        assertThat(
                        waiting.negotiated(hosts.out(PORT), Protection.ENCRYPTED)
                                .await(Duration.ofSeconds(1))
                                .pass(hosts.out(PORT))
                                .last())
                .requiresEncryption();
        assertThat(waiting.negotiationFailed(hosts.out(PORT)).pass(hosts.out(PORT)).last())
                .isBlocked();
    }

    @Test
    @DisplayName("ICMP passes")
    void icmpPasses() {
        for (Packet packet : bothWays(hosts.ping())) {
            for (IpsecState state : ANY_STATE) {
                assertThat(policy).onPacket(packet.arrived(Protection.CLEAR), state).isClear();
            }
        }
    }
}

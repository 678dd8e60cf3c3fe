package io.github.wfp4j.scenarios;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.scenarios.TrafficSetting.AUTHENTICATED;
import static io.github.wfp4j.scenarios.TrafficSetting.ENCRYPTED;
import static io.github.wfp4j.scenarios.TrafficSetting.FAILED;
import static io.github.wfp4j.scenarios.TrafficSetting.bothWays;
import static io.github.wfp4j.scenarios.TrafficSetting.end;
import static io.github.wfp4j.scenarios.TrafficSetting.policy;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.explain.Simulation;
import io.github.wfp4j.scenarios.DomainIsolation.Zone;
import io.github.wfp4j.types.Sid;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What docs/scenarios.md says that the isolations and the overview's sample do with packets. */
@ParameterizedClass
@MethodSource("io.github.wfp4j.scenarios.TrafficSetting#all")
final class IsolationTrafficTest {
    private static final Sid MEMBER = Sid.of("S-1-5-21-1-2-3-1001");
    private static final Sid USER = Sid.of("S-1-5-21-1-2-3-1002");
    private static final Sid STRANGER = Sid.of("S-1-5-21-1-2-3-1003");

    private static final List<AddressRange> EXEMPT =
            Stream.of("10.0.0.53", "10.9.0.0/16", "fd00::53", "fd00:9::/64")
                    .map(AddressRange::of)
                    .toList();

    private final TrafficSetting hosts;
    private final Packet member;

    IsolationTrafficTest(TrafficSetting hosts) {
        this.hosts = hosts;
        this.member = hosts.in(1433).remoteMachine(MEMBER).remoteUser(USER);
    }

    private Negotiation negotiation() {
        return hosts.negotiation(DomainIsolation.AUTHENTICATION);
    }

    private List<String> exemptHosts() {
        return hosts.version() == IpVersion.V4
                ? List.of("10.0.0.53", "10.9.1.1")
                : List.of("fd00::53", "fd00:9::1");
    }

    private Classifier domain(Zone zone) {
        return policy(
                new DomainIsolation(
                        new Instance(DomainIsolation.ID, "test"),
                        zone,
                        EXEMPT,
                        hosts.scope(),
                        negotiation()));
    }

    private Classifier server(Connections connections, Identities identities, boolean encrypted) {
        return policy(
                new ServerIsolation(
                        new Instance(ServerIsolation.ID, "test"),
                        connections,
                        identities,
                        encrypted,
                        EXEMPT,
                        hosts.scope(),
                        negotiation(),
                        Ranking.AUTOMATIC));
    }

    private void assertExempt(Classifier policy, int port) {
        for (String host : exemptHosts()) {
            for (Packet packet : bothWays(hosts.out(port).to(end(host, 40000)))) {
                assertThat(policy).onPacket(packet).isClear();
                assertThat(policy).onPacket(packet, FAILED).isClear();
            }
        }
    }

    @Test
    @DisplayName("Members accept connections only from members, and may talk to others")
    void isolatedZone() {
        Classifier policy = domain(Zone.ISOLATED);

        assertThat(policy).onPacket(hosts.in()).isBlocked();
        assertThat(policy).onPacket(hosts.in(), AUTHENTICATED).requiresAuthentication();
        assertThat(policy).onPacket(hosts.out()).isClearWhileNegotiating();
        assertThat(policy).onPacket(hosts.out(), FAILED).isClear();
        assertThat(policy).onPacket(hosts.out(), AUTHENTICATED).requiresAuthentication();
        Simulation talk = Simulation.of(policy).pass(hosts.out()).negotiationFailed(hosts.out());
        assertThat(talk.pass(hosts.out().answer()).last()).isClear();
    }

    @Test
    @DisplayName("The boundary zone accepts members and others")
    void boundaryZone() {
        Classifier policy = domain(Zone.BOUNDARY);

        assertThat(policy).onPacket(hosts.in()).isClear();
        assertThat(policy).onPacket(hosts.in(), AUTHENTICATED).requiresAuthentication();
        assertThat(policy).onPacket(hosts.out()).isClearWhileNegotiating();
        assertThat(policy).onPacket(hosts.out(), FAILED).isClear();
    }

    @Test
    @DisplayName("The encryption zone: encrypted, or connections do not come about")
    void encryptionZone() {
        Classifier policy = domain(Zone.ENCRYPTION);

        assertThat(policy).onPacket(hosts.in()).isBlocked();
        assertThat(policy).onPacket(hosts.in(), AUTHENTICATED).isBlocked();
        assertThat(policy).onPacket(hosts.in(), ENCRYPTED).requiresEncryption();
        assertThat(policy).onPacket(hosts.out()).isHeld();
        assertThat(policy).onPacket(hosts.out(), AUTHENTICATED).isHeld();
        assertThat(policy).onPacket(hosts.out(), FAILED).isBlocked();
        assertThat(policy).onPacket(hosts.out(), ENCRYPTED).requiresEncryption();
    }

    @Test
    @DisplayName("--exempt: hosts and subnets that need no IPsec")
    void exemptHostsNeedNoIpsec() {
        for (Zone zone : Zone.values()) {
            assertExempt(domain(zone), 50000);
        }
        assertExempt(server(Connections.ALL, hosts.identities(), true), 50000);
        assertExempt(server(hosts.connections(1433), hosts.identities(), true), 1433);
        assertExempt(server(hosts.connections(1433), hosts.identities(), false), 1433);
    }

    @Test
    @DisplayName("A server accepts connections only from members of a group, by default encrypted")
    void aServerAcceptsOnlyMembers() {
        for (Classifier policy :
                List.of(
                        server(Connections.ALL, hosts.identities(), true),
                        server(hosts.connections(1433), hosts.identities(), true))) {
            assertThat(policy)
                    .onPacket(member, ENCRYPTED)
                    .requiresEncryption()
                    .byFilterNamed("test: accept-authorized " + hosts.version());
            assertThat(policy).onPacket(member, AUTHENTICATED).isBlocked();
            assertThat(policy).onPacket(member).isBlocked();
            List<Packet> others =
                    new ArrayList<>(List.of(hosts.in(1433), member.remoteMachine(STRANGER)));
            if (hosts.hasUsers()) {
                others.add(member.remoteUser(STRANGER));
            }
            for (Packet other : others) {
                assertThat(policy)
                        .onPacket(other, ENCRYPTED)
                        .isBlocked()
                        .byFilterNamed("test: block-unauthorized " + hosts.version());
                assertThat(policy).onPacket(other).isBlocked();
            }
        }
    }

    @Test
    @DisplayName("--allow-computers and --allow-users: at least one")
    void computersOrUsers() {
        Identities both = Examples.IDENTITIES;
        Classifier computers =
                server(Connections.ALL, new Identities(both.computers(), null), true);

        assertThat(computers).onPacket(member.remoteUser(STRANGER), ENCRYPTED).requiresEncryption();
        assertThat(computers).onPacket(member.remoteMachine(STRANGER), ENCRYPTED).isBlocked();
        if (hosts.hasUsers()) {
            Classifier users = server(Connections.ALL, new Identities(null, both.users()), true);

            assertThat(users)
                    .onPacket(member.remoteMachine(STRANGER), ENCRYPTED)
                    .requiresEncryption();
            assertThat(users).onPacket(member.remoteUser(STRANGER), ENCRYPTED).isBlocked();
        }
    }

    @Test
    @DisplayName("Without a port it is for all connections, with one for those")
    void forAllOrForAPort() {
        Classifier all = server(Connections.ALL, hosts.identities(), true);
        Classifier port = server(hosts.connections(1433), hosts.identities(), true);
        Packet stranger = hosts.in(80).remoteMachine(STRANGER);

        assertThat(all).onPacket(stranger, ENCRYPTED).isBlocked();
        assertThat(port).onPacket(stranger, AUTHENTICATED).requiresAuthentication();
        assertThat(port).onPacket(stranger).isBlocked();
    }

    @Test
    @DisplayName("--integrity-only switches the demand for encryption off")
    void integrityOnly() {
        Classifier policy = server(Connections.ALL, hosts.identities(), false);

        assertThat(policy).onPacket(member, AUTHENTICATED).requiresAuthentication();
        assertThat(policy).onPacket(member.remoteMachine(STRANGER), AUTHENTICATED).isBlocked();
        assertThat(policy).onPacket(member).isBlocked();
    }

    @Test
    @DisplayName("A server's own connections are those of negotiation discovery")
    void aServersOwnConnections() {
        Classifier policy = server(Connections.ALL, hosts.identities(), true);

        assertThat(policy).onPacket(hosts.out()).isClearWhileNegotiating();
        assertThat(policy).onPacket(hosts.out(), FAILED).isClear();
        assertThat(policy).onPacket(hosts.out(), AUTHENTICATED).requiresAuthentication();
    }

    @Test
    @DisplayName("An encrypted connection of a server is never less")
    void aServersConnectionIsNeverLess() {
        Classifier policy = server(Connections.ALL, hosts.identities(), true);
        Simulation accepted =
                Simulation.of(policy).negotiated(member, Protection.ENCRYPTED).pass(member);
        assertThat(accepted.last()).requiresEncryption();

        assertThat(accepted.pass(member.arrived(Protection.CLEAR)).last()).isBlocked();
        assertThat(accepted.pass(member.arrived(Protection.AUTHENTICATED)).last()).isBlocked();
        assertThat(accepted.associationLost(member).pass(member.answer()).last()).isHeld();
    }

    private Classifier sample(Coverage coverage) {
        return policy(
                new SampleIsolationPolicy(
                        new Instance(SampleIsolationPolicy.ID, "test"),
                        hosts.scope().withCoverage(coverage),
                        hosts.negotiation().withSuite(Suite.LEGACY_SAMPLE_ISOLATION)));
    }

    @Test
    @DisplayName("The sample: negotiation discovery, and IPsec required for all that comes in")
    void theSample() {
        for (Coverage coverage : Coverage.values()) {
            Classifier policy = sample(coverage);

            assertThat(policy).onPacket(hosts.out()).isClearWhileNegotiating();
            assertThat(policy).onPacket(hosts.out(), FAILED).isClear();
            assertThat(policy).onPacket(hosts.out(), AUTHENTICATED).requiresAuthentication();
            assertThat(policy).onPacket(hosts.in()).isBlocked();
            assertThat(policy).onPacket(hosts.in(), AUTHENTICATED).requiresAuthentication();
        }
    }

    @Test
    @DisplayName("--literal has no unicast condition and no exemption for ICMP")
    void theSampleByTheLetter() {
        Classifier sample = sample(Coverage.UNICAST);
        Classifier literal = sample(Coverage.EVERYTHING);
        Packet toMany = hosts.in().to(end(hosts.multicast(), 5353));

        assertThat(sample).onPacket(toMany).isClear();
        assertThat(literal).onPacket(toMany).isBlocked();
        assertThat(sample).onPacket(hosts.ping().answer()).isClear();
        assertThat(literal).onPacket(hosts.ping().answer()).isBlocked();
    }

    @Test
    @DisplayName("--literal cuts IPv6 off from its neighbours")
    void cutOffFromItsNeighbours() {
        Packet solicitation = Packet.icmpV6(135, 0).inbound().from("fe80::7").to("ff02::1:ff00:5");
        Packet advertisement = Packet.icmpV6(136, 0).inbound().from("fe80::7").to("fe80::5");

        for (Packet packet : List.of(solicitation, advertisement)) {
            assertThat(sample(Coverage.UNICAST)).onPacket(packet).isClear();
            assertThat(sample(Coverage.EVERYTHING)).onPacket(packet).isBlocked();
        }
    }
}

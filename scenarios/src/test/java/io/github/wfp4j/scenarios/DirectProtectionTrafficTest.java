package io.github.wfp4j.scenarios;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.scenarios.TrafficSetting.AUTHENTICATED;
import static io.github.wfp4j.scenarios.TrafficSetting.ENCRYPTED;
import static io.github.wfp4j.scenarios.TrafficSetting.FAILED;
import static io.github.wfp4j.scenarios.TrafficSetting.RUNNING;
import static io.github.wfp4j.scenarios.TrafficSetting.bothWays;
import static io.github.wfp4j.scenarios.TrafficSetting.end;
import static io.github.wfp4j.scenarios.TrafficSetting.policy;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.explain.Simulation;
import io.github.wfp4j.scenarios.TunnelMode.Traffic;
import io.github.wfp4j.win32.Ipproto;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/scenarios.md and the pages say that tunnels and keys given by hand do. */
final class DirectProtectionTrafficTest {
    @Nested
    @ParameterizedClass
    @EnumSource(IpVersion.class)
    final class ManualSas {
        private final Classifier policy;
        private final Packet out;
        private final Packet in;
        private final Packet elsewhere;
        private final Packet ping;

        ManualSas(IpVersion version) {
            boolean v4 = version == IpVersion.V4;
            policy = policy(Examples.manualSas("test", version));
            String local = v4 ? "1.1.1.1" : "fd00::1";
            out = Packet.tcp().from(end(local, 50000)).to(end(v4 ? "2.2.2.2" : "fd00::2", 443));
            in = out.answer();
            elsewhere = out.to(end(v4 ? "3.3.3.3" : "fd00::3", 443));
            ping =
                    (v4 ? Packet.icmp(8, 0) : Packet.icmpV6(128, 0))
                            .from(local)
                            .to(v4 ? "2.2.2.2" : "fd00::2");
        }

        @Test
        @DisplayName("7.5: 2.g: nobody negotiates, so that all is blocked without associations")
        void blockedWithoutAssociations() {
            for (Packet packet : bothWays(out, udp(out))) {
                assertThat(policy).onPacket(packet).isBlocked();
                assertThat(policy).onPacket(packet, RUNNING).isBlocked();
                assertThat(policy).onPacket(packet, FAILED).isBlocked();
            }
        }

        @Test
        @DisplayName("7.5: the traffic of two hosts is protected as the associations do it")
        void asTheAssociationsDo() {
            assertThat(policy).onPacket(out, AUTHENTICATED).requiresAuthentication();
            assertThat(policy).onPacket(in, AUTHENTICATED).requiresAuthentication();
            assertThat(policy).onPacket(out, ENCRYPTED).requiresEncryption();
            assertThat(policy).onPacket(in, ENCRYPTED).isPermitted();
            assertThat(policy).onPacket(udp(out), ENCRYPTED).requiresEncryption();
        }

        @Test
        @DisplayName("Clear packets of the peer are blocked while there are associations")
        void clearPacketsAreBlocked() {
            assertThat(policy).onPacket(in.arrived(Protection.CLEAR), ENCRYPTED).isBlocked();
        }

        @Test
        @DisplayName("Without their associations the filters hold the traffic back")
        void filtersHoldTrafficBack() {
            Simulation lost =
                    Simulation.of(policy)
                            .negotiated(out, Protection.ENCRYPTED)
                            .pass(out)
                            .associationLost(out);

            assertThat(lost.pass(out).last()).isHeld();
            assertThat(lost.pass(in).last()).isBlocked();
        }

        @Test
        @DisplayName("ICMP is exempt, and so are all other hosts")
        void exemptions() {
            for (Packet packet : bothWays(ping, elsewhere)) {
                assertThat(policy).onPacket(packet).isClear();
            }
        }

        private Packet udp(Packet packet) {
            return Packet.udp().from(packet.source()).to(packet.destination());
        }
    }

    @Nested
    @ParameterizedClass
    @MethodSource("io.github.wfp4j.scenarios.TrafficSetting#alone")
    final class Tunnels {
        private final TrafficSetting hosts;
        private final boolean v4;

        Tunnels(TrafficSetting hosts) {
            this.hosts = hosts;
            this.v4 = hosts.version() == IpVersion.V4;
        }

        private Classifier tunnel(Traffic traffic) {
            KeyingModule module = hosts.keyingModules().iterator().next();
            return policy(
                    new TunnelMode(
                            new Instance(TunnelMode.ID, "test"),
                            module,
                            hosts.protocol() == Ipproto.TCP,
                            true,
                            hosts.negotiation(),
                            AddressRange.of(hosts.local()),
                            AddressRange.of(hosts.remote()),
                            traffic,
                            Wfp4jProvider.KEY));
        }

        private Traffic networks() {
            return new Traffic.BetweenNetworks(
                    AddressRange.of(v4 ? "10.1.0.0/16" : "fd00:1::/32"),
                    AddressRange.of(v4 ? "10.2.0.0/16" : "fd00:2::/32"));
        }

        private Packet betweenNetworks() {
            return hosts.out()
                    .from(end(v4 ? "10.1.0.1" : "fd00:1::1", 50000))
                    .to(end(v4 ? "10.2.0.1" : "fd00:2::1", 443));
        }

        private void assertTunnelled(Classifier policy, Packet packet) {
            assertThat(policy).onPacket(packet).isHeld();
            assertThat(policy).onPacket(packet, AUTHENTICATED).requiresEncryption();
            assertThat(policy).onPacket(packet, ENCRYPTED).requiresEncryption();
            assertThat(policy).onPacket(packet.answer()).isBlocked();
            assertThat(policy).onPacket(packet.answer(), ENCRYPTED).requiresEncryption();
            assertThat(policy)
                    .onPacket(packet.answer().arrived(Protection.CLEAR), ENCRYPTED)
                    .isBlocked();
        }

        private void assertUntouched(Classifier policy, Packet packet) {
            assertThat(policy).onPacket(packet).isClear();
            assertThat(policy).onPacket(packet.answer()).isClear();
        }

        @Test
        @DisplayName("7.5: without subnets it connects the two hosts")
        void connectsTheHosts() {
            Classifier policy = tunnel(Traffic.BetweenHosts.ALL);

            assertTunnelled(policy, hosts.out());
            assertUntouched(policy, betweenNetworks());
        }

        @Test
        @DisplayName("7.5: with subnets it is one between networks")
        void connectsNetworks() {
            Classifier policy = tunnel(networks());

            assertTunnelled(policy, betweenNetworks());
            assertUntouched(policy, hosts.out());
            assertUntouched(policy, betweenNetworks().to(end(hosts.remote(), 443)));
        }

        @Test
        @DisplayName("Packets that are forwarded between the networks go through it too")
        void forwardedPackets() {
            Classifier policy = tunnel(networks());
            Packet leaving = betweenNetworks().forwarded();
            Packet coming = betweenNetworks().answer().forwarded();

            assertThat(policy).onPacket(leaving).isHeld();
            assertThat(policy).onPacket(leaving, ENCRYPTED).requiresEncryption();
            assertThat(policy).onPacket(coming.arrived(Protection.CLEAR)).isBlocked();
            assertThat(policy)
                    .onPacket(coming.arrived(Protection.ENCRYPTED), ENCRYPTED)
                    .requiresEncryption();
        }

        @Test
        @DisplayName("... and may be restricted with --protocol, --port and --remote-port")
        void restricted() {
            Classifier policy = tunnel(new Traffic.BetweenHosts(hosts.protocol(), 5555, 40000));

            assertTunnelled(policy, hosts.out(5555));
            assertUntouched(policy, hosts.out(5556));
            assertUntouched(policy, hosts.out(5555).to(end(hosts.remote(), 40001)));
        }

        @Test
        @DisplayName("No filter exempts ICMP: it goes through the tunnel")
        void icmpGoesThrough() {
            Classifier policy = tunnel(Traffic.BetweenHosts.ALL);

            assertThat(policy).onPacket(hosts.ping()).isHeld();
            assertThat(policy).onPacket(hosts.ping(), ENCRYPTED).requiresEncryption();
        }

        @Test
        @DisplayName("7.5: key exchange passes, else no tunnel could come about")
        void keyExchangePasses() {
            for (Traffic traffic : new Traffic[] {Traffic.BetweenHosts.ALL, networks()}) {
                assertUntouched(tunnel(traffic), hosts.keyExchange(500));
            }
        }
    }
}

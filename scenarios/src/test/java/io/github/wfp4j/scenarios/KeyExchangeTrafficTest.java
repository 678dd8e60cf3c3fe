package io.github.wfp4j.scenarios;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.scenarios.TrafficSetting.ANY_STATE;
import static io.github.wfp4j.scenarios.TrafficSetting.SYSTEM;
import static io.github.wfp4j.scenarios.TrafficSetting.bothWays;
import static io.github.wfp4j.scenarios.TrafficSetting.end;
import static io.github.wfp4j.scenarios.TrafficSetting.policy;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.types.Sid;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** What docs/scenarios.md and the page say of key exchange, and of ICMP, in all scenarios. */
final class KeyExchangeTrafficTest {
    private static final Sid SOMEBODY = Sid.of("S-1-5-21-1-2-3-1001");
    private static final String LOCAL = "10.0.0.5";
    private static final String PEER = "10.1.0.7";
    private static final String STRANGER = "10.2.0.7";

    /** Those with policies for all traffic and for main mode. */
    static Stream<Scenario> forAllTraffic() {
        return Stream.concat(
                Examples.stream()
                        .filter(it ->
                                !(it instanceof ManualIpsecSas
                                        || it instanceof TunnelMode
                                        || it instanceof IkeAuthipExemptions)),
                Stream.of(
                        Examples.domain("test", DomainIsolation.Zone.BOUNDARY),
                        Examples.domain("test", DomainIsolation.Zone.ENCRYPTION)));
    }

    private static Packet keyExchange(String local, String remote, int port) {
        return Packet.udp().from(end(local, port)).to(end(remote, port)).user(SYSTEM);
    }

    @ParameterizedTest
    @MethodSource("forAllTraffic")
    @DisplayName("7.5: in every scenario key exchange is clear: UDP 500, with IPv4 also 4500")
    void keyExchangePasses(Scenario scenario) {
        Classifier policy = policy(scenario);
        List<Packet> packets =
                bothWays(
                        keyExchange(LOCAL, PEER, 500),
                        keyExchange(LOCAL, PEER, 4500),
                        keyExchange("fd00::5", "fd00::7", 500));

        for (Packet packet : packets) {
            for (IpsecState state : ANY_STATE) {
                assertThat(policy).onPacket(packet.arrived(Protection.CLEAR), state).isClear();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forAllTraffic")
    @DisplayName("7.5: in every scenario ICMP is clear")
    void icmpPasses(Scenario scenario) {
        Classifier policy = policy(scenario);
        List<Packet> packets =
                bothWays(
                        Packet.icmp(8, 0).from(LOCAL).to(PEER),
                        Packet.icmp(3, 3).from(LOCAL).to(PEER),
                        Packet.icmpV6(128, 0).from("fd00::5").to("fd00::7"),
                        Packet.icmpV6(135, 0).from("fe80::5").to("fe80::7"),
                        Packet.icmpV6(136, 0).from("fe80::5").to("fe80::7"));

        for (Packet packet : packets) {
            for (IpsecState state : ANY_STATE) {
                assertThat(policy).onPacket(packet.arrived(Protection.CLEAR), state).isClear();
            }
        }
    }

    @Test
    @DisplayName("4.6: where connections are authorised only the system's key exchange is exempt")
    void onlyTheSystemsKeyExchange() {
        Classifier policy = policy(NegotiationDiscovery.of("test"));
        Packet in = keyExchange(LOCAL, PEER, 500).answer();

        assertThat(policy).onPacket(in).isClear();
        assertThat(policy).onPacket(in.user(SOMEBODY)).isBlocked();
    }

    @Test
    @DisplayName("4.6: IPv6 has no exemption for UDP 4500")
    void noAddressTranslationInV6() {
        assertThat(policy(TransportMode.of("test")))
                .onPacket(keyExchange("fd00::5", "fd00::7", 4500))
                .isHeld();
    }

    @Test
    @DisplayName("The engine lets key exchange pass as long as it has a main mode policy")
    void onlyWithAMainModePolicy() {
        Classifier manual = policy(Examples.manualSas("test", IpVersion.V4));
        Classifier with =
                policy(
                        Examples.manualSas("test", IpVersion.V4),
                        // Negotiation between others brings the exemptions for all.
                        TunnelMode.of(
                                "test",
                                AddressRange.of("192.0.2.1"),
                                AddressRange.of("198.51.100.1"),
                                TunnelMode.Traffic.BetweenHosts.ALL));

        for (Packet packet : bothWays(keyExchange("1.1.1.1", "2.2.2.2", 500))) {
            assertThat(manual).onPacket(packet).isBlocked();
            assertThat(with).onPacket(packet).isClear();
        }
    }

    @Test
    @DisplayName("The exemptions are open to every address")
    void openToEveryAddress() {
        Classifier policy = policy(TransportMode.of("test"), IkeAuthipExemptions.of("test"));

        assertThat(policy).onPacket(keyExchange(LOCAL, PEER, 500)).isClear();
        assertThat(policy).onPacket(keyExchange("192.0.2.1", "203.0.113.9", 500)).isClear();
    }

    @Test
    @DisplayName("--peer allows key exchange with some addresses only, at each of the four layers")
    void someAddressesOnly() {
        for (Scenario base :
                List.of(
                        TransportMode.of("test"),
                        NegotiationDiscovery.of("test"),
                        BoundaryMode.of("test"))) {
            Classifier policy = policy(base, withPeers(List.of(AddressRange.of("10.1.0.0/16"))));

            for (int port : new int[] {500, 4500}) {
                for (Packet packet : bothWays(keyExchange(LOCAL, PEER, port))) {
                    assertThat(policy).onPacket(packet).isClear();
                }
                for (Packet packet : bothWays(keyExchange(LOCAL, STRANGER, port))) {
                    assertThat(policy).onPacket(packet).isBlocked();
                }
            }
        }
    }

    @Test
    @DisplayName("Of a version without a peer all key exchange is blocked")
    void aVersionWithoutAPeer() {
        Classifier policy =
                policy(
                        TransportMode.of("test"),
                        withPeers(List.of(AddressRange.of("10.1.0.0/16"))));

        for (Packet packet : bothWays(keyExchange("fd00::5", "fd00::7", 500))) {
            assertThat(policy).onPacket(packet).isBlocked();
        }
    }

    private static IkeAuthipExemptions withPeers(List<AddressRange> peers) {
        return new IkeAuthipExemptions(
                new Instance(IkeAuthipExemptions.ID, "test"),
                peers,
                IkeAuthipExemptions.RANGE,
                EnumSet.allOf(IpVersion.class),
                Placement.DEFAULT);
    }
}

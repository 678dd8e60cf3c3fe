package io.github.wfp4j.scenarios;

import io.github.wfp4j.scenarios.ManualIpsecSas.Side;
import io.github.wfp4j.scenarios.ManualTransform.Keys;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.SecurityDescriptor;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every scenario with the values of its document's example. */
public final class Examples {
    /** The port of the examples. */
    public static final int PORT = 5555;

    /** Who may connect. */
    public static final Identities IDENTITIES =
            new Identities(
                    SecurityDescriptor.ofSddl("O:LSD:(A;;CC;;;S-1-5-21-1-2-3-1001)"),
                    SecurityDescriptor.ofSddl("O:LSD:(A;;CC;;;S-1-5-21-1-2-3-1002)"));

    private Examples() {}

    /** All of them, in the order of the catalogue. */
    public static List<Scenario> all(String name) {
        return List.of(
                TransportMode.of(name),
                NegotiationDiscovery.of(name),
                BoundaryMode.of(name),
                GuaranteedEncryption.of(name, PORT),
                RemoteIdentityAuthorization.of(name, PORT, IDENTITIES),
                manualSas(name, IpVersion.V4),
                tunnel(name),
                new IkeAuthipExemptions(
                        new Instance(IkeAuthipExemptions.ID, name),
                        List.of(AddressRange.of("10.1.0.0/16"), AddressRange.of("fd00:1::/32")),
                        IkeAuthipExemptions.RANGE,
                        Set.of(IpVersion.values()),
                        Placement.DEFAULT),
                SampleIsolationPolicy.of(name),
                domain(name, DomainIsolation.Zone.ISOLATED),
                ServerIsolation.of(name, IDENTITIES));
    }

    /** All of them, each as a stream of arguments wants it. */
    public static Stream<Scenario> stream() {
        return all("test").stream();
    }

    /** The hosts of the page, or ones of version 6. */
    public static ManualIpsecSas manualSas(String name, IpVersion version) {
        boolean v4 = version == IpVersion.V4;
        return ManualIpsecSas.of(
                name,
                AddressRange.of(v4 ? "1.1.1.1" : "fd00::1"),
                AddressRange.of(v4 ? "2.2.2.2" : "fd00::2"),
                ManualTransform.ESP_AES256_SHA256,
                new Side(keys(1), 0x1001L),
                new Side(keys(2), 0x1002L));
    }

    /** Keys for the transform of the example. */
    public static Keys keys(int fill) {
        return new Keys(bytes(32, fill), bytes(32, fill + 16));
    }

    /** So many bytes. */
    public static Bytes bytes(int length, int fill) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) fill);
        return Bytes.of(bytes);
    }

    /** Between two networks. */
    public static TunnelMode tunnel(String name) {
        return TunnelMode.of(
                name,
                AddressRange.of("192.0.2.1"),
                AddressRange.of("198.51.100.1"),
                new TunnelMode.Traffic.BetweenNetworks(
                        AddressRange.of("10.1.0.0/16"), AddressRange.of("10.2.0.0/16")));
    }

    /** With two exempt hosts. */
    public static DomainIsolation domain(String name, DomainIsolation.Zone zone) {
        DomainIsolation plain = DomainIsolation.of(name, zone);
        return new DomainIsolation(
                plain.instance(),
                zone,
                List.of(AddressRange.of("10.0.0.53"), AddressRange.of("fd00:53::/64")),
                plain.scope(),
                plain.negotiation());
    }

    /** The same instance with other parameters. */
    public static Scenario changed(Scenario scenario) {
        Negotiation other = Negotiation.DEFAULT.withNatTraversal(NatTraversal.PEER);
        String name = scenario.instance().name();
        return switch (scenario) {
            case TransportScenario it -> it.withNegotiation(other);
            case GuaranteedEncryption _ -> GuaranteedEncryption.of(name, 80);
            case RemoteIdentityAuthorization it ->
                    RemoteIdentityAuthorization.of(name, 80, it.identities());
            case ManualIpsecSas _ ->
                    ManualIpsecSas.of(
                            name,
                            AddressRange.of("1.1.1.1"),
                            AddressRange.of("3.3.3.3"),
                            ManualTransform.AH_SHA256,
                            new Side(Keys.of(bytes(32, 5)), null),
                            new Side(Keys.of(bytes(32, 6)), 0x2002L));
            case TunnelMode it ->
                    TunnelMode.of(
                            name, it.local(), it.remote(), TunnelMode.Traffic.BetweenHosts.ALL);
            case IkeAuthipExemptions it ->
                    new IkeAuthipExemptions(
                            it.instance(), it.peers(), 15, it.ipVersions(), it.placement());
            case SampleIsolationPolicy it ->
                    new SampleIsolationPolicy(it.instance(), Scope.DEFAULT, other);
            case DomainIsolation _ -> domain(name, DomainIsolation.Zone.BOUNDARY);
            case ServerIsolation it ->
                    new ServerIsolation(
                            it.instance(),
                            Connections.ofTcpPort(1433),
                            it.identities(),
                            false,
                            List.of(),
                            it.scope(),
                            it.negotiation(),
                            Ranking.EXPLICIT);
            default -> throw new IllegalArgumentException("an unknown scenario: " + scenario);
        };
    }
}

package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.scenarios.ManualIpsecSas.Side;
import io.github.wfp4j.scenarios.ManualTransform.Keys;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.Ipproto;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Scenarios with any parameters that go together. */
public final class AnyScenario {
    /** A provider that is not ours. */
    public static final ProviderKey PROVIDER =
            ProviderKey.of("aaaaaaaa-0000-0000-0000-000000000001");

    /** A sublayer that is not the default one. */
    public static final SublayerKey SUBLAYER =
            SublayerKey.of("aaaaaaaa-0000-0000-0000-000000000002");

    private static final String NAME = "any";

    private AnyScenario() {}

    /** Every scenario, with every option. */
    public static Arbitrary<Scenario> scenarios() {
        return Arbitraries.oneOf(
                transport().map(it -> it),
                encryption(),
                authorization(),
                manualSas(),
                tunnels(),
                exemptions(),
                samples(),
                domains(),
                servers());
    }

    private static Arbitrary<TransportScenario> transport() {
        return scopes().flatMap(AnyScenario::transport);
    }

    private static Arbitrary<TransportScenario> transport(Scope scope) {
        return Combinators.combine(negotiations(scope.keyingModules()), Arbitraries.of(0, 1, 2))
                .as((negotiation, kind) -> transport(scope, negotiation, kind));
    }

    private static TransportScenario transport(Scope scope, Negotiation negotiation, int kind) {
        return switch (kind) {
            case 0 -> new TransportMode(instance(TransportMode.ID), scope, negotiation);
            case 1 ->
                    new NegotiationDiscovery(instance(NegotiationDiscovery.ID), scope, negotiation);
            default -> new BoundaryMode(instance(BoundaryMode.ID), scope, negotiation);
        };
    }

    private static Arbitrary<Scenario> encryption() {
        return Combinators.combine(transport(), connections(), rankings())
                .as((base, connections, ranking) ->
                        new GuaranteedEncryption(
                                instance(GuaranteedEncryption.ID),
                                canEncrypt(base),
                                in(base.scope(), connections),
                                ranking));
    }

    private static Arbitrary<Scenario> authorization() {
        return Combinators.combine(transport(), connections(), identities(), rankings())
                .as((base, connections, identities, ranking) ->
                        new RemoteIdentityAuthorization(
                                instance(RemoteIdentityAuthorization.ID),
                                base,
                                some(in(base.scope(), connections)),
                                known(identities, base.scope(), base.negotiation()),
                                ranking));
    }

    private static Arbitrary<Scenario> manualSas() {
        return Combinators.combine(
                        Arbitraries.of(IpVersion.values()),
                        Arbitraries.of(ManualTransform.values()),
                        Arbitraries.longs().between(256, 0xFFFF_FFFFL).injectNull(0.3),
                        Arbitraries.longs().between(256, 0xFFFF_FFFFL).injectNull(0.3),
                        lifetimes(),
                        placements())
                .as((version, transform, in, out, lifetime, placement) -> {
                    ManualIpsecSas hosts = Examples.manualSas(NAME, version);
                    return new ManualIpsecSas(
                            hosts.instance(),
                            hosts.local(),
                            hosts.remote(),
                            transform,
                            new Side(keys(transform, 1), in),
                            new Side(keys(transform, 2), out),
                            // The clock goes on between applying and removing.
                            new IpsecSaLifetime0(
                                    lifetime.quickModeSeconds() + 3600,
                                    lifetime.quickModeKilobytes(),
                                    lifetime.quickModePackets()),
                            Coverage.UNICAST,
                            placement);
                });
    }

    private static Keys keys(ManualTransform transform, int fill) {
        return new Keys(
                Examples.bytes(transform.authenticationBytes(), fill),
                Examples.bytes(transform.cipherBytes(), fill));
    }

    private static Arbitrary<Scenario> tunnels() {
        return Arbitraries.of(KeyingModule.values())
                .flatMap(module ->
                        Combinators.combine(
                                        negotiations(Set.of(module)),
                                        Arbitraries.of(true, false),
                                        Arbitraries.of(true, false),
                                        Arbitraries.of(0, 1, 2, 3),
                                        placements())
                                .as((negotiation, only, mainMode, kind, placement) ->
                                        tunnel(
                                                module,
                                                negotiation,
                                                only,
                                                mainMode,
                                                kind,
                                                placement)));
    }

    private static Scenario tunnel(
            KeyingModule module,
            Negotiation negotiation,
            boolean only,
            boolean mainMode,
            int kind,
            Placement placement) {
        boolean v4 = kind % 2 == 0;
        TunnelMode.Traffic traffic =
                switch (kind) {
                    case 0 ->
                            new TunnelMode.Traffic.BetweenNetworks(
                                    AddressRange.of("10.1.0.0/16"), AddressRange.of("10.2.0.0/16"));
                    case 1 ->
                            new TunnelMode.Traffic.BetweenNetworks(
                                    AddressRange.of("fd00:1::/32"), AddressRange.of("fd00:2::/32"));
                    case 2 -> TunnelMode.Traffic.BetweenHosts.ALL;
                    default -> new TunnelMode.Traffic.BetweenHosts(Ipproto.TCP, 80, 8080);
                };
        return new TunnelMode(
                instance(TunnelMode.ID),
                module,
                only,
                mainMode,
                negotiation,
                AddressRange.of(v4 ? "192.0.2.1" : "fd00::1"),
                AddressRange.of(v4 ? "198.51.100.1" : "fd00::2"),
                traffic,
                placement.provider());
    }

    private static Arbitrary<Scenario> exemptions() {
        return Combinators.combine(
                        addresses(),
                        Arbitraries.of(14, 15),
                        Arbitraries.of(IpVersion.values()).set().ofMinSize(1),
                        placements())
                .as((peers, range, versions, placement) ->
                        new IkeAuthipExemptions(
                                instance(IkeAuthipExemptions.ID),
                                in(versions, peers),
                                range,
                                versions,
                                placement));
    }

    private static Arbitrary<Scenario> samples() {
        return scopes().flatMap(scope ->
                negotiations(scope.keyingModules())
                        .map(negotiation ->
                                new SampleIsolationPolicy(
                                        instance(SampleIsolationPolicy.ID), scope, negotiation)));
    }

    private static Arbitrary<Scenario> domains() {
        return scopes().flatMap(scope ->
                Combinators.combine(
                                negotiations(scope.keyingModules()),
                                Arbitraries.of(DomainIsolation.Zone.values()),
                                addresses())
                        .as((negotiation, zone, exempt) ->
                                new DomainIsolation(
                                        instance(DomainIsolation.ID),
                                        zone,
                                        in(scope.ipVersions(), exempt),
                                        scope,
                                        canEncrypt(negotiation))));
    }

    private static Arbitrary<Scenario> servers() {
        return scopes().flatMap(scope ->
                Combinators.combine(
                                negotiations(scope.keyingModules()),
                                connections(),
                                identities(),
                                Arbitraries.of(true, false),
                                addresses(),
                                rankings())
                        .as((negotiation, connections, who, encrypted, exempt, ranking) ->
                                new ServerIsolation(
                                        instance(ServerIsolation.ID),
                                        in(scope, connections),
                                        known(who, scope, negotiation),
                                        encrypted,
                                        in(scope.ipVersions(), exempt),
                                        scope,
                                        canEncrypt(negotiation),
                                        ranking)));
    }

    private static Arbitrary<Scope> scopes() {
        return Combinators.combine(
                        Arbitraries.of(KeyingModule.values()).set().ofMinSize(1),
                        Arbitraries.of(IpVersion.values()).set().ofMinSize(1),
                        Arbitraries.of(Coverage.values()),
                        placements())
                .as(Scope::new);
    }

    private static Arbitrary<Placement> placements() {
        return Combinators.combine(
                        Arbitraries.of(Wfp4jProvider.KEY, PROVIDER),
                        Arbitraries.of(SublayerKey.ZERO, SUBLAYER))
                .as(Placement::new);
    }

    private static Arbitrary<Negotiation> negotiations(Set<KeyingModule> modules) {
        return Combinators.combine(
                        authentications(modules),
                        Arbitraries.of(
                                Suite.MODERN,
                                Suite.LEGACY,
                                Suite.LEGACY_TUNNEL,
                                Suite.LEGACY_ISOLATION,
                                Suite.LEGACY_SAMPLE_ISOLATION),
                        lifetimes(),
                        Arbitraries.of(IpsecPfsGroup.values()),
                        Arbitraries.of(NatTraversal.values()))
                .as(Negotiation::new);
    }

    private static Arbitrary<Authentication> authentications(Set<KeyingModule> modules) {
        AuthenticationMethod certificate =
                new AuthenticationMethod.Certificate(
                        List.of(Bytes.ofHex("300d310b300906035504030c0252")), false);
        AuthenticationMethod key = new AuthenticationMethod.PresharedKey(Bytes.ofHex("6b6579"));
        List<AuthenticationMethod> methods =
                List.of(
                        certificate,
                        key,
                        new AuthenticationMethod.Kerberos(),
                        new AuthenticationMethod.NtlmV2(),
                        new AuthenticationMethod.Anonymous());
        return Combinators.combine(
                        Arbitraries.of(methods).list().ofMaxSize(3).uniqueElements(),
                        Arbitraries.of(methods).list().ofMaxSize(2).uniqueElements())
                .as((first, second) -> {
                    List<AuthenticationMethod> firsts = new ArrayList<>(first);
                    // Certificates are what all keying modules have.
                    if (!firsts.contains(certificate)) {
                        firsts.add(certificate);
                    }
                    return new Authentication(
                            firsts,
                            modules.contains(KeyingModule.AUTHIP)
                                    ? second.stream().filter(it -> !it.equals(key)).toList()
                                    : List.of());
                });
    }

    private static Arbitrary<Lifetimes> lifetimes() {
        Arbitrary<Long> positive = Arbitraries.longs().between(1, 0xFFFF_FFFFL - 3600);
        Arbitrary<Long> any = Arbitraries.longs().between(0, 0xFFFF_FFFFL);
        return Combinators.combine(positive, positive, any, any, any, any, any).as(Lifetimes::new);
    }

    private static Arbitrary<Connections> connections() {
        return Combinators.combine(
                        Arbitraries.of(Ipproto.TCP, Ipproto.UDP),
                        Arbitraries.integers().between(1, 0xFFFF).injectNull(0.3),
                        Arbitraries.of(new FwpByteBlob(Bytes.ofHex("61000000"))).injectNull(0.7),
                        address().injectNull(0.7),
                        address().injectNull(0.7))
                .as((protocol, port, application, local, remote) ->
                        new Connections(
                                port == null && application == null && local == null
                                        ? null
                                        : protocol,
                                port,
                                application,
                                local,
                                local != null
                                                && remote != null
                                                && local.ipVersion() != remote.ipVersion()
                                        ? null
                                        : remote));
    }

    private static Arbitrary<AddressRange> address() {
        return Arbitraries.of("10.0.0.1", "10.0.0.0/8", "192.168.7.0/24", "fd00::1", "fd00::/8")
                .map(AddressRange::of);
    }

    private static Arbitrary<List<AddressRange>> addresses() {
        return address().list().ofMaxSize(4).uniqueElements();
    }

    private static Arbitrary<Identities> identities() {
        return Arbitraries.of(
                Examples.IDENTITIES,
                new Identities(Examples.IDENTITIES.computers(), null),
                new Identities(null, Examples.IDENTITIES.users()));
    }

    private static Arbitrary<Ranking> rankings() {
        return Arbitraries.of(Ranking.values());
    }

    private static TransportScenario canEncrypt(TransportScenario base) {
        return base.withNegotiation(canEncrypt(base.negotiation()));
    }

    private static Negotiation canEncrypt(Negotiation negotiation) {
        return negotiation.suite().quickMode().stream().anyMatch(Suite::encrypts)
                ? negotiation
                : negotiation.withSuite(Suite.MODERN);
    }

    private static Connections in(Scope scope, Connections connections) {
        return scope.ipVersions().stream().anyMatch(connections::areIn)
                ? connections
                : new Connections(
                        connections.protocol(),
                        connections.localPort(),
                        connections.application(),
                        null,
                        null);
    }

    private static Connections some(Connections connections) {
        return connections.areSome() ? connections : Connections.ofTcpPort(Examples.PORT);
    }

    private static List<AddressRange> in(Set<IpVersion> versions, List<AddressRange> addresses) {
        return addresses.stream().filter(it -> versions.contains(it.ipVersion())).toList();
    }

    private static Identities known(Identities who, Scope scope, Negotiation negotiation) {
        return scope.keyingModules().contains(KeyingModule.AUTHIP)
                        && !negotiation.authentication().second().isEmpty()
                ? who
                : new Identities(Examples.IDENTITIES.computers(), null);
    }

    private static Instance instance(String id) {
        return new Instance(id, NAME);
    }
}

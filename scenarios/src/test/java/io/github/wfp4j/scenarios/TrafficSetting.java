package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Endpoint;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.NegotiationState;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.PolicySnapshot;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.scenarios.install.Installer;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.Ipproto;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Two hosts, what they send each other, and who negotiates between them.
 *
 * @param version the version of IP
 * @param protocol TCP or UDP
 * @param keyingModules who negotiates
 */
record TrafficSetting(IpVersion version, int protocol, Set<KeyingModule> keyingModules) {
    static final IpsecState NOTHING = IpsecState.NONE;
    static final IpsecState RUNNING = IpsecState.negotiating(NegotiationState.RUNNING);
    static final IpsecState FAILED = IpsecState.negotiating(NegotiationState.FAILED);
    static final IpsecState AUTHENTICATED = IpsecState.associated(Protection.AUTHENTICATED);
    static final IpsecState ENCRYPTED = IpsecState.associated(Protection.ENCRYPTED);

    /** Whatever may be known of security associations. */
    static final List<IpsecState> ANY_STATE =
            List.of(NOTHING, RUNNING, FAILED, AUTHENTICATED, ENCRYPTED);

    /** Who alone gets key exchange through where connections are authorised. */
    static final Sid SYSTEM = Sid.of("S-1-5-18");

    /** A policy takes longer to install than to ask. */
    private static final Map<List<Scenario>, Classifier> POLICIES = new ConcurrentHashMap<>();

    /**
     * Both versions, both protocols, each keying module alone and the two of the pages together.
     */
    static Stream<TrafficSetting> all() {
        return Stream.of(
                        EnumSet.of(KeyingModule.IKE, KeyingModule.AUTHIP),
                        EnumSet.of(KeyingModule.IKE),
                        EnumSet.of(KeyingModule.AUTHIP),
                        EnumSet.of(KeyingModule.IKEV2))
                .flatMap(TrafficSetting::with);
    }

    /** Those with one keying module, as a tunnel has. */
    static Stream<TrafficSetting> alone() {
        return all().filter(it -> it.keyingModules.size() == 1);
    }

    private static Stream<TrafficSetting> with(Set<KeyingModule> modules) {
        return Stream.of(IpVersion.values())
                .flatMap(version ->
                        Stream.of(Ipproto.TCP, Ipproto.UDP)
                                .map(protocol -> new TrafficSetting(version, protocol, modules)));
    }

    /** What scenarios do in an engine that has nothing else. */
    static Classifier policy(Scenario... scenarios) {
        return POLICIES.computeIfAbsent(List.of(scenarios), TrafficSetting::install);
    }

    private static Classifier install(List<Scenario> scenarios) {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = embedded.open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            scenarios.forEach(installer::apply);
            return Classifier.of(PolicySnapshot.of(engine));
        }
    }

    /** The same without a filter, of both versions of IP. */
    static Classifier without(Role role, Classifier policy) {
        PolicySnapshot all = policy.snapshot();
        return Classifier.of(
                all.withFilters(
                        all.filters().stream()
                                .filter(it -> !isOf(role, it.displayData().name()))
                                .toList()));
    }

    private static boolean isOf(Role role, @Nullable String name) {
        return name != null && name.contains(": " + role + " ");
    }

    Scope scope() {
        return Scope.DEFAULT.withKeyingModules(keyingModules);
    }

    /** Whether users can be authenticated, for which it takes AuthIP. */
    boolean hasUsers() {
        return keyingModules.contains(KeyingModule.AUTHIP);
    }

    /** The identities of the examples, as far as they can be known. */
    Identities identities() {
        return hasUsers()
                ? Examples.IDENTITIES
                : new Identities(Examples.IDENTITIES.computers(), null);
    }

    /** What the modules can do, with users if they can be authenticated. */
    Negotiation negotiation(Authentication withUsers) {
        return hasUsers() ? negotiation().withAuthentication(withUsers) : negotiation();
    }

    /** What the modules can do, with Kerberos if they have it. */
    Negotiation negotiation() {
        return keyingModules.contains(KeyingModule.IKEV2)
                ? Negotiation.DEFAULT.withAuthentication(
                        Authentication.of(
                                new AuthenticationMethod.PresharedKey(Examples.bytes(16, 1))))
                : Negotiation.DEFAULT;
    }

    TransportMode transport() {
        return new TransportMode(new Instance(TransportMode.ID, "test"), scope(), negotiation());
    }

    NegotiationDiscovery discovery() {
        return new NegotiationDiscovery(
                new Instance(NegotiationDiscovery.ID, "test"), scope(), negotiation());
    }

    BoundaryMode boundary() {
        return new BoundaryMode(new Instance(BoundaryMode.ID, "test"), scope(), negotiation());
    }

    /** Connections of a local port over the protocol. */
    Connections connections(int localPort) {
        return new Connections(protocol, localPort, null, null, null);
    }

    String local() {
        return version == IpVersion.V4 ? "10.0.0.5" : "fd00::5";
    }

    String remote() {
        return version == IpVersion.V4 ? "10.0.0.7" : "fd00::7";
    }

    String multicast() {
        return version == IpVersion.V4 ? "224.0.0.251" : "ff02::fb";
    }

    /** From a port of this host to the other host. */
    Packet out(int localPort) {
        return Packet.of(protocol).from(end(local(), localPort)).to(end(remote(), 40000));
    }

    Packet out() {
        return out(50000);
    }

    /** From the other host to a port of this one. */
    Packet in(int localPort) {
        return out(localPort).answer();
    }

    Packet in() {
        return in(443);
    }

    /** An echo request to the other host. */
    Packet ping() {
        Packet echo = version == IpVersion.V4 ? Packet.icmp(8, 0) : Packet.icmpV6(128, 0);
        return echo.from(local()).to(remote());
    }

    /** What modules send each other from this host. */
    Packet keyExchange(int port) {
        return Packet.udp().from(end(local(), port)).to(end(remote(), port)).user(SYSTEM);
    }

    static Endpoint end(String address, int port) {
        return new Endpoint(requireNonNull(Endpoint.of(address).address()), port);
    }

    static List<Packet> bothWays(Packet... packets) {
        List<Packet> all = new ArrayList<>();
        for (Packet packet : packets) {
            all.add(packet);
            all.add(packet.answer());
        }
        return all;
    }
}

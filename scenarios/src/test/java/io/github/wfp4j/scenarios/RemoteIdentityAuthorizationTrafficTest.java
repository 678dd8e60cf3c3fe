package io.github.wfp4j.scenarios;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.scenarios.TrafficSetting.AUTHENTICATED;
import static io.github.wfp4j.scenarios.TrafficSetting.ENCRYPTED;
import static io.github.wfp4j.scenarios.TrafficSetting.FAILED;
import static io.github.wfp4j.scenarios.TrafficSetting.policy;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.explain.Simulation;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;

/** What docs/scenarios.md and the page say that authorization of the remote identity does. */
@ParameterizedClass
@MethodSource("io.github.wfp4j.scenarios.TrafficSetting#all")
final class RemoteIdentityAuthorizationTrafficTest {
    private static final Sid COMPUTER = Sid.of("S-1-5-21-1-2-3-1001");
    private static final Sid USER = Sid.of("S-1-5-21-1-2-3-1002");
    private static final Sid STRANGER = Sid.of("S-1-5-21-1-2-3-1003");

    private final TrafficSetting hosts;
    private final Classifier policy;
    private final Packet known;

    RemoteIdentityAuthorizationTrafficTest(TrafficSetting hosts) {
        this.hosts = hosts;
        this.policy = policy(of(hosts.discovery(), hosts.identities(), Ranking.AUTOMATIC));
        this.known = hosts.in(Examples.PORT).remoteMachine(COMPUTER).remoteUser(USER);
    }

    private RemoteIdentityAuthorization of(
            TransportScenario base, Identities identities, Ranking ranking) {
        return new RemoteIdentityAuthorization(
                new Instance(RemoteIdentityAuthorization.ID, "test"),
                base.withNegotiation(hosts.negotiation(RemoteIdentityAuthorization.AUTHENTICATION)),
                hosts.connections(Examples.PORT),
                identities,
                ranking);
    }

    @Test
    @DisplayName("7.5: protected connections of whom both descriptors grant it are accepted")
    void theAuthorizedAreAccepted() {
        assertThat(policy)
                .onPacket(known, AUTHENTICATED)
                .requiresAuthentication()
                .byFilterNamed("test: accept-authorized " + hosts.version());
        assertThat(policy).onPacket(known, ENCRYPTED).isPermitted();
    }

    @Test
    @DisplayName("A peer that is not authorised is blocked")
    void othersAreBlocked() {
        List<Packet> others =
                new ArrayList<>(
                        List.of(
                                known.remoteMachine(STRANGER),
                                known.remoteMachine(USER).remoteUser(COMPUTER),
                                hosts.in(Examples.PORT),
                                hosts.in(Examples.PORT).remoteUser(USER)));
        if (hosts.hasUsers()) {
            others.add(known.remoteUser(STRANGER));
            others.add(hosts.in(Examples.PORT).remoteMachine(COMPUTER));
        }
        for (Packet other : others) {
            assertThat(policy)
                    .onPacket(other, AUTHENTICATED)
                    .isBlocked()
                    .byFilterNamed("test: block-unauthorized " + hosts.version());
            assertThat(policy).onPacket(other, ENCRYPTED).isBlocked();
        }
    }

    @Test
    @DisplayName("7.5: what comes in clear is blocked, whoever says to have sent it")
    void clearIsBlocked() {
        assertThat(policy).onPacket(known).isBlocked();
        assertThat(policy).onPacket(known, FAILED).isBlocked();
        assertThat(policy).onPacket(known.arrived(Protection.CLEAR), AUTHENTICATED).isBlocked();
    }

    @Test
    @DisplayName("Some inbound connections: outbound and other ports are as the base says")
    void theRestIsAsTheBase() {
        assertThat(policy).onPacket(hosts.out(Examples.PORT)).isClearWhileNegotiating();
        assertThat(policy).onPacket(hosts.out(Examples.PORT), FAILED).isClear();
        assertThat(policy).onPacket(hosts.in(80)).isBlocked();
        assertThat(policy)
                .onPacket(hosts.in(80).remoteMachine(STRANGER), AUTHENTICATED)
                .requiresAuthentication()
                .byFilterNamed("test: accept-secure " + hosts.version());
    }

    @Test
    @DisplayName("... which may be boundary mode, or transport mode")
    void theBaseMayBeAnother() {
        Classifier boundary = policy(of(hosts.boundary(), hosts.identities(), Ranking.AUTOMATIC));
        Classifier transport = policy(of(hosts.transport(), hosts.identities(), Ranking.AUTOMATIC));

        assertThat(boundary).onPacket(hosts.in(80)).isClear();
        assertThat(boundary).onPacket(known).isBlocked();
        assertThat(boundary).onPacket(known, AUTHENTICATED).requiresAuthentication();
        assertThat(transport).onPacket(hosts.out()).isHeld();
        assertThat(transport).onPacket(known, AUTHENTICATED).requiresAuthentication();
        assertThat(transport).onPacket(known.remoteMachine(STRANGER), AUTHENTICATED).isBlocked();
    }

    @Test
    @DisplayName("--explicit-weights does the same to packets")
    void explicitWeights() {
        Classifier explicit = policy(of(hosts.discovery(), hosts.identities(), Ranking.EXPLICIT));

        assertThat(explicit).onPacket(known, AUTHENTICATED).requiresAuthentication();
        assertThat(explicit).onPacket(known.remoteMachine(STRANGER), AUTHENTICATED).isBlocked();
        assertThat(explicit).onPacket(hosts.in(80), AUTHENTICATED).requiresAuthentication();
    }

    @Test
    @DisplayName("What is not named has no condition")
    void whatIsNotNamedHasNoCondition() {
        Identities both = Examples.IDENTITIES;
        Classifier computers =
                policy(
                        of(
                                hosts.discovery(),
                                new Identities(both.computers(), null),
                                Ranking.AUTOMATIC));

        assertThat(computers)
                .onPacket(known.remoteUser(STRANGER), AUTHENTICATED)
                .requiresAuthentication();
        assertThat(computers).onPacket(known.remoteMachine(STRANGER), AUTHENTICATED).isBlocked();
        if (hosts.hasUsers()) {
            Classifier users =
                    policy(
                            of(
                                    hosts.discovery(),
                                    new Identities(null, both.users()),
                                    Ranking.AUTOMATIC));

            assertThat(users)
                    .onPacket(known.remoteMachine(STRANGER), AUTHENTICATED)
                    .requiresAuthentication();
            assertThat(users).onPacket(known.remoteUser(STRANGER), AUTHENTICATED).isBlocked();
        }
    }

    @Test
    @DisplayName("A descriptor must grant the right to match (CC), and groups count")
    void theRightToMatch() {
        SecurityDescriptor descriptor =
                SecurityDescriptor.ofSddl(
                        "O:SYG:SYD:(D;;CC;;;%s)(A;;DC;;;%s)(A;;CC;;;BU)"
                                .formatted(STRANGER, COMPUTER));
        Classifier one =
                policy(of(hosts.discovery(), new Identities(descriptor, null), Ranking.AUTOMATIC));
        Sid everybody = Sid.of("S-1-5-32-545");

        assertThat(one)
                .onPacket(known.remoteMachine(USER, everybody), AUTHENTICATED)
                .requiresAuthentication();
        assertThat(one)
                .onPacket(known.remoteMachine(STRANGER, everybody), AUTHENTICATED)
                .isBlocked();
        assertThat(one).onPacket(known.remoteMachine(COMPUTER), AUTHENTICATED).isBlocked();
    }

    @Test
    @DisplayName("7.5: an accepted connection is never downgraded")
    void noDowngrade() {
        Simulation accepted =
                Simulation.of(policy).negotiated(known, Protection.AUTHENTICATED).pass(known);
        assertThat(accepted.last()).requiresAuthentication();

        assertThat(accepted.associationLost(known).pass(known.answer()).last()).isHeld();
        assertThat(accepted.associationLost(known).pass(known).last()).isBlocked();
    }
}

package io.github.wfp4j.explain;

import static io.github.wfp4j.explain.Packet.icmp;
import static io.github.wfp4j.explain.Packet.tcp;
import static io.github.wfp4j.explain.Packet.udp;
import static io.github.wfp4j.explain.TestPolicy.block;
import static io.github.wfp4j.explain.TestPolicy.callout;
import static io.github.wfp4j.explain.TestPolicy.permit;
import static io.github.wfp4j.explain.TestPolicy.withContext;
import static io.github.wfp4j.explain.Verdict.BLOCKED;
import static io.github.wfp4j.explain.Verdict.CLEAR;
import static io.github.wfp4j.explain.Verdict.CLEAR_WHILE_NEGOTIATING;
import static io.github.wfp4j.explain.Verdict.HELD;
import static io.github.wfp4j.explain.Verdict.REQUIRE_AUTH;
import static io.github.wfp4j.explain.Verdict.REQUIRE_ENCRYPT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.AccessField;
import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.NlAddressType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The verdict model of IPsec (7.5): each row of its table of scenarios, and each rule above it. */
final class IpsecVerdictsTest {
    private static final long EXEMPTION = 0xCL << 60;
    private static final FwpmFilterCondition0 UNICAST =
            Conditions.localAddressType(NlAddressType.UNICAST);
    private static final Sid SYSTEM = Sid.of("S-1-5-18");
    private static final Sid PEER = Sid.of("S-1-5-21-1-2-3-2001");
    private static final Sid STRANGER = Sid.of("S-1-5-21-1-2-3-2002");

    private static final Packet OUT = tcp().from("10.0.0.5:50000").to("10.0.0.7:443");
    private static final Packet IN = tcp().inbound().from("10.0.0.7:50000").to("10.0.0.5:443");
    private static final Packet OUT_5555 = tcp().from("10.0.0.5:5555").to("10.0.0.7:443");
    private static final Packet IN_5555 = tcp().inbound().from("10.0.0.7:443").to("10.0.0.5:5555");

    private static final IpsecState FAILED = IpsecState.negotiating(NegotiationState.FAILED);
    private static final IpsecState RUNNING = IpsecState.negotiating(NegotiationState.RUNNING);
    private static final IpsecState AUTHENTICATED = IpsecState.associated(Protection.AUTHENTICATED);
    private static final IpsecState ENCRYPTED = IpsecState.associated(Protection.ENCRYPTED);

    /** The scenarios of the table. */
    enum Row {
        TRANSPORT,
        DISCOVERY,
        BOUNDARY,
        GUARANTEED_ENCRYPTION,
        REMOTE_IDENTITY,
        TUNNEL,
        MANUAL;

        Classifier classifier() {
            return switch (this) {
                case TRANSPORT -> base(0, 0, IpsecPolicyFlags.NONE).classifier();
                case DISCOVERY -> discovery().classifier();
                case BOUNDARY -> base(2, 1, IpsecPolicyFlags.ND_BOUNDARY).classifier();
                case GUARANTEED_ENCRYPTION -> guaranteed(8).classifier();
                case REMOTE_IDENTITY -> remoteIdentity().classifier();
                case TUNNEL -> tunnel(IpsecPolicyFlags.NONE).classifier();
                case MANUAL -> callouts(new TestPolicy(), 0, 0).classifier();
            };
        }
    }

    /** The callouts, the keying policies and what is exempt in all samples. */
    private static TestPolicy base(long inbound, long outbound, IpsecPolicyFlags flags) {
        return exempt(callouts(new TestPolicy(), inbound, outbound))
                .withKeyingPolicy(IpsecPolicies.quickMode(flags, 10));
    }

    private static TestPolicy callouts(TestPolicy policy, long inbound, long outbound) {
        return policy.with(
                        callout(
                                "inbound",
                                FwpmLayers.INBOUND_TRANSPORT_V4,
                                FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4,
                                inbound),
                        UNICAST)
                .with(
                        callout(
                                "outbound",
                                FwpmLayers.OUTBOUND_TRANSPORT_V4,
                                FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V4,
                                outbound),
                        UNICAST);
    }

    private static TestPolicy exempt(TestPolicy policy) {
        for (var layer :
                List.of(
                        FwpmLayers.INBOUND_TRANSPORT_V4,
                        FwpmLayers.OUTBOUND_TRANSPORT_V4,
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4)) {
            policy.weighing(EXEMPTION, permit("ICMP", layer), Conditions.protocol(1));
        }
        for (int port : new int[] {500, 4500}) {
            for (var layer :
                    List.of(FwpmLayers.INBOUND_TRANSPORT_V4, FwpmLayers.OUTBOUND_TRANSPORT_V4)) {
                policy.weighing(
                        EXEMPTION,
                        permit("IKE", layer),
                        Conditions.protocol(17),
                        Conditions.localPort(port));
            }
            for (var layer :
                    List.of(FwpmLayers.ALE_AUTH_CONNECT_V4, FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4)) {
                policy.weighing(
                        EXEMPTION,
                        permit("IKE", layer),
                        Conditions.user(SYSTEM),
                        Conditions.protocol(17),
                        Conditions.localPort(port));
            }
        }
        return policy;
    }

    private static TestPolicy discovery() {
        return base(2, 1, IpsecPolicyFlags.ND_SECURE).with(accept(0), UNICAST);
    }

    private static FwpmFilter0 accept(long rawContext) {
        return callout(
                "accept",
                FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V4,
                rawContext);
    }

    private static FwpmFilter0 connect(long rawContext) {
        return callout(
                "connect",
                FwpmLayers.ALE_AUTH_CONNECT_V4,
                FwpmCallouts.IPSEC_ALE_CONNECT_V4,
                rawContext);
    }

    private static TestPolicy guaranteed(long rawContext) {
        return discovery()
                .weighing(
                        100,
                        accept(rawContext),
                        UNICAST,
                        Conditions.protocol(6),
                        Conditions.localPort(5555))
                .weighing(
                        100,
                        connect(rawContext),
                        UNICAST,
                        Conditions.protocol(6),
                        Conditions.localPort(5555));
    }

    private static TestPolicy remoteIdentity() {
        return discovery()
                .weighing(
                        200,
                        accept(0),
                        AccessField.ALE_REMOTE_MACHINE_ID.is(PEER),
                        AccessField.ALE_REMOTE_USER_ID.is(PEER),
                        Conditions.protocol(6),
                        Conditions.localPort(5555))
                .weighing(
                        100,
                        block("nobody else", FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4),
                        Conditions.protocol(6),
                        Conditions.localPort(5555));
    }

    private static TestPolicy tunnel(IpsecPolicyFlags flags) {
        FwpmFilterCondition0[] tunnelled = {
            Conditions.localAddress("10.0.0.0/24"), Conditions.remoteAddress("10.0.0.0/24")
        };
        return new TestPolicy()
                .withContext(IpsecPolicies.tunnel(flags))
                .with(
                        withContext(
                                callout(
                                                "into the tunnel",
                                                FwpmLayers.OUTBOUND_TRANSPORT_V4,
                                                FwpmCallouts.IPSEC_OUTBOUND_TUNNEL_V4)
                                        .withSubLayerKey(FwpmSublayers.IPSEC_TUNNEL),
                                IpsecPolicies.TUNNEL),
                        tunnelled)
                .with(
                        withContext(
                                callout(
                                                "out of the tunnel",
                                                FwpmLayers.INBOUND_TRANSPORT_V4,
                                                FwpmCallouts.IPSEC_INBOUND_TUNNEL_V4)
                                        .withSubLayerKey(FwpmSublayers.IPSEC_TUNNEL),
                                IpsecPolicies.TUNNEL),
                        tunnelled);
    }

    private static Explanation answer(Simulation simulation) {
        return requireNonNull(simulation.last().answer());
    }

    private static Verdict verdict(Classifier classifier, Packet packet, IpsecState ipsec) {
        return classifier.decide(packet, FlowState.NONE, ipsec).verdict();
    }

    private static Verdict verdict(
            Classifier classifier, Packet packet, FlowState flow, IpsecState ipsec) {
        return classifier.decide(packet, flow, ipsec).verdict();
    }

    @Nested
    class Rows {
        @Test
        @DisplayName("7.5: transport mode holds what is not protected, and lets nothing clear in")
        void transportMode() {
            Classifier policy = Row.TRANSPORT.classifier();

            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(HELD);
            assertThat(verdict(policy, OUT, RUNNING)).isEqualTo(HELD);
            assertThat(verdict(policy, OUT, FAILED)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, IN, IpsecState.NONE)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, OUT, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
            assertThat(verdict(policy, IN, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
        }

        @Test
        @DisplayName("7.5: discovery lets own connections go clear, others' not come clear")
        void negotiationDiscovery() {
            Classifier policy = Row.DISCOVERY.classifier();

            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(CLEAR_WHILE_NEGOTIATING);
            assertThat(verdict(policy, OUT, RUNNING)).isEqualTo(CLEAR_WHILE_NEGOTIATING);
            assertThat(verdict(policy, OUT, FAILED)).isEqualTo(CLEAR);
            assertThat(verdict(policy, IN, IpsecState.NONE)).isEqualTo(BLOCKED);
            assertThat(replyToOwn(policy)).isEqualTo(CLEAR);
            assertThat(verdict(policy, OUT, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
            assertThat(verdict(policy, IN, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
        }

        @Test
        @DisplayName("7.5: boundary mode lets others' connections come clear too")
        void boundaryMode() {
            Classifier policy = Row.BOUNDARY.classifier();

            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(CLEAR_WHILE_NEGOTIATING);
            assertThat(verdict(policy, OUT, FAILED)).isEqualTo(CLEAR);
            assertThat(verdict(policy, IN, IpsecState.NONE)).isEqualTo(CLEAR);
            assertThat(replyToOwn(policy)).isEqualTo(CLEAR);
            assertThat(verdict(policy, OUT, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
            assertThat(verdict(policy, IN, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
        }

        @Test
        @DisplayName("7.5: guaranteed encryption encrypts its port, the rest is discovery")
        void guaranteedEncryption() {
            Classifier policy = Row.GUARANTEED_ENCRYPTION.classifier();

            assertThat(verdict(policy, OUT_5555, IpsecState.NONE)).isEqualTo(HELD);
            assertThat(verdict(policy, OUT_5555, RUNNING)).isEqualTo(HELD);
            assertThat(verdict(policy, OUT_5555, FAILED)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, OUT_5555, AUTHENTICATED)).isEqualTo(HELD);
            assertThat(verdict(policy, OUT_5555, ENCRYPTED)).isEqualTo(REQUIRE_ENCRYPT);
            assertThat(verdict(policy, IN_5555, IpsecState.NONE)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, IN_5555, AUTHENTICATED)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, IN_5555, ENCRYPTED)).isEqualTo(REQUIRE_ENCRYPT);

            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(CLEAR_WHILE_NEGOTIATING);
            assertThat(verdict(policy, OUT, FAILED)).isEqualTo(CLEAR);
            assertThat(verdict(policy, IN, IpsecState.NONE)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, IN, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
            assertThat(replyToOwn(policy)).isEqualTo(CLEAR);
        }

        @Test
        @DisplayName("7.5: remote identity lets in who is on both lists, others meet the block")
        void remoteIdentity() {
            Classifier policy = Row.REMOTE_IDENTITY.classifier();
            Packet known = IN_5555.remoteMachine(PEER).remoteUser(PEER);

            assertThat(verdict(policy, known, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
            for (Packet other :
                    List.of(
                            IN_5555,
                            IN_5555.remoteMachine(PEER),
                            IN_5555.remoteUser(PEER),
                            known.remoteUser(STRANGER),
                            known.remoteMachine(STRANGER))) {
                Decision decision = policy.decide(other, FlowState.NONE, AUTHENTICATED);
                assertThat(decision.verdict()).isEqualTo(BLOCKED);
                assertThat(requireNonNull(decision.decidedBy()).displayData().name())
                        .isEqualTo("nobody else");
            }
            // Without IPsec nobody knows who it is.
            assertThat(verdict(policy, known, IpsecState.NONE)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(CLEAR_WHILE_NEGOTIATING);
        }

        @Test
        @DisplayName("7.5: tunnel mode holds what it covers, and lets none of that clear in")
        void tunnelMode() {
            Classifier policy = Row.TUNNEL.classifier();

            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(HELD);
            assertThat(verdict(policy, IN, IpsecState.NONE)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, OUT, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
            assertThat(verdict(policy, IN, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
            Packet elsewhere = OUT.to("192.168.0.1:443");
            assertThat(verdict(policy, elsewhere, IpsecState.NONE)).isEqualTo(CLEAR);
            assertThat(verdict(policy, elsewhere.answer(), IpsecState.NONE)).isEqualTo(CLEAR);
        }

        @Test
        @DisplayName("7.5: manual associations let nothing pass until they are added")
        void manualAssociations() {
            Classifier policy = Row.MANUAL.classifier();

            // There is no policy to negotiate about, so that waiting would not help (2.g).
            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, IN, IpsecState.NONE)).isEqualTo(BLOCKED);
            assertThat(verdict(policy, OUT, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
            assertThat(verdict(policy, OUT, ENCRYPTED)).isEqualTo(REQUIRE_ENCRYPT);
            assertThat(verdict(policy, IN, ENCRYPTED)).isEqualTo(REQUIRE_AUTH);
        }

        private Verdict replyToOwn(Classifier policy) {
            return Simulation.of(policy).pass(OUT).pass(OUT.answer()).last().verdict();
        }

        @ParameterizedTest
        @EnumSource(
                value = Row.class,
                names = {"TUNNEL", "MANUAL"},
                mode = EnumSource.Mode.EXCLUDE)
        @DisplayName("7.5: ICMP and key exchange are always clear")
        void exemptions(Row row) {
            Classifier policy = row.classifier();
            Packet echo = icmp(8, 0).from("10.0.0.5").to("10.0.0.7");
            Packet ike = udp().from("10.0.0.5:500").to("10.0.0.7:500").user(SYSTEM);
            Packet natted = udp().from("10.0.0.5:4500").to("10.0.0.7:4500").user(SYSTEM);

            assertThat(Stream.of(echo, echo.answer(), ike, ike.answer(), natted, natted.answer()))
                    .allSatisfy(packet -> {
                        for (IpsecState state : List.of(IpsecState.NONE, FAILED, AUTHENTICATED)) {
                            assertThat(verdict(policy, packet, state)).isEqualTo(CLEAR);
                        }
                    });
        }

        @ParameterizedTest
        @EnumSource(
                value = Row.class,
                names = {"TUNNEL"},
                mode = EnumSource.Mode.EXCLUDE)
        @DisplayName("7.5: only unicast is protected")
        void onlyUnicast(Row row) {
            Packet multicast = udp().inbound().from("10.0.0.7:53").to("224.0.0.251:5353");

            assertThat(verdict(row.classifier(), multicast, IpsecState.NONE)).isEqualTo(CLEAR);
        }
    }

    @Nested
    class NoDowngrade {
        @ParameterizedTest
        @EnumSource(
                value = Row.class,
                names = {"TUNNEL"},
                mode = EnumSource.Mode.EXCLUDE)
        @DisplayName("7.5: 2.f: a secured connection is never downgraded")
        void securedStaysSecured(Row row) {
            Simulation secured =
                    Simulation.of(row.classifier())
                            .pass(OUT)
                            .negotiated(OUT, Protection.AUTHENTICATED)
                            .pass(OUT);
            assertThat(secured.last().verdict()).isEqualTo(REQUIRE_AUTH);

            Simulation lost = secured.associationLost(OUT);

            assertThat(lost.pass(OUT).last().verdict()).isEqualTo(HELD);
            assertThat(lost.negotiationFailed(OUT).pass(OUT).last().verdict()).isEqualTo(HELD);
            assertThat(lost.pass(OUT.answer()).last().verdict()).isEqualTo(BLOCKED);
            assertThat(lost.negotiated(OUT, Protection.ENCRYPTED).pass(OUT).last().verdict())
                    .isEqualTo(REQUIRE_ENCRYPT);
        }

        @Test
        @DisplayName("7.5: another connection of the same peer may go clear again")
        void otherFlowsAreFree() {
            Packet other = OUT.from("10.0.0.5:50001");
            Simulation lost =
                    Simulation.of(Row.DISCOVERY.classifier())
                            .negotiated(OUT, Protection.AUTHENTICATED)
                            .pass(OUT)
                            .associationLost(OUT);

            assertThat(lost.pass(other).last().verdict()).isEqualTo(CLEAR_WHILE_NEGOTIATING);
        }

        @Test
        @DisplayName("7.5: a connection upgrades when the negotiation succeeds")
        void upgrades() {
            Simulation begun = Simulation.of(Row.DISCOVERY.classifier()).pass(OUT);

            assertThat(begun.last().verdict()).isEqualTo(CLEAR_WHILE_NEGOTIATING);
            assertThat(begun.ipsec(OUT).negotiation()).isEqualTo(NegotiationState.RUNNING);
            assertThat(begun.negotiationFailed(OUT).pass(OUT).last().verdict()).isEqualTo(CLEAR);
            assertThat(begun.negotiated(OUT, Protection.AUTHENTICATED).pass(OUT).last().verdict())
                    .isEqualTo(REQUIRE_AUTH);
        }

        @Test
        @DisplayName("7.5: 2.0: clear packets in flight still pass for the time of the policy")
        void clearInFlight() {
            Packet clear = OUT.answer().arrived(Protection.CLEAR);
            Simulation secured =
                    Simulation.of(Row.DISCOVERY.classifier())
                            .pass(OUT)
                            .negotiated(OUT, Protection.AUTHENTICATED)
                            .pass(OUT);

            assertThat(secured.await(Duration.ofSeconds(9)).pass(clear).last().verdict())
                    .isEqualTo(CLEAR);
            assertThat(secured.await(Duration.ofSeconds(10)).pass(clear).last().verdict())
                    .isEqualTo(BLOCKED);
        }

        @Test
        @DisplayName("7.5: a connection that must be encrypted takes nothing less")
        void encryptedStaysEncrypted() {
            Simulation encrypted =
                    Simulation.of(Row.GUARANTEED_ENCRYPTION.classifier())
                            .negotiated(IN_5555, Protection.ENCRYPTED)
                            .pass(IN_5555);
            assertThat(encrypted.last().verdict()).isEqualTo(REQUIRE_ENCRYPT);
            assertThat(answer(encrypted).verdict()).isEqualTo(REQUIRE_ENCRYPT);

            assertThat(encrypted.pass(IN_5555.arrived(Protection.AUTHENTICATED)).last().verdict())
                    .isEqualTo(BLOCKED);
            assertThat(encrypted.pass(IN_5555.arrived(Protection.CLEAR)).last().verdict())
                    .isEqualTo(BLOCKED);
            assertThat(encrypted.pass(IN_5555).last().verdict()).isEqualTo(REQUIRE_ENCRYPT);
        }
    }

    @Nested
    class OutboundTransport {
        @Test
        @DisplayName("7.5: 2.b: suppressed negotiation uses an association if there is one")
        void suppressed() {
            Classifier policy = base(0, 2, IpsecPolicyFlags.NONE).classifier();

            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(CLEAR);
            assertThat(verdict(policy, OUT, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
        }

        @ParameterizedTest
        @ValueSource(longs = {0x2, 0x8, 0xA})
        @DisplayName("7.5: 2.d: what the connection requires is not given up for discovery")
        void required(long demands) {
            Classifier policy = discovery().with(connect(demands)).classifier();

            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(HELD);
            assertThat(verdict(policy, OUT, FAILED)).isEqualTo(BLOCKED);
        }

        @Test
        @DisplayName("7.5: 2.g: without policy the negotiation fails at once")
        void withoutPolicy() {
            Classifier discovering = callouts(new TestPolicy(), 2, 1).classifier();

            assertThat(verdict(discovering, OUT, IpsecState.NONE)).isEqualTo(CLEAR);
        }

        @Test
        @DisplayName("7.3: after the first packets an authenticated firewall needs no IPsec")
        void authenticatedFirewall() {
            Classifier policy = base(0, 0, IpsecPolicyFlags.NONE).with(connect(0x22)).classifier();
            Simulation authenticated =
                    Simulation.of(policy).negotiated(OUT, Protection.AUTHENTICATED).pass(OUT);

            assertThat(authenticated.last().verdict()).isEqualTo(REQUIRE_AUTH);
            Simulation without = authenticated.associationLost(OUT);
            assertThat(without.pass(OUT).last().verdict()).isEqualTo(CLEAR);
            assertThat(without.pass(OUT.answer()).last().verdict()).isEqualTo(CLEAR);
        }

        @Test
        @DisplayName("7.3: at connect that needs the demand for security with it")
        void authenticatedFirewallAlone() {
            Classifier policy = base(0, 0, IpsecPolicyFlags.NONE).with(connect(0x20)).classifier();
            Simulation authenticated =
                    Simulation.of(policy).negotiated(OUT, Protection.AUTHENTICATED).pass(OUT);

            assertThat(authenticated.associationLost(OUT).pass(OUT).last().verdict())
                    .isEqualTo(HELD);
        }
    }

    @Nested
    class Inbound {
        @Test
        @DisplayName("7.5: 2.c: pass-through lets clear packets in")
        void passThrough() {
            Classifier policy = base(1, 0, IpsecPolicyFlags.NONE).classifier();

            assertThat(verdict(policy, IN, IpsecState.NONE)).isEqualTo(CLEAR);
        }

        @Test
        @DisplayName("7.5: 3: the first packet may be authenticated only if that is allowed")
        void firstPacketAuthenticated() {
            Classifier policy = guaranteed(0x18).classifier();
            Packet first = IN_5555.arrived(Protection.AUTHENTICATED);
            Simulation begun =
                    Simulation.of(policy).negotiated(first, Protection.AUTHENTICATED).pass(first);

            assertThat(begun.last().verdict()).isEqualTo(REQUIRE_AUTH);
            // The upgrade is forced: what goes back waits for it, what comes must be encrypted.
            assertThat(answer(begun).verdict()).isEqualTo(HELD);
            assertThat(begun.pass(first).last().verdict()).isEqualTo(BLOCKED);
            Simulation upgraded = begun.negotiated(first, Protection.ENCRYPTED);
            assertThat(upgraded.pass(IN_5555).last().verdict()).isEqualTo(REQUIRE_ENCRYPT);
        }

        @Test
        @DisplayName(
                "7.5: a firewall's permit in a lower sublayer does not let in what IPsec refuses")
        void firewallCannotPermit() {
            Classifier policy =
                    discovery()
                            .with(
                                    permit("firewall", FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4)
                                            .withSubLayerKey(TestPolicy.LOW))
                            .classifier();

            assertThat(verdict(policy, IN, IpsecState.NONE)).isEqualTo(BLOCKED);
        }
    }

    @Nested
    class Tunnels {
        @Test
        @DisplayName("7.5: 3: a tunnel may let own connections go clear until it is there")
        void clearConnection() {
            Classifier policy =
                    tunnel(IpsecPolicyFlags.TUNNEL_ALLOW_OUTBOUND_CLEAR_CONNECTION).classifier();

            assertThat(verdict(policy, OUT, IpsecState.NONE)).isEqualTo(CLEAR_WHILE_NEGOTIATING);
        }

        @Test
        @DisplayName("7.5: 3: what is protected already may go past the tunnel")
        void bypassesSecured() {
            Classifier policy =
                    tunnel(IpsecPolicyFlags.TUNNEL_BYPASS_ALREADY_SECURE_CONNECTION).classifier();
            FlowState secured = FlowState.authorised(Direction.OUTBOUND).secured();

            assertThat(verdict(policy, OUT, secured, IpsecState.NONE)).isEqualTo(CLEAR);
            assertThat(verdict(Row.TUNNEL.classifier(), OUT, secured, IpsecState.NONE))
                    .isEqualTo(HELD);
        }

        @Test
        @DisplayName("7.5: 3: neighbour discovery may go past the tunnel")
        void bypassesNeighbourDiscovery() {
            Packet solicitation = Packet.icmpV6(135, 0).from("fd00::5").to("fd00::7");
            Packet echo = Packet.icmpV6(128, 0).from("fd00::5").to("fd00::7");
            FwpmFilter0 filter =
                    callout(
                            "into the tunnel",
                            FwpmLayers.OUTBOUND_TRANSPORT_V6,
                            FwpmCallouts.IPSEC_OUTBOUND_TUNNEL_V6);
            Classifier policy =
                    new TestPolicy()
                            .withContext(
                                    IpsecPolicies.tunnel(IpsecPolicyFlags.TUNNEL_BYPASS_ICMPV6))
                            .with(withContext(filter, IpsecPolicies.TUNNEL))
                            .classifier();

            assertThat(verdict(policy, solicitation, IpsecState.NONE)).isEqualTo(CLEAR);
            assertThat(verdict(policy, echo, IpsecState.NONE)).isEqualTo(HELD);
        }

        @Test
        @DisplayName("7.5: key exchange of this computer goes past the tunnel, as 4.6 exempts it")
        void bypassesKeyExchange() {
            Classifier policy = Row.TUNNEL.classifier();
            Packet ike = udp().from("10.0.0.5:500").to("10.0.0.7:500");
            Packet natted = udp().from("10.0.0.5:4500").to("10.0.0.7:4500");

            assertThat(Stream.of(ike, ike.answer(), natted, natted.answer()))
                    .allSatisfy(packet ->
                            assertThat(verdict(policy, packet, IpsecState.NONE)).isEqualTo(CLEAR));
            assertThat(
                            verdict(
                                    policy,
                                    udp().from("10.0.0.5:501").to("10.0.0.7:500"),
                                    IpsecState.NONE))
                    .isEqualTo(HELD);
            assertThat(
                            verdict(
                                    policy,
                                    tcp().from("10.0.0.5:500").to("10.0.0.7:500"),
                                    IpsecState.NONE))
                    .isEqualTo(HELD);
        }

        @Test
        @DisplayName("7.1: routed packets go through tunnels at the forward layer")
        void forwarded() {
            Classifier out =
                    new TestPolicy()
                            .withContext(IpsecPolicies.tunnel(IpsecPolicyFlags.NONE))
                            .with(
                                    withContext(
                                            callout(
                                                    "into",
                                                    FwpmLayers.IPFORWARD_V4,
                                                    FwpmCallouts.IPSEC_FORWARD_OUTBOUND_TUNNEL_V4),
                                            IpsecPolicies.TUNNEL))
                            .classifier();
            Classifier in =
                    new TestPolicy()
                            .withContext(IpsecPolicies.tunnel(IpsecPolicyFlags.NONE))
                            .with(
                                    withContext(
                                            callout(
                                                    "out of",
                                                    FwpmLayers.IPFORWARD_V4,
                                                    FwpmCallouts.IPSEC_FORWARD_INBOUND_TUNNEL_V4),
                                            IpsecPolicies.TUNNEL))
                            .classifier();
            Packet routed = tcp().forwarded().from("10.0.0.7:1").to("10.1.0.7:2");

            Packet keyExchangeOfOthers = udp().forwarded().from("10.0.0.7:500").to("10.1.0.7:500");

            assertThat(verdict(out, routed, IpsecState.NONE)).isEqualTo(HELD);
            assertThat(verdict(out, keyExchangeOfOthers, IpsecState.NONE)).isEqualTo(HELD);
            assertThat(verdict(out, routed, AUTHENTICATED)).isEqualTo(REQUIRE_AUTH);
            assertThat(verdict(in, routed, IpsecState.NONE)).isEqualTo(BLOCKED);
            assertThat(verdict(in, routed.arrived(Protection.AUTHENTICATED), IpsecState.NONE))
                    .isEqualTo(REQUIRE_AUTH);
        }

        @Test
        @DisplayName("7.1: the outer packets of a tunnel are accepted")
        void outerPackets() {
            Classifier policy =
                    new TestPolicy()
                            .weighing(
                                    2,
                                    callout(
                                            "outer",
                                            FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                                            FwpmCallouts.IPSEC_INBOUND_TUNNEL_ALE_ACCEPT_V4),
                                    Conditions.protocol(4))
                            .weighing(1, block("rest", FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4))
                            .classifier();

            assertThat(
                            verdict(
                                    policy,
                                    Packet.of(4).inbound().from("192.0.2.1").to("192.0.2.2"),
                                    IpsecState.NONE))
                    .isEqualTo(CLEAR);
        }
    }

    @Test
    @DisplayName("7.4: keying filters choose the module, and other modules' policies are skipped")
    void choosesModule() {
        Explanation explanation = Row.TRANSPORT.classifier().explain(OUT);

        assertThat(explanation.notes())
                .extracting(Note::kind, Note::text)
                .containsExactly(
                        tuple(
                                Note.Kind.NEGOTIATION,
                                "FWPM_KEYING_MODULE_IKE negotiates about 'permit at"
                                        + " FWPM_LAYER_IPSEC_V4' after 'permit at"
                                        + " FWPM_LAYER_IKEEXT_V4'"));
    }
}

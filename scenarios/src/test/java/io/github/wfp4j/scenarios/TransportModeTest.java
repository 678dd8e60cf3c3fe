package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;

import org.junit.jupiter.api.Test;

import java.util.Set;

final class TransportModeTest {
    private static final Plan PLAN = TransportMode.of("test").plan();

    @Test
    void tm1_theIdIsThatOfTheOverviewAndThePageThePublicOne() {
        assertThat(TransportMode.ID).isEqualTo("transport-mode");
        assertThat(PLAN.title()).isEqualTo("Transport Mode");
    }

    @Test
    void tm2_noContextOfNegotiationDiscoveryLeaksIn() {
        for (IpVersion version : IpVersion.values()) {
            assertThat(PlanFacts.rawContext(PlanFacts.filter(PLAN, Role.INBOUND_CALLOUT, version)))
                    .isZero();
            assertThat(PlanFacts.rawContext(PlanFacts.filter(PLAN, Role.OUTBOUND_CALLOUT, version)))
                    .isZero();
        }
    }

    @Test
    void tm3_theQuickModePolicyHasNoFlagsUnlessTheCallerAddsSome() {
        assertThat(PlanFacts.quickMode(PLAN))
                .extracting(IpsecTransportPolicy2::flags)
                .containsOnly(IpsecPolicyFlags.NONE);
        assertThat(
                        PlanFacts.quickMode(
                                TransportMode.of("test")
                                        .withNegotiation(
                                                Negotiation.DEFAULT.withNatTraversal(
                                                        NatTraversal.PEER))
                                        .plan()))
                .extracting(IpsecTransportPolicy2::flags)
                .containsOnly(IpsecPolicyFlags.NAT_ENCAP_ALLOW_PEER_BEHIND_NAT);
    }

    @Test
    void tm4_thereIsNoFilterAtAnAleLayer() {
        assertThat(
                        PlanFacts.at(
                                PLAN,
                                FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                                FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6,
                                FwpmLayers.ALE_AUTH_CONNECT_V4,
                                FwpmLayers.ALE_AUTH_CONNECT_V6))
                .isEmpty();
    }

    @Test
    void c09_theStricterTestAsksForAUnicastDestinationOutboundToo() {
        Plan strict =
                TransportMode.of("test")
                        .withScope(Scope.DEFAULT.withCoverage(Coverage.UNICAST_AT_BOTH_ENDS))
                        .plan();

        assertThat(PlanFacts.fields(PlanFacts.filter(strict, Role.OUTBOUND_CALLOUT, IpVersion.V4)))
                .containsExactly(
                        "FWPM_CONDITION_IP_LOCAL_ADDRESS_TYPE",
                        "FWPM_CONDITION_IP_DESTINATION_ADDRESS_TYPE");
        assertThat(PlanFacts.fields(PlanFacts.filter(strict, Role.INBOUND_CALLOUT, IpVersion.V4)))
                .containsExactly("FWPM_CONDITION_IP_LOCAL_ADDRESS_TYPE");
    }

    @Test
    void c11_ikev2IsAnExtensionThatCannotUseKerberos() {
        Scope ikev2 = Scope.DEFAULT.withKeyingModules(Set.of(KeyingModule.IKEV2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransportMode.of("test").withScope(ikev2))
                .withMessage(
                        "keyingModules must not hold IKEv2, which cannot authenticate by Kerberos");
        Plan plan =
                new TransportMode(
                                new Instance(TransportMode.ID, "test"),
                                ikev2,
                                Negotiation.DEFAULT.withAuthentication(
                                        Authentication.of(
                                                new AuthenticationMethod.PresharedKey(
                                                        Examples.bytes(8, 1)))))
                        .plan();
        assertThat(plan.providerContexts())
                .extracting(it -> it.type().cName())
                .containsExactly(
                        "FWPM_IPSEC_IKEV2_MM_CONTEXT", "FWPM_IPSEC_IKEV2_QM_TRANSPORT_CONTEXT");
    }
}

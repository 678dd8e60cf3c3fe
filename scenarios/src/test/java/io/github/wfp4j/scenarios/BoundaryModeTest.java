package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.fwpm.FwpmContextIpsecInboundFlags;
import io.github.wfp4j.fwpm.FwpmContextIpsecOutboundFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;

import org.junit.jupiter.api.Test;

final class BoundaryModeTest {
    private static final Plan PLAN = BoundaryMode.of("test").plan();

    @Test
    void bm1_theFlagIsThatOfBoundaryMode() {
        assertThat(PlanFacts.quickMode(PLAN))
                .hasSize(2)
                .extracting(IpsecTransportPolicy2::flags)
                .containsOnly(IpsecPolicyFlags.ND_BOUNDARY);
    }

    @Test
    void bm2_thereIsNoFilterForAcceptedConnections() {
        assertThat(
                        PlanFacts.at(
                                PLAN,
                                FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                                FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6))
                .isEmpty();
    }

    @Test
    void bm3_whatBecameProtectedStaysSo() {
        assertThat(PlanFacts.rawContext(PlanFacts.filter(PLAN, Role.INBOUND_CALLOUT, IpVersion.V6)))
                .isEqualTo(2);
    }

    @Test
    void bm4_nd2_flagsThatContradictEachOtherOrTheFiltersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        policy(IpsecPolicyFlags.ND_SECURE.or(IpsecPolicyFlags.ND_BOUNDARY), true))
                .withMessageContaining("both ND_SECURE and ND_BOUNDARY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(IpsecPolicyFlags.ND_SECURE, false))
                .withMessageContaining("go together");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(IpsecPolicyFlags.ND_BOUNDARY, true))
                .withMessageContaining("go together");
    }

    private static TransportPolicy policy(IpsecPolicyFlags flags, boolean accept) {
        return new TransportPolicy(
                flags,
                FwpmContextIpsecInboundFlags.NONE,
                FwpmContextIpsecOutboundFlags.NONE,
                accept);
    }
}

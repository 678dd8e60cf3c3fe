package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.scenarios.install.Installed;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

final class RemoteIdentityAuthorizationTest {
    private static final RemoteIdentityAuthorization SCENARIO =
            RemoteIdentityAuthorization.of("test", Examples.PORT, Examples.IDENTITIES);
    private static final Identities COMPUTERS =
            new Identities(Examples.IDENTITIES.computers(), null);

    @Test
    void ri1_itStandsOnNegotiationDiscovery() {
        assertThat(SCENARIO.title()).isEqualTo("Remote Identity Authorization");
        assertThat(SCENARIO.base()).isInstanceOf(NegotiationDiscovery.class);
    }

    @Test
    void ri2_authorizedIsAboveBlockAndBlockAboveTheGeneralFilter() {
        Installed installed = PlanFacts.install(SCENARIO);

        List<String> byWeight =
                installed.filters().stream()
                        .filter(it -> it.layerKey().equals(FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4))
                        .sorted(
                                Comparator.comparing(
                                        RemoteIdentityAuthorizationTest::weight,
                                        Long::compareUnsigned))
                        .map(it -> String.valueOf(it.displayData().name()))
                        .toList();
        assertThat(byWeight)
                .containsExactly(
                        "test: accept-secure IPv4",
                        "test: block-unauthorized IPv4",
                        "test: accept-authorized IPv4",
                        "test: accept-icmp-exemption IPv4");
        assertThat(SCENARIO.plan().precedences()).hasSize(4);
    }

    @Test
    void ri2_explicitWeightsSayTheSame() {
        Plan plan = SCENARIO.withRanking(Ranking.EXPLICIT).plan();

        assertThat(PlanFacts.filter(plan, Role.ACCEPT_AUTHORIZED, IpVersion.V4).weight())
                .isEqualTo(new FwpValue0.Uint8(2));
        assertThat(PlanFacts.filter(plan, Role.BLOCK_UNAUTHORIZED, IpVersion.V4).weight())
                .isEqualTo(new FwpValue0.Uint8(1));
        assertThat(PlanFacts.install(SCENARIO.withRanking(Ranking.EXPLICIT)).filters()).hasSize(24);
    }

    @Test
    void ri3_usersNeedAuthIpWithASecondAuthentication() {
        assertThat(PlanFacts.quickMode(SCENARIO.plan()).getLast().emPolicy()).isNotNull();
        TransportScenario ike =
                NegotiationDiscovery.of("test")
                        .withScope(Scope.DEFAULT.withKeyingModules(Set.of(KeyingModule.IKE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCENARIO.withBase(ike))
                .withMessage("keyingModules must hold AuthIP, which alone knows users: [IKE]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCENARIO.withBase(NegotiationDiscovery.of("test")))
                .withMessageContaining("authentication must have a second method");
        Plan computers =
                RemoteIdentityAuthorization.of("test", Examples.PORT, COMPUTERS)
                        .withBase(ike)
                        .plan();
        assertThat(
                        PlanFacts.fields(
                                PlanFacts.filter(computers, Role.ACCEPT_AUTHORIZED, IpVersion.V4)))
                .endsWith("FWPM_CONDITION_ALE_REMOTE_MACHINE_ID");
    }

    @Test
    void ri4_identitiesAreConditionsWithASelfRelativeDescriptor() {
        assertThat(
                        PlanFacts.filter(SCENARIO.plan(), Role.ACCEPT_AUTHORIZED, IpVersion.V6)
                                .filterCondition()
                                .subList(3, 5))
                .allSatisfy(it -> {
                    var descriptor = (FwpConditionValue0.SecurityDescriptor) it.conditionValue();
                    // A descriptor can only be read back from its self-relative form.
                    assertThat(SecurityDescriptor.of(descriptor.sd().data()).dacl()).isNotNull();
                });
    }

    @Test
    void ri5_sidsAreGrantedTheRightToMatchAndADescriptorIsTheCallers() {
        SecurityDescriptor members =
                Identities.members(List.of(Sid.of("S-1-5-32-544"), Sid.of("S-1-5-18")));

        assertThat(members.toSddl()).isEqualTo("O:LSD:(A;;CC;;;BA)(A;;CC;;;SY)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identities(SecurityDescriptor.ofSddl("O:LS"), null))
                .withMessageStartingWith("computers must have a list of access");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identities(null, null))
                .withMessage("identities must name computers or users");
    }

    @Test
    void ri6_theBlockIsHardWithoutAFlag() {
        FwpmFilter0 block =
                PlanFacts.filter(SCENARIO.plan(), Role.BLOCK_UNAUTHORIZED, IpVersion.V4);

        assertThat(block.action().type()).isEqualTo(FwpActionType.BLOCK);
        assertThat(block.flags()).isEqualTo(FwpmFilterFlags.NONE);
    }

    private static long weight(FwpmFilter0 filter) {
        return ((FwpValue0.Uint64) filter.effectiveWeight()).uint64();
    }
}

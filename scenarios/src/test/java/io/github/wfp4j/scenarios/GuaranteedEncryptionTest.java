package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.scenarios.install.Installed;
import io.github.wfp4j.scenarios.install.Installer;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SublayerKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The plan, compared with the golden table and with what is known of the scenario's page. */
final class GuaranteedEncryptionTest {
    private static final int PORT = 5555;
    private static final Plan PLAN = GuaranteedEncryption.of("test", PORT).plan();

    static Stream<Scope> scopes() {
        return Stream.of(
                        EnumSet.of(KeyingModule.IKE, KeyingModule.AUTHIP),
                        EnumSet.of(KeyingModule.IKE),
                        EnumSet.of(KeyingModule.AUTHIP))
                .flatMap(modules ->
                        Stream.of(
                                        EnumSet.allOf(IpVersion.class),
                                        EnumSet.of(IpVersion.V4),
                                        EnumSet.of(IpVersion.V6))
                                .map(versions -> new Scope(modules, versions)));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void isWhatTheGoldenTableSays(Scope scope) {
        Plan plan = GuaranteedEncryption.of("test", PORT).withScope(scope).plan();

        assertThat(plan.filters())
                .extracting(filter -> GoldenFilter.of(filter, plan.providerContexts()))
                .isEqualTo(GoldenFilter.rows(GuaranteedEncryption.ID, scope, PORT));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void isReadBackAsTheGoldenTableSays(Scope scope) {
        Scenario scenario = GuaranteedEncryption.of("test", PORT).withScope(scope);
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            installer.apply(scenario);
            Installed installed = installer.readBack(scenario.footprint());

            assertThat(installed.filters())
                    .extracting(filter -> GoldenFilter.of(filter, installed.providerContexts()))
                    .isEqualTo(GoldenFilter.rows(GuaranteedEncryption.ID, scope, PORT));
            assertThat(installed.filters())
                    .allSatisfy(filter -> {
                        assertThat(filter.subLayerKey()).isEqualTo(FwpmSublayers.UNIVERSAL);
                        assertThat(filter.providerKey()).isEqualTo(Wfp4jProvider.KEY);
                        assertThat(filter.effectiveWeight()).isInstanceOf(FwpValue0.Uint64.class);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void itsBaseIsWhatTheGoldenTableSays(Scope scope) {
        Plan plan = NegotiationDiscovery.of("test").withScope(scope).plan();

        assertThat(plan.filters())
                .extracting(filter -> GoldenFilter.of(filter, plan.providerContexts()))
                .isEqualTo(GoldenFilter.rows(NegotiationDiscovery.ID, scope, PORT));
    }

    @Test
    void hasTwelveFiltersPerVersionWithBothKeyingModulesAndTenWithOne() {
        assertThat(scopes())
                .allSatisfy(scope -> {
                    int modules = scope.keyingModules().size();
                    Plan plan = GuaranteedEncryption.of("test", PORT).withScope(scope).plan();
                    assertThat(plan.filters())
                            .hasSize(scope.ipVersions().size() * (modules == 2 ? 12 : 10));
                    assertThat(plan.providerContexts()).hasSize(2 * modules);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 65_536, 70_000})
    void refusesAPortThatIsNone(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GuaranteedEncryption.of("test", port))
                .withMessage("port must be in 1..65535: " + port);
    }

    @Test
    void refusesAnEmptyChoice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scope(Set.of(), Set.of(IpVersion.V4)))
                .withMessage("keyingModules must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scope(Set.of(KeyingModule.IKE), Set.of()))
                .withMessage("ipVersions must not be empty");
    }

    @Test
    void c01_oneProviderContextServesBothVersions() {
        assertThat(PLAN.providerContexts())
                .allSatisfy(context ->
                        assertThat(PLAN.filters())
                                .filteredOn(filter -> refersTo(filter, context))
                                .hasSize(2));
    }

    @Test
    void c02_filtersOfPoliciesPermitAndReferToAContext() {
        assertThat(
                        at(
                                FwpmLayers.IKEEXT_V4,
                                FwpmLayers.IKEEXT_V6,
                                FwpmLayers.IPSEC_V4,
                                FwpmLayers.IPSEC_V6))
                .hasSize(8)
                .allSatisfy(filter -> {
                    assertThat(filter.action().type()).isEqualTo(FwpActionType.PERMIT);
                    assertThat(filter.flags()).isEqualTo(FwpmFilterFlags.HAS_PROVIDER_CONTEXT);
                });
    }

    @Test
    void c03_mainAndQuickModeHaveTheSameKeyingModules() {
        Scope ike = new Scope(Set.of(KeyingModule.IKE), Set.of(IpVersion.V4));

        assertThat(GuaranteedEncryption.of("test", PORT).withScope(ike).plan().providerContexts())
                .extracting(FwpmProviderContext3::type)
                .containsExactly(
                        FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT,
                        FwpmProviderContextType.IPSEC_IKE_QM_TRANSPORT_CONTEXT);
    }

    @Test
    void c04_conditionsCompareForEquality() {
        assertThat(PLAN.filters())
                .flatExtracting(FwpmFilter0::filterCondition)
                .allSatisfy(condition -> {
                    assertThat(condition.matchType()).isEqualTo(FwpMatchType.EQUAL);
                    assertThat(condition.conditionValue())
                            .isInstanceOf(
                                    condition.fieldKey().equals(FwpmConditions.IP_LOCAL_PORT)
                                            ? FwpConditionValue0.Uint16.class
                                            : FwpConditionValue0.Uint8.class);
                });
    }

    @Test
    void c05_c06_onlyExemptionsHaveAWeightAndItIsARange() {
        assertThat(PLAN.filters())
                .allSatisfy(filter ->
                        assertThat(filter.weight())
                                .isEqualTo(
                                        isIcmp(filter)
                                                ? new FwpValue0.Uint8(12)
                                                : new FwpValue0.Empty()));
    }

    @Test
    void c07_icmpIsOneWithIpv4AndFiftyEightWithIpv6() {
        assertThat(at(FwpmLayers.INBOUND_TRANSPORT_V4, FwpmLayers.OUTBOUND_TRANSPORT_V4))
                .anyMatch(filter -> has(filter, FwpmConditions.IP_PROTOCOL, uint8(1)))
                .noneMatch(filter -> has(filter, FwpmConditions.IP_PROTOCOL, uint8(58)));
        assertThat(at(FwpmLayers.INBOUND_TRANSPORT_V6, FwpmLayers.OUTBOUND_TRANSPORT_V6))
                .anyMatch(filter -> has(filter, FwpmConditions.IP_PROTOCOL, uint8(58)))
                .noneMatch(filter -> has(filter, FwpmConditions.IP_PROTOCOL, uint8(1)));
    }

    @Test
    void c08_theSublayerIsTheDefaultAndTheProviderIsOurs() {
        assertThat(PLAN.filters())
                .allSatisfy(filter -> {
                    assertThat(filter.subLayerKey()).isEqualTo(SublayerKey.ZERO);
                    assertThat(filter.providerKey()).isEqualTo(Wfp4jProvider.KEY);
                });
        assertThat(PLAN.providerContexts())
                .extracting(FwpmProviderContext3::providerKey)
                .containsOnly(Wfp4jProvider.KEY);
        assertThat(PLAN.provider()).isEqualTo(Wfp4jProvider.PROVIDER);
    }

    @Test
    void c09_unicastIsTestedOnTheLocalAddressInBothDirections() {
        assertThat(PLAN.filters())
                .filteredOn(filter -> !filter.filterCondition().isEmpty())
                .hasSize(16)
                .allMatch(filter -> has(filter, FwpmConditions.IP_LOCAL_ADDRESS_TYPE, uint8(1)))
                .noneMatch(filter ->
                        filter.filterCondition().stream()
                                .anyMatch(it ->
                                        it.fieldKey()
                                                .equals(
                                                        FwpmConditions
                                                                .IP_DESTINATION_ADDRESS_TYPE)));
    }

    @Test
    void c10_calloutFiltersHaveARawContext() {
        assertThat(PLAN.filters())
                .filteredOn(
                        filter -> filter.action().target() instanceof FwpmAction0.Target.Callout)
                .hasSize(10)
                .allSatisfy(filter ->
                        assertThat(filter.context())
                                .isInstanceOf(FwpmFilter0.Context.RawContext.class));
    }

    @Test
    void c11_ikev2IsThereOnlyIfAskedFor() {
        assertThat(Scope.DEFAULT.keyingModules())
                .containsExactly(KeyingModule.IKE, KeyingModule.AUTHIP);
    }

    @Test
    void c12_bothVersionsAreTheDefaultAndKeyExchangeIsLeftToTheEngine() {
        assertThat(GuaranteedEncryption.of("test", PORT).base().scope().ipVersions())
                .containsExactly(IpVersion.V4, IpVersion.V6);
        assertThat(PLAN.filters())
                .noneMatch(filter -> has(filter, FwpmConditions.IP_PROTOCOL, uint8(17)));
    }

    @Test
    void nd1_acceptSecureHasNoRawContext() {
        assertThat(at(FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4).getFirst().context())
                .isEqualTo(new FwpmFilter0.Context.RawContext(0));
    }

    @Test
    void nd2_flagAndAcceptFilterComeTogether() {
        assertThat(quickModePolicies(PLAN))
                .hasSize(2)
                .extracting(IpsecTransportPolicy2::flags)
                .containsOnly(IpsecPolicyFlags.ND_SECURE);
        assertThat(PLAN.precedences())
                .allSatisfy(it -> assertThat(PLAN.holds(it.lower())).isTrue());
    }

    @Test
    void nd3_clearTextIsAcceptedForTenSecondsUnlessTheCallerChangesIt() {
        assertThat(quickModePolicies(PLAN))
                .extracting(IpsecTransportPolicy2::ndAllowClearTimeoutSeconds)
                .containsOnly(10L);
        assertThat(
                        quickModePolicies(
                                with(Negotiation.DEFAULT.withLifetimes(
                                                Lifetimes.DEFAULT.withAllowClearSeconds(3)))
                                        .plan()))
                .extracting(IpsecTransportPolicy2::ndAllowClearTimeoutSeconds)
                .containsOnly(3L);
    }

    @Test
    void nd4_theBaseHasNoFilterAtTheConnectLayer() {
        assertThat(NegotiationDiscovery.of("test").plan().filters())
                .extracting(FwpmFilter0::layerKey)
                .doesNotContain(FwpmLayers.ALE_AUTH_CONNECT_V4, FwpmLayers.ALE_AUTH_CONNECT_V6);
    }

    @Test
    void ge1_demandsThatTheFilterOfThePortComesFirst() {
        assertThat(PLAN.precedences())
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(name(it.higher())).contains("accept-encrypted");
                    assertThat(name(it.lower())).contains("accept-secure");
                });
    }

    @Test
    void ge2_refusesProposalsThatCannotEncrypt() {
        assertThatThrownBy(() -> with(proposals(false, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quickModeProposals must hold one that encrypts: none of 2 does");
    }

    @Test
    void ge2_warnsAboutEachProposalThatCannotEncrypt() {
        assertThat(PLAN.warnings()).isEmpty();
        assertThat(with(proposals(false, true)).plan().warnings())
                .containsExactly(
                        "quick mode proposal 1 of 2 does not encrypt: a peer that agrees on it"
                                + " cannot have connections of TCP port 5555");
    }

    @Test
    void ge3_ge4_ge5_theConnectLayerHasOneFilterForTheLocalPort() {
        assertThat(at(FwpmLayers.ALE_AUTH_CONNECT_V4)).hasSize(1);
        assertThat(at(FwpmLayers.ALE_AUTH_CONNECT_V6)).hasSize(1);
        assertThat(at(FwpmLayers.ALE_AUTH_CONNECT_V4, FwpmLayers.ALE_AUTH_CONNECT_V6))
                .allMatch(filter ->
                        has(
                                filter,
                                FwpmConditions.IP_LOCAL_PORT,
                                new FwpConditionValue0.Uint16(PORT)));
    }

    @Test
    void ge6_theProtocolIsTcp() {
        assertThat(at(FwpmLayers.ALE_AUTH_CONNECT_V4, FwpmLayers.ALE_AUTH_CONNECT_V6))
                .allMatch(filter -> has(filter, FwpmConditions.IP_PROTOCOL, uint8(6)));
    }

    @Test
    void ge7_addsToItsBaseAndTakesNothingAway() {
        List<GoldenFilter> base =
                NegotiationDiscovery.of("test").plan().filters().stream()
                        .map(filter -> GoldenFilter.of(filter, List.of()))
                        .toList();

        assertThat(PLAN.filters())
                .extracting(filter -> GoldenFilter.of(filter, List.of()))
                .containsSubsequence(base)
                .hasSize(base.size() + 4);
    }

    @Test
    void keysDependOnTheInstanceAndNotOnTheParameters() {
        assertThat(keys(GuaranteedEncryption.of("test", 80).plan())).isEqualTo(keys(PLAN));
        assertThat(keys(GuaranteedEncryption.of("other", PORT).plan()))
                .doesNotContainAnyElementsOf(keys(PLAN));
        assertThat(keys(NegotiationDiscovery.of("test").plan()))
                .doesNotContainAnyElementsOf(keys(PLAN));
        assertThat(new HashSet<>(keys(PLAN))).hasSize(28);
    }

    @Test
    void keysStayTheSameFromReleaseToRelease() {
        assertThat(keys(GuaranteedEncryption.of("guaranteed-encryption", 1).plan()))
                .startsWith("6bdf872d-e791-321f-ac1d-0a24c0a33bcf")
                .endsWith("079a160f-1cf9-33bb-9753-1ac398c370eb");
    }

    @Test
    void theFootprintHoldsEveryKeyWhateverTheParameters() {
        Scope narrow = new Scope(Set.of(KeyingModule.AUTHIP), Set.of(IpVersion.V6));
        Footprint footprint = GuaranteedEncryption.of("test", 7).withScope(narrow).footprint();

        assertThat(footprint.filters())
                .containsAll(PLAN.filters().stream().map(FwpmFilter0::filterKey).toList());
        assertThat(footprint.providerContexts())
                .containsAll(
                        PLAN.providerContexts().stream()
                                .map(FwpmProviderContext3::providerContextKey)
                                .toList());
        assertThat(footprint).isEqualTo(GuaranteedEncryption.of("test", PORT).footprint());
    }

    private static GuaranteedEncryption with(Negotiation negotiation) {
        GuaranteedEncryption scenario = GuaranteedEncryption.of("test", PORT);
        return scenario.withBase(scenario.base().withNegotiation(negotiation));
    }

    private static Negotiation proposals(boolean... encrypting) {
        IpsecSaTransform0 encrypts = Suite.MODERN.quickMode().getFirst();
        IpsecSaTransform0 doesNot =
                new IpsecSaTransform0.EspAuth(
                        IpsecAuthTransform0.of(IpsecAuthTransformId0.HMAC_SHA_256_128));
        Stream.Builder<IpsecSaTransform0> list = Stream.builder();
        for (boolean it : encrypting) {
            list.add(it ? encrypts : doesNot);
        }
        return Negotiation.DEFAULT.withSuite(Suite.MODERN.withQuickMode(list.build().toList()));
    }

    private static List<FwpmFilter0> at(LayerKey... layers) {
        return PLAN.filters().stream()
                .filter(filter -> List.of(layers).contains(filter.layerKey()))
                .toList();
    }

    private static boolean isIcmp(FwpmFilter0 filter) {
        return has(filter, FwpmConditions.IP_PROTOCOL, uint8(1))
                || has(filter, FwpmConditions.IP_PROTOCOL, uint8(58));
    }

    private static boolean has(FwpmFilter0 filter, ConditionKey field, FwpConditionValue0 value) {
        return filter.filterCondition().stream()
                .anyMatch(it -> it.fieldKey().equals(field) && it.conditionValue().equals(value));
    }

    private static FwpConditionValue0 uint8(int value) {
        return new FwpConditionValue0.Uint8(value);
    }

    private static boolean refersTo(FwpmFilter0 filter, FwpmProviderContext3 context) {
        return filter.context()
                .equals(new FwpmFilter0.Context.ProviderContext(context.providerContextKey()));
    }

    private static List<IpsecTransportPolicy2> quickModePolicies(Plan plan) {
        return plan.providerContexts().stream()
                .map(FwpmProviderContext3::policy)
                .flatMap(policy ->
                        switch (policy) {
                            case FwpmProviderContext3.Policy.IpsecIkeQmTransportContext it ->
                                    Stream.of(it.ikeQmTransportPolicy());
                            case FwpmProviderContext3.Policy.IpsecAuthipQmTransportContext it ->
                                    Stream.of(it.authipQmTransportPolicy());
                            default -> Stream.empty();
                        })
                .toList();
    }

    private static String name(FilterKey key) {
        return PLAN.filters().stream()
                .filter(filter -> filter.filterKey().equals(key))
                .map(filter -> String.valueOf(filter.displayData().name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(Plan plan) {
        return Stream.concat(
                        plan.providerContexts().stream()
                                .map(it -> it.providerContextKey().toString()),
                        plan.filters().stream().map(it -> it.filterKey().toString()))
                .toList();
    }
}

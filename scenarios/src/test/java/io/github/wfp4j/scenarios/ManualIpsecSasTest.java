package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.EmbeddedEngineOptions;
import io.github.wfp4j.embedded.FaultPlan;
import io.github.wfp4j.embedded.FaultPlan.Fault;
import io.github.wfp4j.engine.AccessDeniedException;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecTrafficType;
import io.github.wfp4j.scenarios.ManualIpsecSas.Side;
import io.github.wfp4j.scenarios.ManualTransform.Keys;
import io.github.wfp4j.scenarios.install.Change;
import io.github.wfp4j.scenarios.install.Difference;
import io.github.wfp4j.scenarios.install.DifferentParametersException;
import io.github.wfp4j.scenarios.install.Installed;
import io.github.wfp4j.scenarios.install.Installer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;

final class ManualIpsecSasTest {
    private static final ManualIpsecSas SCENARIO = Examples.manualSas("test", IpVersion.V4);

    private final FaultPlan faults = FaultPlan.create();
    private final EmbeddedEngine embedded =
            EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withFaults(faults));

    @Test
    void ms1_filtersAreOfTheVersionOfTheAddresses() {
        assertThat(SCENARIO.plan().filters())
                .extracting(it -> it.layerKey().toString())
                .hasSize(4)
                .allMatch(it -> it.endsWith("_V4"));
        assertThat(Examples.manualSas("test", IpVersion.V6).plan().filters())
                .extracting(it -> it.layerKey().toString())
                .hasSize(4)
                .allMatch(it -> it.endsWith("_V6"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between("1.1.1.1", "fd00::1"))
                .withMessage(
                        "local and remote must be two hosts of one version of IP: 1.1.1.1,"
                                + " fd00::1");
    }

    @Test
    void ms2_trafficIsOfTransportAndItsVersionIsSaidThreeTimes() {
        Installed installed = install(SCENARIO);

        IpsecSaContext1 context = installed.associations().getFirst();
        assertThat(List.of(inbound(context), outbound(context)))
                .allSatisfy(it -> {
                    assertThat(it.traffic().trafficType()).isEqualTo(IpsecTrafficType.TRANSPORT);
                    assertThat(it.traffic().ipVersion()).isEqualTo(FwpIpVersion.V4);
                    assertThat(it.saBundle().ipVersion()).isEqualTo(FwpIpVersion.V4);
                });
        assertThat(
                        SCENARIO.plan()
                                .associations()
                                .getFirst()
                                .request(1)
                                .inboundIpsecTraffic()
                                .ipVersion())
                .isEqualTo(FwpIpVersion.V4);
    }

    @Test
    void ms3_ms7_theUnicastConditionAndTheExemptionsForIcmpWithEveryPeerAreThere() {
        Plan plan = SCENARIO.plan();

        assertThat(PlanFacts.fields(PlanFacts.filter(plan, Role.INBOUND_CALLOUT, IpVersion.V4)))
                .startsWith("FWPM_CONDITION_IP_LOCAL_ADDRESS_TYPE");
        assertThat(
                        PlanFacts.fields(
                                PlanFacts.filter(plan, Role.OUTBOUND_ICMP_EXEMPTION, IpVersion.V4)))
                .containsExactly(
                        "FWPM_CONDITION_IP_LOCAL_ADDRESS_TYPE", "FWPM_CONDITION_IP_PROTOCOL");
    }

    @Test
    void ms4_associationsAreAddedOutsideOfATransactionAndNotInADynamicSession() {
        try (Engine engine = embedded.open(Sessions.dynamic("dynamic"))) {
            List<Object> before = EngineState.of(embedded);

            assertThatExceptionOfType(WfpException.class)
                    .isThrownBy(() -> new Installer(engine).apply(SCENARIO))
                    .withMessageContaining("FWP_E_DYNAMIC_SESSION_IN_PROGRESS");
            assertThat(EngineState.of(embedded)).isEqualTo(before);
        }
        assertThat(install(SCENARIO).associations()).hasSize(1);
    }

    @Test
    void ms4_afterAFailureEverythingIsDeletedInTheOrderOfTheDocument() {
        List<Object> before = EngineState.of(embedded);
        try (Engine engine = embedded.open(Sessions.named("test"))) {
            faults.failNext("IPsecSaContextAddOutbound1", Fault.ACCESS_DENIED);

            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> new Installer(engine).apply(SCENARIO))
                    .withMessageStartingWith("IPsecSaContextAddOutbound1");
        }
        assertThat(EngineState.of(embedded)).isEqualTo(before);
    }

    @Test
    void whatSomeoneElseChangesMeanwhileIsReportedAndStays() {
        FwpmFilter0 filter = SCENARIO.plan().filters().get(2);
        Runnable change =
                () -> {
                    try (Engine other = embedded.open(Sessions.named("someone else"))) {
                        other.delete(filter.filterKey());
                        other.add(filter.withWeight(new FwpValue0.Uint8(3)));
                    }
                };
        try (Engine engine =
                Engine.open(
                        before(embedded.functions(), "IPsecSaContextAddOutbound1", change),
                        Sessions.named("test"))) {
            faults.failNext("IPsecSaContextAddOutbound1", Fault.ACCESS_DENIED);

            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> new Installer(engine).apply(SCENARIO))
                    .satisfies(it ->
                            assertThat(it.getSuppressed())
                                    .extracting(Throwable::getMessage)
                                    .containsExactly(
                                            "manual-ipsec-sas \"test\" is left as it is, since"
                                                + " someone else has changed it meanwhile: filter"
                                                + " \"test: outbound-callout IPv4\": weight is"
                                                + " Uint8[uint8=3], planned is Empty[]"));
            assertThat(engine.filter(filter.filterKey()).weight())
                    .isEqualTo(new FwpValue0.Uint8(3));
        }
    }

    /** Functions that do something before one of them is called. */
    private static WfpFunctions before(WfpFunctions functions, String name, Runnable action) {
        return (WfpFunctions) before((Object) functions, name, action);
    }

    private static Object before(Object target, String name, Runnable action) {
        return Proxy.newProxyInstance(
                target.getClass().getClassLoader(),
                target.getClass().getInterfaces(),
                (_, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        action.run();
                    }
                    Object result = method.invoke(target, arguments);
                    return method.getReturnType().isInterface()
                                    && method.getReturnType().getSimpleName().endsWith("Functions")
                            ? before(Objects.requireNonNull(result), name, action)
                            : result;
                });
    }

    @Test
    void ms5_thereIsOneIdForThreeTitles() {
        assertThat(ManualIpsecSas.ID).isEqualTo("manual-ipsec-sas");
    }

    @Test
    void ms6_addressesAreConditionsInBothDirections() {
        for (Role role : List.of(Role.INBOUND_CALLOUT, Role.OUTBOUND_CALLOUT)) {
            assertThat(PlanFacts.fields(PlanFacts.filter(SCENARIO.plan(), role, IpVersion.V4)))
                    .endsWith(
                            "FWPM_CONDITION_IP_LOCAL_ADDRESS", "FWPM_CONDITION_IP_REMOTE_ADDRESS");
        }
        assertThat(PlanFacts.at(SCENARIO.plan(), FwpmLayers.INBOUND_TRANSPORT_V4)).hasSize(2);
    }

    @Test
    void aPairWithAgreedIndexesIsCompleteAtOnce() {
        IpsecSaContext1 context = install(SCENARIO).associations().getFirst();

        assertThat(inbound(context).saBundle().saList().getFirst().spi()).isEqualTo(0x1001);
        assertThat(outbound(context).saBundle().saList().getFirst().spi()).isEqualTo(0x1002);
    }

    @Test
    void thePeersIndexCompletesThePairLater() {
        ManualIpsecSas first = with(null, null);
        ManualIpsecSas second = with(null, 0x2002L);
        try (Engine engine = embedded.open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            assertThat(installer.apply(first)).isEqualTo(Change.ADDED);
            IpsecSaContext1 half = installer.readBack(first.footprint()).associations().getFirst();
            long spi = inbound(half).saBundle().saList().getFirst().spi();
            assertThat(spi).isGreaterThanOrEqualTo(256);
            assertThat(half.outboundSa()).isNull();
            assertThat(first.plan().warnings())
                    .containsExactly(
                            "nothing can be sent until the scenario is applied again with the"
                                    + " index that the peer chose");

            assertThat(installer.apply(first)).isEqualTo(Change.UNCHANGED);
            assertThat(installer.replace(second)).isEqualTo(Change.COMPLETED);

            IpsecSaContext1 whole = installer.readBack(first.footprint()).associations().getFirst();
            assertThat(inbound(whole).saBundle().saList().getFirst().spi()).isEqualTo(spi);
            assertThat(outbound(whole).saBundle().saList().getFirst().spi()).isEqualTo(0x2002);
            assertThat(installer.apply(second)).isEqualTo(Change.UNCHANGED);
            assertThat(installer.verify(second)).isEmpty();
        }
    }

    @Test
    void otherKeysAreADifferenceWhoseTextHoldsNoKey() {
        ManualIpsecSas otherKey =
                ManualIpsecSas.of(
                        "test",
                        SCENARIO.local(),
                        SCENARIO.remote(),
                        SCENARIO.transform(),
                        new Side(Examples.keys(9), 0x1001L),
                        SCENARIO.outbound());
        try (Engine engine = embedded.open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            installer.apply(SCENARIO);

            assertThat(installer.verify(otherKey))
                    .extracting(Difference::toString)
                    .containsExactly(
                            "security associations \"test: with 2.2.2.2\": inboundSa.keys is ***,"
                                    + " planned is others");
            assertThatExceptionOfType(DifferentParametersException.class)
                    .isThrownBy(() -> installer.apply(otherKey));
            assertThat(installer.replace(otherKey)).isEqualTo(Change.REPLACED);
            assertThat(installer.verify(otherKey)).isEmpty();
        }
    }

    @Test
    void saysThatAssociationsHaveGone() {
        try (Engine engine = embedded.open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            installer.apply(SCENARIO);
            engine.securityAssociations()
                    .delete(
                            installer
                                    .readBack(SCENARIO.footprint())
                                    .associations()
                                    .getFirst()
                                    .saContextId());

            assertThat(installer.verify(SCENARIO))
                    .extracting(Difference::toString)
                    .containsExactly("security associations \"test: with 2.2.2.2\" is missing");
        }
    }

    @Test
    void keysMustHaveTheLengthOfTheirAlgorithm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ManualIpsecSas.of(
                                "test",
                                SCENARIO.local(),
                                SCENARIO.remote(),
                                ManualTransform.AH_SHA1,
                                new Side(Keys.of(Examples.bytes(19, 1)), null),
                                new Side(Keys.of(Examples.bytes(20, 1)), null)))
                .withMessage("the authentication key of AH_SHA1 must have 20 bytes: 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Side(Examples.keys(1), 255L))
                .withMessage("spi must be in 256..4294967295: 255");
    }

    @Test
    void theTransformOfTheSampleIsThereWithAWarning() {
        Keys keys = Keys.of(Examples.bytes(20, 1));
        ManualIpsecSas sample =
                ManualIpsecSas.of(
                        "test",
                        SCENARIO.local(),
                        SCENARIO.remote(),
                        ManualTransform.AH_SHA1,
                        new Side(keys, null),
                        new Side(keys, 256L));

        assertThat(sample.plan().warnings())
                .containsExactly(
                        "SHA-1 is that of Microsoft's sample: for comparison and old peers only",
                        "both directions have the same keys, so packets can be sent back");
        assertThat(install(sample).associations()).hasSize(1);
    }

    private static ManualIpsecSas with(@Nullable Long in, @Nullable Long out) {
        return ManualIpsecSas.of(
                "test",
                SCENARIO.local(),
                SCENARIO.remote(),
                SCENARIO.transform(),
                new Side(Examples.keys(1), in),
                new Side(Examples.keys(2), out));
    }

    private static ManualIpsecSas between(String local, String remote) {
        return ManualIpsecSas.of(
                "test",
                AddressRange.of(local),
                AddressRange.of(remote),
                SCENARIO.transform(),
                SCENARIO.inbound(),
                SCENARIO.outbound());
    }

    private Installed install(Scenario scenario) {
        try (Engine engine = embedded.open(Sessions.named("test"))) {
            Installer installer = new Installer(engine);
            installer.apply(scenario);
            return installer.readBack(scenario.footprint());
        }
    }

    private static IpsecSaDetails1 inbound(IpsecSaContext1 context) {
        return Objects.requireNonNull(context.inboundSa());
    }

    private static IpsecSaDetails1 outbound(IpsecSaContext1 context) {
        return Objects.requireNonNull(context.outboundSa());
    }
}

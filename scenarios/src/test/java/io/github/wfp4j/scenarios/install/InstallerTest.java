package io.github.wfp4j.scenarios.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.InUseException;
import io.github.wfp4j.engine.NotFoundException;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.scenarios.Authentication;
import io.github.wfp4j.scenarios.AuthenticationMethod;
import io.github.wfp4j.scenarios.Footprint;
import io.github.wfp4j.scenarios.GuaranteedEncryption;
import io.github.wfp4j.scenarios.Instance;
import io.github.wfp4j.scenarios.IpVersion;
import io.github.wfp4j.scenarios.KeyingModule;
import io.github.wfp4j.scenarios.Negotiation;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.Precedence;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.Scope;
import io.github.wfp4j.scenarios.TransportMode;
import io.github.wfp4j.scenarios.Wfp4jProvider;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmProvider0View;
import io.github.wfp4j.view.FwpmProviderContext3View;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Scenarios in the embedded engine. */
final class InstallerTest {
    private static final Scenario SCENARIO = GuaranteedEncryption.of("test", 5555);
    private static final Scenario OTHER_PORT = GuaranteedEncryption.of("test", 80);

    private final Engine engine = EmbeddedEngine.create().open(Sessions.named("test"));
    private final Installer installer = new Installer(engine);
    private List<Object> before = List.of();

    @BeforeEach
    void remember() {
        before = everything();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void addsWhatThePlanHolds() {
        assertThat(installer.apply(SCENARIO)).isEqualTo(Change.ADDED);

        assertThat(installer.verify(SCENARIO)).isEmpty();
        Installed installed = installer.readBack(SCENARIO.footprint());
        assertThat(installed.filters()).hasSize(24);
        assertThat(installed.providerContexts()).hasSize(4);
        assertThat(engine.provider(Wfp4jProvider.KEY)).isEqualTo(Wfp4jProvider.PROVIDER);
    }

    @Test
    void applyingTwiceChangesNothing() {
        installer.apply(SCENARIO);
        List<Object> once = everything();

        assertThat(installer.apply(SCENARIO)).isEqualTo(Change.UNCHANGED);
        assertThat(installer.replace(SCENARIO)).isEqualTo(Change.UNCHANGED);
        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void refusesOtherParametersWithTheDifference() {
        installer.apply(SCENARIO);
        List<Object> once = everything();

        DifferentParametersException refused =
                catchThrowableOfType(
                        DifferentParametersException.class, () -> installer.apply(OTHER_PORT));

        assertThat(refused)
                .hasMessage("guaranteed-encryption \"test\" is there already, with 8 differences");
        assertThat(refused.differences())
                .extracting(Difference::toString)
                .contains(
                        "filter \"test: accept-encrypted IPv4\":"
                                + " filterCondition[2].conditionValue.uint16 is 5555,"
                                + " planned is 80");
        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void refusesASmallerChoiceAndNamesWhatIsTooMuch() {
        installer.apply(SCENARIO);
        Scenario smaller =
                GuaranteedEncryption.of("test", 5555)
                        .withScope(new Scope(Set.of(KeyingModule.IKE), Set.of(IpVersion.V4)));

        DifferentParametersException refused =
                catchThrowableOfType(
                        DifferentParametersException.class, () -> installer.apply(smaller));

        assertThat(refused.differences())
                .hasSize(16)
                .extracting(Difference::toString)
                .contains(
                        "provider context \"test: mm AuthIP\" is not planned",
                        "filter \"test: connect-encrypted IPv6\" is not planned");
    }

    @Test
    void replacesOtherParameters() {
        installer.apply(SCENARIO);

        assertThat(installer.replace(OTHER_PORT)).isEqualTo(Change.REPLACED);

        assertThat(installer.verify(OTHER_PORT)).isEmpty();
        assertThat(installer.verify(SCENARIO)).hasSize(8);
    }

    @Test
    void replacesNothingByAdding() {
        assertThat(installer.replace(SCENARIO)).isEqualTo(Change.ADDED);
        assertThat(installer.verify(SCENARIO)).isEmpty();
    }

    @Test
    void removingLeavesTheEngineAsItWas() {
        installer.apply(SCENARIO);

        Installed removed = installer.remove(SCENARIO.footprint());

        assertThat(removed.filters()).hasSize(24);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void removingKnowsNoParameters() {
        installer.apply(SCENARIO);

        installer.remove(OTHER_PORT.footprint());

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        assertThat(installer.remove(SCENARIO.footprint()).isEmpty()).isTrue();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void removesOnlyItsOwn() {
        installer.apply(SCENARIO);
        long mine =
                engine.add(
                        FwpmFilter0.of(
                                        FwpmDisplayData0.of("mine"),
                                        FwpmLayers.ALE_AUTH_CONNECT_V4,
                                        FwpmAction0.of(FwpActionType.PERMIT))
                                .withProviderKey(Wfp4jProvider.KEY));

        installer.remove(SCENARIO.footprint());

        assertThat(engine.filter(mine).displayData().name()).isEqualTo("mine");
        assertThat(engine.provider(Wfp4jProvider.KEY)).isEqualTo(Wfp4jProvider.PROVIDER);
    }

    @Test
    void removesNothingIfSomeoneElseNeedsAPart() {
        installer.apply(SCENARIO);
        engine.add(
                FwpmFilter0.of(
                                FwpmDisplayData0.of("parasite"),
                                FwpmLayers.IKEEXT_V4,
                                FwpmAction0.of(FwpActionType.PERMIT))
                        .withContext(
                                new FwpmFilter0.Context.ProviderContext(
                                        SCENARIO.footprint().providerContexts().getFirst())));
        List<Object> full = everything();

        assertThatExceptionOfType(InUseException.class)
                .isThrownBy(() -> installer.remove(SCENARIO.footprint()));

        assertThat(everything()).isEqualTo(full);
    }

    @Test
    void aSecondInstanceLivesBesideTheFirst() {
        Scenario second = GuaranteedEncryption.of("second", 80);
        installer.apply(SCENARIO);
        installer.apply(second);

        assertThat(installer.verify(SCENARIO)).isEmpty();
        assertThat(installer.verify(second)).isEmpty();

        installer.remove(SCENARIO.footprint());
        assertThat(installer.verify(second)).isEmpty();

        installer.remove(second.footprint());
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(installer.verify(SCENARIO))
                .hasSize(1 + 4 + 24)
                .extracting(Difference::toString)
                .contains(
                        "provider \"wfp4j\" is missing",
                        "provider context \"test: qm AuthIP\" is missing",
                        "filter \"test: accept-secure IPv6\" is missing");

        installer.apply(SCENARIO);
        engine.delete(SCENARIO.plan().filters().getLast().filterKey());
        assertThat(installer.verify(SCENARIO))
                .extracting(Difference::toString)
                .containsExactly("filter \"test: connect-encrypted IPv6\" is missing");
    }

    @Test
    void saysWhatWasTamperedWith() {
        installer.apply(SCENARIO);
        FwpmFilter0 first = SCENARIO.plan().filters().get(4);
        engine.delete(first.filterKey());
        engine.add(first.withWeight(new FwpValue0.Uint64(7)).withProviderKey(null));

        assertThat(installer.verify(SCENARIO))
                .extracting(Difference::component)
                .containsExactly("providerKey", "weight");
    }

    @Test
    void leavesAloneWhatSomeoneElseHasPutInThePlaceOfAnObject() {
        installer.apply(SCENARIO);
        FwpmFilter0 first = SCENARIO.plan().filters().get(4);
        engine.delete(first.filterKey());
        engine.add(first.withDisplayData(FwpmDisplayData0.of("someone else's")));
        List<Object> full = everything();

        assertThatExceptionOfType(ForeignObjectException.class)
                .isThrownBy(() -> installer.remove(SCENARIO.footprint()))
                .withMessage(
                        "guaranteed-encryption \"test\" is left alone: filter \"someone else's\""
                                + " has one of its keys, but was put there by someone else");
        assertThatExceptionOfType(ForeignObjectException.class)
                .isThrownBy(() -> installer.replace(OTHER_PORT));
        assertThatExceptionOfType(DifferentParametersException.class)
                .isThrownBy(() -> installer.apply(SCENARIO));
        assertThat(everything()).isEqualTo(full);
    }

    @Test
    void saysThatAKeyIsAnotherWithoutSayingIt() {
        installer.apply(withKey("0102030405"));

        assertThat(installer.verify(withKey("0a0b0c0d0e")))
                .extracting(Difference::toString)
                .containsExactly(
                        "provider context \"test: mm IKE\":"
                                + " policy.ikeMmPolicy.authenticationMethods[0]"
                                + ".presharedKeyAuthentication.presharedKey is ***, planned is"
                                + " another");
    }

    private static Scenario withKey(String digits) {
        return new TransportMode(
                new Instance(TransportMode.ID, "test"),
                Scope.DEFAULT.withKeyingModules(Set.of(KeyingModule.IKE)),
                Negotiation.DEFAULT.withAuthentication(
                        Authentication.of(
                                new AuthenticationMethod.PresharedKey(Bytes.ofHex(digits)))));
    }

    @Test
    void aFailureInTheMiddleLeavesNothing() {
        Scenario broken =
                with(filters -> {
                    filters.set(12, filters.get(12).withLayerKey(LayerKey.of(nowhere())));
                    return filters;
                });

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> installer.apply(broken))
                .withMessageContaining("FWP_E_LAYER_NOT_FOUND");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aFailureInTheMiddleOfReplacingKeepsWhatWasThere() {
        installer.apply(SCENARIO);
        List<Object> once = everything();
        Scenario broken =
                with(filters -> {
                    filters.set(23, filters.get(23).withLayerKey(LayerKey.of(nowhere())));
                    return filters;
                });

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> installer.replace(broken));

        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void ge1_theFilterOfThePortIsAboveTheOneForAll() {
        installer.apply(SCENARIO);
        Installed installed = installer.readBack(SCENARIO.footprint());

        assertThat(SCENARIO.plan().precedences())
                .hasSize(2)
                .allSatisfy(it ->
                        assertThat(weight(installed.filter(it.higher()).orElseThrow()))
                                .isGreaterThan(weight(installed.filter(it.lower()).orElseThrow())));
    }

    @Test
    void ge1_anotherOrderOfWeightsIsRolledBack() {
        // As if the engine ranked the other way round: the filter for all gets the highest weight.
        Scenario misranked =
                with(filters -> {
                    filters.replaceAll(filter ->
                            String.valueOf(filter.displayData().name()).contains("accept-secure")
                                    ? filter.withWeight(new FwpValue0.Uint64(-1))
                                    : filter);
                    return filters;
                });

        assertThatExceptionOfType(WeightOrderException.class)
                .isThrownBy(() -> installer.apply(misranked))
                .withMessageContaining("accept-encrypted IPv4")
                .withMessageContaining("18446744073709551615");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void ge1_verifyLooksAtTheOrderOfWeights() {
        installer.apply(SCENARIO);
        Precedence precedence = SCENARIO.plan().precedences().getFirst();
        FwpmFilter0 lower = engine.filter(precedence.lower());
        engine.delete(precedence.lower());
        engine.add(lower.withWeight(new FwpValue0.Uint64(-1)));

        assertThat(installer.verify(SCENARIO))
                .extracting(Difference::component)
                .containsExactly("weight", "effectiveWeight");
    }

    @Test
    void c12_theEngineAddsItsExemptionsAndTakesThemAway() {
        installer.apply(SCENARIO);
        assertThat(filters())
                .filteredOn(filter -> FwpmProviders.IKEEXT.equals(filter.providerKey()))
                .hasSize(12);

        installer.remove(SCENARIO.footprint());
        assertThat(filters()).isEmpty();
    }

    private static long weight(FwpmFilter0 filter) {
        // Automatic weights are below 2^60, so signed comparison will do.
        return ((FwpValue0.Uint64) filter.effectiveWeight()).uint64();
    }

    private static String nowhere() {
        return "00000000-0000-0000-0000-00000000dead";
    }

    private List<FwpmFilter0> filters() {
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            return cursor.toList(FwpmFilter0View::toRecord);
        }
    }

    /** What an installer could leave behind, in full. */
    private List<Object> everything() {
        List<Object> all = new ArrayList<>(filters());
        all.addAll(engine.providerContexts().toList(FwpmProviderContext3View::toRecord));
        all.addAll(engine.providers().toList(FwpmProvider0View::toRecord));
        return Collections.unmodifiableList(all);
    }

    /** The scenario with other filters. */
    private static Scenario with(UnaryOperator<List<FwpmFilter0>> change) {
        Plan plan = SCENARIO.plan();
        Plan changed = plan.withFilters(change.apply(new ArrayList<>(plan.filters())));
        return new Scenario() {
            @Override
            public String title() {
                return SCENARIO.title();
            }

            @Override
            public Instance instance() {
                return SCENARIO.instance();
            }

            @Override
            public Plan plan() {
                return changed;
            }

            @Override
            public Footprint footprint() {
                return SCENARIO.footprint();
            }
        };
    }
}

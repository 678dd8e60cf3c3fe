package io.github.wfp4j.scenarios.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.scenarios.AnyScenario;
import io.github.wfp4j.scenarios.EngineState;
import io.github.wfp4j.scenarios.Examples;
import io.github.wfp4j.scenarios.Scenario;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

/** Scenarios with every option, put into the embedded engine and taken out again. */
final class AnyScenarioTest {
    private static final String SEED = "20261121";

    @Provide
    Arbitrary<Scenario> scenarios() {
        return AnyScenario.scenarios();
    }

    @Property(tries = 250, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void isAddedOnceAndRemovedWithoutATrace(@ForAll("scenarios") Scenario scenario) {
        try (Engine engine = engine()) {
            Installer installer = new Installer(engine);
            List<Object> before = EngineState.of(engine);
            Change expected = scenario.plan().isEmpty() ? Change.UNCHANGED : Change.ADDED;

            assertThat(installer.apply(scenario)).isEqualTo(expected);
            assertThat(installer.verify(scenario)).isEmpty();
            List<Object> applied = EngineState.of(engine);
            assertThat(installer.apply(scenario)).isEqualTo(Change.UNCHANGED);
            assertThat(installer.replace(scenario)).isEqualTo(Change.UNCHANGED);
            assertThat(EngineState.of(engine)).isEqualTo(applied);
            Installed removed = installer.remove(scenario.footprint());

            assertThat(removed.filters()).hasSameSizeAs(scenario.plan().filters());
            assertThat(removed.associations()).hasSameSizeAs(scenario.plan().associations());
            assertThat(EngineState.of(engine)).isEqualTo(before);
        }
    }

    @Property(tries = 25, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void replacesAnyOtherOfItsKindAndLeavesOthersAlone(
            @ForAll("scenarios") Scenario one, @ForAll("scenarios") Scenario other) {
        try (Engine engine = engine()) {
            Installer installer = new Installer(engine);
            Examples.stream().forEach(installer::apply);
            List<Object> before = EngineState.of(engine);

            installer.apply(one);
            installer.replace(other);

            assertThat(installer.verify(other)).isEmpty();
            assertThat(Examples.stream()).allMatch(it -> installer.verify(it).isEmpty());
            installer.remove(one.footprint());
            installer.remove(other.footprint());
            assertThat(EngineState.of(engine)).isEqualTo(before);
        }
    }

    private static Engine engine() {
        Engine engine = EmbeddedEngine.create().open(Sessions.named("test"));
        engine.add(FwpmProvider0.of(AnyScenario.PROVIDER, FwpmDisplayData0.of("theirs")));
        engine.add(
                FwpmSublayer0.of(AnyScenario.SUBLAYER, FwpmDisplayData0.of("theirs"))
                        .withWeight(0x9000));
        return engine;
    }
}

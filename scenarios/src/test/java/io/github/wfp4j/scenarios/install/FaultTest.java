package io.github.wfp4j.scenarios.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.EmbeddedEngineOptions;
import io.github.wfp4j.embedded.FaultPlan;
import io.github.wfp4j.embedded.FaultPlan.Fault;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.scenarios.EngineState;
import io.github.wfp4j.scenarios.Examples;
import io.github.wfp4j.scenarios.ManualIpsecSas;
import io.github.wfp4j.scenarios.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every scenario, with a failure of every single call of the engine in turn. */
final class FaultTest {
    /** As many calls as no scenario makes. */
    private static final int MOST_CALLS = 400;

    /** One failure each that leaves the session as it is, undoes its transaction, and ends it. */
    private static final List<Fault> FAULTS =
            List.of(Fault.ACCESS_DENIED, Fault.TRANSACTION_ABORTED, Fault.SESSION_ABORTED);

    private final FaultPlan plan = FaultPlan.create();
    private final EmbeddedEngine embedded =
            EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withFaults(plan));

    static Stream<Scenario> scenarios() {
        return Examples.stream();
    }

    static Stream<Scenario> withoutAssociations() {
        return Examples.stream().filter(it -> !isManual(it));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void applyingAddsAllOrNothing(Scenario scenario) {
        FAULTS.stream()
                .filter(fault -> fault != Fault.SESSION_ABORTED || !isManual(scenario))
                .forEach(fault ->
                        everyCall(
                                fault,
                                installer -> installer.apply(scenario),
                                installer -> installer.remove(scenario.footprint())));
    }

    @ParameterizedTest
    @MethodSource("withoutAssociations")
    void removingRemovesAllOrNothing(Scenario scenario) {
        apply(scenario);

        FAULTS.forEach(fault ->
                everyCall(
                        fault,
                        installer -> installer.remove(scenario.footprint()),
                        installer -> installer.apply(scenario)));
    }

    @ParameterizedTest
    @MethodSource("withoutAssociations")
    void replacingDoesAllOrNothing(Scenario scenario) {
        apply(scenario);
        Scenario changed = Examples.changed(scenario);

        FAULTS.forEach(fault ->
                everyCall(
                        fault,
                        installer -> installer.replace(changed),
                        installer -> installer.replace(scenario)));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void lookingChangesNothing(Scenario scenario) {
        apply(scenario);

        FAULTS.forEach(fault ->
                everyCall(fault, installer -> installer.verify(scenario), installer -> {}));
    }

    /**
     * What no transaction holds is removed step by step: whatever fails, nothing is open to clear
     * traffic that was not, and removing again comes to an end.
     */
    @Test
    void removingManualSasCanBeTakenUpAgain() {
        Scenario scenario = Examples.stream().filter(FaultTest::isManual).findFirst().orElseThrow();
        List<Object> before = EngineState.of(embedded);
        for (Fault fault : FAULTS) {
            for (int call = 1; call < MOST_CALLS; call++) {
                apply(scenario);
                boolean failed = failsAt(call, fault, it -> it.remove(scenario.footprint()));
                try (Engine engine = embedded.open(Sessions.named("again"))) {
                    Installed left = new Installer(engine).readBack(scenario.footprint());
                    assertThat(left.filters()).hasSize(failed ? 4 : 0);
                    new Installer(engine).remove(scenario.footprint());
                }
                assertThat(EngineState.of(embedded)).isEqualTo(before);
                if (!failed) {
                    break;
                }
            }
        }
    }

    /** With the session, the means to clean up are gone; another session finds what is left. */
    @Test
    void whatALostSessionLeavesOfManualSasCanBeRemoved() {
        Scenario scenario = Examples.stream().filter(FaultTest::isManual).findFirst().orElseThrow();
        List<Object> before = EngineState.of(embedded);
        for (int call = 1; call < MOST_CALLS; call++) {
            boolean failed = failsAt(call, Fault.SESSION_ABORTED, it -> it.apply(scenario));
            try (Engine engine = embedded.open(Sessions.named("again"))) {
                new Installer(engine).remove(scenario.footprint());
            }
            assertThat(withoutEmptyContexts(EngineState.of(embedded))).isEqualTo(before);
            if (!failed) {
                return;
            }
        }
    }

    /**
     * A context in which there is no association yet protects nothing, and says not whose it is.
     */
    private static List<Object> withoutEmptyContexts(List<Object> state) {
        return state.stream()
                .filter(it ->
                        !(it instanceof IpsecSaContext1 context
                                && context.inboundSa() == null
                                && context.outboundSa() == null))
                .toList();
    }

    private static boolean isManual(Scenario scenario) {
        return scenario instanceof ManualIpsecSas;
    }

    private void apply(Scenario scenario) {
        with(installer -> installer.apply(scenario));
    }

    /**
     * Lets one call after the other fail.
     *
     * @param takingBack undoes the work where it got by with the failure, or without one
     */
    private void everyCall(Fault fault, Consumer<Installer> work, Consumer<Installer> takingBack) {
        long start = plan.calls();
        with(work);
        long calls = plan.calls() - start;
        with(takingBack);
        int failures = 0;
        List<Object> before = EngineState.of(embedded);
        for (int call = 1; call <= calls; call++) {
            if (failsAt(call, fault, work)) {
                failures++;
                assertThat(EngineState.of(embedded))
                        .as("%s in call %d of %d", fault, call, calls)
                        .isEqualTo(before);
            } else {
                with(takingBack);
                before = EngineState.of(embedded);
            }
        }
        assertThat(failures).as("%s fails %d calls", fault, calls).isGreaterThan((int) calls / 2);
    }

    private void with(Consumer<Installer> work) {
        try (Engine engine = embedded.open(Sessions.named("test"))) {
            work.accept(new Installer(engine));
        }
    }

    private boolean failsAt(int call, Fault fault, Consumer<Installer> work) {
        try (Engine engine = embedded.open(Sessions.named("test"))) {
            plan.failCall(call, fault);
            try {
                work.accept(new Installer(engine));
                return false;
            } catch (WfpException _) {
                return true;
            } finally {
                plan.clear();
            }
        }
    }
}

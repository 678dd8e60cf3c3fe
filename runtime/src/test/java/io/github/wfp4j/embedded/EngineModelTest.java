package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.ActionChain;

/**
 * The engine against a model of it: random sequences of calls by several sessions, after each of
 * which both must have answered the same and hold the same.
 *
 * <p>A failure shows the shortest sequence that fails, and the seed that repeats it.
 */
final class EngineModelTest {
    private static final int CALLS_AT_LEAST = 100_000;
    private static final int SEQUENCE = 250;

    /** How many codes the calls of {@link ModelCalls} can answer. */
    private static final int CODES = 25;

    @Property(
            tries = CALLS_AT_LEAST / SEQUENCE,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    @Label("2.4, 2.8, 2.9, 3.1, 3.2, 3.5, 3.7, 3.8: engine and model agree, whatever is called")
    void agrees(@ForAll("sequences") ActionChain<ModelRun> sequence) {
        try {
            sequence.run();
        } catch (AssertionError e) {
            throw ModelFailure.of(sequence.finalState().orElseThrow().steps(), e);
        }
    }

    @Provide
    Arbitrary<ActionChain<ModelRun>> sequences() {
        return ModelCalls.sequences(SEQUENCE);
    }

    @AfterContainer
    static void countsCalls() {
        int calls = ModelRun.ANSWERS.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("Engine and model agreed on %,d calls: %s%n", calls, ModelRun.ANSWERS);
        assertThat(calls).isGreaterThanOrEqualTo(CALLS_AT_LEAST);
        assertThat(ModelRun.ANSWERS).as("codes that the model answers").hasSize(CODES);
    }
}

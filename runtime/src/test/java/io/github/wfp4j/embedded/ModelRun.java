package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.win32.ErrorCode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One sequence of calls, made to an engine and to its model, which must not differ. */
final class ModelRun {
    /** How many calls of all runs answered each code. */
    static final Map<ErrorCode, Integer> ANSWERS = new EnumMap<>(ErrorCode.class);

    private final ModelEngine model = new ModelEngine();
    private final ModelledEngine engine = new ModelledEngine();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> made = new ArrayList<>();

    /**
     * A call and who makes it.
     *
     * @param caller the number of a session; a number without one stands for the session that has a
     *     transaction, so that the others do not only wait for it, and for the first that can be
     *     opened
     */
    record Step(int caller, ModelCall call) {}

    ModelRun() {
        // Most sequences would begin so anyway.
        for (int i = 0; i < ModelEngine.DYNAMIC.size(); i++) {
            check(i, new ModelCall.Open());
        }
    }

    /** Makes a call, and compares what it answers and what the engine holds after it. */
    void make(Step step) {
        steps.add(step);
        int sessions = ModelEngine.DYNAMIC.size();
        int special = step.call() instanceof ModelCall.Open ? model.closed() : model.holder();
        boolean isSpecial = step.caller() >= sessions && special >= 0;
        check(isSpecial ? special : step.caller() % sessions, step.call());
    }

    private void check(int caller, ModelCall call) {
        ModelAnswer expected = model.answer(caller, call);
        ANSWERS.merge(expected.code(), 1, Integer::sum);
        made.add("session %d: %s -> %s".formatted(caller, call, expected.code()));
        assertThat(engine.answer(caller, call)).as("answer").isEqualTo(expected);
        // Nobody else can read while a session writes.
        int reader = model.isExclusive() ? model.holder() : -1;
        for (ModelKind kind : ModelKind.values()) {
            assertThat(engine.shown(reader, kind))
                    .as("every %s", kind)
                    .isEqualTo(model.shown(kind));
        }
        assertThat(engine.unfreed()).as("results that are not freed").isZero();
    }

    /** {@return the steps that were made} */
    List<Step> steps() {
        return steps;
    }

    /** {@return the calls that were made, with the code that each must answer} */
    @Override
    public String toString() {
        return String.join("\n", made);
    }
}

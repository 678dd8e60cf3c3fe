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
    private final List<String> made = new ArrayList<>();

    ModelRun() {
        // Most sequences would begin so anyway.
        for (int i = 0; i < ModelEngine.DYNAMIC.size(); i++) {
            make(i, new ModelCall.Open());
        }
    }

    /**
     * Makes a call, and compares what it answers and what the engine holds after it.
     *
     * @param caller the session that makes it; a number without a session stands for the one that
     *     has a transaction, so that the others do not only wait for it, and for the first that can
     *     be opened
     */
    void make(int caller, ModelCall call) {
        int sessions = ModelEngine.DYNAMIC.size();
        int special = call instanceof ModelCall.Open ? model.closed() : model.holder();
        int actual = caller >= sessions && special >= 0 ? special : caller % sessions;
        ModelAnswer expected = model.answer(actual, call);
        ANSWERS.merge(expected.code(), 1, Integer::sum);
        made.add("session %d: %s -> %s".formatted(actual, call, expected.code()));
        assertThat(engine.answer(actual, call)).as(this::toString).isEqualTo(expected);
        // Nobody else can read while a session writes.
        int reader = model.isExclusive() ? model.holder() : -1;
        for (ModelKind kind : ModelKind.values()) {
            assertThat(engine.shown(reader, kind))
                    .as("%s%nand then every %s", this, kind)
                    .isEqualTo(model.shown(kind));
        }
        assertThat(engine.unfreed()).as(this::toString).isZero();
    }

    /** {@return the calls so far, with the code that each must answer} */
    @Override
    public String toString() {
        return String.join("\n", made);
    }
}

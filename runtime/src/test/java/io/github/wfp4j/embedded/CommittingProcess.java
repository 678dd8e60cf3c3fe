package io.github.wfp4j.embedded;

import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.view.FwpmFilter0View;

import java.nio.file.Path;

/**
 * Commits transactions with a state file until it is killed, and says the number of each that it
 * committed. A transaction deletes all filters and adds three, whose name is its number.
 */
final class CommittingProcess {
    static final int FILTERS = 3;

    private CommittingProcess() {}

    public static void main(String... arguments) {
        StateFile file = new StateFile(Path.of(arguments[0]), Writing.AFTER_EACH_COMMIT);
        try (EmbeddedEngine embedded =
                        EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withState(file));
                Engine engine = embedded.open(Sessions.named("committing"))) {
            for (int i = Integer.parseInt(arguments[1]); ; i++) {
                try (Transaction transaction = engine.begin()) {
                    engine.filters().toList(FwpmFilter0View::filterKey).forEach(engine::delete);
                    for (int j = 0; j < FILTERS; j++) {
                        engine.add(filter(i));
                    }
                    transaction.commit();
                }
                System.out.println(i);
                System.out.flush();
            }
        }
    }

    private static FwpmFilter0 filter(int number) {
        return FwpmFilter0.of(
                new FwpmDisplayData0(Integer.toString(number), null),
                FwpmLayers.ALE_AUTH_CONNECT_V4,
                new FwpmAction0(FwpActionType.BLOCK, new FwpmAction0.Target.FilterType(Guid.ZERO)));
    }
}

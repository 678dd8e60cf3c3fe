package io.github.wfp4j.embedded;

import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.view.FwpmProvider0View;

import java.nio.file.Path;

/** Opens an engine with a state file and says how many providers it has, or why it cannot. */
final class OpeningProcess {
    private OpeningProcess() {}

    public static void main(String... arguments) {
        StateFile file = new StateFile(Path.of(arguments[0]), Writing.AT_CLOSE);
        try (EmbeddedEngine embedded =
                        EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withState(file));
                Engine engine = embedded.open(Sessions.named("other"))) {
            System.out.println(
                    engine.providers().toList(FwpmProvider0View::providerKey).size()
                            + " providers");
        } catch (StateFileException e) {
            System.out.println(e.getMessage());
        }
    }
}

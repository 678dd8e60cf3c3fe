package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.view.FwpmFilter0View;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** Restarts an engine. */
@Command(
        name = "reboot",
        description =
                "Does what a restart of Windows does: static objects go, persistent ones stay.",
        footer = {"", "Example: wfp4j engine reboot --state fw.state"})
final class EngineRebootCommand implements Callable<Integer> {
    @ParentCommand private @Nullable EngineCommand parent;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli").root();
        EmbeddedEngine engine = root.stateful();
        EngineChoice choice = root.decideEngine();
        int before = filters(root, choice);
        engine.reboot();
        int after = filters(root, choice);
        if (root.json()) {
            root.out().println(JsonDocument.ofRestart(choice, before, after));
        } else {
            root.out().printf("engine: restarted, %d of %d filters stayed%n", after, before);
        }
        return ExitCode.DONE;
    }

    private static int filters(Wfp4jCommand root, EngineChoice choice) {
        try (Engine engine = root.open(choice)) {
            return engine.filters().toList(FwpmFilter0View::filterId).size();
        }
    }
}

package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.scenarios.Footprint;
import io.github.wfp4j.scenarios.install.Installed;
import io.github.wfp4j.scenarios.install.Installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** Removes a scenario. */
@Command(
        name = "remove",
        description = "Removes exactly what 'scenario apply' added.",
        footer = {"", "Example: wfp4j scenario remove guaranteed-encryption --state fw.state"})
final class ScenarioRemoveCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ScenarioCommand parent;
    @Mixin private final ScenarioId id = new ScenarioId();
    @Mixin private final Confirmation confirmation = new Confirmation();

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli").root();
        Footprint footprint = id.footprint();
        EngineChoice choice = root.decideEngine();
        confirmation.require(choice, "remove " + footprint.instance().name(), root.terminal());
        try (Engine engine = root.open(choice)) {
            Installed removed = new Installer(engine).remove(footprint);
            Report.of(footprint.instance(), choice, removed, engine)
                    .print(removed.isEmpty() ? "not there, nothing to remove" : "removed", root);
            return ExitCode.DONE;
        }
    }
}

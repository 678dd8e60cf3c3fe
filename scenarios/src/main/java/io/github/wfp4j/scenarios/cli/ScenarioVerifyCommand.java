package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.install.Difference;
import io.github.wfp4j.scenarios.install.Installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.concurrent.Callable;

/** Compares an engine with a scenario. */
@Command(
        name = "verify",
        description = "Compares what the engine holds with the plan; exit code 3 if it differs.",
        footer = {
            "",
            "Example: wfp4j scenario verify guaranteed-encryption --port 5555 --state fw.state"
        })
final class ScenarioVerifyCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ScenarioCommand parent;
    @Mixin private final ScenarioParameters parameters = new ScenarioParameters();

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli").root();
        Scenario scenario = parameters.scenario();
        EngineChoice choice = root.decideEngine();
        try (Engine engine = root.open(choice)) {
            Installer installer = new Installer(engine);
            List<Difference> differences = installer.verify(scenario);
            Report report =
                    Report.of(
                            scenario.instance(),
                            choice,
                            installer.readBack(scenario.footprint()),
                            engine);
            if (root.json()) {
                root.out().println(JsonDocument.of(report, differences));
            } else {
                TextDocument.print(report, differences, root.out());
            }
            return differences.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
        }
    }
}

package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.scenarios.Plan;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** Shows what a scenario would add. */
@Command(name = "show", description = "Shows what would be added; opens no engine.")
final class ScenarioShowCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ScenarioCommand parent;
    @Mixin private final ScenarioParameters parameters = new ScenarioParameters();

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli").root();
        Plan plan = parameters.scenario().plan();
        Warnings.print(plan, root.err());
        Report.of(plan).print("planned", root);
        return ExitCode.DONE;
    }
}

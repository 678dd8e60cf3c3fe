package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.install.Change;
import io.github.wfp4j.scenarios.install.Difference;
import io.github.wfp4j.scenarios.install.DifferentParametersException;
import io.github.wfp4j.scenarios.install.Installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Adds a scenario. */
@Command(
        name = "apply",
        description = "Adds a scenario in one transaction, reads it back and prints it.",
        footer = {
            "",
            "Example: wfp4j scenario apply guaranteed-encryption --port 5555 --state fw.state"
        })
final class ScenarioApplyCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ScenarioCommand parent;
    @Mixin private final ScenarioParameters parameters = new ScenarioParameters();

    @Mixin private final Confirmation confirmation = new Confirmation();

    @Option(names = "--replace", description = "If it is there with other parameters, replace it.")
    private boolean replace;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli").root();
        Scenario scenario = parameters.scenario();
        EngineChoice choice = root.decideEngine();
        confirmation.require(choice, "add " + scenario.instance().name(), root.terminal());
        try (Engine engine = root.open(choice)) {
            Installer installer = new Installer(engine);
            Plan plan = scenario.plan();
            Warnings.print(plan, root.err());
            Change change =
                    replace ? replace(installer, scenario, root) : installer.apply(scenario);
            int others = EngineFilters.overlapping(plan, engine).size();
            if (others > 0) {
                root.err()
                        .printf(
                                "wfp4j: note: %d filters of other instances are at the same"
                                        + " layers; all of them are in force%n",
                                others);
            }
            Report.of(plan.instance(), choice, installer.readBack(scenario.footprint()), engine)
                    .print(change.name().toLowerCase(Locale.ROOT), root);
            return ExitCode.DONE;
        } catch (DifferentParametersException e) {
            root.err().printf("wfp4j: %s; --replace replaces it%n", e.getMessage());
            e.differences().forEach(difference -> root.err().println("  " + difference));
            return ExitCode.DIFFERS;
        }
    }

    /** Replaces it, and says what is given up: it may be what someone else has changed. */
    private static Change replace(Installer installer, Scenario scenario, Wfp4jCommand root) {
        boolean wasThere = !installer.readBack(scenario.footprint()).isEmpty();
        List<Difference> differences = installer.verify(scenario);
        Change change = installer.replace(scenario);
        if (wasThere && change == Change.REPLACED) {
            root.err().println("wfp4j: note: what was there and is replaced:");
            differences.forEach(difference -> root.err().println("  " + difference));
        }
        return change;
    }
}

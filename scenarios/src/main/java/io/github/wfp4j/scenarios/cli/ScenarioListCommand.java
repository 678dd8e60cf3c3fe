package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** Lists the scenarios. */
@Command(
        name = "list",
        description = "Lists the scenarios.",
        footer = {"", "Example: wfp4j scenario list --json"})
final class ScenarioListCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ScenarioCommand parent;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli").root();
        if (root.json()) {
            root.out().println(JsonDocument.catalog());
        } else {
            TextDocument.catalog(root.out());
        }
        return ExitCode.DONE;
    }
}

package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** What is common to the subcommands about scenarios. */
@Command(
        name = "scenario",
        description = "Shows, adds, checks and removes Microsoft's IPsec scenarios.",
        subcommands = {
            ScenarioListCommand.class,
            ScenarioShowCommand.class,
            ScenarioApplyCommand.class,
            ScenarioVerifyCommand.class,
            ScenarioRemoveCommand.class
        },
        footer = {"", "Example: wfp4j scenario show guaranteed-encryption --port 5555"})
final class ScenarioCommand {
    @ParentCommand private @Nullable Wfp4jCommand parent;

    /** {@return the options that hold for all subcommands} */
    Wfp4jCommand root() {
        return requireNonNull(parent, "set by picocli");
    }
}

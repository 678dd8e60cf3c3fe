package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** What is common to the subcommands that look for mistakes. */
@Command(
        name = "lint",
        description = "Looks for mistakes in what an engine holds.",
        subcommands = LintCalloutsCommand.class,
        footer = {"", "Example: wfp4j lint callouts"})
final class LintCommand {
    @ParentCommand private @Nullable Wfp4jCommand parent;

    /** {@return the options that hold for all subcommands} */
    Wfp4jCommand root() {
        return requireNonNull(parent, "set by picocli");
    }
}

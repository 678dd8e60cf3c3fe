package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** What is common to the subcommands about an embedded engine itself. */
@Command(
        name = "engine",
        description = "Works on an embedded engine that --state keeps.",
        subcommands = EngineRebootCommand.class,
        footer = {"", "Example: wfp4j engine reboot --state fw.state"})
final class EngineCommand {
    @ParentCommand private @Nullable Wfp4jCommand parent;

    /** {@return the options that hold for all subcommands} */
    Wfp4jCommand root() {
        return requireNonNull(parent, "set by picocli");
    }
}

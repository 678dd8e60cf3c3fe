package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Prints what makes a shell complete the command's arguments. */
@Command(
        name = "completion",
        description = "Prints a script that makes a shell complete commands and options.",
        footer = {
            "",
            "Example: source <(wfp4j completion bash)",
            "",
            "For every new shell: wfp4j completion bash"
                + " >~/.local/share/bash-completion/completions/wfp4j. Zsh takes the script, too."
        })
final class CompletionCommand implements Callable<Integer> {
    private static final String BASH = "bash";

    @Spec private @Nullable CommandSpec spec;
    @ParentCommand private @Nullable Wfp4jCommand parent;

    @Parameters(paramLabel = "SHELL", description = "The shell: bash.")
    private String shell = BASH;

    @Override
    public Integer call() {
        CommandSpec command = requireNonNull(spec, "set by picocli");
        if (!shell.equals(BASH)) {
            throw new ParameterException(
                    command.commandLine(), "'%s' is none of %s".formatted(shell, BASH));
        }
        if (requireNonNull(parent, "set by picocli").json()) {
            throw new ParameterException(command.commandLine(), "a script is no JSON document");
        }
        command.commandLine()
                .getOut()
                .print(AutoComplete.bash(command.root().name(), command.root().commandLine()));
        return ExitCode.DONE;
    }
}

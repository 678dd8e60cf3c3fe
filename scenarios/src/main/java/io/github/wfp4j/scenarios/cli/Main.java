package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.StateFileException;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;

import java.io.PrintWriter;

/** Runs the command {@code wfp4j}. */
public final class Main {
    private static final int WIDTH = 100;

    private Main() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments options, subcommand and its arguments
     */
    public static void main(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, false, System.out.charset());
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(execute(EmbeddedEngine.create(), Terminal.ofProcess(), out, err, arguments));
    }

    /**
     * Runs the command where there is no terminal.
     *
     * @param embedded the engine to use if it is to be an embedded one
     * @param out where results go
     * @param err where everything else goes
     * @param arguments options, subcommand and its arguments
     * @return the exit code, one of {@link ExitCode}
     */
    static int execute(
            EmbeddedEngine embedded, PrintWriter out, PrintWriter err, String... arguments) {
        return execute(embedded, Terminal.NONE, out, err, arguments);
    }

    /**
     * Runs the command.
     *
     * @param embedded the engine to use if it is to be an embedded one
     * @param terminal where the person is
     * @param out where results go
     * @param err where everything else goes
     * @param arguments options, subcommand and its arguments
     * @return the exit code, one of {@link ExitCode}
     */
    static int execute(
            EmbeddedEngine embedded,
            Terminal terminal,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        int code;
        try (Wfp4jCommand command = new Wfp4jCommand(embedded, terminal)) {
            code = execute(command, out, err, arguments);
        } catch (StateFileException e) {
            err.printf("wfp4j: %s%n", e.getMessage());
            code = ExitCode.FAILED;
        }
        out.flush();
        return code;
    }

    private static int execute(
            Wfp4jCommand command, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(command);
        line.setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(
                        Help.defaultColorScheme(
                                command.terminal().hasColours() ? Ansi.ON : Ansi.OFF))
                .setExecutionStrategy(parsed -> {
                    if (!CommandLine.printHelpIfRequested(parsed)) {
                        command.check();
                        return new RunLast().execute(parsed);
                    }
                    return ExitCode.DONE;
                })
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler((failure, failed, parsed) ->
                        Failures.report(failure, command.stateFailure(), failed, parsed));
        return line.execute(arguments);
    }

    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        wrong.getCommandLine()
                .getErr()
                .printf("wfp4j: %s; see %s --help%n", wrong.getMessage(), command);
        return ExitCode.WRONG_USAGE;
    }
}

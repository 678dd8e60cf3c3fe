package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.EmbeddedEngineOptions;
import io.github.wfp4j.embedded.StateFile;
import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.embedded.StateFileException;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwpm.FwpmSession0;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** The command itself: what holds for all subcommands. */
@Command(
        name = "wfp4j",
        description = "Works with the Windows Filtering Platform.",
        synopsisHeading = "Usage: ",
        customSynopsis = "wfp4j [OPTIONS] COMMAND",
        subcommands = {
            ScenarioCommand.class,
            FiltersCommand.class,
            ExplainCommand.class,
            LintCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            DiffCommand.class,
            EngineCommand.class,
            CompletionCommand.class
        },
        footer = {
            "",
            "Options go before or after the command. Exit codes: 0 done, 1 failed, 2 wrong usage,"
                    + " 3 the engine or the other dump differs, or the linter"
                    + " found an error,"
                    + " 4 the packet is blocked or held.",
            "",
            "Example: wfp4j scenario apply guaranteed-encryption --port 5555 --state fw.state"
        })
final class Wfp4jCommand implements AutoCloseable {
    private static final String OS_NAME = System.getProperty("os.name");

    private final EmbeddedEngine embedded;
    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            scope = ScopeType.INHERIT,
            converter = Converters.EngineName.class,
            description =
                    "system (this Windows), embedded (in memory, ends with the command unless"
                            + " --state is given) or auto (the default: system on Windows, else"
                            + " embedded).")
    private EngineChoice engine = EngineChoice.AUTO;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print one JSON document instead of tables.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this and do nothing else.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "Where an embedded engine keeps its objects; made when something is added.")
    private @Nullable Path state;

    /** The engine that uses the state file; null until it is opened. */
    private @Nullable EmbeddedEngine stateful;

    /** What is shown while an engine works; null until one is opened. */
    private @Nullable Progress progress;

    /**
     * Makes the command.
     *
     * @param embedded the engine to use if it is to be an embedded one
     * @param terminal where the person is
     */
    Wfp4jCommand(EmbeddedEngine embedded, Terminal terminal) {
        this.embedded = embedded;
        this.terminal = terminal;
    }

    /** Checks what the options mean together. */
    void check() {
        if (state != null && engine == EngineChoice.SYSTEM) {
            throw wrongUsage("--state is for the embedded engine, not for --engine system");
        }
    }

    /** {@return the complaint that the arguments make no sense} */
    ParameterException wrongUsage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    /** Whether to print JSON. */
    boolean json() {
        return json;
    }

    /** Whether there is a state file. */
    boolean hasState() {
        return state != null;
    }

    /**
     * Decides which engine to use; says so on the standard error if it was not asked for.
     *
     * @throws UnsupportedOperationException if it is not there
     */
    EngineChoice decideEngine() {
        EngineChoice decided = engine.decide(OS_NAME, state != null, err());
        if (decided == EngineChoice.SYSTEM && !OS_NAME.startsWith("Windows")) {
            throw new UnsupportedOperationException(
                    "the system engine needs Windows, this is %s: use --engine embedded"
                            .formatted(OS_NAME));
        }
        return decided;
    }

    /**
     * {@return an opened engine}
     *
     * @param decided which one
     */
    Engine open(EngineChoice decided) {
        FwpmSession0 session = Sessions.named("wfp4j");
        if (progress == null) {
            progress =
                    Progress.start(
                            "working on the %s engine".formatted(decided),
                            terminal,
                            spec().commandLine().getErr(),
                            Progress.PATIENCE);
        }
        return switch (decided) {
            case SYSTEM -> Engine.open(session);
            case EMBEDDED -> (state == null ? embedded : stateful()).open(session);
            case AUTO -> throw new IllegalStateException("auto is not decided");
        };
    }

    /**
     * {@return the engine with the state file}
     *
     * @throws ParameterException if there is to be none
     */
    EmbeddedEngine stateful() {
        if (state == null) {
            throw wrongUsage("the embedded engine ends with the command: say --state FILE");
        }
        if (stateful == null) {
            StateFile file = new StateFile(state, Writing.AFTER_EACH_COMMIT);
            stateful = EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withState(file));
        }
        return stateful;
    }

    /**
     * {@return the state file}
     *
     * @throws ParameterException if there is to be none
     */
    Path requireState() {
        if (state == null) {
            throw wrongUsage("say --state FILE");
        }
        return state;
    }

    /** {@return whether the options say which engine is meant} */
    boolean choosesEngine() {
        return state != null || engine != EngineChoice.AUTO;
    }

    /** {@return why the state file could not be written, if so} */
    Optional<StateFileException> stateFailure() {
        return stateful == null ? Optional.empty() : stateful.stateFailure();
    }

    /** Lets others use the state file. */
    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
        if (stateful != null) {
            stateful.close();
        }
    }

    /** Where the person is. */
    Terminal terminal() {
        return terminal;
    }

    /** Where results go. */
    PrintWriter out() {
        if (progress != null) {
            progress.close();
        }
        return spec().commandLine().getOut();
    }

    /** Where everything else goes. */
    PrintWriter err() {
        if (progress != null) {
            progress.clear();
        }
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        return requireNonNull(spec, "set by picocli");
    }
}

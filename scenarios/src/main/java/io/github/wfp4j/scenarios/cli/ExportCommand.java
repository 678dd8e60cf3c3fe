package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.netsh.NetshDump;
import io.github.wfp4j.netsh.NetshForm;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Writes the objects of an engine as netsh does. */
@Command(
        name = "export",
        description =
                "Writes the objects of an engine, or of the file of --state, as 'netsh wfp show"
                        + " state' does.",
        footer = {"", "Example: wfp4j export policy.xml --state fw.state"})
final class ExportCommand implements Callable<Integer> {
    @ParentCommand private @Nullable Wfp4jCommand parent;

    @Parameters(paramLabel = "DUMP.xml", description = "The file to write.")
    private Path dump = Path.of("");

    @Option(
            names = "--filters",
            description = "Write filters and providers only, as 'netsh wfp show filters' does.")
    private boolean filters;

    @Option(names = "--replace", description = "If the file is there, replace it.")
    private boolean replace;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli");
        EngineChoice choice = root.decideEngine();
        NetshForm form = filters ? NetshForm.FILTERS : NetshForm.STATE;
        try (Engine engine = root.open(choice)) {
            NetshDump read = EngineDump.of(engine, root.err());
            DumpFile.write(read, form, dump, replace);
            if (root.json()) {
                root.out().println(DumpJson.exported(read, form, choice));
            } else {
                root.out().printf("export: %s%n", DumpText.counts(read, form));
            }
            return ExitCode.DONE;
        }
    }
}

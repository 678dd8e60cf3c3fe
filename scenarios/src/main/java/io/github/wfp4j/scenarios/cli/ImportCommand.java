package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.EmbeddedEngineOptions;
import io.github.wfp4j.embedded.StateFile;
import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.embedded.WeightComparison;
import io.github.wfp4j.netsh.NetshDump;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Puts the objects of a dump into a state file. */
@Command(
        name = "import",
        description =
                "Puts what 'netsh wfp show state' or 'show filters' wrote into the file of --state,"
                        + " with ids and effective weights.",
        footer = {"", "Example: wfp4j import wfpstate.xml --state fw.state"})
final class ImportCommand implements Callable<Integer> {
    @ParentCommand private @Nullable Wfp4jCommand parent;

    @Parameters(paramLabel = "DUMP.xml", description = "What netsh wrote.")
    private Path dump = Path.of("");

    @Option(names = "--replace", description = "If the state file is there, replace it.")
    private boolean replace;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli");
        Path state = root.requireState();
        if (Files.exists(state) && !replace) {
            throw root.wrongUsage(
                    "%s is there already: name another file, or say --replace".formatted(state));
        }
        NetshDump read = DumpFile.read(dump);
        StateFile file = new StateFile(state, Writing.AT_CLOSE);
        EmbeddedEngineOptions options = EmbeddedEngineOptions.DEFAULT.withState(file);
        try (EmbeddedEngine _ = DumpFile.engine(read, dump, options)) {
            WeightComparison weights = WeightComparison.of(read.filters(), read.layers());
            if (root.json()) {
                root.out().println(DumpJson.imported(read, weights));
            } else {
                DumpText.imported(read, weights, root.out());
            }
        }
        return ExitCode.DONE;
    }
}

package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.netsh.NetshComparison;
import io.github.wfp4j.netsh.NetshDifference;
import io.github.wfp4j.netsh.NetshDump;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Compares two dumps. */
@Command(
        name = "diff",
        description =
                "Says which objects were added, removed or changed from one dump or state file to"
                        + " another; exit code 3 if any were.",
        footer = {"", "Example: wfp4j diff monday.xml tuesday.xml"})
final class DiffCommand implements Callable<Integer> {
    @ParentCommand private @Nullable Wfp4jCommand parent;

    @Parameters(index = "0", paramLabel = "A", description = "The first dump or state file.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The second dump or state file.")
    private Path second = Path.of("");

    @Option(
            names = "--ignore-ids",
            description = "Do not compare run-time ids, which differ between computers.")
    private boolean ignoreIds;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli");
        NetshDump before = DumpFile.readAny(first, root.err());
        NetshDump after = DumpFile.readAny(second, root.err());
        List<NetshDifference> differences = NetshComparison.compare(before, after, !ignoreIds);
        if (root.json()) {
            root.out().println(DumpJson.differences(differences));
        } else {
            DumpText.differences(differences, root.out());
        }
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
    }
}

package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.scenarios.Plan;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Shows what a scenario would add. */
@Command(
        name = "show",
        description = "Shows what would be added; opens no engine.",
        footer = {
            "",
            "Example: wfp4j scenario show guaranteed-encryption --port 5555",
            "         wfp4j scenario show guaranteed-encryption --port 5555 --format html"
                    + " >plan.html"
        })
final class ScenarioShowCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ScenarioCommand parent;
    @Mixin private final ScenarioParameters parameters = new ScenarioParameters();
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Converters.FormatName.class,
            description = "table (the default), markdown, mermaid or html (one file, no scripts).")
    private @Nullable ShowFormat format;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli").root();
        if (root.json() && format != null) {
            throw new ParameterException(
                    requireNonNull(spec, "set by picocli").commandLine(),
                    "--json and --format exclude each other");
        }
        Plan plan = parameters.scenario().plan();
        Warnings.print(plan, root.err());
        switch (format == null ? ShowFormat.TABLE : format) {
            case TABLE -> Report.of(plan).print("planned", root);
            case MARKDOWN -> root.out().print(PlanMarkdown.of(PlanPicture.of(plan)));
            case MERMAID -> root.out().print(PlanMermaid.of(PlanPicture.of(plan)));
            case HTML -> root.out().print(PlanHtml.of(PlanPicture.of(plan)));
        }
        return ExitCode.DONE;
    }
}

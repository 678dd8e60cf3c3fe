package io.github.wfp4j.generator;

import static java.util.stream.Collectors.toMap;

import io.github.wfp4j.generator.diagnostics.ProblemException;
import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.emit.Emitter;
import io.github.wfp4j.generator.ir.Bindings;
import io.github.wfp4j.generator.output.Output;
import io.github.wfp4j.generator.plan.Plan;
import io.github.wfp4j.generator.plan.Planner;
import io.github.wfp4j.generator.rules.Rules;
import io.github.wfp4j.generator.source.BindingsReader;

import java.io.IOException;
import java.nio.file.Path;

/** The steps from the bindings' text to Java sources, in order. */
public final class Generator {
    private Generator() {}

    /**
     * Runs all steps.
     *
     * @param bindings the folder with jextract's output; the tables made with it stand beside it
     * @param facts the folder of facts
     * @param rules the folder of rules
     * @param main where the sources go
     * @param test where the sources of tests go
     * @param problems where problems go; if there are any, the outputs are not to be written
     * @throws IOException if an input cannot be read
     */
    public static void run(
            Path bindings, Path facts, Path rules, Output main, Output test, Problems problems)
            throws IOException {
        try {
            steps(bindings, facts, rules, main, test, problems);
        } catch (ProblemException e) {
            problems.add(e.problem());
        }
    }

    private static void steps(
            Path bindings, Path facts, Path rules, Output main, Output test, Problems problems)
            throws IOException {
        Rules tables = new Rules(facts, rules, bindings.resolveSibling(""));
        Bindings headers =
                new BindingsReader(
                                bindings,
                                tables.typedefs.rows().stream()
                                        .filter(row -> row.get("kind").equals("struct"))
                                        .collect(
                                                toMap(
                                                        row -> row.get("tag"),
                                                        row -> row.get("typedef"),
                                                        (first, second) -> first)),
                                problems)
                        .read();
        Plan plan = new Planner(headers, tables, problems).plan();
        tables.reportUnused(problems);
        if (problems.isEmpty()) {
            new Emitter(plan, main, test).emit();
        }
    }
}

package io.github.wfp4j.generator.plan;

import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.Bindings;
import io.github.wfp4j.generator.ir.CStruct;
import io.github.wfp4j.generator.rules.Row;
import io.github.wfp4j.generator.rules.Rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns what the headers say and what the rules add into what will exist in Java. */
public final class Planner {
    private final Bindings bindings;
    private final Rules rules;
    private final Problems problems;

    /**
     * Creates a planner.
     *
     * @param bindings what the headers say
     * @param rules what they do not say
     * @param problems where problems go
     */
    public Planner(Bindings bindings, Rules rules, Problems problems) {
        this.bindings = bindings;
        this.rules = rules;
        this.problems = problems;
    }

    /** {@return the plan; not to be used if there were problems} */
    public Plan plan() {
        Texts texts = new Texts(rules, problems);
        ConstantPlanner constants = new ConstantPlanner(bindings, rules, problems, texts);
        constants.plan();
        Map<String, StructRef> refs = new TreeMap<>();
        for (CStruct c : bindings.structs()) {
            refs.put(c.name(), new StructRef(c.name(), type(c.name()), c.size(), c.alignment()));
        }
        ShapePlanner shapes = new ShapePlanner(rules, problems, constants, refs);
        StructPlanner planner = new StructPlanner(rules, problems, texts, constants, shapes);
        List<StructPlan> structs = new ArrayList<>();
        for (CStruct c : bindings.structs()) {
            structs.add(
                    planner.plan(
                            c, new StructRef(c.name(), type(c.name()), c.size(), c.alignment())));
        }
        FunctionPlanner functions = new FunctionPlanner(bindings, rules, problems, texts);
        return new Plan(
                structs,
                List.copyOf(constants.enums.values()),
                List.copyOf(constants.flags.values()),
                List.copyOf(constants.numbers.values()),
                new KeyPlanner(bindings, rules, problems).plan(),
                functions.plan(),
                functions.callbacks(),
                errors(),
                new SchemaPlanner(rules, constants, problems).plan());
    }

    private static JavaType type(String cName) {
        return switch (cName) {
            case "GUID" -> JavaType.of("types", "Guid");
            case "SID" -> JavaType.of("types", "Sid");
            default -> JavaType.of(Names.packageOf(cName), Names.type(cName));
        };
    }

    private List<Plan.ErrorPlan> errors() {
        List<Plan.ErrorPlan> errors = new ArrayList<>();
        for (Row row : rules.errors.rows()) {
            errors.add(new Plan.ErrorPlan(row.get("name"), row.number("hex"), row.get("meaning")));
        }
        return errors;
    }
}

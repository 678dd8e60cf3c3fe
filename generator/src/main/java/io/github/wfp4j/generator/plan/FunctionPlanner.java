package io.github.wfp4j.generator.plan;

import static java.util.stream.Collectors.toMap;

import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.Bindings;
import io.github.wfp4j.generator.ir.CFunction;
import io.github.wfp4j.generator.ir.CFunction.CParameter;
import io.github.wfp4j.generator.ir.CType;
import io.github.wfp4j.generator.plan.FamilyPlan.CallbackPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.FunctionPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.ParameterPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.Signature;
import io.github.wfp4j.generator.rules.Row;
import io.github.wfp4j.generator.rules.Rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sorts the functions into families, and plans the callbacks. */
final class FunctionPlanner {
    private static final String SUFFIX = "Functions";

    private final Bindings bindings;
    private final Rules rules;
    private final Problems problems;
    private final Texts texts;

    FunctionPlanner(Bindings bindings, Rules rules, Problems problems, Texts texts) {
        this.bindings = bindings;
        this.rules = rules;
        this.problems = problems;
        this.texts = texts;
    }

    List<FamilyPlan> plan() {
        Set<String> releasing = releasing();
        Map<String, List<FunctionPlan>> families = new TreeMap<>();
        for (CFunction function : bindings.functions()) {
            Optional<Row> facts = rules.functions.find(function.name());
            Optional<Row> family = rules.families.find(function.name());
            if (facts.isEmpty() || family.isEmpty()) {
                problems.add(
                        function.position(),
                        "unruled-function",
                        "%s: has no row in %s",
                        function.name(),
                        facts.isEmpty() ? "functions.csv" : "families.csv");
            } else if (!family.get().get("family").endsWith(SUFFIX)) {
                problems.add(
                        family.get().position(),
                        "unknown-family",
                        "%s: the name of a family ends in %s: %s",
                        function.name(),
                        SUFFIX,
                        family.get().get("family"));
            } else {
                families.computeIfAbsent(family.get().get("family"), it -> new ArrayList<>())
                        .add(function(function, facts.get(), releasing));
            }
        }
        List<FamilyPlan> plans = new ArrayList<>();
        families.forEach((name, functions) ->
                plans.add(
                        new FamilyPlan(
                                JavaType.of("internal.abi", name),
                                accessor(name),
                                functions,
                                texts.type(name, rules.families.rows().getFirst().position()))));
        return plans;
    }

    private static String accessor(String family) {
        return Names.component(family.substring(0, family.length() - SUFFIX.length()));
    }

    /** {@return the functions that take back what others gave} */
    private Set<String> releasing() {
        return rules.functions.rows().stream()
                .flatMap(row -> Stream.of(row.get("handle_released_by"), row.get("who_frees")))
                .collect(Collectors.toSet());
    }

    List<CallbackPlan> callbacks() {
        List<CallbackPlan> plans = new ArrayList<>();
        for (CFunction callback : bindings.callbacks()) {
            Optional<Row> facts = rules.callbacks.find(callback.name());
            if (facts.isEmpty()) {
                problems.add(
                        callback.position(),
                        "unruled-callback",
                        "%s: has no row in callbacks.csv",
                        callback.name());
            } else {
                plans.add(
                        new CallbackPlan(
                                JavaType.of("internal.abi", Names.type(callback.name())),
                                callback.name(),
                                new Signature(
                                        returnsCode(callback),
                                        parameters(callback, facts.get(), Set.of())),
                                texts.header(callback.name(), callback.position()),
                                texts.type(callback.name(), callback.position())));
            }
        }
        return plans;
    }

    private static boolean returnsCode(CFunction function) {
        return !function.returnType().equals(new CType.Named("void"));
    }

    private FunctionPlan function(CFunction function, Row facts, Set<String> releasing) {
        Set<String> nullable =
                Arrays.stream(facts.get("nullable_params").split(";", -1))
                        .map(it -> it.replaceAll("\\(.*", ""))
                        .collect(Collectors.toSet());
        return new FunctionPlan(
                function.name(),
                returnsCode(function),
                parameters(function, facts, nullable),
                facts.get("min_windows"),
                facts.get("freed_params"),
                releasing.contains(function.name()));
    }

    private List<ParameterPlan> parameters(CFunction function, Row facts, Set<String> nullable) {
        Map<String, String> directions =
                Arrays.stream(facts.get("params").split(";", -1))
                        .filter(it -> !it.isEmpty())
                        .map(it -> it.split(":", -1))
                        .filter(it -> it.length == 3)
                        .collect(toMap(it -> it[0], it -> it[2], (first, second) -> first));
        List<ParameterPlan> parameters = new ArrayList<>();
        for (CParameter parameter : function.parameters()) {
            String direction = directions.get(parameter.name());
            if (direction == null) {
                problems.add(
                        function.position(),
                        "unknown-parameter",
                        "%s: parameter %s is not in %s",
                        function.name(),
                        parameter.name(),
                        facts.position().file());
                direction = "in";
            }
            if (isGuid(parameter.type())) {
                rules.keyKinds.find(function.name(), parameter.name());
            }
            parameters.add(
                    new ParameterPlan(
                            parameter.name(),
                            parameter.carrier(),
                            parameter.type().toString(),
                            direction,
                            nullable.contains(parameter.name())));
        }
        return parameters;
    }

    private static boolean isGuid(CType type) {
        return type.equals(new CType.Pointer(new CType.Named("GUID")));
    }
}

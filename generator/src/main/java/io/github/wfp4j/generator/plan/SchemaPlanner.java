package io.github.wfp4j.generator.plan;

import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.plan.SchemaPlan.Callout;
import io.github.wfp4j.generator.plan.SchemaPlan.Field;
import io.github.wfp4j.generator.plan.SchemaPlan.Layer;
import io.github.wfp4j.generator.plan.SchemaPlan.Sublayer;
import io.github.wfp4j.generator.rules.Row;
import io.github.wfp4j.generator.rules.Rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes over the tables of built-in objects. */
final class SchemaPlanner {
    private final Rules rules;
    private final ConstantPlanner constants;
    private final Problems problems;

    SchemaPlanner(Rules rules, ConstantPlanner constants, Problems problems) {
        this.rules = rules;
        this.constants = constants;
        this.problems = problems;
    }

    SchemaPlan plan() {
        List<Layer> layers = new ArrayList<>();
        for (Row row : rules.layers.rows()) {
            layers.add(layer(row));
        }
        layers.sort(Comparator.comparingInt(Layer::id));
        List<Sublayer> sublayers = new ArrayList<>();
        for (Row row : rules.sublayers.rows()) {
            sublayers.add(
                    new Sublayer(
                            KeyPlanner.ref(row.get("key")),
                            row.get("name"),
                            (int) row.number("weight")));
        }
        List<Callout> callouts = new ArrayList<>();
        for (Row row : rules.callouts.rows()) {
            callouts.add(
                    new Callout(
                            KeyPlanner.ref(row.get("key")),
                            (int) row.number("id"),
                            row.get("name"),
                            calloutFlags(row),
                            KeyPlanner.ref(row.get("layer"))));
        }
        return new SchemaPlan(layers, sublayers, callouts);
    }

    private Layer layer(Row row) {
        List<Field> fields = new ArrayList<>();
        for (Row field : rules.layerFields.rows()) {
            if (field.get("layer").equals(row.get("layer"))
                    && !field.get("field_index").isEmpty()) {
                fields.add(
                        new Field(
                                KeyPlanner.ref(field.get("condition")),
                                enumConstant(
                                        field,
                                        "FWPM_FIELD_TYPE",
                                        "FWPM_FIELD_" + field.get("field_type")),
                                enumConstant(field, "FWP_DATA_TYPE", field.get("data_type")),
                                words(field.get("condition_value_types")).stream()
                                        .map(it -> enumConstant(field, "FWP_DATA_TYPE", it))
                                        .toList()));
            }
        }
        return new Layer(
                KeyPlanner.ref(row.get("layer")),
                (int) row.number("layer_id"),
                row.get("name"),
                words(row.get("flags")),
                KeyPlanner.ref(row.get("default_sublayer")),
                fields);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +", -1));
    }

    private String enumConstant(Row row, String group, String cName) {
        return Optional.ofNullable(constants.enums.get(group)).stream()
                .flatMap(it -> it.constants().stream())
                .filter(it -> it.cName().equals(cName))
                .map(ConstantPlan::name)
                .findFirst()
                .orElseGet(() -> {
                    problems.add(
                            row.position(),
                            "unknown-constant",
                            "%s: is no constant of %s",
                            cName,
                            group);
                    return "";
                });
    }

    private long calloutFlags(Row row) {
        long flags = 0;
        for (String word : words(row.get("flags"))) {
            flags |=
                    constants
                            .value("FWPM_CALLOUT_FLAG_" + word)
                            .or(() -> constants.value(word))
                            .orElseGet(() -> hexadecimal(row, word));
        }
        return flags;
    }

    private long hexadecimal(Row row, String word) {
        try {
            return Long.parseLong(word, 16);
        } catch (NumberFormatException _) {
            problems.add(row.position(), "unknown-constant", "%s: is no callout flag", word);
            return 0;
        }
    }
}

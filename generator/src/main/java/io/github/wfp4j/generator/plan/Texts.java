package io.github.wfp4j.generator.plan;

import io.github.wfp4j.generator.diagnostics.Position;
import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.rules.Row;
import io.github.wfp4j.generator.rules.Rules;

import java.util.Optional;

/** What types and members mean, and which header declares them. */
final class Texts {
    private final Rules rules;
    private final Problems problems;

    Texts(Rules rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /** {@return the sentence about a type} */
    String type(String cName, Position position) {
        return rules.typeTexts
                .find(cName)
                .map(row -> row.get("text"))
                .orElseGet(() -> {
                    problems.add(
                            position,
                            "missing-text",
                            "%s: has no text; add a row to texts-types.csv",
                            cName);
                    return "";
                });
    }

    /** {@return the phrase about a member: the struct's own one, or the one for the name} */
    String member(String struct, String name, Position position) {
        Optional<Row> row = rules.fieldTexts.find(struct, name);
        return row.or(() -> rules.fieldTexts.find("", name))
                .map(it -> it.get("text"))
                .orElseGet(() -> {
                    problems.add(
                            position,
                            "missing-text",
                            "%s.%s: has no text; add a row to texts-fields.csv",
                            struct,
                            name);
                    return "";
                });
    }

    /** {@return the phrase about a constant; empty for none} */
    String constant(String cName) {
        return rules.constantTexts.find(cName).map(row -> row.get("text")).orElse("");
    }

    /** {@return the header that declares a symbol} */
    String header(String symbol, Position position) {
        return rules.headers
                .find(symbol)
                .map(row -> row.get("header"))
                .orElseGet(() -> {
                    problems.add(
                            position,
                            "unknown-header",
                            "%s: stands in no row of headers.csv",
                            symbol);
                    return "";
                });
    }
}

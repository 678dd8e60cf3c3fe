package io.github.wfp4j.generator;

import static java.util.stream.Collectors.toMap;

import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.Bindings;
import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.ConstantPlan;
import io.github.wfp4j.generator.plan.JavaType;
import io.github.wfp4j.generator.plan.Plan;
import io.github.wfp4j.generator.plan.Planner;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.UnionPlan;
import io.github.wfp4j.generator.rules.Rules;
import io.github.wfp4j.generator.source.BindingsReader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts which generated types and members have a text of their own. */
final class JavadocCensus {
    private static final String HEAD =
            """
            # What the generated Javadoc says

            Counted by `JavadocCensusTest`, which fails if this page is out of date and writes it anew with `-Dcensus.update`.

            Every generated type has a sentence of its own, and every component of a record has a phrase: its own one
            or one that it shares with members of that name in other structs. A constant has a sentence, or nothing but
            its C name. Keys have their C name, error codes the meaning that the table of errors gives.

            | package | types | components: own | by name | constants: own | C name only | keys |
            |---|--:|--:|--:|--:|--:|--:|
            """;

    private final Map<String, Counts> packages = new TreeMap<>();
    private final Map<String, List<Counts>> shared = new TreeMap<>();
    private final Map<String, List<String>> silent = new TreeMap<>();
    private final Rules rules;

    private JavadocCensus(Rules rules) {
        this.rules = rules;
    }

    private static final class Counts {
        private int types;
        private int ownComponents;
        private int sharedComponents;
        private int ownConstants;
        private int silentConstants;
        private int keys;

        private String row(String name) {
            return "| `%s` | %d | %d | %d | %d | %d | %d |%n"
                    .formatted(
                            name,
                            types,
                            ownComponents,
                            sharedComponents,
                            ownConstants,
                            silentConstants,
                            keys)
                    .replace("\r", "");
        }
    }

    /** {@return the census of what the folders bindings, facts and rules give, as a document} */
    static String of(Path root) throws IOException {
        Path bindings = root.resolve("bindings/java");
        Rules rules =
                new Rules(root.resolve("facts"), root.resolve("rules"), root.resolve("bindings"));
        Problems problems = new Problems();
        Bindings headers =
                new BindingsReader(
                                bindings,
                                rules.typedefs.rows().stream()
                                        .filter(row -> row.get("kind").equals("struct"))
                                        .collect(
                                                toMap(
                                                        row -> row.get("tag"),
                                                        row -> row.get("typedef"),
                                                        (first, _) -> first)),
                                problems)
                        .read();
        JavadocCensus census = new JavadocCensus(rules);
        census.count(new Planner(headers, rules, problems).plan());
        census.tellSharedFromOwn();
        return census.document();
    }

    private void count(Plan plan) {
        for (StructPlan struct : plan.structs()) {
            if (!struct.handWritten()) {
                counts(struct.ref().type()).types++;
                components(struct.ref().type(), struct.components());
            }
        }
        plan.enums().forEach(it -> constants(it.type(), it.constants(), it.aliases()));
        plan.flags().forEach(it -> constants(it.type(), it.constants(), List.of()));
        plan.numbers().forEach(it -> constants(it.type(), it.constants(), List.of()));
        plan.keyHolders()
                .forEach(it -> {
                    counts(it.type()).types++;
                    counts(it.type()).keys += it.keys().size();
                });
    }

    private Counts counts(JavaType type) {
        String name = type.packageName().replace(JavaType.ROOT + ".", "");
        return packages.computeIfAbsent(name, _ -> new Counts());
    }

    private void components(JavaType type, List<Component> components) {
        for (Component component : components) {
            String[] member = component.member().split("\\.", 2);
            if (rules.fieldTexts.find(member[0], member[1]).isPresent()) {
                counts(type).ownComponents++;
            } else {
                shared.computeIfAbsent(member[1], _ -> new ArrayList<>()).add(counts(type));
            }
            if (component.shape() instanceof Shape.UnionValue(UnionPlan union)) {
                union.cases().forEach(it -> components(type, it.components()));
            }
        }
    }

    /** What no other member shares is a member's own, although its row names no struct. */
    private void tellSharedFromOwn() {
        shared.values()
                .removeIf(users -> {
                    if (users.size() == 1) {
                        users.getFirst().ownComponents++;
                        return true;
                    }
                    users.forEach(it -> it.sharedComponents++);
                    return false;
                });
    }

    private void constants(JavaType type, List<ConstantPlan> first, List<ConstantPlan> second) {
        counts(type).types++;
        List<ConstantPlan> all = new ArrayList<>(first);
        all.addAll(second);
        for (ConstantPlan constant : all) {
            if (constant.text().isEmpty()) {
                counts(type).silentConstants++;
                silent.computeIfAbsent(type.simpleName(), _ -> new ArrayList<>())
                        .add(constant.name());
            } else {
                counts(type).ownConstants++;
            }
        }
    }

    private String document() {
        StringBuilder text = new StringBuilder(HEAD);
        packages.forEach((name, counts) -> text.append(counts.row(name)));
        text.append("\n## Phrases that several members share\n\n");
        text.append(
                shared.entrySet().stream()
                        .map(it -> "`%s` %d".formatted(it.getKey(), it.getValue().size()))
                        .collect(Collectors.joining(", ")));
        text.append("\n\n## Constants with their C name only\n\n");
        silent.forEach((type, names) ->
                text.append("- `")
                        .append(type)
                        .append("`: ")
                        .append(String.join(", ", names))
                        .append('\n'));
        return text.toString();
    }
}

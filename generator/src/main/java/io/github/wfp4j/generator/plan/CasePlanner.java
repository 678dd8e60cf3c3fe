package io.github.wfp4j.generator.plan;

import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.CMember.CField;
import io.github.wfp4j.generator.ir.CStruct;
import io.github.wfp4j.generator.plan.UnionPlan.Case;
import io.github.wfp4j.generator.plan.UnionPlan.Tag;
import io.github.wfp4j.generator.plan.UnionPlan.TagValue;
import io.github.wfp4j.generator.rules.Row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides the cases of one union. */
final class CasePlanner {
    private static final String NO_MEMBER = "(none)";

    private final CStruct c;
    private final Problems problems;
    private final Function<List<CField>, List<Component>> components;

    CasePlanner(CStruct c, Problems problems, Function<List<CField>, List<Component>> components) {
        this.c = c;
        this.problems = problems;
        this.components = components;
    }

    /**
     * {@return the cases in order of their tags}
     *
     * @param rows the union's rows, one for each tag and member
     * @param tag the tag
     * @param alternatives by member: the members that live together with it
     * @param names the union's row in union-names.csv
     */
    List<Case> plan(List<Row> rows, Tag tag, Map<String, List<CField>> alternatives, Row names) {
        Map<String, String> firstMember = new LinkedHashMap<>();
        rows.forEach(row -> firstMember.putIfAbsent(row.get("case_value"), row.get("member")));
        Map<String, List<String>> tagsByMember = new LinkedHashMap<>();
        firstMember.forEach((value, member) ->
                tagsByMember
                        .computeIfAbsent(
                                member.equals(NO_MEMBER) ? NO_MEMBER + value : member,
                                it -> new ArrayList<>())
                        .add(value));
        List<Case> cases = new ArrayList<>();
        tagsByMember.forEach((member, values) -> {
            boolean empty = member.startsWith(NO_MEMBER);
            List<CField> fields = empty ? List.of() : alternatives.getOrDefault(member, List.of());
            if (!empty && fields.isEmpty()) {
                problems.add(
                        rows.getFirst().position(),
                        "unknown-member",
                        "%s: union has no member %s",
                        c.name(),
                        member);
            }
            List<TagValue> tagValues =
                    values.stream()
                            .flatMap(value -> tagValue(rows, tag, value).stream())
                            .sorted(Comparator.comparingLong(TagValue::number))
                            .toList();
            String name = tagValues.isEmpty() ? "Other" : name(tagValues, member, names, empty);
            cases.add(new Case(name, tagValues, components.apply(fields)));
        });
        checkAllMembers(rows, alternatives, names);
        cases.sort(
                Comparator.comparingLong((Case it) ->
                        it.values().isEmpty() ? Long.MAX_VALUE : it.values().getFirst().number()));
        return cases;
    }

    private void checkAllMembers(
            List<Row> rows, Map<String, List<CField>> alternatives, Row names) {
        for (String member : alternatives.keySet()) {
            if (rows.stream().noneMatch(row -> row.get("member").equals(member))) {
                problems.add(
                        names.position(),
                        "unruled-member",
                        "%s.%s: no tag selects this union member; add a row to unions.csv",
                        c.name(),
                        member);
            }
        }
    }

    private static String name(List<TagValue> values, String member, Row names, boolean empty) {
        boolean byTag = empty || (values.size() == 1 && names.get("case_naming").equals("tag"));
        if (byTag) {
            return Names.caseOf(values.getFirst().constant());
        }
        String name = Names.upperFirst(member);
        return name.endsWith("Key") ? name.substring(0, name.length() - "Key".length()) : name;
    }

    private Optional<TagValue> tagValue(List<Row> rows, Tag tag, String value) {
        if (value.equals("default")) {
            return Optional.empty();
        }
        if (value.equals("0") && tag.mask() != 0) {
            return Optional.of(new TagValue("0", "0", 0));
        }
        Optional<TagValue> found =
                constants(tag)
                        .filter(it -> it.cName().equals(value))
                        .findFirst()
                        .map(it -> new TagValue(it.name(), it.cName(), it.value()));
        boolean isMask = rows.getFirst().get("discriminator_field").endsWith(" & " + value);
        if (found.isEmpty() && tag.mask() != 0 && isMask) {
            return Optional.of(new TagValue(value, value, tag.mask()));
        }
        if (found.isEmpty()) {
            problems.add(
                    rows.getFirst().position(),
                    "unknown-tag",
                    "%s: %s is no constant of %s",
                    c.name(),
                    value,
                    tag.type().cName());
        }
        return found;
    }

    private static Stream<ConstantPlan> constants(Tag tag) {
        return switch (tag.type()) {
            case EnumPlan plan -> plan.constants().stream();
            case FlagsPlan plan -> plan.constants().stream();
        };
    }
}

package io.github.wfp4j.generator.plan;

import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.CMember;
import io.github.wfp4j.generator.ir.CMember.CField;
import io.github.wfp4j.generator.ir.CMember.CGroup;
import io.github.wfp4j.generator.ir.CMember.CUnion;
import io.github.wfp4j.generator.ir.CStruct;
import io.github.wfp4j.generator.ir.CType.Inline;
import io.github.wfp4j.generator.rules.Row;
import io.github.wfp4j.generator.rules.Rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Decides the components of one struct. */
final class StructPlanner {
    private static final Set<String> HAND_WRITTEN = Set.of("GUID", "SID");

    private final Rules rules;
    private final Problems problems;
    private final Texts texts;
    private final ConstantPlanner constants;
    private final ShapePlanner shapes;

    StructPlanner(
            Rules rules,
            Problems problems,
            Texts texts,
            ConstantPlanner constants,
            ShapePlanner shapes) {
        this.rules = rules;
        this.problems = problems;
        this.texts = texts;
        this.constants = constants;
        this.shapes = shapes;
    }

    StructPlan plan(CStruct c, StructRef ref) {
        String text = texts.type(c.name(), c.position());
        String header = texts.header(c.name(), c.position());
        if (HAND_WRITTEN.contains(c.name())) {
            passOver(c, c.members());
            return new StructPlan(
                    c,
                    ref,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    true,
                    text,
                    header);
        }
        Members members = new Members(c);
        List<Component> components = members.components(c.members(), "");
        Optional<UnionPlan> sealedAs = sealedAs(ref, components);
        return new StructPlan(
                c,
                ref,
                sealedAs.isPresent() ? resealed(components, sealedAs.get()) : components,
                sealedAs,
                factory(c, components),
                defaults(c, components),
                secrets(c, components),
                knownValues(c),
                false,
                text,
                header);
    }

    /** A struct of nothing but a tag and one union is that union. */
    private static Optional<UnionPlan> sealedAs(StructRef ref, List<Component> components) {
        if (components.size() == 1
                && components.getFirst().shape() instanceof Shape.UnionValue(UnionPlan union)
                && !union.masked()) {
            return Optional.of(new UnionPlan(ref.type(), union.tag(), union.cases(), union.text()));
        }
        return Optional.empty();
    }

    private static List<Component> resealed(List<Component> components, UnionPlan union) {
        Component only = components.getFirst();
        return List.of(
                new Component(
                        only.name(),
                        new Shape.UnionValue(union),
                        false,
                        only.offset(),
                        only.member(),
                        only.text()));
    }

    private Optional<List<Component>> factory(CStruct c, List<Component> components) {
        boolean none = rules.fields.find(c.name(), "*").isPresent();
        List<Component> parameters =
                components.stream()
                        .filter(it ->
                                rules.fields
                                        .find(c.name(), it.name())
                                        .filter(row -> row.get("role").equals("of"))
                                        .isPresent())
                        .toList();
        return none || !parameters.isEmpty() ? Optional.of(parameters) : Optional.empty();
    }

    private Map<String, String> defaults(CStruct c, List<Component> components) {
        Map<String, String> defaults = new TreeMap<>();
        for (Component component : components) {
            rules.fields
                    .find(c.name(), component.name())
                    .map(row -> row.get("default"))
                    .filter(it -> !it.isEmpty())
                    .ifPresent(it -> defaults.put(component.name(), it));
        }
        return defaults;
    }

    private List<Component> secrets(CStruct c, List<Component> components) {
        int start = c.name().length() + 1;
        return components.stream()
                .filter(it ->
                        rules.secrets.find(c.name(), it.member().substring(start)).isPresent())
                .toList();
    }

    /** Marks the rules about members that do not become components. */
    private void passOver(CStruct c, List<CMember> members) {
        for (CMember member : members) {
            switch (member) {
                case CField field -> passOver(c, field.name());
                case CUnion union -> {
                    rules.unionNames.find(c.name(), Integer.toString(union.index()));
                    passOver(c, union.members());
                }
                case CGroup group -> passOver(c, group.members());
            }
        }
    }

    private void passOver(CStruct c, String name) {
        rules.fields.find(c.name(), name);
        rules.pointers.find(c.name(), name);
        rules.arrays.find(c.name(), name);
        rules.keyKinds.find(c.name(), name);
    }

    private List<StructPlan.KnownValue> knownValues(CStruct c) {
        List<StructPlan.KnownValue> known = new ArrayList<>();
        for (Row row : rules.transformIds.all(c.name())) {
            for (String column : List.of("type", "config")) {
                if (constants.value(row.get(column)).isEmpty()) {
                    problems.add(
                            row.position(),
                            "unknown-constant",
                            "%s: %s is no constant",
                            row.get("constant"),
                            row.get(column));
                }
            }
            known.add(
                    new StructPlan.KnownValue(
                            row.get("constant"),
                            row.get("java_name"),
                            row.get("type"),
                            constants.value(row.get("config")).orElse(0L)));
        }
        return known;
    }

    /** The members of one struct, and what is known about them as a whole. */
    private final class Members {
        private final CStruct c;
        private final Map<String, CField> byPath = new HashMap<>();
        private final Set<String> counts = new HashSet<>();
        private final Set<String> tags = new HashSet<>();

        Members(CStruct c) {
            this.c = c;
            index(c.members(), "");
            for (Row row : rules.pointers.rows()) {
                if (row.get("struct").equals(c.name())) {
                    counts.add(row.get("count_field"));
                }
            }
        }

        private void index(List<CMember> members, String path) {
            for (CMember member : members) {
                switch (member) {
                    case CField field when field.type() instanceof Inline(var inner) ->
                            index(inner, field.name() + ".");
                    case CField field -> byPath.put(path + field.name(), field);
                    case CUnion union -> {
                        indexTag(union);
                        index(union.members(), path);
                    }
                    case CGroup group -> index(group.members(), path);
                }
            }
        }

        private void indexTag(CUnion union) {
            rules.unions
                    .find(c.name(), Integer.toString(union.index()))
                    .map(row -> row.get("discriminator_field"))
                    .filter(tag -> !tag.contains("&"))
                    .ifPresent(tags::add);
        }

        List<Component> components(List<CMember> members, String path) {
            List<Component> components = new ArrayList<>();
            for (CMember member : members) {
                switch (member) {
                    case CField field -> component(field, path, false).ifPresent(components::add);
                    case CUnion union -> union(union).ifPresent(components::add);
                    case CGroup group ->
                            problems.add(
                                    c.position(),
                                    "unknown-type",
                                    "%s: an anonymous struct outside of a union at offset %s",
                                    c.name(),
                                    group.offset());
                }
            }
            return components;
        }

        private Optional<Component> component(CField field, String path, boolean inUnion) {
            String name = path + field.name();
            boolean reserved =
                    rules.fields
                            .find(c.name(), name)
                            .filter(row -> row.get("role").equals("reserved"))
                            .isPresent();
            if (reserved) {
                passOver(c, name);
                return Optional.empty();
            }
            if (counts.contains(name) || tags.contains(name)) {
                return Optional.empty();
            }
            return shapes.shape(c, path, field, this::count)
                    .map(shape ->
                            new Component(
                                    Names.component(field.name()),
                                    shape,
                                    nullable(name, shape, inUnion),
                                    field.offset(),
                                    c.name() + "." + name,
                                    texts.member(c.name(), name, c.position())));
        }

        private Optional<Count> count(String name) {
            return Optional.ofNullable(byPath.get(name))
                    .map(field ->
                            new Count(
                                    field.offset(), (int) field.size() * 8, c.name() + "." + name));
        }

        private boolean nullable(String name, Shape shape, boolean inUnion) {
            boolean single =
                    switch (shape) {
                        case Shape.GuidPointer _,
                                Shape.StructPointer _,
                                Shape.Text _,
                                Shape.CountedText _,
                                Shape.SidPointer _ ->
                                true;
                        default -> false;
                    };
            if (!single) {
                return false;
            }
            if (inUnion) {
                return rules.nullableCases.find(c.name(), name).isPresent();
            }
            return rules.pointers
                    .find(c.name(), name)
                    .map(row -> row.isYes("nullable"))
                    .orElse(false);
        }

        private Optional<Component> union(CUnion union) {
            String index = Integer.toString(union.index());
            List<Row> rows = rules.unions.all(c.name(), index);
            Optional<Row> names = rules.unionNames.find(c.name(), index);
            if (rows.isEmpty() || names.isEmpty()) {
                problems.add(
                        c.position(),
                        "unruled-union",
                        "%s: union %s has no row in %s",
                        c.name(),
                        index,
                        rows.isEmpty() ? "unions.csv" : "union-names.csv");
                return Optional.empty();
            }
            if (names.get().isYes("reserved")) {
                passOver(c, union.members());
                return Optional.empty();
            }
            Optional<UnionPlan.Tag> tag = tag(rows.getFirst());
            if (tag.isEmpty()) {
                return Optional.empty();
            }
            Map<String, List<CField>> alternatives = new HashMap<>();
            for (CMember member : union.members()) {
                switch (member) {
                    case CField field -> alternatives.put(field.name(), List.of(field));
                    case CGroup group -> {
                        List<CField> together = new ArrayList<>();
                        for (CMember inner : group.members()) {
                            if (inner instanceof CField field) {
                                together.add(field);
                            }
                        }
                        together.forEach(field -> alternatives.put(field.name(), together));
                    }
                    case CUnion inner ->
                            problems.add(
                                    c.position(),
                                    "unknown-type",
                                    "%s: a union directly inside a union at offset %s",
                                    c.name(),
                                    inner.offset());
                }
            }
            String component = names.get().get("component");
            JavaType type = JavaType.of(Names.packageOf(c.name()), Names.type(c.name()));
            String text = texts.member(c.name(), component, c.position());
            List<UnionPlan.Case> cases =
                    new CasePlanner(c, problems, this::caseComponents)
                            .plan(rows, tag.get(), alternatives, names.get());
            UnionPlan plan =
                    new UnionPlan(
                            type.nested(names.get().get("type_name")), tag.get(), cases, text);
            return Optional.of(
                    new Component(
                            component,
                            new Shape.UnionValue(plan),
                            false,
                            union.offset(),
                            c.name() + "." + component,
                            text));
        }

        private List<Component> caseComponents(List<CField> fields) {
            List<Component> components = new ArrayList<>();
            for (CField field : fields) {
                if (field.type() instanceof Inline(var inner)) {
                    for (CMember member : inner) {
                        if (member instanceof CField nested) {
                            component(nested, field.name() + ".", true).ifPresent(components::add);
                        }
                    }
                } else {
                    component(field, "", true).ifPresent(components::add);
                }
            }
            return components;
        }

        private Optional<UnionPlan.Tag> tag(Row row) {
            String[] parts = row.get("discriminator_field").split(" & ", -1);
            CField field = byPath.get(parts[0]);
            long mask = parts.length == 1 ? 0 : constants.value(parts[1]).orElse(0L);
            Optional<UnionPlan.TagType> type =
                    field == null
                            ? Optional.empty()
                            : shapes.shape(c, "", field, this::count)
                                    .flatMap(StructPlanner::tagType);
            if (field == null || type.isEmpty()) {
                problems.add(
                        row.position(),
                        "unknown-tag",
                        "%s: tag %s is no member of an enum or flag type",
                        c.name(),
                        parts[0]);
                return Optional.empty();
            }
            return Optional.of(
                    new UnionPlan.Tag(
                            Names.component(field.name()),
                            field.offset(),
                            (int) field.size() * 8,
                            type.get(),
                            mask,
                            c.name() + "." + field.name()));
        }
    }

    private static Optional<UnionPlan.TagType> tagType(Shape shape) {
        return switch (shape) {
            case Shape.EnumValue(EnumPlan type, int _) -> Optional.of(type);
            case Shape.FlagsValue(FlagsPlan type, int _) -> Optional.of(type);
            default -> Optional.empty();
        };
    }
}

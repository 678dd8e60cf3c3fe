package io.github.wfp4j.generator.plan;

import static java.util.stream.Collectors.toMap;

import io.github.wfp4j.generator.diagnostics.Position;
import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.Bindings;
import io.github.wfp4j.generator.ir.CConstant;
import io.github.wfp4j.generator.rules.Row;
import io.github.wfp4j.generator.rules.Rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Sorts the constants of the headers into enums, flag sets and plain numbers, and names them. */
final class ConstantPlanner {
    private final Rules rules;
    private final Problems problems;
    private final Texts texts;
    private final Map<String, CConstant> found;

    /** By group, in order of the group's name. */
    final Map<String, EnumPlan> enums = new TreeMap<>();

    /** By group, in order of the group's name. */
    final Map<String, FlagsPlan> flags = new TreeMap<>();

    /** By group, in order of the group's name. */
    final Map<String, NumbersPlan> numbers = new TreeMap<>();

    private final Map<String, Long> values = new HashMap<>();

    ConstantPlanner(Bindings bindings, Rules rules, Problems problems, Texts texts) {
        this.rules = rules;
        this.problems = problems;
        this.texts = texts;
        this.found =
                bindings.constants().stream()
                        .collect(
                                toMap(
                                        CConstant::name,
                                        Function.identity(),
                                        (first, second) -> first,
                                        LinkedHashMap::new));
    }

    void plan() {
        checkTable();
        for (Row group : rules.groups.rows()) {
            planGroup(group);
        }
    }

    /** {@return the value of a constant, unsigned, if the headers have it} */
    Optional<Long> value(String cName) {
        return Optional.ofNullable(values.get(cName));
    }

    private void checkTable() {
        for (Row row : rules.constants.rows()) {
            String name = row.get("name");
            CConstant constant = found.get(name);
            long expected = row.number("value");
            if (constant == null) {
                if (rules.absent.find(name).isEmpty()) {
                    problems.add(
                            row.position(),
                            "missing-constant",
                            "%s: is not in the bindings; add it to the include list",
                            name);
                }
                continue;
            }
            long value = constant.value() & mask(row);
            if (value != expected) {
                problems.add(
                        constant.position(),
                        "constant-differs",
                        "%s: is 0x%s in the bindings, but 0x%s in %s",
                        name,
                        Long.toHexString(value),
                        Long.toHexString(expected),
                        row.position());
            }
            values.put(name, value);
        }
        for (CConstant constant : found.values()) {
            if (!constant.name().contains("$") && rules.constants.find(constant.name()).isEmpty()) {
                problems.add(
                        constant.position(),
                        "unruled-constant",
                        "%s: belongs to no group; add a row to constants.csv",
                        constant.name());
            }
        }
    }

    /** The bindings hold most 32-bit constants in an {@code int}, some in a {@code long}. */
    private static long mask(Row row) {
        return row.get("ctype").equals("UINT64") ? -1 : 0xFFFF_FFFFL;
    }

    private void planGroup(Row group) {
        String cName = group.get("group");
        rules.groups.find(cName);
        List<ConstantPlan> constants = new ArrayList<>();
        List<ConstantPlan> aliases = new ArrayList<>();
        for (Row row : rules.constants.rows()) {
            if (belongs(row, group) && values.containsKey(row.get("name"))) {
                rules.constants.find(row.get("name"));
                Optional<Row> override = rules.constantOverrides.find(row.get("name"));
                String role = override.map(it -> it.get("role")).orElse("");
                ConstantPlan constant = constant(row, group, override);
                switch (role) {
                    case "drop" -> {}
                    case "alias" -> aliases.add(constant);
                    default -> constants.add(constant);
                }
            }
        }
        Comparator<ConstantPlan> order =
                Comparator.comparing(ConstantPlan::value, Long::compareUnsigned)
                        .thenComparing(ConstantPlan::cName);
        constants.sort(order);
        aliases.sort(order);
        reportCollisions(group, constants, aliases);
        JavaType type = JavaType.of(group.get("package"), group.get("java_name"));
        Position position = group.position();
        String text = texts.type(cName, position);
        String header =
                constants.isEmpty() ? "" : texts.header(constants.getFirst().cName(), position);
        switch (group.get("kind")) {
            case "enum" ->
                    enums.put(cName, new EnumPlan(cName, type, constants, aliases, text, header));
            case "flags" -> {
                constants.addAll(aliases);
                int bits = group.number("width") == 64 ? 64 : 32;
                flags.put(cName, new FlagsPlan(cName, type, bits, constants, text, header));
            }
            case "numbers" -> {
                constants.addAll(aliases);
                numbers.put(cName, new NumbersPlan(cName, type, constants, text, header));
            }
            default ->
                    problems.add(
                            position,
                            "unknown-kind",
                            "%s: kind must be enum, flags or numbers: %s",
                            cName,
                            group.get("kind"));
        }
    }

    /** A group named {@code A:B} holds the constants of group A that begin with its strip words. */
    private static boolean belongs(Row constant, Row group) {
        String[] parts = group.get("group").split(":", -1);
        if (!constant.get("group").equals(parts[0])) {
            return false;
        }
        return parts.length == 1
                || constant.get("name").startsWith(group.get("strip").replace(' ', '_'));
    }

    private ConstantPlan constant(Row row, Row group, Optional<Row> override) {
        String cName = row.get("name");
        String strip = group.get("strip").replace(' ', '_');
        String name =
                override.map(it -> it.get("java_name"))
                        .filter(it -> !it.isEmpty())
                        .orElseGet(() ->
                                Names.constant(
                                        strip.isEmpty() ? group.get("group") : strip, cName));
        long value = values.getOrDefault(cName, 0L);
        boolean mask = override.map(it -> it.get("role").equals("mask")).orElse(false);
        return new ConstantPlan(
                cName, name, value, value != (int) value, mask, texts.constant(cName));
    }

    private void reportCollisions(
            Row group, List<ConstantPlan> constants, List<ConstantPlan> aliases) {
        Map<String, String> names = new HashMap<>();
        Map<Long, String> numbers = new HashMap<>();
        boolean isEnum = group.get("kind").equals("enum");
        for (ConstantPlan constant : constants) {
            String sameName = names.put(constant.name(), constant.cName());
            String sameValue = numbers.put(constant.value(), constant.cName());
            if (sameName != null || (isEnum && sameValue != null)) {
                problems.add(
                        group.position(),
                        "name-collision",
                        "%s: %s and %s are both %s; add a row to constants-extra.csv",
                        group.get("group"),
                        sameName == null ? sameValue : sameName,
                        constant.cName(),
                        sameName == null ? constant.value() : constant.name());
            }
        }
        for (ConstantPlan alias : aliases) {
            if (isEnum && !numbers.containsKey(alias.value())) {
                problems.add(
                        group.position(),
                        "alias-of-nothing",
                        "%s: is an alias, but no other constant is %s",
                        alias.cName(),
                        alias.value());
            }
        }
    }
}

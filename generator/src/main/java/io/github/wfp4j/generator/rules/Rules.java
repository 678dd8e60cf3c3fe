package io.github.wfp4j.generator.rules;

import io.github.wfp4j.generator.diagnostics.Problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every table that the planner needs: facts, which were checked elsewhere, and our own rules. */
public final class Rules {
    private final List<Table> exhaustive = new ArrayList<>();

    /** Symbols of the facts that the bindings leave out on purpose. */
    public final Table absent;

    /** Tagged unions: which tag selects which member. */
    public final Table unions;

    /** Pointer members: what they point to, what counts them, whether null is allowed. */
    public final Table pointers;

    /** Integers that are enums or flags. */
    public final Table typedInts;

    /** Kinds of keys behind GUID members and parameters. */
    public final Table keyKinds;

    /** Java names of unions. */
    public final Table unionNames;

    /** Groups of constants: enum, flags or numbers. */
    public final Table groups;

    /** Constants whose Java name or role does not follow from the rule. */
    public final Table constantOverrides;

    /** Members that are reserved, set by the engine, or taken by a factory. */
    public final Table fields;

    /** Union members that may be null although their case is selected. */
    public final Table nullableCases;

    /** Members that hold what nobody must read in a log. */
    public final Table secrets;

    /** Fixed arrays. */
    public final Table arrays;

    /** Typedefs of numbers and pointers. */
    public final Table plainTypedefs;

    /** Function families. */
    public final Table families;

    /** Well-known transform ids. */
    public final Table transformIds;

    /** Functions. */
    public final Table functions;

    /** Callback types. */
    public final Table callbacks;

    /** GUIDs by name. */
    public final Table guids;

    /** Constants by name. */
    public final Table constants;

    /** Sentences about types. */
    public final Table typeTexts;

    /** Phrases about members. */
    public final Table fieldTexts;

    /** Phrases about constants. */
    public final Table constantTexts;

    /** Symbols and the headers that declare them. */
    public final Table headers;

    /** Struct and enum tags and their typedefs. */
    public final Table typedefs;

    /** Error codes. */
    public final Table errors;

    /** The engine's built-in layers. */
    public final Table layers;

    /** The fields of the built-in layers. */
    public final Table layerFields;

    /** The engine's built-in sublayers. */
    public final Table sublayers;

    /** The engine's built-in callouts. */
    public final Table callouts;

    /**
     * Reads all tables.
     *
     * @param facts the folder of facts
     * @param rules the folder of rules
     * @param bindings the folder above the bindings, which has the tables made with them
     * @throws java.io.UncheckedIOException if a table cannot be read
     */
    public Rules(Path facts, Path rules, Path bindings) {
        absent = Table.read(rules, "absent", "symbol");
        unions = Table.read(facts, "unions", "struct", "union_index");
        pointers = exhaustive(Table.read(facts, "pointers", "struct", "field"));
        typedInts = Table.read(facts, "typed_ints", "struct_or_function", "field_or_param");
        keyKinds = exhaustive(Table.read(rules, "key-kinds", "owner", "member"));
        unionNames = exhaustive(Table.read(rules, "union-names", "struct", "union_index"));
        groups = exhaustive(Table.read(rules, "groups", "group"));
        constantOverrides = exhaustive(Table.read(rules, "constants-extra", "constant"));
        fields = exhaustive(Table.read(rules, "fields", "struct", "field"));
        nullableCases = exhaustive(Table.read(rules, "nullable-cases", "struct", "member"));
        secrets = exhaustive(Table.read(rules, "secrets", "struct", "member"));
        arrays = exhaustive(Table.read(rules, "arrays", "struct", "field"));
        plainTypedefs = exhaustive(Table.read(rules, "typedefs", "typedef"));
        families = exhaustive(Table.read(rules, "families", "function"));
        transformIds = exhaustive(Table.read(rules, "transform-ids", "struct"));
        functions = exhaustive(Table.read(facts, "functions", "name"));
        callbacks = exhaustive(Table.read(facts, "callbacks", "name"));
        guids = exhaustive(Table.read(facts, "guids", "name"));
        constants = exhaustive(Table.read(facts, "constants", "name"));
        typeTexts = Table.read(rules, "texts-types", "name");
        fieldTexts = Table.read(rules, "texts-fields", "struct", "field");
        constantTexts = exhaustive(Table.read(rules, "texts-constants", "constant"));
        headers = Table.read(bindings, "headers", "symbol");
        typedefs = Table.read(bindings, "typedefs", "tag");
        errors = Table.read(facts, "errors", "name");
        layers = Table.read(facts, "layers", "layer");
        layerFields = Table.read(facts, "layer_fields", "layer", "condition");
        sublayers = Table.read(facts, "builtin_sublayers", "key");
        callouts = Table.read(facts, "builtin_callouts", "id");
    }

    private Table exhaustive(Table table) {
        exhaustive.add(table);
        return table;
    }

    /** Reports rows that match nothing. To be called when planning is done. */
    public void reportUnused(Problems problems) {
        exhaustive.forEach(table -> table.reportUnused(absent, problems));
    }
}

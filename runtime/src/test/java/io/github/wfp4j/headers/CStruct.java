package io.github.wfp4j.headers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.Facts;
import io.github.wfp4j.headers.CField.CPointer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A struct of the headers, as the tables of facts have it.
 *
 * @param name the C name
 * @param size bytes
 * @param alignment bytes
 * @param fields its members, in order
 * @param cases the cases of its unions
 */
record CStruct(String name, long size, long alignment, List<CField> fields, List<CCase> cases) {
    private static final String NO_MEMBER = "(none)";

    /** Their documentation says that they must be zero. */
    private static final Set<String> RESERVED =
            Set.of(
                    "FWPM_CONNECTION_SUBSCRIPTION0.flags",
                    "FWPM_NET_EVENT_SUBSCRIPTION0.flags",
                    "FWPM_VSWITCH_EVENT_SUBSCRIPTION0.flags",
                    "IPSEC_SA_CONTEXT_SUBSCRIPTION0.flags",
                    "IKEEXT_POLICY0.softExpirationTime",
                    "IKEEXT_POLICY1.softExpirationTime",
                    "IKEEXT_POLICY2.softExpirationTime");

    private static final Map<String, CStruct> ALL = readAll();

    /** {@return every struct, by name} */
    static Map<String, CStruct> all() {
        return ALL;
    }

    /**
     * {@return the struct of a name}
     *
     * @throws IllegalArgumentException if there is none
     */
    static CStruct of(String name) {
        CStruct struct = ALL.get(name);
        if (struct == null) {
            throw new IllegalArgumentException("no struct of the headers: " + name);
        }
        return struct;
    }

    /** {@return the cases of one of the unions} */
    List<CCase> cases(int union) {
        return cases.stream().filter(it -> it.union() == union).toList();
    }

    /** {@return the members that a tag selects, without those that are reserved} */
    List<CField> selected(int union, String value) {
        Set<String> members =
                cases(union).stream()
                        .filter(it -> it.value().equals(value))
                        .map(CCase::member)
                        .collect(toSet());
        return fields.stream()
                .filter(it -> members.contains(it.name()) && !it.isReserved())
                .toList();
    }

    private static Map<String, CStruct> readAll() {
        Map<String, List<NamedCsvRecord>> unions = rowsByStruct("unions");
        Map<String, List<NamedCsvRecord>> pointers = rowsByStruct("pointers");
        Map<String, CStruct> all = new LinkedHashMap<>();
        rowsByStruct("struct_sizes_sdk26100")
                .forEach((name, rows) ->
                        all.put(
                                name,
                                read(
                                        name,
                                        rows,
                                        cases(unions.getOrDefault(name, List.of())),
                                        pointers.getOrDefault(name, List.of()))));
        return Map.copyOf(all);
    }

    private static Map<String, List<NamedCsvRecord>> rowsByStruct(String table) {
        return Facts.rows(table).stream()
                .collect(groupingBy(row -> row.getField("struct"), LinkedHashMap::new, toList()));
    }

    private static List<CCase> cases(List<NamedCsvRecord> rows) {
        List<CCase> cases = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            String[] tag = row.getField("discriminator_field").split(" & ", 2);
            String member = row.getField("member");
            cases.add(
                    new CCase(
                            Integer.parseInt(row.getField("union_index")),
                            tag[0],
                            tag.length == 1 ? "" : tag[1],
                            row.getField("case_value"),
                            member.equals(NO_MEMBER) ? "" : member));
        }
        return List.copyOf(cases);
    }

    private static CStruct read(
            String name,
            List<NamedCsvRecord> rows,
            List<CCase> cases,
            List<NamedCsvRecord> pointerRows) {
        Map<String, CPointer> pointers =
                pointerRows.stream()
                        .collect(
                                toMap(
                                        row -> row.getField("field"),
                                        row ->
                                                new CPointer(
                                                        row.getField("pointee"),
                                                        row.getField("kind"),
                                                        row.getField("count_field"))));
        Map<String, Integer> unions =
                cases.stream()
                        .filter(it -> !it.member().isEmpty())
                        .collect(toMap(CCase::member, CCase::union, (first, _) -> first));
        List<CField> fields = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            String field = row.getField("field");
            fields.add(
                    new CField(
                            field,
                            row.getField("field_c_type"),
                            number(row, "offset"),
                            number(row, "field_size"),
                            pointers.get(field),
                            unions.getOrDefault(field, 0),
                            RESERVED.contains(name + "." + field)));
        }
        NamedCsvRecord first = rows.getFirst();
        return new CStruct(
                name, number(first, "size"), number(first, "align"), List.copyOf(fields), cases);
    }

    private static long number(NamedCsvRecord row, String column) {
        return Long.parseLong(row.getField(column));
    }
}

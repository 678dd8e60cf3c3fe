package io.github.wfp4j.generator.rules;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.generator.diagnostics.Position;
import io.github.wfp4j.generator.diagnostics.ProblemException;
import io.github.wfp4j.generator.diagnostics.Problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table with a key. It remembers which rows were asked for, so that a row which matches nothing
 * is found.
 */
public final class Table {
    private final List<String> keyColumns;
    private final List<Row> rows;
    private final Map<List<String>, List<Row>> byKey = new LinkedHashMap<>();
    private final Set<List<String>> used = new HashSet<>();

    private Table(List<String> keyColumns, List<Row> rows) {
        this.keyColumns = keyColumns;
        this.rows = rows;
        for (Row row : rows) {
            byKey.computeIfAbsent(keyOf(row), key -> new ArrayList<>()).add(row);
        }
    }

    /**
     * Reads a CSV file with a header row.
     *
     * @param folder the folder
     * @param name the file's name without {@code .csv}
     * @param keyColumns the columns that make the key
     * @throws UncheckedIOException if the file cannot be read
     * @throws ProblemException if it is no table
     */
    public static Table read(Path folder, String name, String... keyColumns) {
        String file = name + ".csv";
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            for (NamedCsvRecord cells : reader) {
                rows.add(
                        new Row(
                                new Position(file, cells.getStartingLineNumber()),
                                cells.getFieldsAsMap()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            throw new ProblemException(new Position(file, 0), "malformed-table", reason(e));
        }
        return new Table(List.of(keyColumns), rows);
    }

    private static String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        String message = String.valueOf(e.getMessage());
        return cause == null ? message : message + ": " + cause.getMessage();
    }

    private List<String> keyOf(Row row) {
        return keyColumns.stream().map(row::get).toList();
    }

    /** {@return every row, in the order of the file} */
    public List<Row> rows() {
        return rows;
    }

    /** {@return the rows with a key, which count as used from now on} */
    public List<Row> all(String... key) {
        List<String> wanted = List.of(key);
        List<Row> found = byKey.getOrDefault(wanted, List.of());
        if (!found.isEmpty()) {
            used.add(wanted);
        }
        return found;
    }

    /** {@return the first row with a key, which counts as used from now on} */
    public Optional<Row> find(String... key) {
        return all(key).stream().findFirst();
    }

    /** Reports each row that nothing asked for and that is not about an absent symbol. */
    void reportUnused(Table absent, Problems problems) {
        for (Row row : rows) {
            List<String> key = keyOf(row);
            if (!used.contains(key) && absent.find(key.getFirst()).isEmpty()) {
                problems.add(
                        row.position(),
                        "unmatched-rule",
                        "%s: matches nothing in the bindings; remove or correct the row",
                        String.join(",", key));
            }
        }
    }
}

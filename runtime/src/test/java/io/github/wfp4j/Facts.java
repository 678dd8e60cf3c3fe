package io.github.wfp4j;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The tables of facts that the SDK is compared with; the generator's folder holds them. */
public final class Facts {
    private Facts() {}

    /** {@return every row of a table} */
    public static List<NamedCsvRecord> rows(String name) {
        return read("facts", name);
    }

    /** {@return every row of a table of rules} */
    public static List<NamedCsvRecord> rules(String name) {
        return read("rules", name);
    }

    /** {@return a cell of the row of a table of rules that has a key; empty for no such row} */
    public static String rule(String table, String keyColumn, String key, String column) {
        return read("rules", table).stream()
                .filter(row -> row.getField(keyColumn).equals(key))
                .map(row -> row.getField(column))
                .findFirst()
                .orElse("");
    }

    private static List<NamedCsvRecord> read(String folder, String name) {
        Path file = Path.of("..", "generator", folder, name + ".csv");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

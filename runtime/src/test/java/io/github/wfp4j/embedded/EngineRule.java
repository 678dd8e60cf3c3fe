package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A rule of how the engine behaves.
 *
 * @param id what tests name it by
 * @param section the heading that it stands under
 * @param standing how it is known: its first word, with what is known otherwise after it
 * @param text what it says
 * @param source the pages that say so, or empty
 * @param notTestedBecause why no test can show it, or empty
 */
record EngineRule(
        String id,
        String section,
        String standing,
        String text,
        String source,
        String notTestedBecause) {

    /** {@return every rule, in the order of the sections} */
    static List<EngineRule> all() {
        return rows("engine-rules.csv").stream()
                .map(row ->
                        new EngineRule(
                                row.getField("id"),
                                row.getField("section"),
                                row.getField("standing"),
                                row.getField("rule"),
                                row.getField("source"),
                                row.getField("not_tested_because")))
                .toList();
    }

    /** {@return the rows of a table that lies beside the tests} */
    static List<NamedCsvRecord> rows(String name) {
        InputStream input = requireNonNull(EngineRule.class.getResourceAsStream(name), name);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(input)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return how it is known, in one word} */
    String knownBy() {
        return standing.split("\\W", 2)[0];
    }

    /** {@return whether Windows is known to behave so, by what is written or was seen} */
    boolean isCertain() {
        return knownBy().equals("documented") || knownBy().equals("observed");
    }
}

package io.github.wfp4j.scenarios.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

import java.io.PrintWriter;
import java.util.stream.IntStream;

/** Columns of fixed width; what is too long goes on in the next line. */
final class Table {
    private final PrintWriter out;
    private final TextTable table;

    /**
     * Makes an empty table.
     *
     * @param out where it is printed
     * @param widths the widths of the columns, the gap to the next one included
     */
    Table(PrintWriter out, int... widths) {
        this.out = out;
        table =
                TextTable.forColumns(
                        Help.defaultColorScheme(Ansi.OFF),
                        IntStream.of(widths)
                                .mapToObj(width -> new Column(width, 0, Overflow.WRAP))
                                .toArray(Column[]::new));
    }

    /** Adds a row. */
    void row(String... cells) {
        table.addRowValues(cells);
    }

    /** Prints the table. */
    void print() {
        table.toString().lines().map(String::stripTrailing).forEach(out::println);
    }
}

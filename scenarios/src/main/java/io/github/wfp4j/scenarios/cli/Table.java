package io.github.wfp4j.scenarios.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns of fixed width; what is too long goes on in the next line. */
final class Table {
    private static final ColorScheme PLAIN = Help.defaultColorScheme(Ansi.OFF);

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
                        PLAIN,
                        IntStream.of(widths)
                                .mapToObj(width -> new Column(width, 0, Overflow.WRAP))
                                .toArray(Column[]::new));
    }

    /** Adds a row. */
    void row(String... cells) {
        table.addRowValues(Stream.of(cells).map(Table::literal).toArray(Text[]::new));
    }

    /** What others have named cannot colour or move anything: no markup, no control characters. */
    private static Text literal(String cell) {
        return PLAIN.apply(Printable.of(cell), List.of());
    }

    /** Prints the table. */
    void print() {
        table.toString().lines().map(String::stripTrailing).forEach(out::println);
    }
}

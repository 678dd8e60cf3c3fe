package io.github.wfp4j.generator.rules;

import io.github.wfp4j.generator.diagnostics.Position;
import io.github.wfp4j.generator.diagnostics.ProblemException;

import java.util.Map;

/**
 * One row of a table of facts or rules.
 *
 * @param position where it stands
 * @param cells the cells by column name
 */
public record Row(Position position, Map<String, String> cells) {
    /**
     * {@return the cell of a column}
     *
     * @throws ProblemException if the table has no such column
     */
    public String get(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new ProblemException(
                    position, "malformed-table", "the table has no column " + column);
        }
        return cell;
    }

    /**
     * {@return the number in a column, decimal, or hexadecimal after {@code 0x}}
     *
     * @throws ProblemException if there is none
     */
    public long number(String column) {
        String cell = get(column);
        try {
            return cell.startsWith("0x")
                    ? Long.parseUnsignedLong(cell.substring(2), 16)
                    : Long.parseLong(cell);
        } catch (NumberFormatException _) {
            throw new ProblemException(
                    position, "malformed-table", column + " must be a number: " + cell);
        }
    }

    /** {@return whether the cell of a column is {@code yes}} */
    public boolean isYes(String column) {
        return get(column).equals("yes");
    }
}

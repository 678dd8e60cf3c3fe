package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

/**
 * A file is no dump, or a broken one.
 *
 * <p>The message names the line, the column, and what is wrong there.
 */
public final class NetshFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String reason;

    /**
     * Creates the exception.
     *
     * @param line the line, from 1, or 0 if it is not known
     * @param column the column, from 1, or 0 if it is not known
     * @param reason what is wrong there
     * @param cause what said so, or null for none
     */
    public NetshFormatException(int line, int column, String reason, @Nullable Throwable cause) {
        super("line %d, column %d: %s".formatted(line, column, reason), cause);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    NetshFormatException(Element where, String reason) {
        this(where.line(), where.column(), reason, null);
    }

    /** {@return the line, from 1, or 0 if it is not known} */
    public int line() {
        return line;
    }

    /** {@return the column, from 1, or 0 if it is not known} */
    public int column() {
        return column;
    }

    /** {@return what is wrong there} */
    public String reason() {
        return reason;
    }
}

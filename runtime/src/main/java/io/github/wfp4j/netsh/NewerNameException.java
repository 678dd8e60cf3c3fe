package io.github.wfp4j.netsh;

/**
 * A name or number that may well be right, but that this version does not know, so that there is no
 * record for the object.
 */
final class NewerNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NewerNameException(Element where, String reason) {
        super("line %d: %s".formatted(where.line(), reason), null, false, false);
    }
}

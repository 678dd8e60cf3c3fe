package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

/**
 * Something to know about an explanation.
 *
 * @param kind what kind of thing
 * @param text a sentence for people
 */
public record Note(Kind kind, String text) {
    /** Kinds of notes. */
    public enum Kind {
        /** Two filters of equal weight match; which of them is asked first is not known. */
        EQUAL_WEIGHTS,

        /** A filter would matter if the value of a field were known and fitted. */
        UNKNOWN_FIELD,

        /** What a callout or a keying module does is assumed. */
        ASSUMED,

        /** What the keying modules would negotiate. */
        NEGOTIATION,

        /** What happens to the packet beyond filters. */
        BEYOND_FILTERS
    }

    /** Checks that nothing is missing. */
    public Note {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }
}

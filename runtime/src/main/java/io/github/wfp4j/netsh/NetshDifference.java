package io.github.wfp4j.netsh;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An object that is in one dump only, or not the same in both.
 *
 * @param section the kind of object
 * @param object its key as a dump has it
 * @param name its display name, or null if it has none
 * @param kind what is different
 * @param members what is different within it; empty if it is in one dump only
 */
public record NetshDifference(
        NetshSection section,
        String object,
        @Nullable String name,
        Kind kind,
        List<MemberDifference> members) {
    /** What can be different about an object. */
    public enum Kind {
        /** It is in the second dump only. */
        ADDED,

        /** It is in the first dump only. */
        REMOVED,

        /** It is in both with different members. */
        CHANGED
    }

    /**
     * A member with different values.
     *
     * @param path the C names of the members from the object to it, separated by slashes; entries
     *     of lists have numbers from 0
     * @param before the value in the first dump, {@code ***} for a key, or null if it is not there
     * @param after the value in the second dump, {@code ***} for a key, or null if it is not there
     */
    public record MemberDifference(String path, @Nullable String before, @Nullable String after) {
        /** Checks that there is a path. */
        public MemberDifference {
            requireNonNull(path, "path");
        }
    }

    /** Checks that nothing is null but the name, and copies the list. */
    public NetshDifference {
        requireNonNull(section, "section");
        requireNonNull(object, "object");
        requireNonNull(kind, "kind");
        members = List.copyOf(members);
    }
}

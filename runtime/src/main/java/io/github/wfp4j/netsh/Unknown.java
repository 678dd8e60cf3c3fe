package io.github.wfp4j.netsh;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.types.Guid;

/** Something in a dump that no record holds. */
public sealed interface Unknown {
    /**
     * A flag with a name that this version does not know. Its bit is not known either, so that it
     * is missing in the record; it is written again.
     *
     * @param section the kind of object
     * @param object the object's key as it is written, or its number from 0 if it has no key
     * @param path where in the object the flags stand, such as {@code flags}
     * @param name the name
     */
    record FlagName(NetshSection section, String object, String path, String name)
            implements Unknown {
        /** Checks that nothing is null. */
        public FlagName {
            requireNonNull(section, "section");
            requireNonNull(object, "object");
            requireNonNull(path, "path");
            requireNonNull(name, "name");
        }
    }

    /**
     * A well-known key with a name that this version does not know. The records have a key that
     * stands in for it, always the same one for a name; the name is written again.
     *
     * @param name the name
     * @param standIn the GUID that stands in for the unknown one
     */
    record KeyName(String name, Guid standIn) implements Unknown {
        /** Checks that nothing is null. */
        public KeyName {
            requireNonNull(name, "name");
            requireNonNull(standIn, "standIn");
        }
    }

    /**
     * An object that no record can hold, because a type or a number in it is newer than this
     * version. It is written again as it is.
     *
     * @param section the kind of object
     * @param element the object
     * @param line where it begins
     * @param reason what is unknown about it
     */
    record UnreadObject(NetshSection section, NetshElement element, int line, String reason)
            implements Unknown {
        /** Checks that nothing is null. */
        public UnreadObject {
            requireNonNull(section, "section");
            requireNonNull(element, "element");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Elements that were skipped, because no record has a place for them. They are not written
     * again.
     *
     * @param path where they stand in the dump; entries of lists are not told apart
     * @param count how often they are there
     * @param entries how many entries, or other elements, stand in all of them together
     * @param line where the first one is
     */
    record Skipped(String path, long count, long entries, int line) implements Unknown {
        /** Checks that nothing is null. */
        public Skipped {
            requireNonNull(path, "path");
        }
    }

    /**
     * A list that has more or fewer entries than it says.
     *
     * @param path where it stands in the dump
     * @param said how many entries it says that it has
     * @param found how many it has
     * @param line where it begins
     */
    record Miscounted(String path, String said, long found, int line) implements Unknown {
        /** Checks that nothing is null. */
        public Miscounted {
            requireNonNull(path, "path");
            requireNonNull(said, "said");
        }
    }
}

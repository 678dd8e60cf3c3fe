package io.github.wfp4j.embedded;

/** Bytes are no snapshot, or it cannot be put into an engine; the message says where and why. */
final class UnreadableSnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unknownVersion;

    private UnreadableSnapshotException(String message, boolean unknownVersion) {
        super(message);
        this.unknownVersion = unknownVersion;
    }

    /** {@return the complaint about what is at a position} */
    static UnreadableSnapshotException at(long position, String what) {
        return new UnreadableSnapshotException(
                "damaged at byte %d: %s".formatted(position, what), false);
    }

    /** {@return the complaint about an object} */
    static UnreadableSnapshotException of(String object, String what) {
        return new UnreadableSnapshotException("damaged: %s: %s".formatted(object, what), false);
    }

    /** {@return the complaint about a form that is not known here} */
    static UnreadableSnapshotException unknown(String what) {
        return new UnreadableSnapshotException(what, true);
    }

    /** Whether nothing need be damaged: another version wrote it. */
    boolean isOfAnotherVersion() {
        return unknownVersion;
    }
}

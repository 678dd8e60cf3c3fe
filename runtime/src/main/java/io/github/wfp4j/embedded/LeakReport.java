package io.github.wfp4j.embedded;

import java.util.List;

/**
 * What clients of an engine did not give back, and what they gave back wrongly.
 *
 * <p>It is meant for the end of a test: an empty report says that every result was freed, every
 * handle closed, every subscription cancelled, each once.
 *
 * @param leaks what is still held: results in no order, then handles, the oldest first
 * @param misuses what was freed although it was not there to be freed, the oldest first; the first
 *     1000
 */
public record LeakReport(List<Leak> leaks, List<Misuse> misuses) {
    /** Copies the lists. */
    public LeakReport {
        leaks = List.copyOf(leaks);
        misuses = List.copyOf(misuses);
    }

    /** {@return whether there is nothing to complain about} */
    public boolean isEmpty() {
        return leaks.isEmpty() && misuses.isEmpty();
    }

    /** What can be held. */
    public enum Kind {
        /** A result that {@code FwpmFreeMemory0} frees. */
        MEMORY,

        /** A session, which {@code FwpmEngineClose0} ends. */
        SESSION,

        /** An enumeration, which its kind's {@code DestroyEnumHandle} ends. */
        ENUMERATION,

        /** A subscription, which its kind's {@code Unsubscribe} ends. */
        SUBSCRIPTION
    }

    /**
     * Something that is still held.
     *
     * @param kind what it is
     * @param address the pointer or handle that the client got
     * @param description what it is about
     * @param where the calls that led to it, the innermost first; empty if the engine was not asked
     *     to {@linkplain EmbeddedEngineOptions#traceCallSites() trace} them
     */
    public record Leak(Kind kind, long address, String description, List<StackTraceElement> where) {
        /** Copies the calls. */
        public Leak {
            where = List.copyOf(where);
        }

        @Override
        public String toString() {
            return "%s 0x%x (%s)%s".formatted(kind, address, description, text(where));
        }
    }

    /**
     * A pointer that was freed although it was not there to be freed. The engine ignored it; the
     * real one would have corrupted the heap.
     *
     * @param freedBefore whether it had been the engine's and was freed once already; otherwise it
     *     never was the engine's, or was freed long ago
     * @param address the pointer
     * @param where the calls that led to it, the innermost first
     */
    public record Misuse(boolean freedBefore, long address, List<StackTraceElement> where) {
        /** Copies the calls. */
        public Misuse {
            where = List.copyOf(where);
        }

        @Override
        public String toString() {
            return "0x%x %s%s"
                    .formatted(
                            address,
                            freedBefore ? "was freed twice" : "is not the engine's to free",
                            text(where));
        }
    }

    private static String text(List<StackTraceElement> where) {
        return where.isEmpty() ? "" : " at " + where.getFirst();
    }
}

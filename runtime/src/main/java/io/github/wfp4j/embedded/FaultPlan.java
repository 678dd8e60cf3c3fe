package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes wrong in an embedded engine, so that tests can show that its callers survive it.
 *
 * <p>A plan is given to one engine when that is made, and can be changed at any time. A function
 * that fails by plan does nothing; {@code FwpmEngineClose0} and {@code FwpmFreeMemory0} do not
 * fail, and are not counted.
 *
 * <p>Plans can be used from many threads.
 */
public final class FaultPlan {
    /** A plan by which nothing goes wrong. It cannot be changed. */
    public static final FaultPlan NONE = new FaultPlan();

    private final Map<String, Fault> always = new HashMap<>();
    private final Map<Long, Fault> byNumber = new HashMap<>();
    private final Map<String, List<Fault>> next = new HashMap<>();
    private long calls;
    private int dropped;

    private FaultPlan() {}

    /** What can go wrong. */
    public enum Fault {
        /** The caller lacks a right: {@code ERROR_ACCESS_DENIED}. */
        ACCESS_DENIED,

        /**
         * The service of the engine is not running: {@code EPT_S_NOT_REGISTERED} when opening,
         * otherwise {@code RPC_S_SERVER_UNAVAILABLE}.
         */
        SERVICE_NOT_RUNNING,

        /**
         * The engine has ended the session: its transaction is undone, its dynamic objects are
         * gone, and this and every later call answers {@code FWP_E_SESSION_ABORTED}. Strikes only
         * functions that a session calls.
         */
        SESSION_ABORTED,

        /**
         * The transaction was held for too long and is undone: {@code FWP_E_TXN_ABORTED}, once.
         * Strikes only in a transaction that the session began.
         */
        TRANSACTION_ABORTED,

        /** There is no memory left: {@code ERROR_NOT_ENOUGH_MEMORY}. */
        OUT_OF_MEMORY
    }

    /** {@return a plan by which nothing goes wrong yet} */
    public static FaultPlan create() {
        return new FaultPlan();
    }

    /**
     * Lets each call of a function fail.
     *
     * @param function the C name, with its version, for example {@code FwpmFilterAdd0}
     * @param fault what goes wrong
     */
    public synchronized void failAlways(String function, Fault fault) {
        requireChangeable();
        always.put(requireNonNull(function, "function"), requireNonNull(fault, "fault"));
    }

    /**
     * Lets the next call of a function fail; if called again, the one after that too.
     *
     * @param function the C name, with its version
     * @param fault what goes wrong
     */
    public synchronized void failNext(String function, Fault fault) {
        requireChangeable();
        next.computeIfAbsent(requireNonNull(function, "function"), _ -> new ArrayList<>())
                .add(requireNonNull(fault, "fault"));
    }

    /**
     * Lets one call fail, whatever function it is.
     *
     * @param number which call of those to come, 1 for the next
     * @param fault what goes wrong
     * @throws IllegalArgumentException if the number is below 1
     */
    public synchronized void failCall(long number, Fault fault) {
        requireChangeable();
        if (number < 1) {
            throw new IllegalArgumentException("calls are counted from 1: " + number);
        }
        byNumber.put(calls + number, requireNonNull(fault, "fault"));
    }

    /**
     * Lets the next notifications get lost, as they do when a queue is full.
     *
     * @param count how many, 0 for none; it replaces what was left of an earlier number
     */
    public synchronized void dropNotifications(int count) {
        requireChangeable();
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative: " + count);
        }
        dropped = count;
    }

    /** Forgets all faults. */
    public synchronized void clear() {
        always.clear();
        byNumber.clear();
        next.clear();
        dropped = 0;
    }

    /** {@return how many calls there were} */
    public synchronized long calls() {
        return calls;
    }

    private void requireChangeable() {
        if (this == NONE) {
            throw new UnsupportedOperationException(
                    "FaultPlan.NONE cannot be changed; use FaultPlan.create()");
        }
    }

    /** {@return what strikes a call that is about to be made, or null for nothing} */
    synchronized @Nullable Fault take(String function) {
        calls++;
        Fault numbered = byNumber.remove(calls);
        if (numbered != null) {
            return numbered;
        }
        List<Fault> queue = next.getOrDefault(function, List.of());
        return queue.isEmpty() ? always.get(function) : queue.removeFirst();
    }

    /** {@return whether a notification that is about to be queued gets lost} */
    synchronized boolean takeDroppedNotification() {
        boolean drops = dropped > 0;
        dropped -= drops ? 1 : 0;
        return drops;
    }
}

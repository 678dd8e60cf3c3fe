package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;

/**
 * What can be chosen when an embedded engine is made.
 *
 * @param caller who opens sessions if nobody else is named
 * @param clock tells the time, for all that ages: the lifetime of security associations, events,
 *     transactions that are held for too long
 * @param faults what goes wrong, for tests of those who call the engine
 * @param traceCallSites whether the leak report says who got what was not given back; costs a few
 *     microseconds for each result
 */
public record EmbeddedEngineOptions(
        Caller caller, InstantSource clock, FaultPlan faults, boolean traceCallSites) {
    /** What an engine is made with if nothing is said. */
    public static final EmbeddedEngineOptions DEFAULT =
            new EmbeddedEngineOptions(
                    Caller.ADMINISTRATOR, InstantSource.system(), FaultPlan.NONE, false);

    /** Checks that nothing is null. */
    public EmbeddedEngineOptions {
        requireNonNull(caller, "caller");
        requireNonNull(clock, "clock");
        requireNonNull(faults, "faults");
    }

    /** {@return these options with another caller} */
    public EmbeddedEngineOptions withCaller(Caller newCaller) {
        return new EmbeddedEngineOptions(newCaller, clock, faults, traceCallSites);
    }

    /** {@return these options with another clock} */
    public EmbeddedEngineOptions withClock(InstantSource newClock) {
        return new EmbeddedEngineOptions(caller, newClock, faults, traceCallSites);
    }

    /** {@return these options with other faults} */
    public EmbeddedEngineOptions withFaults(FaultPlan newFaults) {
        return new EmbeddedEngineOptions(caller, clock, newFaults, traceCallSites);
    }

    /** {@return these options with another answer to whether call sites are traced} */
    public EmbeddedEngineOptions withTraceCallSites(boolean newTraceCallSites) {
        return new EmbeddedEngineOptions(caller, clock, faults, newTraceCallSites);
    }
}

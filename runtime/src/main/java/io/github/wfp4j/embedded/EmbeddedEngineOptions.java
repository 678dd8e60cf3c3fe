package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What can be chosen when an embedded engine is made.
 *
 * @param caller who opens sessions if nobody else is named
 * @param clock tells the time, for all that ages: the lifetime of security associations, events,
 *     transactions that are held for too long
 * @param errors gets what went wrong in the engine itself while C called it: an exception cannot be
 *     thrown at C, which gets an error code instead
 * @param faults what goes wrong, for tests of those who call the engine
 * @param traceCallSites whether the leak report says who got what was not given back; costs a few
 *     microseconds for each result
 */
public record EmbeddedEngineOptions(
        Caller caller,
        InstantSource clock,
        Consumer<Throwable> errors,
        FaultPlan faults,
        boolean traceCallSites) {
    /** What an engine is made with if nothing is said. */
    public static final EmbeddedEngineOptions DEFAULT =
            new EmbeddedEngineOptions(
                    Caller.ADMINISTRATOR,
                    InstantSource.system(),
                    EmbeddedEngineOptions::log,
                    FaultPlan.NONE,
                    false);

    /** Checks that nothing is null. */
    public EmbeddedEngineOptions {
        requireNonNull(caller, "caller");
        requireNonNull(clock, "clock");
        requireNonNull(errors, "errors");
        requireNonNull(faults, "faults");
    }

    /** {@return these options with another caller} */
    public EmbeddedEngineOptions withCaller(Caller newCaller) {
        return new EmbeddedEngineOptions(newCaller, clock, errors, faults, traceCallSites);
    }

    /** {@return these options with another clock} */
    public EmbeddedEngineOptions withClock(InstantSource newClock) {
        return new EmbeddedEngineOptions(caller, newClock, errors, faults, traceCallSites);
    }

    /** {@return these options with another listener for errors} */
    public EmbeddedEngineOptions withErrors(Consumer<Throwable> newErrors) {
        return new EmbeddedEngineOptions(caller, clock, newErrors, faults, traceCallSites);
    }

    /** {@return these options with another plan of faults} */
    public EmbeddedEngineOptions withFaults(FaultPlan newFaults) {
        return new EmbeddedEngineOptions(caller, clock, errors, newFaults, traceCallSites);
    }

    /** {@return these options with another answer to whether call sites are traced} */
    public EmbeddedEngineOptions withTraceCallSites(boolean newTraceCallSites) {
        return new EmbeddedEngineOptions(caller, clock, errors, faults, newTraceCallSites);
    }

    private static void log(Throwable error) {
        System.getLogger(EmbeddedEngine.class.getName())
                .log(System.Logger.Level.ERROR, "A function that C called failed", error);
    }
}

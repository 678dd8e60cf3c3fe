package io.github.wfp4j.embedded;

import java.time.InstantSource;

/**
 * What can be chosen when an embedded engine is made.
 *
 * @param caller who opens sessions if nobody else is named
 * @param clock tells the time, for all that ages: the lifetime of security associations, events,
 *     transactions that are held for too long
 */
public record EmbeddedEngineOptions(Caller caller, InstantSource clock) {
    /** What an engine is made with if nothing is said. */
    public static final EmbeddedEngineOptions DEFAULT =
            new EmbeddedEngineOptions(Caller.ADMINISTRATOR, InstantSource.system());

    /** {@return these options with another caller} */
    public EmbeddedEngineOptions withCaller(Caller newCaller) {
        return new EmbeddedEngineOptions(newCaller, clock);
    }

    /** {@return these options with another clock} */
    public EmbeddedEngineOptions withClock(InstantSource newClock) {
        return new EmbeddedEngineOptions(caller, newClock);
    }
}
